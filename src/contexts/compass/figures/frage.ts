import type { FieldProblem, LocalDate } from '#kernel';
import { type Scope, scopeOf } from '../domain/columns/scope.ts';
import type { Figures } from './open-figures.ts';
import type { VisibleBodies } from './visible-bodies.ts';

/** What a question is about, as an address, the API or the command line says it. */
export interface Umfang {
  readonly datum: LocalDate;
  /** AGS; empty for all that one may see. */
  readonly kommunen: readonly string[];
  readonly klassen: readonly string[];
  readonly kreise: readonly string[];
  readonly themenfelder: readonly number[];
  readonly ozgLeistungen: readonly number[];
  readonly leistungen: readonly string[];
  /** Whether only duties count. */
  readonly nurPflichten: boolean;
}

/** Everything that one may see, duties only. */
export function alles(datum: LocalDate): Umfang {
  const none = { kommunen: [], klassen: [], kreise: [], themenfelder: [], ozgLeistungen: [], leistungen: [] };
  return { datum, ...none, nurPflichten: true };
}

/** Reads the extent of a question from parameters; every part may be repeated. What means nothing is named. */
export function readUmfang(
  { catalogue, territory }: Figures['world'],
  parameters: URLSearchParams,
  datum: LocalDate,
): { readonly umfang: Umfang; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const known = (field: string, values: readonly string[], isKnown: (value: string) => boolean) =>
    values.filter((value) => {
      if (isKnown(value)) return true;
      problems.push({ field, message: `„${value}“ ist unbekannt und wurde übergangen.` });
      return false;
    });
  const all = (name: string) => parameters.getAll(name).filter((value) => value !== '');
  const themenfelder = known('themenfeld', all('themenfeld'), (id) =>
    catalogue.themenfeldById.has(Number(id)),
  );
  const ozg = known('ozg', all('ozg'), (id) => catalogue.ozgById.has(Number(id)));
  const klassen = new Set(
    [...territory.klassenByAgs.values()].flatMap((facts) => facts.map(({ klasse }) => klasse)),
  );
  return {
    umfang: {
      datum,
      kommunen: known('kommune', all('kommune'), (ags) => territory.bodyByAgs.has(ags)),
      klassen: known('klasse', all('klasse'), (klasse) => [...klassen].some((each) => each === klasse)),
      kreise: known('kreis', all('kreis'), (ags) => territory.gemeindenByKreis.has(ags)),
      themenfelder: themenfelder.map(Number),
      ozgLeistungen: ozg.map(Number),
      leistungen: known('leistung', all('leistung'), (id) => catalogue.leistungById.has(id)),
      nurPflichten: parameters.get('pflicht') !== 'alle',
    },
    problems,
  };
}

/** The cells of a question: what it asks for, of what may be seen. */
export async function scopeFor(figures: Figures, visible: VisibleBodies, umfang: Umfang): Promise<Scope> {
  const { kommunen, klassen, kreise, themenfelder, ozgLeistungen, leistungen } = umfang;
  const within = <T>(values: readonly T[], value: T | null) =>
    values.length === 0 || (value !== null && values.includes(value));
  const pflicht = umfang.nurPflichten ? await figures.pflichtOn(umfang.datum) : null;
  return scopeOf(figures.matrix, {
    body: ({ ags, klasse, kreisAgs }, index) =>
      visible.bodies[index] === 1 &&
      within(kommunen, ags) &&
      within(klassen, klasse) &&
      (within(kreise, kreisAgs) || kreise.includes(ags)),
    leistung: ({ id, ozgId, themenfeldId }) =>
      within(themenfelder, themenfeldId) && within(ozgLeistungen, ozgId) && within(leistungen, id),
    pflicht,
  });
}
