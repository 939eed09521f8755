/** What people read when an answer is missing or wrong: what is wrong, and how to mend it. */
export const german = {
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
  pattern: 'Die Angabe hat nicht die erwartete Form. Bitte prüfen Sie sie noch einmal.',
  url: 'Das ist keine Adresse im Netz. Sie sieht so aus: https://www.beispiel.de.',
  partialDate: 'Bitte geben Sie das Jahr mit vier Ziffern an, und Monat und Tag, soweit Sie sie wissen.',
  monthNeeded: 'Bitte geben Sie auch den Monat an, zum Beispiel 5.',
  time: 'Das ist keine Uhrzeit. Sie sieht so aus: 14:30.',
  periodOrder: 'Das Ende liegt vor dem Anfang. Bitte tauschen Sie die Tage oder ändern Sie einen.',
  year: 'Bitte geben Sie das Jahr mit vier Ziffern an, zum Beispiel 2026.',
  taxId: 'Diese Steuer-ID stimmt nicht. Sie hat elf Ziffern und steht auf Ihrem Steuerbescheid.',
  pensionId: 'Diese Versicherungsnummer stimmt nicht. Sie hat zwölf Zeichen, zum Beispiel 15 070649 C 103.',
  ags: 'Das ist kein amtlicher Gemeindeschlüssel. Er hat acht Ziffern, zum Beispiel 05766044.',
  bic: 'Das ist kein BIC. Er hat acht oder elf Zeichen, zum Beispiel WELADED1LEM.',
  location:
    'Diese Stelle können wir nicht lesen. Geben Sie Koordinaten wie 52.0281, 8.9001 an oder beschreiben Sie die Stelle.',
  country: 'Diesen Staat gibt es in der Liste nicht. Bitte wählen Sie einen Eintrag.',
  choiceNearby: (labels: string) => `Bitte wählen Sie einen Eintrag der Liste. Ähnlich sind: ${labels}.`,
  minChosen: (count: number) => `Bitte wählen Sie mindestens ${count} Einträge aus.`,
  maxChosen: (count: number) =>
    `Bitte wählen Sie höchstens ${count} ${count === 1 ? 'Eintrag' : 'Einträge'} aus.`,
  name: {
    title: 'Bitte prüfen Sie den Titel.',
    given: 'Bitte geben Sie Ihre Vornamen an.',
    family: 'Bitte geben Sie Ihren Nachnamen an.',
    birth: 'Bitte prüfen Sie den Geburtsnamen.',
  },
  address: {
    cityOfPlz: (cities: string) =>
      `Zu dieser Postleitzahl gehören mehrere Orte. Bitte geben Sie einen davon an: ${cities}.`,
    country: 'Bitte geben Sie den Staat an.',
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
  tooManyRowsOfForm: 'Zusammen sind das mehr Einträge, als dieses Formular annimmt.',
  tooManyRows: (item: string, max: number) => `Hier sind höchstens ${max} Einträge „${item}“ möglich.`,
  yes: 'Ja',
  no: 'Nein',
  confirmed: 'Bestätigt',
  notConfirmed: 'Nicht bestätigt',
  consented: 'Eingewilligt',
  notConsented: 'Nicht eingewilligt',
  today: 'heute',
  openEnd: 'offen',
  period: (from: string, to: string) => `${from} bis ${to}`,
  unknownDay: 'unbekannt',
  unanswered: 'keine Angabe',
  origin: {
    account: (level: string) => `aus Ihrem Konto${level ? ` (${level})` : ''}`,
    register: (name: string) => `aus dem Register „${name}“`,
    later: (day: string) => `nachgereicht am ${day}`,
    earlier: 'aus Ihrem früheren Antrag',
    edited: (before: string) => `${before}, danach von Ihnen geändert`,
    levels: {
      low: 'Vertrauensniveau niedrig',
      substantial: 'Vertrauensniveau substanziell',
      high: 'Vertrauensniveau hoch',
    },
  },
} as const;

type Words<T> = T extends string
  ? string
  : T extends (...parts: infer P) => string
    ? (...parts: P) => string
    : { readonly [K in keyof T]: Words<T[K]> };

/** What the engine itself says to people, in one language. */
export type Messages = Words<typeof german>;
