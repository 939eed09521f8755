import { html } from 'hono/html';
import { type EvidenceGrade, localDate } from '#kernel';
import {
  accordion,
  alert,
  badge,
  barChart,
  button,
  buttonRow,
  type Content,
  card,
  cardGrid,
  checkboxField,
  checkboxGroup,
  descriptionList,
  emptyState,
  errorOf,
  errorSummary,
  evidenceBadge,
  externalLink,
  fieldset,
  fileField,
  form,
  glossaryTerm,
  type Html,
  importPreview,
  inputField,
  type ListDefinition,
  linkButton,
  listIndex,
  listPage,
  type PageFrame,
  pageLayout,
  progress,
  type RowSelection,
  radioGroup,
  readListQuery,
  reasonChain,
  section,
  selectField,
  stackedBar,
  statTiles,
  table,
  tabs,
  textareaField,
  textLink,
  tree,
  verdictBadge,
} from '#ui';

import { galleryCharts, galleryMap } from './gallery-charts.ts';
import { galleryImport } from './gallery-import.ts';
import { answerGalleryMatrix, galleryMatrix, galleryMatrixRefused } from './gallery-matrix.ts';

/** A Leistung of the gallery; invented, only to look at the parts. */
export interface GalleryRow {
  readonly id: string;
  readonly leika: string | null;
  readonly name: string;
  readonly feld: string;
  readonly verdict: 'selbst' | 'Kreis' | 'Land' | 'Bund' | 'andere Stelle' | 'nicht einschlägig' | 'offen';
  readonly faelle: number | null;
  readonly stand: string | null;
}

const felder = ['Bauen und Wohnen', 'Familie und Kind', 'Mobilität und Reisen', 'Steuern und Zoll'];
const verdicts = ['selbst', 'Kreis', 'Land', 'Bund', 'andere Stelle', 'nicht einschlägig', 'offen'] as const;
const names = [
  'Wohngeld Erstbewilligung',
  'Baugenehmigung im vereinfachten Verfahren Erteilung',
  'Hundesteuer Anmeldung',
  'Erlaubnis zur Kindertagespflege Erteilung',
  'Ausnahmegenehmigung zur Durchführung von Großraum- und Schwertransporten nach der Straßenverkehrs-Ordnung',
  'Führerschein Umtausch',
  'Grundsteuer Festsetzung',
];

/** As many rows as wanted, always the same. */
export function galleryRows(count: number): readonly GalleryRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `L${String(index + 1).padStart(5, '0')}`,
    leika: index % 9 === 0 ? null : `99${String(107_000_000_000 + index * 977).padStart(12, '0')}`,
    name: `${names[index % names.length]}${index >= names.length ? ` ${index}` : ''}`,
    feld: felder[index % felder.length] ?? '',
    verdict: verdicts[(index * 3) % verdicts.length] ?? 'offen',
    faelle: index % 5 === 0 ? null : (index * 7919) % 12_000,
    stand: index % 4 === 0 ? null : '2019-10-05',
  }));
}

