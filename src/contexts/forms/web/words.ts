/** Fixed texts of the form's pages. */
export const german = {
  next: 'Weiter',
  toSummary: 'Angaben prüfen',
  back: 'Zurück',
  step: (position: number, total: number) => `Schritt ${position} von ${total}`,
  add: (item: string) => `${item} hinzufügen`,
  remove: (title: string) => `${title} entfernen`,
  removeFile: (name: string) => `Datei „${name}“ entfernen`,
  uploaded: 'Hochgeladene Dateien',
  scanned: 'auf Schadsoftware geprüft',
  notScanned: 'wird auf Schadsoftware geprüft, bevor jemand sie öffnet',
  fileRules: (types: string, size: string, count: number) =>
    `${count === 1 ? 'Eine Datei' : `Bis zu ${count} Dateien`}: ${types}, höchstens ${size}${count === 1 ? '' : ' je Datei'}.`,
  filesFull: 'Mehr Dateien sind hier nicht möglich. Entfernen Sie eine, um eine andere beizufügen.',
  revealedTitle: 'Zu Ihren Angaben gehören weitere Fragen',
  revealedBody:
    'Bitte füllen Sie auch die neuen Felder auf dieser Seite aus. Ihre bisherigen Angaben sind noch da.',
  euro: 'in Euro',
  inUnit: (unit: string) => `in ${unit}`,
  dateHint: 'Zum Beispiel 21.11.2026',
  yes: 'Ja',
  no: 'Nein',
  address: { street: 'Straße', number: 'Hausnummer', plz: 'Postleitzahl', city: 'Ort', country: 'Staat' },
  cityHint: 'Bleibt das Feld leer, ergänzen wir den Ort aus der Postleitzahl, wo sie nur zu einem gehört.',
  citiesHint: (cities: string) => `Zu dieser Postleitzahl: ${cities}.`,
  name: { title: 'Titel', given: 'Vornamen', family: 'Nachname', birth: 'Geburtsname' },
  partial: { day: 'Tag', month: 'Monat', year: 'Jahr' },
  partialHint: 'Was Sie nicht wissen, lassen Sie leer.',
  datetime: { day: 'Tag', time: 'Uhrzeit' },
  period: { from: 'Von', to: 'Bis' },
  openEnd: 'Leer lassen, wenn das Ende offen ist.',
  location: { point: 'Koordinaten', text: 'Beschreibung der Stelle' },
  locate: 'Meinen Standort verwenden',
  locating: 'Ihr Standort wird ermittelt.',
  locateFailed: 'Der Standort ließ sich nicht ermitteln. Bitte beschreiben Sie die Stelle.',
  locationHint: 'Eines von beiden genügt.',
  pointHint: 'Breite und Länge, zum Beispiel 52.0281, 8.9001',
  textHint: 'Zum Beispiel Straße und Hausnummer oder „Ecke Mittelstraße und Papenstraße“',
  timeHint: 'Zum Beispiel 14:30',
  taxIdHint: 'Elf Ziffern, zum Beispiel auf Ihrem Steuerbescheid',
  searchHint: 'Tippen Sie die ersten Buchstaben.',
  nearLegend: 'Meinten Sie einen dieser Einträge?',
  entry: (number: number) => `Eintrag ${number}`,
  purpose: 'Wozu',
  withdrawal: 'Widerruf',
  voluntary: 'Die Einwilligung ist freiwillig.',
  optional: 'freiwillig',
  help: 'Mehr dazu',
  origin: (from: string) => `Vorbelegt ${from}. Sie können die Angabe ändern.`,
  language: 'Sprache',
  errorTitle: 'Bitte prüfen Sie Ihre Angaben',
  untranslated: 'Noch nicht alle Texte gibt es in dieser Sprache. Sie stehen hier auf Deutsch.',
  change: 'Ändern',
  incompleteTitle: 'Es fehlen noch Angaben',
  fee: 'Kosten',
  feeOnce: 'Einmalig zusammen',
  feeYearly: 'Jährlich zusammen',
  feeOpen: 'steht noch nicht fest',
  perYear: 'im Jahr',
} as const;

type Words<T> = T extends string
  ? string
  : T extends (...parts: infer P) => string
    ? (...parts: P) => string
    : { readonly [K in keyof T]: Words<T[K]> };

/** What the pages say besides the form's own texts, in one language. */
export type WebWords = Words<typeof german>;
