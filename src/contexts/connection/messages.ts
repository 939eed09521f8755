import type { AblaufArt } from './domain/ablauf.ts';
import type { Thema } from './domain/gate.ts';
import type { Phase } from './domain/phase.ts';
import type { ProbeSchrittArt } from './domain/probelauf.ts';
import type { FaktArt, Gruppe, Partei } from './domain/punkt.ts';
import type { Punktstand } from './domain/stand.ts';
import type { Zweck } from './domain/zweck.ts';

export const parteiLabel: Readonly<Record<Partei, string>> = {
  kommune: 'Kommune',
  dienstleister: 'IT-Dienstleister',
  buendler: 'Land oder Bündler',
  betreiber: 'Betreiber',
};

export const gruppeLabel: Readonly<Record<Gruppe, string>> = {
  vereinbarung: 'Vereinbarung',
  auftrag: 'Auftrag',
  parameter: 'Parameter und Texte',
  technik: 'Technik',
  test: 'Test',
  abnahme: 'Abnahme',
  start: 'Nach dem Start',
  ende: 'Wechsel und Ende',
};

export const phaseLabel: Readonly<Record<Phase, string>> = {
  interesse: 'Interesse',
  vereinbart: 'Vereinbart',
  beauftragt: 'Beauftragt',
  parameter: 'Parameter',
  technik: 'Technik',
  test: 'Test',
  abnahme: 'Abnahme',
  'go-live': 'Go-Live',
  betrieb: 'Betrieb',
  ende: 'Wechsel/Ende',
};

export const standLabel: Readonly<Record<Punktstand, string>> = {
  offen: 'offen',
  wartet: 'wartet',
  erledigt: 'erledigt',
  abgelaufen: 'abgelaufen',
  entfaellt: 'entfällt',
};

export const faktLabel: Readonly<Record<FaktArt, string>> = {
  erledigt: 'Erledigt',
  'wieder-offen': 'Wieder geöffnet',
  entfaellt: 'Entfällt',
};

export const themaLabel: Readonly<Record<Thema, string>> = {
  checkliste: 'Checkliste',
  parameter: 'Parameter und Formular',
  gebuehren: 'Gebühren',
  texte: 'Texte in jeder Sprache',
  datenschutz: 'Datenschutz',
  zustellung: 'Zustellung',
  bezirke: 'Adressaten',
  menschen: 'Sachbearbeitung',
  zustaendigkeit: 'Zuständigkeit',
  sonstiges: 'Weiteres',
};

export const schrittLabel: Readonly<Record<ProbeSchrittArt, string>> = {
  formular: 'Formular',
  antworten: 'Antworten',
  stellen: 'Zustellpunkte',
  verschluesseln: 'Verschlüsseln',
  zustellen: 'Zustellen',
  oeffnen: 'Öffnen',
};

export const ablaufLabel: Readonly<Record<AblaufArt, string>> = {
  nachweis: 'Nachweis der Checkliste',
  schluessel: 'Empfangsschlüssel',
  zugangsdaten: 'Zugangsdaten',
  vertrag: 'Vertrag',
};

export const zweckLabel: Readonly<Record<Zweck, string>> = {
  'bezahldienst-test': 'Bezahldienst, Test',
  bezahldienst: 'Bezahldienst, Produktion',
  zertifikat: 'Zertifikat',
  fachverfahren: 'Fachverfahren',
  portal: 'Konto an einem Portal',
  sonstiges: 'Sonstiges',
};
