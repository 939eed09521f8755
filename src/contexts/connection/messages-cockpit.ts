import { schrittLabel, zustandLabel } from '#efa/many';
import type { Punkt } from './domain/punkt.ts';
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
export function titelOf(auftrag: Sammelauftrag, dienst: string, punkte: readonly Punkt[]): string {
  return `${was(auftrag, punkte)}: ${dienst}`.slice(0, 200);
}

function was(auftrag: Sammelauftrag, punkte: readonly Punkt[]): string {
  switch (auftrag.art) {
    case 'verbinden':
      return 'Verbinden';
    case 'schritt':
      return schrittLabel[auftrag.schritt];
    case 'punkt':
      return `Punkt „${punkte.find(({ id }) => id === auftrag.punkt)?.titel ?? auftrag.punkt}“ abhaken`;
  }
}

const zustaende: Readonly<Record<string, string>> = zustandLabel;

/** Where a Kommune stands before or after a step: the state of its Anbindung, or that of the line. */
export function standText(stand: string | null): string {
  return stand === null || stand === 'keine' ? 'nicht angebunden' : (zustaende[stand] ?? stand);
}

/** What taking a step back means, for whoever is about to. */
export const zurueckText: Readonly<Record<Sammelauftrag['art'], string>> = {
  verbinden:
    'Beendet die Anbindungen, die dieser Zug begonnen hat: Bürgerinnen und Bürger finden den Onlinedienst dort nicht mehr. Kommunen, in denen seither etwas geschah, bleiben, wie sie sind.',
  schritt:
    'Stellt jede Kommune wieder dahin, wo sie vor dem Zug stand. Kommunen, in denen seither etwas geschah, bleiben, wie sie sind.',
  punkt: 'Öffnet den Punkt wieder, wo seither niemand etwas dazu eingetragen hat.',
};
