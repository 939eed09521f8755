import type { LocalDate } from '#kernel';
import type { Zustand } from './zustand.ts';

/** Kommunen that get a version from the same day on; `kommunen` is null for all that are left. */
export interface Ring {
  readonly name: string;
  readonly ab: LocalDate;
  readonly kommunen: readonly string[] | null;
}

/** One version on its way to all Kommunen; the first ring are the Pilotkommunen. */
export interface Ausrollung {
  readonly tenant: string;
  readonly id: string;
  readonly dienst: string;
  readonly fassung: string;
  readonly zustand: Zustand;
  /** Counts the changes; who changes names the one that was read. */
  readonly version: number;
  readonly ringe: readonly Ring[];
  readonly regel: Regel;
  /** It mends a security fault: no Kommune can put it off. */
  readonly sicherheit: boolean;
  /** Why it was stopped or taken back. */
  readonly grund: string | null;
  readonly angelegtAm: Date;
  readonly begonnenAm: Date | null;
  readonly geaendertAm: Date;
}

/** When a rollout stops by itself. */
export interface Regel {
  /** Fewer rejected Sendungen than this never stop it. */
  readonly mindestens: number;
  /** How many times the share of the others the share of the new version may be. */
  readonly faktor: number;
}

/** Nothing prescribes these two; they are our assumption and said to be one. */
export const ueblicheRegel: Regel = { mindestens: 3, faktor: 2 };

export type ZugZustand =
  | 'wartet'
  | 'umgestellt'
  | 'zurueckgeblieben'
  | 'festgehalten'
  | 'entfallen'
  | 'zurueckgestellt';

/** What became of one Kommune in a rollout. */
export interface Zug {
  readonly ausrollung: string;
  /** The Kommune's organisation. */
  readonly kommuneId: string;
  readonly dienst: string;
  readonly fassung: string;
  readonly ags: string;
  readonly kommune: string;
  readonly ring: number;
  readonly ab: LocalDate;
  readonly zustand: ZugZustand;
  readonly vonFassung: string;
  readonly fehlt: readonly string[];
  readonly geaendertAm: Date;
}

/** Which rings may move: those whose day has come, as long as nobody before them still waits. */
export function faelligeRinge(
  { ringe }: Pick<Ausrollung, 'ringe'>,
  zuege: readonly Pick<Zug, 'ring' | 'zustand'>[],
  today: LocalDate,
): readonly number[] {
  const due: number[] = [];
  for (const [index, { ab }] of ringe.entries()) {
    if (ab > today) break;
    due.push(index);
    if (zuege.some(({ ring, zustand }) => ring === index && zustand === 'wartet')) break;
  }
  return due;
}

const tryable: ReadonlySet<ZugZustand> = new Set(['wartet', 'zurueckgeblieben', 'festgehalten']);

/** Who can still come along: whoever waits, and whoever lacked something or held on and may be ready now. */
export function offeneZuege<Z extends Pick<Zug, 'ring' | 'zustand'>>(
  zuege: readonly Z[],
  ringe: readonly number[],
): readonly Z[] {
  return zuege.filter(({ ring, zustand }) => ringe.includes(ring) && tryable.has(zustand));
}

/** Whether everybody has it, or is no longer there. */
export function istFertig(zuege: readonly Pick<Zug, 'zustand'>[]): boolean {
  return zuege.every(({ zustand }) => zustand === 'umgestellt' || zustand === 'entfallen');
}
