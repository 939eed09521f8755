import { type Element, elementAm, type Weg } from '../domain/elemente.ts';
import { type Json, type Pointer, textAt } from '../domain/json.ts';
import { formate } from './from-schema.ts';
import type { Teil } from './setting.ts';
import { typeLabel } from './type-labels.ts';

/** A place whose settings somebody changes on one page. */
export interface Ort {
  /** `teil/person/hunde` or `bereich/texte`, as addresses write it. */
  readonly text: string;
  readonly dokument: 'dienst' | 'formular';
  readonly pointer: Pointer;
  readonly teile: readonly Teil[];
  readonly titel: string;
  readonly art: string;
  readonly element: Element | null;
}

interface Bereich {
  readonly titel: string;
  readonly dokument: 'dienst' | 'formular';
  readonly namen: readonly string[];
}

/** What is set for the whole service, in the order in which an author needs it. */
export const bereiche: Readonly<Record<string, Bereich>> = {
  dienst: { titel: 'Name und Suchwörter', dokument: 'dienst', namen: ['title', 'summary', 'words', 'land'] },
  leistungen: { titel: 'Leistungen und Stellen', dokument: 'dienst', namen: ['covers', 'offices'] },
  texte: { titel: 'Texte der Leistungsseite', dokument: 'dienst', namen: ['texts'] },
  parameter: { titel: 'Werte der Kommunen', dokument: 'dienst', namen: ['parameters'] },
  gebuehr: { titel: 'Gebühr', dokument: 'formular', namen: ['fee'] },
  formular: {
    titel: 'Formular im Ganzen',
    dokument: 'formular',
    namen: ['title', 'language', 'questions', 'source'],
  },
  codelisten: { titel: 'Codelisten', dokument: 'formular', namen: ['codeLists'] },
  regeln: { titel: 'Regeln der Vorlage', dokument: 'formular', namen: ['rules'] },
  loeschen: { titel: 'Löschfristen', dokument: 'dienst', namen: ['deletion'] },
};

/** What the areas do not name; so that new parts of the format come by themselves. */
function uebrige(dokument: 'dienst' | 'formular'): readonly string[] {
  const known = new Set(
    Object.values(bereiche)
      .filter((each) => each.dokument === dokument)
      .flatMap(({ namen }) => namen),
  );
  const managed = new Set(['id', 'version', 'translations']);
  return formate()
    [dokument].map(({ name }) => name)
    .filter((name) => !known.has(name) && !managed.has(name));
}

/** Finds a place; `null` where there is none of that name. */
export function ortVon(text: string, formular: Json): Ort | null {
  const [kind, ...rest] = text.split('/');
  if (kind === 'bereich') return bereichOrt(rest[0] ?? '');
  return kind === 'teil' ? elementOrt(text, elementAm(formular, rest)) : null;
}

function bereichOrt(name: string): Ort | null {
  const bereich = Object.hasOwn(bereiche, name) ? bereiche[name] : undefined;
  if (!bereich) return null;
  const { dokument, titel } = bereich;
  const namen = [...bereich.namen, ...(name === 'dienst' || name === 'formular' ? uebrige(dokument) : [])];
  const teile = formate()[dokument].filter((teil) => namen.includes(teil.name));
  return { text: `bereich/${name}`, dokument, pointer: [], teile, titel, art: 'Onlinedienst', element: null };
}

function elementOrt(text: string, element: Element | null): Ort | null {
  if (element === null) return null;
  const { art, pointer, titel } = element;
  const teile = (art === 'page' ? formate().seite : formate().felder.get(art)?.teile) ?? [];
  return { text, dokument: 'formular', pointer, teile, titel, art: typeLabel(art), element };
}

/** The address of an element. */
export function ortText(weg: Weg): string {
  return ['teil', ...weg].join('/');
}

/** The area in which a place of `dienst.json` is set, such as `texts.need[0]`. */
export function bereichVon(dokument: 'dienst' | 'formular', place: string): string {
  const first = place.split(/[.[]/)[0] ?? '';
  const found = Object.entries(bereiche).find(
    ([, each]) => each.dokument === dokument && each.namen.includes(first),
  );
  return `bereich/${found?.[0] ?? dokument}`;
}

/** What an area is called. */
export function bereichTitel(ort: string): string {
  const name = ort.replace('bereich/', '');
  return Object.hasOwn(bereiche, name) ? (bereiche[name]?.titel ?? name) : name;
}

/** The key under which translations name the texts of an element: `field.hunde.chip`, `page.person`. */
export function textKey(formular: Json, weg: Weg): string {
  if (weg.length === 1) return `page.${weg[0]}`;
  const named = weg.slice(1).filter((_, index) => {
    const isLast = index === weg.length - 2;
    const inside = elementAm(formular, weg.slice(0, index + 2));
    return isLast || textAt(inside?.wert, 'type') !== 'section';
  });
  return `field.${named.join('.')}`;
}
