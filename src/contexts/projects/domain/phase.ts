import type { LocalDate } from '#kernel';

/** The phases of a project in their order. A start of a roll-out is a phase too: its begin is the start. */
export const phasen = [
  'vorbereitung',
  'konzeption',
  'umsetzung',
  'pilotierung-nrw',
  'rollout-nrw',
  'rollout-bund',
] as const;

export type Phase = (typeof phasen)[number];

export const abschlussArten = ['abgeschlossen', 'abgebrochen'] as const;

export type AbschlussArt = (typeof abschlussArten)[number];

/**
 * Where a project stands: a phase that really began, or before the first or after the last. Of a project without any
 * day nobody can tell.
 */
export type Projektphase = 'keine-angabe' | 'nicht-begonnen' | Phase | AbschlussArt;

export const projektphasen: readonly Projektphase[] = [
  'keine-angabe',
  'nicht-begonnen',
  ...phasen,
  ...abschlussArten,
];

/** When a phase was to be and when it was, apart from each other. */
export interface Phasentermine {
  readonly planBeginn: LocalDate | null;
  readonly planEnde: LocalDate | null;
  readonly istBeginn: LocalDate | null;
  readonly istEnde: LocalDate | null;
  readonly bemerkung: string;
}

export type AllePhasen = Readonly<Record<Phase, Phasentermine>>;

/** The end of a project, stated by a person; no date brings it about. */
export interface Abschluss {
  readonly art: AbschlussArt;
  readonly am: LocalDate;
  readonly grund: string;
}

export const ohneTermine: Phasentermine = {
  planBeginn: null,
  planEnde: null,
  istBeginn: null,
  istEnde: null,
  bemerkung: '',
};

/** Six phases without a date. */
export function leerePhasen(): AllePhasen {
  return {
    vorbereitung: ohneTermine,
    konzeption: ohneTermine,
    umsetzung: ohneTermine,
    'pilotierung-nrw': ohneTermine,
    'rollout-nrw': ohneTermine,
    'rollout-bund': ohneTermine,
  };
}

/**
 * Where a project stands on a day: its stated end, else the last phase that really began. Planned dates have no say,
 * however long they have passed.
 */
export function phaseOn(
  { phasen: termine, abschluss }: { readonly phasen: AllePhasen; readonly abschluss: Abschluss | null },
  day: LocalDate,
): Projektphase {
  if (abschluss !== null && abschluss.am <= day) return abschluss.art;
  const begun = phasen.findLast((phase) => {
    const { istBeginn } = termine[phase];
    return istBeginn !== null && istBeginn <= day;
  });
  if (begun !== undefined) return begun;
  return phasen.some((phase) => hasDay(termine[phase])) ? 'nicht-begonnen' : 'keine-angabe';
}

function hasDay({ planBeginn, planEnde, istBeginn, istEnde }: Phasentermine): boolean {
  return [planBeginn, planEnde, istBeginn, istEnde].some((each) => each !== null);
}
