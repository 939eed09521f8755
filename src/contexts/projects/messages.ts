import type { Fristart } from './domain/foerderfristen.ts';
import type { Projektphase } from './domain/phase.ts';
import type { EfaTyp, Groessenklasse } from './domain/projekt.ts';
import type { Termin } from './domain/verzug.ts';

export const projektphaseLabel: Readonly<Record<Projektphase, string>> = {
  'keine-angabe': 'keine Angabe',
  'nicht-begonnen': 'Noch nicht begonnen',
  vorbereitung: 'Vorbereitung',
  konzeption: 'Konzeption',
  umsetzung: 'Umsetzung',
  'pilotierung-nrw': 'Pilotierung NRW',
  'rollout-nrw': 'Start Roll-out NRW',
  'rollout-bund': 'Start bundesweiter Roll-out',
  abgeschlossen: 'Abgeschlossen',
  abgebrochen: 'Abgebrochen',
};

export const efaTypLabel: Readonly<Record<EfaTyp, string>> = {
  'nachnutzung-in-klaerung': 'EfA-Nachnutzung in Klärung',
  'nachnutzung-sicher': 'EfA-Nachnutzung sicher',
  'entwicklung-land-nrw': 'EfA-Entwicklung Land NRW',
  'entwicklung-kdn': 'EfA-Entwicklung KDN',
  'entwicklung-in-klaerung': 'EfA-Entwicklung in Klärung',
  'kein-efa': 'Kein EfA',
};

export const groessenklasseLabel: Readonly<Record<Groessenklasse, string>> = {
  'kreisfreie-stadt': 'Kreisfreie Stadt',
  'grosse-kreisangehoerige-stadt': 'Große kreisangehörige Stadt',
  'mittlere-kreisangehoerige-stadt': 'Mittlere kreisangehörige Stadt',
  'kreisangehoerige-gemeinde': 'Kreisangehörige Gemeinde',
  kreis: 'Kreis',
  staedteregion: 'Städteregion',
};

export const terminLabel: Readonly<Record<Termin, string>> = { beginn: 'Beginn', ende: 'Ende' };

export const fristLabel: Readonly<Record<Fristart, string>> = {
  antrag: 'Antrag auf Förderung',
  'zeitraum-ende': 'Ende des Förderzeitraums',
  nachweis: 'Verwendungsnachweis',
};

/** Said where nobody has stated anything; it is never counted as something else. */
export const keineAngabe = 'keine Angabe';

/** „12 Tage später“, „3 Tage früher“, „pünktlich“, „5 Tage überfällig“. */
export function tageText(tage: number, offen: boolean): string {
  if (tage === 0) return 'pünktlich';
  const count = Math.abs(tage) === 1 ? '1 Tag' : `${Math.abs(tage)} Tage`;
  if (offen) return `${count} überfällig`;
  return tage > 0 ? `${count} später` : `${count} früher`;
}