/** A list with everything that a list can have. */
export const galleryList: ListDefinition<GalleryRow> = {
  id: 'leistungen',
  columns: [
    {
      key: 'name',
      label: 'Leistung',
      value: (row) => row.name,
      cell: (row) => textLink(`/leistungen/${row.id}`, row.name),
      sortable: true,
      width: 'wide',
    },
    { key: 'leika', label: 'LeiKa-Schlüssel', value: (row) => row.leika, width: 'narrow' },
    { key: 'feld', label: 'Themenfeld', value: (row) => row.feld, sortable: true },
    {
      key: 'verdict',
      label: 'Zuständig',
      value: (row) => row.verdict,
      cell: (row) => verdictBadge(row.verdict),
      sortable: true,
    },
    {
      key: 'faelle',
      label: 'Fälle im Jahr',
      kind: 'number',
      value: (row) => row.faelle,
      sortable: true,
      total: 'sum',
    },
    { key: 'nummer', label: 'Nummer', value: (row) => row.id, hidden: true },
    {
      key: 'stand',
      label: 'Stand',
      kind: 'date',
      value: (row) => row.stand,
      sortable: true,
      width: 'narrow',
    },
  ],
  search: (row) => `${row.name} ${row.leika ?? ''} ${row.id}`,
  filters: [
    {
      key: 'feld',
      label: 'Themenfeld',
      options: felder.map((feld) => ({ value: feld, label: feld })),
      values: (row) => row.feld,
    },
    {
      key: 'verdict',
      label: 'Zuständig',
      options: verdicts.map((one) => ({ value: one, label: one })),
      values: (row) => row.verdict,
    },
  ],
  defaultSort: { key: 'name', descending: false },
  groupings: [
    { key: 'feld', label: 'Themenfeld', value: (row) => row.feld },
    { key: 'verdict', label: 'Zuständig', value: (row) => row.verdict },
  ],
  pageSizes: [10, 25, 50],
  keeps: ['datum'],
};

export const galleryFrame = {
  area: 'Stadt Lemgo',
  demo: true,
  user: {
    name: 'Jana Brinkmann',
    organisation: 'Alte Hansestadt Lemgo',
    signOutAction: '/abmelden',
    csrfToken: 'x',
    profileHref: '/konto',
  },
  footer: [
    { label: 'Impressum', href: '/impressum' },
    { label: 'Datenschutz', href: '/datenschutz' },
    { label: 'Barrierefreiheit', href: '/barrierefreiheit' },
    { label: 'Barriere oder Fehler melden', href: '/feedback' },
  ],
  sessionWarning: { expiresAt: new Date('2126-11-21T13:32:00Z'), extendAction: '/sitzung', csrfToken: 'x' },
} satisfies Partial<PageFrame>;

function page(title: string, main: Content, more: Partial<PageFrame> = {}): Html {
  const navigation = ['Übersicht', 'Pflichten', 'Leistungen', 'Kommunen', 'Mitglieder', 'Protokoll'].map(
    (label, index) => ({
      label,
      href: `/${label.toLowerCase()}`,
      current: index === 1,
    }),
  );
  return pageLayout({
    ...galleryFrame,
    navigation,
    navigationWithin: {
      label: 'Pflichten',
      links: [
        { label: 'Pflichten', href: '/pflichten', current: true },
        { label: 'Stand', href: '/stand', current: false },
      ],
    },
    breadcrumb: [{ label: 'Pflichten', href: '/pflichten' }],
    title,
    main,
    ...more,
  });
}

const parts = [
  { label: 'selbst', value: 1312, href: '/pflichten?verdict=selbst' },
  { label: 'Kreis', value: 845, href: '/pflichten?verdict=Kreis' },
  { label: 'Land', value: 689 },
  { label: 'Bund', value: 402 },
  { label: 'andere Stelle', value: 211 },
  { label: 'nicht einschlägig', value: 90, tone: 'none' },
  { label: 'offen', value: 1700, tone: 'open' },
] as const;

const reason = (title: string, evidence: EvidenceGrade, text: string, url: string | null) => ({
  title,
  text,
  source: { title: 'Gemeindeordnung für das Land Nordrhein-Westfalen, § 4 Absatz 3', url },
  evidence,
  validity: { validFrom: localDate('2025-01-01'), validTo: null },
});

