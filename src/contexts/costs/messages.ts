import type { Kostenart, Rundung, Schluesselart } from './domain/kostenplan.ts';
import type { Rechnungsschritt, Rechnungszustand } from './domain/rechnungszustand.ts';
import type { Buchungsart } from './store-zahlung.ts';

export const zustandLabel: Readonly<Record<Rechnungszustand, string>> = {
  entwurf: 'Entwurf',
  geprueft: 'geprüft',
  gestellt: 'gestellt',
  bezahlt: 'bezahlt',
  korrigiert: 'durch eine neue ersetzt',
  verworfen: 'verworfen',
};

export const buchungLabel: Readonly<Record<Buchungsart, string>> = {
  zahlung: 'Zahlung',
  rueckzahlung: 'Rückzahlung',
};

export const schrittLabel: Readonly<Record<Rechnungsschritt, string>> = {
  pruefen: '„Prüfen“',
  stellen: '„Stellen“',
  verworfen: '„Verwerfen“',
  bezahlen: '„Zahlung eintragen“',
  zurueckzahlen: '„Rückzahlung eintragen“',
  korrigieren: '„Korrigieren“',
};

/** The cost types of decision 2021/24 of the IT-Planungsrat. */
export const kostenartLabel: Readonly<Record<Kostenart, string>> = {
  a: 'a) Betrieb der Infrastruktur',
  b: 'b) Fachliche Weiterentwicklung und Änderungsmanagement',
  c: 'c) Anteil an Plattformkosten',
  d: 'd) Direkter Betrieb mit Wartung und Support',
  e: 'e) Direkt zurechenbar, zum Beispiel Druck und Porto',
};

export const schluesselartLabel: Readonly<Record<Schluesselart, string>> = {
  einwohner: 'Einwohner',
  nutzung: 'Tatsächliche Nutzung',
  zielgruppe: 'Zielgruppe',
  koenigsteiner: 'Königsteiner Schlüssel',
  koenigsteiner_angepasst: 'Königsteiner Schlüssel, auf die Teilnehmenden bezogen',
  gleich: 'Zu gleichen Teilen',
  fest: 'Feste Anteile',
  kombination: 'Kombination',
};

export const rundungLabel: Readonly<Record<Rundung, string>> = {
  'groesster-rest': 'Größter Rest: auf den Cent, die Summe stimmt genau',
  'voller-euro': 'Voller Euro: jeder Betrag wird aufgerundet, der Überschuss wird vorgetragen',
  kaufmaennisch: 'Kaufmännisch: den Rest trägt, wer abrechnet',
};
