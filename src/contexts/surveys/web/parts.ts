import { formatLocalDate, type LocalDate } from '#kernel';
import { badge } from '#ui';
import type { AbgabeZustand } from '../domain/abgabe.ts';
import type { Zustand } from '../domain/zustand.ts';
import { abgabeLabel, zustandLabel } from '../messages.ts';

const zustandArt = {
  entwurf: 'neutral',
  offen: 'success',
  nachfrist: 'warning',
  geschlossen: 'neutral',
  ausgewertet: 'info',
  veroeffentlicht: 'strong',
} as const satisfies Record<Zustand, Parameters<typeof badge>[0]>;

/** The state of a survey as a word. */
export function zustandBadge(zustand: Zustand) {
  return badge(zustandArt[zustand], zustandLabel[zustand], null);
}

const abgabeArt = {
  unbearbeitet: 'neutral',
  'in-arbeit': 'info',
  eingereicht: 'warning',
  freigegeben: 'success',
} as const satisfies Record<AbgabeZustand, Parameters<typeof badge>[0]>;

/** How far a Kommune is, as a word. */
export function abgabeBadge(zustand: AbgabeZustand) {
  return badge(abgabeArt[zustand], abgabeLabel[zustand], null);
}

/** Until when answers are taken, as a sentence. */
export function fristText(zustand: Zustand, frist: LocalDate | null, nachfrist: LocalDate | null): string {
  if (frist === null) return 'Es ist noch keine Frist gesetzt.';
  if (zustand === 'nachfrist' && nachfrist !== null)
    return `Die Frist endete am ${formatLocalDate(frist)}. Bis einschließlich ${formatLocalDate(nachfrist)} läuft die Nachfrist; Antworten gelten jetzt als verspätet.`;
  if (zustand === 'entwurf' || zustand === 'offen')
    return `Frist: bis einschließlich ${formatLocalDate(frist)}${nachfrist === null ? '' : `, Nachfrist bis ${formatLocalDate(nachfrist)}`}.`;
  return `Antworten waren bis ${formatLocalDate(nachfrist ?? frist)} vorgesehen; es werden keine mehr angenommen.`;
}
