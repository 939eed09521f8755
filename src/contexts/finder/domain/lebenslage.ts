import type { Zielgruppe } from './zielgruppe.ts';

/** A step in a life situation: when and why it is to be taken, and the Leistungen it is about. */
export interface Schritt {
  readonly titel: string;
  readonly satz: string;
  readonly leistungen: readonly string[];
}

/** A situation that needs several Leistungen, in the order in which they come. */
export interface Lebenslage {
  readonly id: string;
  readonly titel: string;
  readonly kurz: string;
  readonly rang: number;
  readonly zielgruppe: Zielgruppe;
  readonly schritte: readonly Schritt[];
}
