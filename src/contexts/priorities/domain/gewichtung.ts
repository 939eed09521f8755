import { type FieldProblem, ok, type Refusal, type Result, refuse } from '#kernel';
import { jeKriterium, type Kriterium, kriterien, type UnbekanntRegel } from './kriterium.ts';

/** How much each criterion counts, and how a value counts that nobody knows. */
export interface Gewichtung {
  /** Whole numbers 0 … 100; at least one is more than 0. */
  readonly gewichte: Readonly<Record<Kriterium, number>>;
  readonly unbekannt: Readonly<Record<Kriterium, UnbekanntRegel>>;
}

export const groesstesGewicht = 100;

const usual: Readonly<Record<Kriterium, number>> = {
  'ozg-prioritaet': 20,
  fallzahlen: 20,
  komplexitaet: 10,
  digitalisierungspotenzial: 10,
  'kosten-zeit': 10,
  relevanz: 10,
  bedarf: 15,
  frist: 5,
};

/** What counts where nobody chose; where no day of a law is known, none presses. */
export const ueblicheGewichtung: Gewichtung = {
  gewichte: usual,
  unbekannt: jeKriterium((kriterium) => (kriterium === 'frist' ? 'null' : 'mitte')),
};

/** The sum of all weights: what every score is divided by. */
export function gesamtgewicht({ gewichte }: Pick<Gewichtung, 'gewichte'>): number {
  return kriterien.reduce((sum, kriterium) => sum + gewichte[kriterium], 0);
}

/** Refuses weights that are no whole numbers from 0 to 100, and those of which nothing counts. */
export function checkGewichtung(given: Gewichtung): Result<Gewichtung> {
  const wrong: readonly FieldProblem[] = kriterien.flatMap((kriterium) => {
    const weight = given.gewichte[kriterium];
    return Number.isInteger(weight) && weight >= 0 && weight <= groesstesGewicht
      ? []
      : [
          {
            field: `gewicht-${kriterium}`,
            message: `Ein Gewicht ist eine ganze Zahl von 0 bis ${groesstesGewicht}.`,
          },
        ];
  });
  if (wrong.length > 0) return refuse(gewichteInvalid(wrong));
  return gesamtgewicht(given) === 0 ? refuse(allesNull) : ok(given);
}

function gewichteInvalid(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'PRIORITIES_WEIGHT_INVALID',
    message: 'Einige Gewichte passen nicht.',
    fields,
  };
}

const nothingCounts =
  'Alle Gewichte sind 0. So zählt nichts, und es gibt keine Reihenfolge. Bitte geben Sie wenigstens einem Kriterium ein Gewicht.';

const allesNull: Refusal = {
  kind: 'invalid',
  code: 'PRIORITIES_WEIGHTS_ALL_ZERO',
  message: nothingCounts,
  fields: [{ field: `gewicht-${kriterien[0]}`, message: nothingCounts }],
};
