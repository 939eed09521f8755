import { definitionSchema } from '../domain/definition/definition-schema.ts';

const options = (...labels: readonly string[]) =>
  labels.map((label) => ({ value: label.toLowerCase().replaceAll(/[^a-z]/g, ''), label }));

const person = {
  id: 'person',
  title: 'Angaben zur Person',
  lead: 'Diese Angaben brauchen wir, um Sie zu erreichen.',
  fields: [
    {
      type: 'info',
      id: 'vorab',
      label: 'Halten Sie Ihren Ausweis bereit',
      text: 'Sie brauchen ihn für diese Seite.',
      style: 'info',
    },
    {
      type: 'name',
      id: 'name',
      label: 'Ihr Name',
      parts: ['title', 'given', 'family', 'birth'],
      prefill: 'konto.name',
    },
    {
      type: 'partialDate',
      id: 'geboren',
      label: 'Wann sind Sie geboren?',
      help: 'Manche Menschen kennen nur das Jahr.\n\nDann genügt das Jahr.',
    },
    { type: 'nationality', id: 'staaten', label: 'Staatsangehörigkeit' },
    { type: 'country', id: 'geburtsland', label: 'In welchem Staat sind Sie geboren?' },
    { type: 'address', id: 'anschrift', label: 'Anschrift' },
    { type: 'email', id: 'mail', label: 'E-Mail-Adresse', required: false },
    { type: 'phone', id: 'telefon', label: 'Telefon', required: false },
    { type: 'taxId', id: 'steuer', label: 'Steuer-ID', required: false },
    { type: 'pensionId', id: 'rente', label: 'Versicherungsnummer', required: false },
    { type: 'iban', id: 'iban', label: 'IBAN', required: false },
    { type: 'bic', id: 'bic', label: 'BIC', required: false },
  ],
};

const animals = {
  id: 'tiere',
  title: 'Ihre Tiere',
  fields: [
    { type: 'yesno', id: 'zucht', label: 'Züchten Sie?' },
    {
      type: 'section',
      id: 'zuchtAngaben',
      label: 'Ihre Zucht',
      condition: 'zucht',
      fields: [
        { type: 'text', id: 'zuchtname', label: 'Name der Zucht', pattern: '[A-ZÄÖÜ].{2,40}' },
        { type: 'year', id: 'zuchtSeit', label: 'Seit welchem Jahr?', min: 1950 },
      ],
    },
    {
      type: 'group',
      id: 'hunde',
      label: 'Hunde',
      item: 'Hund',
      max: 3,
      fields: [
        { type: 'text', id: 'rufname', label: 'Name' },
        { type: 'number', id: 'gewicht', label: 'Gewicht', unit: 'kg', decimals: 1 },
        {
          type: 'group',
          id: 'impfungen',
          label: 'Impfungen',
          item: 'Impfung',
          min: 0,
          max: 4,
          display: 'table',
          fields: [
            { type: 'text', id: 'gegen', label: 'Wogegen' },
            { type: 'date', id: 'tag', label: 'Am', to: 'today' },
          ],
        },
      ],
    },
    {
      type: 'table',
      id: 'kosten',
      label: 'Kosten im Jahr',
      rows: [
        { value: 'futter', label: 'Futter' },
        { value: 'arzt', label: 'Tierarzt' },
      ],
      columns: [
        { type: 'money', id: 'betrag', label: 'Betrag' },
        { type: 'text', id: 'bei', label: 'Bei wem', required: false },
      ],
    },
    {
      type: 'calculated',
      id: 'summe',
      label: 'Kosten zusammen',
      value: 'sum(kosten, row.betrag)',
      show: true,
    },
    {
      type: 'info',
      id: 'teuer',
      label: 'Das ist viel',
      style: 'warning',
      text: 'Es gibt Hilfen.',
      condition: 'summe >= 1000.00 EUR',
    },
  ],
};

const event = {
  id: 'termin',
  title: 'Ort und Zeit',
  fields: [
    { type: 'date', id: 'ab', label: 'Ab wann?', from: 'today' },
    { type: 'period', id: 'urlaub', label: 'Abwesend', required: false, open: true },
    { type: 'datetime', id: 'termin', label: 'Wunschtermin' },
    { type: 'time', id: 'anruf', label: 'Wann dürfen wir anrufen?', required: false },
    { type: 'location', id: 'stelle', label: 'Wo ist der Zwinger?' },
    { type: 'choice', id: 'art', label: 'Art der Haltung', options: options('Wohnung', 'Haus', 'Zwinger') },
    { type: 'choice', id: 'rasse', label: 'Rasse', display: 'search', options: { list: 'rassen' } },
    {
      type: 'multichoice',
      id: 'merkmale',
      label: 'Merkmale',
      required: false,
      options: options('kastriert', 'gechippt', 'versichert'),
    },
    { type: 'plate', id: 'kennzeichen', label: 'Kennzeichen', required: false },
    { type: 'ags', id: 'ags', label: 'Gemeindeschlüssel', required: false },
    { type: 'plz', id: 'plz', label: 'Postleitzahl des Zwingers', required: false },
    { type: 'url', id: 'seite', label: 'Ihre Seite im Netz', required: false },
    { type: 'multiline', id: 'notiz', label: 'Was wir noch wissen sollten', required: false },
    { type: 'file', id: 'foto', label: 'Foto', types: ['jpg', 'png'], required: false },
  ],
};

const end = {
  id: 'erklaerung',
  title: 'Prüfen und erklären',
  fields: [
    { type: 'summary', id: 'bisher', label: 'Ihre Angaben bisher', pages: ['person'] },
    { type: 'declaration', id: 'wahr', label: 'Meine Angaben sind wahr.' },
    {
      type: 'consent',
      id: 'newsletter',
      label: 'Ich willige ein, dass mich das Amt per E-Mail erinnert.',
      purpose: 'Erinnerung an die nächste Impfung',
      withdrawal: 'Jederzeit mit einer E-Mail an das Amt',
    },
  ],
};

/** A form with every kind of field, for looking at and for trying out. */
export const everyKind = definitionSchema.parse({
  format: 'leitwerk/formular@1',
  id: 'jede-art',
  version: 1,
  title: 'Jede Art von Feld',
  codeLists: {
    rassen: {
      title: 'Rassen',
      entries: options('Dackel', 'Deutscher Schäferhund', 'Großpudel', 'Kleinpudel', 'Mischling'),
    },
  },
  pages: [person, animals, event, end],
  translations: {
    en: {
      title: 'Every kind of field',
      'page.person.title': 'About you',
      'page.person.lead': 'We need this to reach you.',
      'field.vorab.label': 'Have your identity card ready',
      'field.name.label': 'Your name',
      'field.mail.label': 'E-mail address',
    },
    'de-simple': { 'field.name.label': 'Wie heißen Sie?' },
  },
});
