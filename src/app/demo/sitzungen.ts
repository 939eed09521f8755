/** A session of the invented group that is over: so many days ago, with what was said and decided. */
export interface Vergangen {
  readonly vor: number;
  readonly termin: Readonly<Record<string, string>>;
  readonly punkte: readonly Readonly<Record<string, string>>[];
  readonly protokoll: readonly { readonly punkt: number; readonly text: string }[];
  readonly beschluesse: readonly {
    readonly titel: string;
    readonly text: string;
    readonly gewichtung: string;
    readonly ziele: string;
    /** How the members vote in turn; empty where it was taken down without a vote. */
    readonly stimmen: readonly string[];
  }[];
  readonly aufgaben: readonly { readonly titel: string; readonly tage: number }[];
}

const saal = {
  beginn: '09:30',
  ende: '12:00',
  form: 'hybrid',
  ort: 'Rathaus Musterstadt, Saal 1 (erfunden)',
  link: 'https://konferenz.demo.invalid/arbeitsgruppe',
} as const;

export const demoSitzungen: readonly Vergangen[] = [
  {
    vor: 182,
    termin: { titel: 'Frühjahrssitzung', ...saal },
    punkte: [
      { titel: 'Begrüßung und Protokoll der letzten Sitzung', minuten: '10' },
      {
        titel: 'Hund anmelden: Wer schließt sich an?',
        minuten: '45',
        text: 'Der gemeinsame Onlinedienst ist fertig. Zu klären sind Kassenzeichen und Zustellung.',
      },
      { titel: 'Verschiedenes', minuten: '15' },
    ],
    protokoll: [
      { punkt: 0, text: 'Das Protokoll der letzten Sitzung wird ohne Änderung angenommen.' },
      {
        punkt: 1,
        text: 'Der IT-Dienstleister führt den Onlinedienst „Hund anmelden“ vor. Mehrere Kommunen fragen nach dem Kassenzeichen; es wird bei der Anbindung eingetragen.',
      },
      { punkt: 2, text: 'Die nächste Sitzung findet in einem Vierteljahr statt.' },
    ],
    beschluesse: [
      {
        titel: 'Hund anmelden gemeinsam einführen',
        text: 'Die Arbeitsgruppe empfiehlt allen Kommunen, sich dem gemeinsamen Onlinedienst „Hund anmelden“ anzuschließen.',
        gewichtung: 'kommune',
        ziele: 'leistung:L02950, onlinedienst:hund-anmelden',
        stimmen: ['ja'],
      },
    ],
    aufgaben: [{ titel: 'Merkblatt zur Anbindung „Hund anmelden“ verteilen', tage: -120 }],
  },
  {
    vor: 91,
    termin: { titel: 'Herbstsitzung', ...saal, form: 'online', ort: '' },
    punkte: [
      { titel: 'Was ist neu seit der letzten Sitzung', minuten: '20' },
      {
        titel: 'Wohngeld: Zuständigkeit und Onlinedienst',
        minuten: '40',
        text: 'Welche Gemeinden sind selbst zuständig? Welcher Dienst passt?',
      },
      { titel: 'Stand der Anbindungen', minuten: '30' },
    ],
    protokoll: [
      { punkt: 0, text: 'Die Liste „Was ist neu“ wird durchgesehen. Rückfragen dazu gibt es nicht.' },
      {
        punkt: 1,
        text: 'Die Regel zum Wohngeld wird besprochen. Einige Gemeinden möchten die Frage der Datenübernahme vorab klären.',
      },
      { punkt: 2, text: 'Lemgo berichtet von der Anbindung. Detmold beginnt im nächsten Quartal.' },
    ],
    beschluesse: [
      {
        titel: 'Wohngeld erst nach Klärung der Datenübernahme',
        text: 'Die Einführung eines Onlinedienstes für Wohngeld beginnt, sobald die Datenübernahme in das Fachverfahren geklärt ist.',
        gewichtung: 'einwohner',
        ziele: 'regel:wohngeld',
        stimmen: ['ja', 'ja', 'enthaltung'],
      },
      {
        titel: 'Sitzungen im Wechsel vor Ort und online',
        text: 'Jede zweite Sitzung findet online statt.',
        gewichtung: 'person',
        ziele: '',
        stimmen: [],
      },
    ],
    aufgaben: [
      { titel: 'Datenübernahme beim Wohngeld mit dem Hersteller klären', tage: 20 },
      { titel: 'Erfahrungen mit der Anbindung aufschreiben', tage: -5 },
    ],
  },
];

/** The next session, so many days ahead. */
export const demoNaechste = {
  in: 16,
  termin: { titel: 'Wintersitzung', ...saal },
  punkte: [
    { titel: 'Was ist neu seit der letzten Sitzung', minuten: '15' },
    {
      titel: 'Offene Fragen',
      minuten: '30',
      text: 'Jede unbeantwortete Frage an alle Kommunen steht von selbst unten.',
    },
    { titel: 'Bedarf und Prioritäten für das nächste Jahr', minuten: '60' },
    { titel: 'Aufgaben und nächster Termin', minuten: '15' },
  ],
} as const;

/** Questions to the whole circle: two wait, one is answered. */
export const demoFragen: readonly {
  readonly zu: string;
  readonly betreff: string;
  readonly text: string;
  readonly antwort: string | null;
  readonly zugeteilt: boolean;
}[] = [
  {
    zu: 'leistung:L02950',
    betreff: 'Wie tragen andere das Kassenzeichen bei der Hundeanmeldung ein?',
    text: 'Bei uns gibt es je Hund ein eigenes Kassenzeichen. Wie lösen das andere Kommunen?',
    antwort:
      'Tragen Sie bei der Anbindung das Sammelkassenzeichen ein. Das eigene vergibt Ihr Fachverfahren bei der Übernahme.',
    zugeteilt: false,
  },
  {
    zu: 'regel:wohngeld',
    betreff: 'Wer hat die Datenübernahme beim Wohngeld schon erprobt?',
    text: 'Vor der Einführung möchten wir wissen, ob die Angaben ohne Abtippen ins Fachverfahren kommen.',
    antwort: null,
    zugeteilt: true,
  },
  {
    zu: 'onlinedienst:hund-anmelden',
    betreff: 'Kann der Dienst auch Abmeldungen annehmen?',
    text: 'Viele Menschen möchten ihren Hund auch online abmelden. Ist das geplant?',
    antwort: null,
    zugeteilt: false,
  },
];
