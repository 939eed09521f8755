import { flashesOf } from '#platform';

const flashes = {
  angelegt: 'Das Projekt ist angelegt.',
  gespeichert: 'Die Änderungen sind gespeichert. Was vorher galt, bleibt im Verlauf.',
  interesse: 'Ihr Interesse ist vermerkt.',
  zurueckgezogen: 'Ihr Interesse ist zurückgezogen.',
  eingelesen: 'Die Tabelle ist übernommen.',
} as const;

export const { done, flashOf } = flashesOf(flashes);

export type FlashName = keyof typeof flashes;
