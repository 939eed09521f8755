import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { jsonSchemas } from './domain/definition/json-schemas.ts';
import { answerDocument } from './domain/evaluate/answer-document.ts';
import { evaluate } from './domain/evaluate/evaluate.ts';
import type { Answers, FormContext } from './domain/evaluate/evaluation.ts';
import { feeOf } from './domain/evaluate/fee.ts';
import { isSubmittable } from './domain/evaluate/navigation.ts';
import { pageModel } from './domain/evaluate/page-model.ts';
import { missing } from './domain/evaluate/problems.ts';
import { deletionRule } from './domain/onlinedienst/deletion-rule.ts';
import { coveredLeistungen, type Onlinedienst } from './domain/onlinedienst/onlinedienst.ts';
import { serviceTexts } from './domain/onlinedienst/published-texts.ts';
import { contextOf, must, shippedDienst, today } from './testing/build.ts';
import { hundValues, parkValues } from './testing/kommune-values.ts';
import { walkBackward, walkForward } from './testing/walk.ts';

const file = { id: 'f1', name: 'nachweis.pdf', type: 'pdf', bytes: 1000 };
const anschrift = { street: 'Mittelstr.', number: '12a', plz: '32657', city: 'Lemgo' };

const kleiner = {
  key: '1',
  name: 'Bello',
  rasse: 'Dackel',
  geschlecht: 'maennlich',
  geboren: '2024-01-05',
  farbe: 'braun',
  hoehe: 25,
  gewicht: 9.5,
  seit: '2026-11-01',
};
const grosser = {
  ...kleiner,
  key: '2',
  name: 'Rex',
  rasse: 'Schäferhund',
  hoehe: 62,
  gewicht: 35,
  chip: '276098106123456',
};

const person = { vorname: 'Erika', nachname: 'Muster', geburtsdatum: '1980-02-29', anschrift };
const hund = {
  einordnung: 'nein',
  hunde: [kleiner],
  angemeldete: 0,
  ermaessigung: false,
  ...person,
  zahlweise: 'ueberweisung',
  richtig: true,
};
const gross = {
  ...hund,
  hunde: [kleiner, grosser],
  sachkunde: 'jagd',
  sachkundeNachweis: [file],
  versicherer: 'V',
  police: '1',
  versicherungNachweis: [file],
  versichert: true,
  zuverlaessig: true,
};
const konto = { kontoinhaber: 'Erika Muster', iban: 'DE89370400440532013000', mandat: true };

const park = {
  anschrift,
  gemeldet: true,
  zone: 'A',
  kennzeichen: 'LIP-AB 123',
  nutzung: 'selbst',
  zulassung: [file],
  beginn: '2026-12-01',
  dauer: 'jahr2',
  vorname: 'Erika',
  nachname: 'Muster',
  geburtsdatum: '1980-01-01',
  stellplatz: true,
  einAusweis: true,
  richtig: true,
};

interface Walk {
  readonly name: string;
  readonly answers: Answers;
  readonly path: string;
  readonly submittable: boolean;
}

const hundWalks: readonly Walk[] = [
  {
    name: 'nothing answered yet',
    answers: {},
    path: 'einordnung hunde weitere-hunde ermaessigung person zahlung erklaerung summary',
    submittable: false,
  },
  {
    name: 'one small dog, by transfer',
    answers: hund,
    path: 'einordnung hunde weitere-hunde ermaessigung person zahlung erklaerung summary',
    submittable: true,
  },
  {
    name: 'a small and a large dog, by direct debit',
    answers: { ...gross, zahlweise: 'lastschrift', ...konto },
    path: 'einordnung hunde weitere-hunde sachkunde sachkunde-nachweis haftpflicht ermaessigung person zahlung lastschrift erklaerung summary',
    submittable: true,
  },
  {
    name: 'a listed dangerous dog',
    answers: { ...gross, einordnung: 'gefaehrlich' },
    path: 'einordnung erlaubnis-gefaehrlicher-hund end',
    submittable: false,
  },
  {
    name: 'a dog found dangerous',
    answers: { einordnung: 'einzelfall' },
    path: 'einordnung erlaubnis-gefaehrlicher-hund end',
    submittable: false,
  },
  {
    name: 'a dog of a certain breed',
    answers: { einordnung: 'rasse' },
    path: 'einordnung erlaubnis-bestimmte-rasse end',
    submittable: false,
  },
  {
    name: 'somebody who does not know the breed',
    answers: { ...hund, einordnung: 'unsicher' },
    path: 'einordnung hunde weitere-hunde ermaessigung person zahlung erklaerung summary',
    submittable: true,
  },
  {
    name: 'a keeper of long experience who asks for a reduction',
    answers: {
      ...gross,
      sachkunde: 'erfahrung',
      erfahrung: true,
      ermaessigung: true,
      ermaessigungGrund: 'assistenzhund',
      ermaessigungNachweis: [file],
    },
    path: 'einordnung hunde weitere-hunde sachkunde sachkunde-nachweis haftpflicht ermaessigung ermaessigung-grund person zahlung erklaerung summary',
    submittable: true,
  },
];

