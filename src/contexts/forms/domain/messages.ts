/** What people read when an answer is missing or wrong: what is wrong, and how to mend it. */
export const messages = {
  required: {
    text: (label: string) => `Bitte füllen Sie „${label}“ aus.`,
    choice: (label: string) => `Bitte wählen Sie bei „${label}“ etwas aus.`,
    declaration: (label: string) => `Bitte bestätigen Sie: ${label}`,
    file: (label: string) => `Bitte fügen Sie zu „${label}“ eine Datei bei.`,
    rows: (item: string, min: number) =>
      `Bitte machen Sie Angaben zu mindestens ${min === 1 ? 'einem Eintrag' : `${min} Einträgen`} „${item}“.`,
  },
  computed: 'berechnet',
  wrongShape: 'Diese Angabe können wir nicht lesen. Bitte geben Sie sie neu ein.',
  controlCharacters: 'Die Angabe enthält unsichtbare Steuerzeichen. Bitte tippen Sie sie neu ein.',
  tooLong: (max: number) => `Bitte kürzen Sie die Angabe auf höchstens ${max} Zeichen.`,
  tooShort: (min: number) => `Die Angabe ist zu kurz. Sie hat mindestens ${min} Zeichen.`,
  exactLength: (length: number) => `Die Angabe hat genau ${length} Zeichen.`,
  digits: 'Bitte geben Sie nur Ziffern ein.',
  letters: 'Bitte geben Sie nur Buchstaben ein.',
  email: 'Das ist keine E-Mail-Adresse. Sie sieht so aus: name@beispiel.de.',
  phone: 'Das ist keine Telefonnummer. Sie besteht aus Ziffern, zum Beispiel 05261 213-0.',
  date: 'Diesen Tag gibt es nicht. Bitte geben Sie ihn so ein: 21.11.2026.',
  dateFrom: (day: string) => `Der Tag darf nicht vor dem ${day} liegen.`,
  dateTo: (day: string) => `Der Tag darf nicht nach dem ${day} liegen.`,
  number: 'Das ist keine Zahl. Bitte geben Sie nur Ziffern ein, zum Beispiel 42.',
  decimals: (places: number) =>
    places === 0
      ? 'Bitte geben Sie eine ganze Zahl ohne Komma ein.'
      : `Bitte geben Sie höchstens ${places} ${places === 1 ? 'Stelle' : 'Stellen'} nach dem Komma an.`,
  min: (value: string) => `Der Wert muss mindestens ${value} sein.`,
  max: (value: string) => `Der Wert darf höchstens ${value} sein.`,
  money: 'Das ist kein Geldbetrag. Er sieht so aus: 1.234,50.',
  option: 'Diese Auswahl gibt es hier nicht. Bitte wählen Sie einen der angezeigten Einträge.',
  address: {
    street: 'Bitte geben Sie die Straße an.',
    number: 'Bitte geben Sie die Hausnummer an, zum Beispiel 12a.',
    plz: 'Die Postleitzahl hat fünf Ziffern.',
    city: 'Bitte geben Sie den Ort an.',
  },
  iban: 'Diese IBAN stimmt nicht. Bitte vergleichen Sie sie mit Ihrer Bankkarte.',
  plate: 'Das ist kein deutsches Kennzeichen. Es sieht so aus: LIP-AB 123.',
  files: {
    tooMany: (max: number) =>
      `Hier ${max === 1 ? 'ist nur eine Datei' : `sind höchstens ${max} Dateien`} möglich. Bitte entfernen Sie eine.`,
    tooLarge: (name: string, size: string) =>
      `Die Datei „${name}“ ist größer als ${size}. Bitte verkleinern Sie sie.`,
    wrongType: (name: string, types: string) =>
      `Die Datei „${name}“ hat keine erlaubte Art. Möglich sind: ${types}.`,
    empty: (name: string) => `Die Datei „${name}“ ist leer.`,
  },
  tooManyRows: (item: string, max: number) => `Hier sind höchstens ${max} Einträge „${item}“ möglich.`,
  yes: 'Ja',
  no: 'Nein',
  confirmed: 'Bestätigt',
  notConfirmed: 'Nicht bestätigt',
  unanswered: 'keine Angabe',
} as const;
