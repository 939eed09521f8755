import type { Adressat } from './domain/rueckfrage.ts';
import type { BeitragArt, Zustand } from './domain/zustand.ts';

export const zustandLabel: Readonly<Record<Zustand, string>> = {
  offen: 'offen',
  'wieder-offen': 'wieder offen',
  beantwortet: 'beantwortet',
  zurueckgezogen: 'zurückgezogen',
};

export const adressatLabel: Readonly<Record<Adressat, string>> = {
  eigene: 'eigene Organisation',
  dienstleister: 'IT-Dienstleister',
  kommune: 'Kommune',
  verbund: 'alle Kommunen im Verbund',
};

export const beitragLabel: Readonly<Record<BeitragArt, string>> = {
  frage: 'Frage',
  antwort: 'Antwort',
  ergaenzung: 'Ergänzung',
  'wieder-offen': 'Wieder geöffnet',
  zurueckgezogen: 'Zurückgezogen',
};

/** The mail says that there is something, and nothing of it: mail is no place for it. */
export function noticeMail(origin: string, id: string) {
  return {
    subject: 'Sie haben eine neue Rückfrage',
    text: `Guten Tag,

in Leitwerk wartet eine Rückfrage auf Sie, oder in einer Rückfrage gibt es Neues:

${origin}/rueckfragen/${id}

Zu dieser Rückfrage erhalten Sie erst wieder eine Nachricht, wenn Sie sie gelesen haben. Möchten Sie keine mehr, schalten Sie sie auf der Seite stumm.`,
  };
}
