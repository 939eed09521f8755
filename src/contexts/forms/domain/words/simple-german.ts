import { german, type Messages } from './german.ts';

/** Leichte Sprache: short sentences, one thought each. What is not here is said as in German. */
export const simpleGerman: Messages = {
  ...german,
  required: {
    text: (label) => `Hier fehlt etwas: ${label}. Bitte schreiben Sie die Antwort in das Feld.`,
    choice: (label) => `Hier fehlt etwas: ${label}. Bitte wählen Sie eine Antwort aus.`,
    declaration: (label) => `Hier fehlt Ihr Haken: ${label}`,
    file: (label) => `Hier fehlt eine Datei: ${label}. Bitte laden Sie die Datei hoch.`,
    rows: (item, min) => `Hier fehlen Antworten zu: ${item}. Wir brauchen mindestens ${min}.`,
  },
  computed: 'ausgerechnet',
  wrongShape: 'Wir verstehen diese Antwort nicht. Bitte schreiben Sie sie noch einmal.',
  controlCharacters: 'In der Antwort sind falsche Zeichen. Bitte tippen Sie die Antwort noch einmal.',
  tooLong: (max) => `Die Antwort ist zu lang. Höchstens ${max} Zeichen passen.`,
  tooShort: (min) => `Die Antwort ist zu kurz. Sie hat mindestens ${min} Zeichen.`,
  email: 'Das ist keine E-Mail-Adresse. Eine E-Mail-Adresse sieht so aus: name@beispiel.de',
  phone: 'Das ist keine Telefon-Nummer. Eine Telefon-Nummer hat nur Ziffern.',
  date: 'Diesen Tag gibt es nicht. Schreiben Sie den Tag so: 21.11.2026',
  number: 'Das ist keine Zahl. Schreiben Sie nur Ziffern, zum Beispiel: 42',
  option: 'Das können Sie hier nicht auswählen. Bitte wählen Sie eine Antwort, die Sie sehen.',
  iban: 'Diese Konto-Nummer (IBAN) stimmt nicht. Sie finden die Nummer auf Ihrer Bank-Karte.',
  unanswered: 'keine Antwort',
};
