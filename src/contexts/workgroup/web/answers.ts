import { flashesOf } from '#platform';

const flashes = {
  gegruendet: 'Die Arbeitsgruppe ist gegründet. Geben Sie jetzt den Kommunen einen Sitz.',
  sitze: 'Die Sitze sind vergeben. Wer sie einnimmt, bestimmt jede Kommune selbst.',
  beigetreten: 'Sie haben jetzt einen Sitz in der Arbeitsgruppe.',
  beendet:
    'Der Sitz ist beendet. Unter „Ausgeschieden“ steht, wer offene Aufgaben und Fragen übernommen hat.',
  gast: 'Der Gast ist aufgenommen.',
  'gast-geloescht': 'Die Angaben des Gastes sind gelöscht.',
  geplant: 'Die Sitzung ist als Entwurf angelegt. Ergänzen Sie die Tagesordnung und laden Sie dann ein.',
  geaendert:
    'Die Sitzung ist geändert. Wer schon eingeladen war, erhält den neuen Termin, falls er sich geändert hat.',
  eingeladen: 'Die Einladungen gehen jetzt mit Kalenderdatei hinaus.',
  begonnen: 'Die Sitzung läuft. Alle Mitglieder können jetzt im Protokoll mitschreiben.',
  abgeschlossen:
    'Die Sitzung ist abgeschlossen. Offene Fragen stehen von selbst auf der nächsten Tagesordnung.',
  abgesagt: 'Die Sitzung ist abgesagt. Wer eingeladen war, erhält die Absage.',
  punkt: 'Die Tagesordnung ist geändert.',
  unterlage: 'Die Unterlage ist gespeichert.',
  'unterlage-geloescht': 'Die Unterlage ist gelöscht.',
  angemeldet: 'Ihre Rückmeldung ist gespeichert. Sie können sie jederzeit ändern.',
  anwesenheit: 'Die Anwesenheit ist festgehalten.',
  notiz: 'Die Notiz steht im Protokoll.',
  beide:
    'Jemand anderes hat diese Notiz zur selben Zeit geändert. Beide Texte sind gespeichert; Ihrer steht als eigene Notiz darunter.',
  vorgeschlagen: 'Der Beschluss ist vorgeschlagen.',
  beschluss: 'Der Stand des Beschlusses ist geändert.',
  stimme: 'Ihre Stimme ist gezählt. Solange die Abstimmung läuft, können Sie sie ändern.',
  aufgabe: 'Die Aufgabe ist gespeichert.',
  frage: 'Die Zuteilung ist gespeichert.',
} as const;

export type FlashName = keyof typeof flashes;

export const { done, flashOf } = flashesOf(flashes);
