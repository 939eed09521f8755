import type { LocalDate } from '#kernel';
import type { Kriterium } from './kriterium.ts';
import type { Bedarfszahlen } from './normieren.ts';
import type { Bewertet } from './rangfolge.ts';

/** A Leistung as the catalogue has it, with what its attributes let estimate. */
export interface Katalogzeile extends Bewertet {
  /** How many laws the catalogue names. */
  readonly gesetze: number;
}

/** Cases that Kommunen counted or estimated, and how many people live in these. */
export interface Fallsumme {
  readonly faelle: number;
  readonly einwohner: number;
  readonly kommunen: number;
}

/** Everything that values come from, apart from statements; a missing entry is unknown. */
export interface Quellen {
  readonly fallzahlen: ReadonlyMap<string, Fallsumme>;
  readonly reifegrade: ReadonlyMap<string, { readonly reifegrad: number; readonly loesung: string }>;
  readonly fristen: ReadonlyMap<
    string,
    { readonly am: LocalDate; readonly titel: string; readonly norm: string }
  >;
  readonly bedarf: {
    readonly titel: string;
    readonly zahlen: ReadonlyMap<string, Bedarfszahlen & { readonly gefragt: number }>;
  } | null;
}

/** Fewer Kommunen would tell of one of them; their sum counts for nobody. */
export const wenigsteKommunen = 3;

export const nobody: Readonly<Record<Kriterium, string>> = {
  'ozg-prioritaet': 'Niemand hat eine Stufe angegeben.',
  fallzahlen: 'Weniger als drei Kommunen haben Fallzahlen angegeben.',
  komplexitaet: 'Niemand hat eine Stufe angegeben, und der Katalog nennt kein Gesetz.',
  digitalisierungspotenzial:
    'Niemand hat eine Stufe angegeben, und keine verfügbare Lösung nennt einen Reifegrad.',
  'kosten-zeit': 'Niemand hat den Aufwand angegeben.',
  relevanz: 'Niemand hat eine Stufe angegeben.',
  bedarf: 'Keine ausgewertete Bedarfsabfrage hat danach gefragt.',
  frist: 'Das Register des Rechts kennt keine Frist, die gerade diese Leistung trifft.',
};
