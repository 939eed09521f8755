import type { XdfDatenfeld } from '#standards/xdatenfelder';
import type { Knoten } from './knoten.ts';

/** A field together with its place. */
export interface Feldplatz {
  readonly knoten: Knoten;
  readonly feld: XdfDatenfeld;
}
