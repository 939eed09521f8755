import type { Akteur, Rolle } from './akteur.ts';
import type { Eintrag, Frist } from './eintrag.ts';

/** Akteure, roles, registers and deadlines as they are loaded. */
export interface Law {
  readonly akteure: readonly Akteur[];
  readonly rollen: readonly Rolle[];
  readonly eintraege: readonly Eintrag[];
  readonly fristen: readonly Frist[];
  readonly akteurById: ReadonlyMap<string, Akteur>;
  readonly eintragById: ReadonlyMap<string, Eintrag>;
  /** State and source of the two sets. */
  readonly stand: string;
  readonly quelle: string;
}