function overview(): Html {
  return page(
    'Was Lemgo seinen Bürgerinnen und Bürgern schuldet',
    [
      statTiles([
        {
          label: 'Leistungen führt Lemgo selbst aus',
          value: '1.312',
          note: 'von 5.249, Stand 05.10.2019',
          href: '/pflichten?verdict=selbst',
        },
        { label: 'Leistungen übernimmt der Kreis Lippe', value: '845', href: '/pflichten?verdict=Kreis' },
        {
          label: 'Leistungen sind noch offen',
          value: '1.700',
          note: 'Niemand hat bisher eine Quelle benannt.',
          href: '/pflichten?verdict=offen',
        },
      ]),
      section(
        'Wer führt die Leistungen aus?',
        stackedBar({
          id: 'zustaendig',
          caption: 'Zuständigkeit für 5.249 Leistungen',
          description: 'Lemgo führt ein Viertel selbst aus, ein Drittel ist noch offen.',
          parts,
        }),
      ),
      section(
        'Nach Themenfeld',
        barChart({
          id: 'feld',
          caption: 'Eigene Leistungen je Themenfeld',
          description: 'Die meisten eigenen Leistungen liegen im Bereich Bauen und Wohnen.',
          parts: felder.map((label, index) => ({ label, value: 420 - index * 97 })),
        }),
      ),
    ],
    {
      breadcrumb: [],
      lead: 'Für jede Leistung steht hier, wer sie ausführt, und warum. Was niemand belegt hat, bleibt offen.',
      nextSteps: [
        {
          label: 'Offene Leistungen ansehen',
          href: '/pflichten?verdict=offen',
          detail: 'Beginnen Sie mit denen, die die meisten Menschen betreffen.',
        },
        { label: 'Bestimmung eintragen', href: '/bestimmungen/neu' },
      ],
    },
  );
}

function leistung(): Html {
  return page(
    'Erlaubnis zur Kindertagespflege Erteilung',
    [
      html`<p>${verdictBadge('Kreis', 'Kreis Lippe')} ${evidenceBadge('norm-gelesen')}</p>`,
      section(
        'Warum der Kreis Lippe zuständig ist',
        reasonChain(
          [
            reason(
              'Typisierung 2/3',
              'sekundaerquelle',
              'Der Bund regelt, Land oder Kommune führen aus.',
              null,
            ),
            reason(
              'Norm: § 43 SGB VIII',
              'norm-gelesen',
              'Zuständig ist der örtliche Träger der Jugendhilfe.',
              'https://www.gesetze-im-internet.de/sgb_8/__43.html',
            ),
            reason(
              'Größenklasse: Mittlere kreisangehörige Stadt',
              'norm-gelesen',
              'Lemgo ist seit dem 01.01.2025 so eingestuft.',
              'https://recht.nrw.de',
            ),
            reason('Körperschaft', 'einschaetzung', 'Ein eigenes Jugendamt ist nicht eingetragen.', null),
          ],
          'Also führt der Kreis Lippe diese Leistung für Lemgo aus.',
        ),
      ),
      section(
        'Angaben aus dem Katalog',
        descriptionList([
          ['LeiKa-Schlüssel', '99041006001000'],
          ['OZG-Leistung', textLink('/ozg/10150', '10150 Kindertagespflege')],
          [
            'Verrichtung',
            html`Erteilung: ${glossaryTerm('Verrichtung', 'Was die Verwaltung mit dem Gegenstand tut, zum Beispiel erteilen, ändern oder aufheben.')}`,
          ],
          [
            'Quelle',
            externalLink('https://www.it-planungsrat.de/ein/sehr/langer/pfad', 'OZG-Umsetzungskatalog'),
          ],
          ['Leer', null],
        ]),
      ),
      html`<div>${accordion({ title: 'Welche Kommunen haben ein eigenes Jugendamt?', body: html`<p class="kern-body">Die Liste steht beim Landesjugendamt.</p>` })}${accordion({ title: 'Was heißt „örtlicher Träger“?', body: html`<p class="kern-body">Kreise, kreisfreie Städte und Gemeinden mit Jugendamt.</p>`, open: true })}</div>`,
    ],
    {
      preline: 'Leistung L03181',
      breadcrumb: [
        { label: 'Familie und Kind', href: '/feld/1' },
        { label: 'Kinderbetreuung', href: '/lage/4' },
      ],
    },
  );
}

