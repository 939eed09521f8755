import assert from 'node:assert/strict';
import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';

const norm = (text: string) => ({
  text,
  url: null,
  sources: [{ title: 'Erfunden für diesen Test', url: null, evidence: 'einschaetzung' }],
});

const about = { filledBy: 'kommune' } as const;

const dienst = {
  format: 'leitwerk/onlinedienst@1',
  id: 'hund-anmelden',
  version: 1,
  title: 'Hund anmelden',
  summary: 'Hundesteuer und, ab 40 cm oder 20 kg, die Anzeige eines großen Hundes.',
  words: ['hund', 'hundesteuer'],
  land: '05' as string | null,
  covers: [
    {
      leika: '99102013002000',
      name: 'Hundesteuer Festsetzung',
      office: 'steueramt',
      norms: [norm('KAG NRW und Satzung der Kommune')],
    },
    {
      leika: '99110009104000',
      name: 'Hundehaltung Anmeldung',
      office: 'ordnungsamt',
      norms: [norm('§§ 11, 13 LHundG NRW')],
      catalogueNorms: [
        {
          text: '§ 2a Absatz 1 Tierschutzgesetz (TierSchG)',
          url: null,
          mark: 'Katalogangabe 2019, abweichend',
          why: 'Die Anzeige regelt das Landeshundegesetz.',
        },
      ],
    },
  ],
  texts: {
    what: 'Melden Sie Ihren Hund an.',
    forWhom: 'Für alle, die einen Hund halten.',
    need: ['Angaben zum Hund'],
    cost: 'Die Gebühr der Anzeige beträgt {param.gebuehr}.',
    time: 'Wenige Minuten.',
    deadline: 'Zwei Wochen nach der Aufnahme.',
    law: 'Satzung der Kommune, LHundG NRW',
  },
  parameters: {
    steuer: {
      type: 'table',
      ...about,
      label: 'Steuer nach Zahl und Art der Hunde',
      norm: 'Hundesteuersatzung',
      maxRows: 20,
      columns: {
        art: { type: 'text', label: 'Art' },
        ab: { type: 'integer', label: 'Ab dem wievielten Hund' },
        betrag: { type: 'money', label: 'Betrag im Jahr' },
      },
    },
    gebuehr: { type: 'money', ...about, label: 'Gebühr der Anzeige' },
    satzung: { type: 'url', ...about, label: 'Satzung im Netz', optional: true },
  } as Readonly<Record<string, unknown>>,
  deletion: [
    {
      id: 'entwurf',
      what: 'Entwurf',
      data: 'draft',
      from: 'last-edit',
      days: 30,
      validFrom: '2024-07-24',
      validTo: null,
      basis: '§ 8a (3) OZG',
    },
  ],
};

const formular = {
  format: 'leitwerk/formular@1',
  id: 'hund-anmelden',
  version: 1,
  title: 'Hund anmelden',
  pages: [
    { id: 'hund', title: 'Ihr Hund', fields: [{ type: 'text', id: 'name', label: 'Name des Hundes' }] },
  ],
};

/** „Hund anmelden“ as it would lie in a folder; `change` makes another version of it. */
export function definitionOf(change: Partial<typeof dienst> = {}, title = formular.title): Onlinedienst {
  const version = change.version ?? dienst.version;
  const parsed = parseOnlinedienst(
    JSON.stringify({ ...dienst, ...change }),
    JSON.stringify({ ...formular, version, title }),
  );
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  return parsed.value;
}

/** The parameters of the sample and one more. */
export const withHundemarke = {
  ...dienst.parameters,
  marke: { type: 'text', ...about, label: 'Hundemarke' },
};

/** The Zustellpunkte that the sample's values name. */
export const zustellpunkte = {
  steueramt: '11111111-1111-4111-8111-111111111111',
  ordnungsamt: '22222222-2222-4222-8222-222222222222',
} as const;

/** Complete values for „Hund anmelden“, as somebody types them. */
export const fullValues = {
  steuer: [
    { art: 'Hund', ab: '1', betrag: '90,00' },
    { art: 'Hund', ab: '2', betrag: '108,00' },
    { art: 'gefährlicher Hund', ab: '1', betrag: '612,00' },
  ],
  gebuehr: '25,00',
  zustellpunktSteueramt: zustellpunkte.steueramt,
  zustellpunktOrdnungsamt: zustellpunkte.ordnungsamt,
  stelleName: 'Steueramt',
  stelleAnschrift: 'Marktplatz 1, 32657 Lemgo',
  stelleTelefon: '05261 213-0',
  stelleEmail: 'steueramt@lemgo.example',
  stelleOeffnungszeiten: 'Montag bis Freitag 8 bis 12 Uhr',
  datenschutzVerantwortlich: 'Alte Hansestadt Lemgo, Der Bürgermeister',
  datenschutzKontakt: 'datenschutz@lemgo.example',
} as const;
