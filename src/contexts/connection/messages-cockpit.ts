import { schrittLabel } from '#efa/many';
import type { Ergebnis, Laufzustand, Sammelauftrag, Ziel } from './domain/sammellauf.ts';

export const laufzustandLabel: Readonly<Record<Laufzustand, string>> = {
  vorschau: 'Vorschau',
  laeuft: 'läuft',
  abgebrochen: 'abgebrochen',
  fertig: 'fertig',
  'nimmt-zurueck': 'wird zurückgenommen',
  zurueckgenommen: 'zurückgenommen',
};

export const ergebnisLabel: Readonly<Record<Ergebnis, string>> = {
  offen: 'an der Reihe',
  erledigt: 'erledigt',
  teilweise: 'nicht ganz am Ziel',
  ausgelassen: 'ausgelassen',
  gescheitert: 'gescheitert',
  zurueckgenommen: 'zurückgenommen',
  geblieben: 'nicht zurückgenommen',
};

export const zielLabel: Readonly<Record<Ziel, string>> = {
  parameter: 'bis zu den Parametern',
  test: 'bis in den Test',
  live: 'bis zum Start, wo die Prüfung vor dem Start nichts vermisst',
};

/** What a step is called in lists: „Verbinden: Hund anmelden“. */
export function titelOf(auftrag: Sammelauftrag, dienst: string): string {
  return `${was(auftrag)}: ${dienst}`.slice(0, 200);
}

function was(auftrag: Sammelauftrag): string {
  switch (auftrag.art) {
    case 'verbinden':
      return 'Verbinden';
    case 'schritt':
      return schrittLabel[auftrag.schritt];
    case 'punkt':
      return `Punkt „${auftrag.punkt}“ abhaken`;
  }
}
