import type { Catalogue } from '#catalogue';
import { type FieldProblem, type LocalDate, parseLocalDate } from '#kernel';
import type { Territory } from '#territory';
import { zustaende } from '../domain/zustand.ts';
import { ohneTeil, unbekannt } from './teile.ts';

/** What is chosen of something: `null` where all counts. An empty choice matches nothing, never all. */
export type Auswahl<T> = readonly T[] | null;

/** What a question is about, as an address, the API or the command line says it. */
export interface Umfang {
  readonly datum: LocalDate;
  /** AGS. */
  readonly kommunen: Auswahl<string>;
  /** `null` inside a choice is „ohne“: a body without Größenklasse, a Leistung without Themenfeld. */
  readonly klassen: Auswahl<string | null>;
  readonly kreise: Auswahl<string>;
  readonly themenfelder: Auswahl<number | null>;
  readonly ozgLeistungen: Auswahl<number | null>;
  readonly leistungen: Auswahl<string>;
  /** Codes; 0 is „keine Angabe“. */
  readonly zustaende: Auswahl<number>;
  /** Levels; -1 is unknown. */
  readonly reifegrade11: Auswahl<number>;
  readonly reifegrade20: Auswahl<number>;
  /** The least Reifegrad 1.1. */
  readonly mindestens: number | null;
  /** Only pairs whose Fallzahl is known, or only the others. */
  readonly fallzahl: 'bekannt' | 'unbekannt' | null;
  /** Whether only duties count. */
  readonly nurPflichten: boolean;
  /** The day of which the duties are: that of the question, or that of a progress which the question looks into. */
  readonly pflichtenVom: LocalDate;
}

/** Everything that one may see, duties only. */
export function alles(datum: LocalDate): Umfang {
  return {
    datum,
    kommunen: null,
    klassen: null,
    kreise: null,
    themenfelder: null,
    ozgLeistungen: null,
    leistungen: null,
    zustaende: null,
    reifegrade11: null,
    reifegrade20: null,
    mindestens: null,
    fallzahl: null,
    nurPflichten: true,
    pflichtenVom: datum,
  };
}

/** The names that an address, the API and the command line use, in the order in which forms ask for them. */
export const umfangNamen = [
  'kommune',
  'klasse',
  'kreis',
  'themenfeld',
  'ozg',
  'leistung',
  'zustand',
  'reifegrad11',
  'reifegrad20',
  'mindestens',
  'fallzahl',
  'pflicht',
  'pflichtenvom',
] as const;

export type UmfangName = (typeof umfangNamen)[number];

/** How values of a parameter are read; `undefined` where a value means nothing. */
type Reader<T> = (value: string) => T | undefined;

/**
 * Reads the extent of a question. Every parameter may be repeated or carry several values with commas between. A value
 * that means nothing is named, and matches nothing.
 */
export function readUmfang(
  world: { readonly catalogue: Catalogue; readonly territory: Territory },
  parameters: URLSearchParams,
  datum: LocalDate,
): { readonly umfang: Umfang; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const auswahl = <T>(name: UmfangName, read: Reader<T>): Auswahl<T> => {
    const values = valuesOf(parameters, name);
    if (values.length === 0) return null;
    return values.flatMap((value) => {
      const known = read(value);
      if (known === undefined) problems.push(unknownValue(name, value));
      return known === undefined ? [] : [known];
    });
  };
  const { catalogue, territory } = world;
  const oneOf =
    (values: readonly string[]): Reader<string> =>
    (value) =>
      values.find((each) => each === value);
  const known =
    (has: (value: string) => boolean): Reader<string> =>
    (value) =>
      has(value) ? value : undefined;
  const umfang: Umfang = {
    datum,
    kommunen: auswahl(
      'kommune',
      known((ags) => territory.bodyByAgs.has(ags)),
    ),
    klassen: auswahl('klasse', orNone(oneOf(klassenOf(territory)))),
    kreise: auswahl(
      'kreis',
      known((ags) => territory.bodyByAgs.has(ags)),
    ),
    themenfelder: auswahl('themenfeld', orNone(numberIn((id) => catalogue.themenfeldById.has(id)))),
    ozgLeistungen: auswahl('ozg', orNone(numberIn((id) => catalogue.ozgById.has(id)))),
    leistungen: auswahl(
      'leistung',
      known((id) => catalogue.leistungById.has(id)),
    ),
    zustaende: auswahl('zustand', zustandCode),
    reifegrade11: auswahl('reifegrad11', level(4)),
    reifegrade20: auswahl('reifegrad20', level(7)),
    mindestens:
      auswahl(
        'mindestens',
        numberIn((stufe) => stufe <= 4),
      )?.[0] ?? null,
    fallzahl: auswahl('fallzahl', (value) => fallzahlWorte.find((each) => each === value))?.[0] ?? null,
    nurPflichten: (auswahl('pflicht', oneOf(['alle', 'ja']))?.[0] ?? 'ja') === 'ja',
    pflichtenVom: auswahl('pflichtenvom', dayIn)?.[0] ?? datum,
  };
  return { umfang, problems };
}

const dayIn: Reader<LocalDate> = (value) => {
  const day = parseLocalDate(value);
  return day.ok ? day.value : undefined;
};

const fallzahlWorte = ['bekannt', 'unbekannt'] as const;

/** The values of a parameter, repeated or with commas between. */
export function valuesOf(parameters: URLSearchParams, name: UmfangName): readonly string[] {
  const values = parameters.getAll(name).flatMap((value) => value.split(','));
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
}

function unknownValue(field: string, value: string): FieldProblem {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return { field, message: `„${shown}“ ist bei „${field}“ unbekannt. Dafür wird nichts gezählt.` };
}

function orNone<T>(read: Reader<T>): Reader<T | null> {
  return (value) => (value === ohneTeil ? null : read(value));
}

function numberIn(has: (value: number) => boolean): Reader<number> {
  return (value) => (/^\d{1,6}$/.test(value) && has(Number(value)) ? Number(value) : undefined);
}

function level(highest: number): Reader<number> {
  const known = numberIn((stufe) => stufe <= highest);
  return (value) => (value === unbekannt ? -1 : known(value));
}

const zustandNamen: readonly string[] = ['keine-angabe', ...zustaende];

const zustandCode: Reader<number> = (value) => {
  const code = zustandNamen.indexOf(value);
  return code < 0 ? undefined : code;
};

/** The Größenklassen that occur, in a fixed order. */
export function klassenOf(territory: Territory): readonly string[] {
  const found = [...territory.klassenByAgs.values()].flatMap((facts) => facts.map(({ klasse }) => klasse));
  return [...new Set(found)].sort();
}
