import type { Source } from '#kernel';

/**
 * What a Typisierung says about who executes. It never makes a Kommune competent: `land-oder-kommune` leaves open which
 * of the two, so that a norm must decide between them.
 */
export type Vollzug = 'bund' | 'land-oder-kommune' | 'keine-leistung' | 'unbekannt' | 'fehlt';

const landOderKommune = 'land-oder-kommune';

const vollzugByTyp: ReadonlyMap<string, Vollzug> = new Map<string, Vollzug>([
  ['1', 'bund'],
  ...['2', '3', '2/3', '4', '5', '1, 2/3', '1, 2'].map((typ): [string, Vollzug] => [typ, landOderKommune]),
  ...['2', '3', '2/3', '4'].flatMap((typ): [string, Vollzug][] => [
    [`${typ}a`, landOderKommune],
    [`${typ}b`, landOderKommune],
  ]),
  ...['6', '7', '8'].map((typ): [string, Vollzug] => [typ, 'keine-leistung']),
]);

/** What the code of the catalogue means for the execution; codes without a known meaning stay `unbekannt`. */
export function vollzugOf(typ: string | null): Vollzug {
  if (typ === null) return 'fehlt';
  return vollzugByTyp.get(typ) ?? 'unbekannt';
}

/** The Typen whose execution lies with Land or Kommune: the communal catalogue, for which rules are wanted. */
export function isCommunalTyp(typ: string | null): boolean {
  return vollzugOf(typ) === landOderKommune;
}

export const typisierungSource: Source = {
  title: 'LeiKa-Typen (digital-direkt.nrw)',
  url: 'https://digital-direkt.nrw/faq-items/leika-typ/',
};

export const hinweisTypSource: Source = {
  title: 'FIM: Typisierung (docs.fitko.de)',
  url: 'https://docs.fitko.de/fim-xoev/docs/terms/typisierung',
};
