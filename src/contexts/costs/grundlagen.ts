import type { Finanzierungsmodell } from './domain/finanzierungsmodell.ts';
import type { Steuerregel } from './domain/kostenplan.ts';
import type { SchluesseltabelleInhalt } from './domain/schluesseltabelle.ts';

/** What plans rest on and the product ships: tax rules, ways of funding and keys, all dated and with their source. */
export interface Grundlagen {
  readonly steuerregeln: readonly Steuerregel[];
  readonly modelle: readonly Finanzierungsmodell[];
  readonly schluessel: readonly (SchluesseltabelleInhalt & { readonly id: string })[];
}