const parkWalks: readonly Walk[] = [
  {
    name: 'the keeper of a car in zone A',
    answers: park,
    path: 'wohnung zone fahrzeug zulassung dauer person erklaerung summary',
    submittable: true,
  },
  {
    name: 'a company car',
    answers: { ...park, nutzung: 'firma', halter: 'Firma', ueberlassungNachweis: [file] },
    path: 'wohnung zone fahrzeug zulassung ueberlassung dauer person erklaerung summary',
    submittable: true,
  },
  {
    name: 'somebody who is not registered',
    answers: { ...park, gemeldet: false },
    path: 'wohnung nicht-gemeldet end',
    submittable: false,
  },
  {
    name: 'a street outside all zones',
    answers: { ...park, anschrift: { ...anschrift, street: 'Fernweg' } },
    path: 'wohnung kein-gebiet end',
    submittable: false,
  },
  {
    name: 'somebody who shares a car',
    answers: { ...park, nutzung: 'carsharing', halter: 'Anbieter', ueberlassungNachweis: [file] },
    path: 'wohnung zone fahrzeug ueberlassung dauer person erklaerung summary',
    submittable: true,
  },
];

for (const { id, values, walks } of [
  { id: 'hund-anmelden', values: hundValues, walks: hundWalks },
  { id: 'bewohnerparkausweis', values: parkValues, walks: parkWalks },
]) {
  describe(`Onlinedienst ${id}`, async () => {
    const dienst = await shippedDienst(id);
    const context = contextOf(dienst.definition.parameters, values);
    const visited = new Set<string>();
    for (const walk of walks) {
      it(`leads ${walk.name} along its pages, forwards and back`, () =>
        walkBothWays(dienst, context, walk, visited));
    }
    it('has no page that no walk visits', () => {
      assert.deepEqual(
        dienst.form.pages.map((page) => page.id).filter((page) => !visited.has(page)),
        [],
      );
    });
    it('says on the service page what a Kommune filled in, without open braces', () => {
      const texts = serviceTexts(dienst, context.parameters, today);
      assert.match(texts.what, /Musterstadt/);
      assert.doesNotMatch(JSON.stringify(texts), /[{}][^",:]*param/);
    });
    it('deletes drafts 30 days after the last edit', () => {
      const rule = deletionRule(dienst, 'draft', today);
      assert.equal(rule?.days, 30);
      assert.equal(rule?.from, 'last-edit');
    });
    it('renders every visited page in words', () => {
      for (const walk of walks) {
        const evaluation = evaluate(dienst.form, walk.answers, context);
        for (const page of walk.path.split(' ').slice(0, -1))
          assert.ok(must(pageModel(evaluation, page)).title);
      }
    });
  });
}

function walkBothWays(dienst: Onlinedienst, context: FormContext, walk: Walk, visited: Set<string>): void {
  const path = walkForward(dienst.form, walk.answers, context);
  assert.equal(path.join(' '), walk.path);
  const pages = path.slice(0, -1);
  assert.deepEqual(walkBackward(dienst.form, walk.answers, context, pages.at(-1) ?? ''), pages.toReversed());
  const evaluation = evaluate(dienst.form, walk.answers, context);
  assert.equal(isSubmittable(evaluation), walk.submittable, JSON.stringify(missing(evaluation)));
  for (const page of pages) visited.add(page);
}

describe('Hund anmelden keeps the two Leistungen apart', async () => {
  const dienst = await shippedDienst('hund-anmelden');
  const context = contextOf(dienst.definition.parameters, hundValues);
  const keys = (answers: Answers): string[] =>
    coveredLeistungen(dienst, evaluate(dienst.form, answers, context)).map(({ leika }) => leika);
  const withDog = (dog: object): Answers => ({ ...hund, hunde: [{ ...kleiner, ...dog }] });

  it('a small dog concerns the tax alone', () => assert.deepEqual(keys(hund), ['99102013002000']));

  it('from 40 cm or from 20 kg the notice joins it, not below', () => {
    const both = ['99102013002000', '99110009104000'];
    assert.deepEqual(keys(withDog({ hoehe: 40 })), both);
    assert.deepEqual(keys(withDog({ gewicht: 20 })), both);
    assert.deepEqual(keys(withDog({ hoehe: 39, gewicht: 19.9 })), ['99102013002000']);
  });

  it('a large dog needs a chip, a small one may have one', () => {
    const problems = missing(evaluate(dienst.form, withDog({ hoehe: 55 }), context));
    assert.ok(
      problems.some(
        ({ field, kind, message }) =>
          field === 'hunde.0.chip' && kind === 'missing' && /muss einen Chip/.test(message),
      ),
    );
    assert.deepEqual(missing(evaluate(dienst.form, hund, context)), []);
  });

  it('shows the catalogue’s norm beside the corrected one', () => {
    const cover = dienst.definition.covers.find(({ leika }) => leika === '99110009104000');
    assert.equal(cover?.catalogueNorms?.[0]?.mark, 'Katalogangabe 2019, abweichend');
    assert.match(cover?.norms[0]?.text ?? '', /§ 11 Landeshundegesetz/);
  });

  it('computes the tax by the number of all dogs, and the notice once for each large dog', () => {
    const fee = feeOf(evaluate(dienst.form, { ...gross, angemeldete: 1 }, context));
    assert.deepEqual(
      fee.lines.map(({ id, cents, period }) => [id, cents, period]),
      [
        ['steuer.0', 14_007, 'yearly'],
        ['steuer.1', 14_007, 'yearly'],
        ['anzeige.1', 1_999, 'once'],
      ],
    );
    assert.deepEqual(
      [fee.onceCents, fee.yearlyCents, fee.cents, fee.complete],
      [1_999, 28_014, 30_013, true],
    );
  });

  it('says that a fee is open when the table has no tier for it', () => {
    const values = { ...hundValues, hundesteuer: hundValues.hundesteuer.slice(0, 1) };
    const fee = feeOf(evaluate(dienst.form, gross, contextOf(dienst.definition.parameters, values)));
    assert.equal(fee.complete, false);
    assert.equal(fee.lines[0]?.cents, null);
  });

  it('asks for no reduction where the Satzung of the Kommune has none', () => {
    const none = contextOf(dienst.definition.parameters, { ...hundValues, ermaessigungen: [] });
    assert.ok(!walkForward(dienst.form, hund, none).includes('ermaessigung'));
  });

  it('keeps a readable document with a part for each dog', () => {
    const document = answerDocument(evaluate(dienst.form, gross, context));
    const hunde = document.sections.find(({ page }) => page === 'hunde');
    assert.deepEqual(
      hunde?.parts.map(({ title }) => title),
      ['Hund 1', 'Hund 2'],
    );
    const rows = Object.fromEntries(
      (hunde?.parts[1]?.rows ?? []).map(({ question, answer }) => [question, answer]),
    );
    assert.equal(rows.Geburtstag, '05.01.2024');
    assert.equal(rows['Gewicht, wenn der Hund ausgewachsen ist'], '35 kg');
    assert.equal(rows['Großer Hund nach § 11 Landeshundegesetz'], 'Ja');
  });
});

describe('Bewohnerparkausweis', async () => {
  const dienst = await shippedDienst('bewohnerparkausweis');
  const context = contextOf(dienst.definition.parameters, parkValues);

  it('offers the zones of the street, however it is written', () => {
    const model = must(pageModel(evaluate(dienst.form, park, context), 'zone'));
    const field = model.fields[0];
    assert.deepEqual(field?.kind === 'input' ? field.choices.map(({ value }) => value) : [], ['A', 'B']);
  });

  it('takes the fee from zone and years', () =>
    assert.equal(feeOf(evaluate(dienst.form, park, context)).cents, 7_777));

  it('refuses a zone that the address does not have', () => {
    const moved = { ...park, anschrift: { ...anschrift, street: 'Bahnhofstraße' } };
    // Without a zone there is no fee, so the choice of years falls with it.
    assert.deepEqual(
      missing(evaluate(dienst.form, moved, context)).map(({ field }) => field),
      ['zone', 'dauer'],
    );
  });
});

describe('published JSON Schemas', () => {
  it('are current', async () => {
    for (const [name, text] of jsonSchemas()) {
      const published = await readFile(new URL(`../../../data/schemas/${name}`, import.meta.url), 'utf8');
      assert.equal(published, text, `write ${name} again with scripts/write-form-schemas.ts`);
    }
  });
});
