import type { Gliederung } from '../figures/teile.ts';

/** What a division is called on pages. */
export const gliederungLabel: Readonly<Record<Gliederung, string>> = {
  gesamt: 'Alles zusammen',
  themenfeld: 'Themenfeld',
  ozg: 'OZG-Leistung',
  leistung: 'Leistung',
  kommune: 'Kommune',
  klasse: 'Größenklasse',
  kreis: 'Kreis',
  zustand: 'Zustand',
  reifegrad11: 'Reifegrad 1.1',
  reifegrad20: 'Reifegrad 2.0',
};
