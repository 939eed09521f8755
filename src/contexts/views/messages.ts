import type { Teilung } from './domain/ansicht.ts';

/** With whom a view is shared, in words. */
export const teilungLabel: Readonly<Record<Teilung, string>> = {
  nein: 'nur ich',
  organisation: 'meine Organisation',
  kreis: 'alle betreuten Kommunen',
};
