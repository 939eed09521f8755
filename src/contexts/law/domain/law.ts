import type { Akteur, Rolle } from './akteur.ts';
import type { Eintrag, Frist } from './eintrag.ts';
import type { Wortlaut } from './wortlaut.ts';

/** Akteure, roles, registers and deadlines as they are loaded. */
export interface Law {
  readonly akteure: readonly Akteur[];
  readonly rollen: readonly Rolle[];
  readonly eintraege: readonly Eintrag[];
  readonly fristen: readonly Frist[];
  readonly wortlaute: readonly Wortlaut[];
  readonly akteurById: ReadonlyMap<string, Akteur>;
  readonly eintragById: ReadonlyMap<string, Eintrag>;
  /** State and source of the two sets. */
  readonly stand: string;
  readonly quelle: string;
}
