import type { Schritt, Zustand } from './domain/zustand.ts';

export const zustandLabel: Readonly<Record<Zustand, string>> = {
  interesse: 'Interesse',
  parameter: 'Parameter',
  test: 'Test',
  live: 'live',
  ausgesetzt: 'ausgesetzt',
  beendet: 'beendet',
};

/** What each state means for the coordinator. */
export const zustandText: Readonly<Record<Zustand, string>> = {
  interesse: 'Ihre Kommune hat Interesse bekundet. Als Nächstes füllen Sie die Parameter aus.',
  parameter: 'Sie füllen die Parameter aus. Wenn alles da ist, beginnt der Test.',
  test: 'Sie probieren den Onlinedienst aus. Bürgerinnen und Bürger sehen ihn noch nicht.',
  live: 'Bürgerinnen und Bürger können den Onlinedienst nutzen.',
  ausgesetzt: 'Der Onlinedienst ist vorübergehend nicht nutzbar. Bürgerinnen und Bürger lesen den Grund.',
  beendet: 'Die Anbindung ist beendet.',
};

export const schrittLabel: Readonly<Record<Schritt, string>> = {
  'parameter-erfassen': 'Parameter speichern',
  testen: 'Test beginnen',
  'zurueck-zu-parametern': 'Zurück zu den Parametern',
  'live-schalten': 'Live schalten',
  aussetzen: 'Aussetzen',
  fortsetzen: 'Fortsetzen',
  beenden: 'Beenden',
  'neu-beginnen': 'Neu beginnen',
};
