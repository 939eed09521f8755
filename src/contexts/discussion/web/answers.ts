import { flashesOf } from '#platform';

const flashes = {
  gefragt: 'Die Rückfrage ist gestellt. Wen sie angeht, der hat sie jetzt ungelesen.',
  antwort: 'Ihre Antwort steht in der Rückfrage.',
  ergaenzung: 'Ihre Ergänzung steht in der Rückfrage.',
  'wieder-offen': 'Die Rückfrage ist wieder offen.',
  zurueckgezogen: 'Die Rückfrage ist zurückgezogen.',
  bearbeitet: 'Ihr Beitrag ist geändert. Die frühere Fassung bleibt lesbar.',
  folgen: 'Sie folgen dieser Rückfrage und sehen Neues als ungelesen.',
  stumm: 'Die Rückfrage ist für Sie stumm. Wenn jemand Sie mit Namen erwähnt, erfahren Sie es trotzdem.',
  gelesen: 'Alles ist als gelesen markiert.',
  veroeffentlicht: 'Die Antwort ist für alle betreuten Kommunen veröffentlicht.',
  zurueckgenommen: 'Die veröffentlichte Antwort ist zurückgenommen.',
} as const;

export const { done, flashOf } = flashesOf(flashes);

export type FlashName = keyof typeof flashes;
