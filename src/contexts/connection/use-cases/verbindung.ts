import type { Angebot } from '#efa';
import type { Koerper } from '../cockpit-deps.ts';
import type { Sammelzeile, Verbinden } from '../domain/sammellauf.ts';
import type { Leader } from './cockpit-actors.ts';

/** A Kommune that is being connected with many others. */
export interface Verbindung {
  readonly leader: Leader;
  readonly lauf: string;
  readonly angebot: Angebot;
  readonly auftrag: Verbinden;
  readonly zeile: Sammelzeile;
  readonly koerper: Koerper;
  /** It was connected by an earlier step that was taken back. */
  readonly neuBeginnen: boolean;
}