const problems = [
  { field: 'email', message: 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@lemgo.de.' },
  // A word that nothing breaks by itself, as the name of a key is one.
  {
    field: 'rolle',
    message: 'Wählen Sie eine Rolle aus. Ungültig: OcAQJGpZBUAPOUpBqB5WQAXk0qkQSgivVKcuju7a5UM',
  },
  { field: 'zustimmung', message: 'Bestätigen Sie die Belehrung.' },
];

function formPage(withErrors: boolean): Html {
  const shown = withErrors ? problems : [];
  const error = (name: string) => errorOf(shown, name);
  return page(
    'Mitglied einladen',
    [
      errorSummary(shown),
      form({ action: '/mitglieder', csrfToken: 'x', label: 'Mitglied einladen', multipart: true }, [
        inputField({
          name: 'name',
          label: 'Vor- und Nachname',
          autocomplete: 'name',
          value: withErrors ? 'Ludger "Lutz" <Meyer>' : '',
        }),
        inputField({
          type: 'email',
          name: 'email',
          label: 'Dienstliche E-Mail-Adresse',
          hint: 'An diese Adresse geht die Einladung.',
          error: error('email'),
        }),
        inputField({
          type: 'password',
          name: 'kennwort',
          label: 'Kennwort',
          hint: 'Mindestens 12 Zeichen.',
          autocomplete: 'new-password',
        }),
        inputField({ type: 'date', name: 'ab', label: 'Mitglied ab', optional: true, value: '2026-11-21' }),
        selectField({
          name: 'fachbereich',
          label: 'Fachbereich',
          optional: true,
          options: [
            { value: '1', label: 'Bürgerdienste' },
            { value: '2', label: 'Stadtplanung und Bauen' },
          ],
        }),
        radioGroup({
          name: 'rolle',
          label: 'Rolle',
          error: error('rolle'),
          options: [
            { value: 'a', label: 'Koordination', hint: 'Pflegt alle Leistungen der Kommune.' },
            { value: 'b', label: 'Fachbereich' },
          ],
        }),
        checkboxGroup({
          name: 'rechte',
          label: 'Zusätzliche Rechte',
          options: [
            { value: '1', label: 'Protokoll lesen' },
            { value: '2', label: 'Daten ausführen' },
          ],
          values: ['2'],
        }),
        fieldset('Vertretung', [
          inputField({ name: 'vertretung', label: 'Wer vertritt?', optional: true }),
          inputField({ name: 'bis', label: 'Tage', type: 'number', width: 'narrow', optional: true }),
        ]),
        textareaField({
          name: 'nachricht',
          label: 'Nachricht in der Einladung',
          optional: true,
          maxLength: 500,
        }),
        fileField({
          name: 'liste',
          label: 'Mehrere auf einmal: Liste als Datei',
          optional: true,
          accept: '.csv',
          hint: 'CSV mit Name und E-Mail-Adresse.',
        }),
        checkboxField({
          name: 'zustimmung',
          label: 'Die Person ist über den Datenschutz belehrt.',
          error: error('zustimmung'),
        }),
        buttonRow(button('Einladen'), linkButton('Abbrechen', '/mitglieder', { kind: 'tertiary' })),
      ]),
    ],
    { hasErrors: withErrors, breadcrumb: [{ label: 'Mitglieder', href: '/mitglieder' }] },
  );
}

const gallerySelection: RowSelection<GalleryRow> = {
  key: (row) => row.id,
  label: (row) => row.name,
  action: '/liste-auswahl',
  csrfToken: 'x',
  buttons: [
    { label: 'Zustand ändern …' },
    { label: 'Fachbereich zuordnen …', name: 'was', value: 'fachbereich' },
  ],
};

function listing(
  parameters: URLSearchParams,
  rows: readonly GalleryRow[],
  action = rows.length === 0 ? '/liste-leer' : '/liste',
): Html {
  const { query, problems: misunderstood } = readListQuery(galleryList, parameters);
  return page(
    'Leistungen',
    listPage(galleryList, listIndex(galleryList, rows).run(query), {
      action,
      selection: action === '/liste-auswahl' ? gallerySelection : undefined,
      caption: 'Leistungen des Katalogs',
      noun: ['Leistung', 'Leistungen'],
      files: `/liste`,
      problems: misunderstood,
      emptyState: emptyState({
        title: 'Noch keine Leistungen',
        body: 'Der Katalog ist leer. Er füllt sich, sobald jemand eine Katalogdatei einliest.',
        action: linkButton('Katalog einlesen', '/import'),
      }),
    }),
    { wide: true, lead: 'Der OZG-Umsetzungskatalog mit dem Stand vom 05.10.2019.' },
  );
}

function everything(): Html {
  return page(
    'Alle Bausteine',
    [
      tabs('Ansichten', [
        { label: 'Pflichten', href: '/', current: true, count: '1.312' },
        { label: 'Offen', href: '/offen', count: '1.700' },
        { label: 'Verlauf', href: '/verlauf' },
      ]),
      section(
        'Hinweise',
        html`<div class="lw-stack">${[
          alert({
            kind: 'info',
            title: 'Der Katalog ist vom 05.10.2019',
            body: 'Neuere Fassungen sind nicht eingelesen.',
          }),
          alert({ kind: 'success', title: 'Gespeichert' }),
          alert({
            kind: 'warning',
            title: 'Diese Norm ist außer Kraft',
            body: html`Die Nachfolge hat noch niemand geprüft. ${textLink('/norm', 'Norm ansehen')}`,
          }),
          alert({ kind: 'danger', title: 'Das hat nicht geklappt', body: 'Ihre Eingaben sind erhalten.' }),
        ]}</div>`,
      ),
      section(
        'Zuständigkeit',
        html`<p>${verdicts.map((verdict) => [verdictBadge(verdict), ' '])}</p><p>${verdictBadge('offen', 'Norm außer Kraft')} ${badge('danger', 'gesperrt')} ${badge('success', 'aktiv')}</p>`,
      ),
      section(
        'Karten',
        cardGrid(
          ...felder.map((feld) =>
            card({
              title: feld,
              href: `/feld/${feld}`,
              preline: 'Themenfeld',
              body: html`<p>12 Lagen, 431 Leistungen</p>`,
              headingLevel: 3,
            }),
          ),
        ),
      ),
      section(
        'Themenfelder',
        tree(
          'Katalog',
          felder.map((feld, index) => ({
            label: feld,
            href: '/feld',
            note: '3 Lagen',
            open: index === 0,
            children: [
              {
                label: 'Bauen und Immobilien',
                href: '/lage',
                note: '14 OZG-Leistungen',
                open: index === 0,
                children: [
                  { label: '10098 Baugenehmigung', href: '/ozg', note: '23 Leistungen' },
                  { label: '10099 Vorbescheid', href: '/ozg', note: '4 Leistungen' },
                ],
              },
            ],
          })),
        ),
      ),
      section(
        'Einlesen',
        importPreview({
          added: { count: 3, sample: ['Wohngeld Plus', 'Balkonkraftwerk Anmeldung'] },
          changed: {
            count: 1,
            sample: [
              { entry: 'L00012', field: 'Bezeichnung', before: 'Führerschein', after: 'Fahrerlaubnis' },
            ],
          },
          removed: { count: 0, sample: [] },
          unchanged: 5245,
          notice: 'Entfallene Leistungen bleiben mit ihrem Enddatum erhalten.',
          form: { action: '/import', csrfToken: 'x' },
          cancelHref: '/import',
        }),
      ),
      section(
        'Fortschritt',
        progress({
          label: 'Katalog wird eingelesen',
          value: 1200,
          max: 5249,
          text: '1.200 von 5.249 Zeilen gelesen',
          pollUrl: '/fortschritt',
          facts: { neu: '12', geändert: '1.180', fehlerhaft: '8' },
          cancel: { action: '/abbrechen', csrfToken: 'x' },
        }),
      ),
      section(
        'Tabelle',
        table({
          caption: 'Kommunen im Kreis Lippe',
          columns: [
            { label: 'Kommune' },
            { label: 'AGS', width: 'narrow' },
            { label: 'Einwohnerinnen und Einwohner', numeric: true },
          ],
          rows: [
            ['Lemgo', '05766044', '40.696'],
            ['Detmold', '05766020', '73.586'],
          ],
          footer: ['Summe', '', '114.282'],
        }),
      ),
      section(
        'Noch nichts',
        emptyState({
          title: 'Noch keine Bestimmung',
          body: 'Eine Bestimmung sagt, dass Ihre Kommune eine Aufgabe auf Antrag übernommen hat.',
          action: linkButton('Bestimmung eintragen', '/neu', { kind: 'secondary' }),
        }),
      ),
    ],
    { flash: { kind: 'success', title: 'Die Einladung ist verschickt' } },
  );
}

function longWords(): Html {
  const word = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung';
  return page(
    word,
    [
      verdictBadge('andere Stelle', `${word} der Landwirtschaftskammer`),
      table({
        caption: word,
        columns: [{ label: word }, { label: word, numeric: true }, { label: word }],
        rows: [[word, '1.000.000', textLink('/', word)]],
      }),
      descriptionList([[word, word]]),
      statTiles([{ label: word, value: '1.000.000.000', href: '/' }]),
      card({ title: word, href: '/', body: word }),
      stackedBar({
        id: 'lang',
        caption: word,
        description: word,
        parts: [
          { label: word, value: 3 },
          { label: word, value: 0 },
        ],
      }),
      reasonChain([
        {
          title: word,
          source: { title: word, url: `https://example.org/${word.toLowerCase()}` },
          evidence: 'einschaetzung',
        },
      ]),
    ],
    { area: word, lead: word, breadcrumb: [{ label: word, href: '/' }] },
  );
}

function welcome(): Html {
  return pageLayout({
    title: 'Anmelden',
    demo: false,
    user: null,
    footer: galleryFrame.footer,
    main: form({ action: '/anmelden', csrfToken: 'x' }, [
      inputField({ type: 'email', name: 'email', label: 'E-Mail-Adresse', autocomplete: 'username' }),
      inputField({ type: 'password', name: 'kennwort', label: 'Kennwort' }),
      button('Anmelden'),
    ]),
  });
}

/** Every part of the interface in each of its states, page by page. */
export const galleryPages: Readonly<Record<string, (parameters: URLSearchParams) => Html>> = {
  '/': overview,
  '/leistung': leistung,
  '/formular': () => formPage(false),
  '/formular-fehler': () => formPage(true),
  '/liste': (parameters) => listing(parameters, galleryRows(10_000)),
  '/liste-auswahl': (parameters) => listing(parameters, galleryRows(40), '/liste-auswahl'),
  '/liste-leer': (parameters) => listing(parameters, []),
  '/bausteine': everything,
  '/lang': longWords,
  '/anmelden': welcome,
  '/bilder': () => page('Bilder', galleryCharts()),
  '/einlesen': (parameters) => page('Datei prüfen', galleryImport(parameters), { wide: true }),
  '/einlesen-leer': (parameters) => page('Datei prüfen', galleryImport(parameters, 2), { wide: true }),
  '/karte': () => page('Karte', galleryMap()),
  '/matrix': () => matrixPage(galleryMatrix()),
  '/matrix-konflikt': () => matrixPage(galleryMatrixRefused(), { hasErrors: true }),
};

function matrixPage(main: Html, more: Partial<PageFrame> = {}): Html {
  return page('Umsetzungsstand erfassen', main, { wide: true, scripts: ['matrix'], ...more });
}

/** The page that answers a sent matrix. */
export function sentMatrix(form: URLSearchParams): { readonly page: Html; readonly refused: boolean } {
  const { content, refused } = answerGalleryMatrix(form);
  return { page: matrixPage(content, { hasErrors: refused }), refused };
}
