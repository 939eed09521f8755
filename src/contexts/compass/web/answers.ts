import { flashesOf } from '#platform';

const flashes = {
  gespeichert: 'Ihre Angabe ist gespeichert.',
  nachweis: 'Die Datei ist gespeichert und Nachweis dieser Leistung.',
  'nachweis-geloescht': 'Die Datei ist gelöscht.',
  bestaetigt: 'Die Angabe gilt weiter. Sie ist jetzt von heute.',
  zurueckgenommen: 'Die Angabe ist zurückgenommen. Es gilt wieder „keine Angabe“.',
  'nichts-neues': 'Es hat sich nichts geändert. Gespeichert ist, was schon galt.',
  angelegt: 'Der Fachbereich ist angelegt.',
  geaendert: 'Der Fachbereich ist geändert.',
  zugeordnet: 'Die Zuordnung ist gespeichert.',
  person: 'Die Person ist eingetragen.',
  'person-beendet': 'Die Zuordnung der Person ist beendet.',
  uebergeben: 'Die Übergabe ist erledigt.',
} as const;

export const { done, flashOf } = flashesOf(flashes);

export type FlashName = keyof typeof flashes;
