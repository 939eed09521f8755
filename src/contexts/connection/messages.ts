import type { Phase } from './domain/phase.ts';
import type { FaktArt, Gruppe, Partei } from './domain/punkt.ts';
import type { Punktstand } from './domain/stand.ts';

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
