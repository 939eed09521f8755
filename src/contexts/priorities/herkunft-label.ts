import type { Herkunft } from './domain/kriterium.ts';

/** Where a value comes from, in words. */
export const herkunftLabel: Readonly<Record<Herkunft, string>> = {
  angabe: 'Angabe zur Leistung',
  'angabe-ozg': 'Angabe zur OZG-Leistung',
  katalog: 'Katalog (geschätzt)',
  stand: 'Fallzahlen der Kommunen',
  loesungen: 'Register der Lösungen',
  gesetz: 'Register des Rechts',
  bedarfsabfrage: 'Bedarfsabfrage',
  unbekannt: 'unbekannt',
};
