import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import { must, refused, shippedDienst } from '../../forms/testing/build.ts';
import { hundValues } from '../../forms/testing/kommune-values.ts';
import { createEffectives } from './effective.ts';
import { explain, removedParts } from './explain.ts';
import { type Overlay, parseOverlay } from './overlay-schema.ts';

const open = [
  { path: 'formular.pages.*.lead', levels: ['land', 'kommune'], change: ['set', 'remove'] },
  { path: 'formular.pages.person.fields', levels: ['land'], change: ['add'] },
  { path: 'formular.pages.hunde.fields.hunde.fields.farbe', levels: ['land'], change: ['remove'] },
  { path: 'formular.pages.hunde.fields.hunde.fields.hoehe.max', levels: ['land'], change: ['set'] },
  { path: 'dienst.texts.**', levels: ['land'], change: ['set'] },
] as const;

async function openDienst(): Promise<Onlinedienst> {
  const shipped = await shippedDienst('hund-anmelden');
  return must(
    parseOnlinedienst(
      JSON.stringify({ ...shipped.definition, open }),
      JSON.stringify(shipped.form.definition),
    ),
  );
}

function overlay(changes: readonly unknown[], more: object = {}): Overlay {
  return must(
    parseOverlay({
      format: 'leitwerk/overlay@1',
      dienst: 'hund-anmelden',
      level: 'land',
      gebiet: '05',
      name: 'Land NRW',
      version: 3,
      basis: { from: 1 },
      changes,
      ...more,
    }),
  );
}

const lead = { do: 'set', path: 'formular.pages.person.lead', value: 'Das Land fragt hier.' };

describe('A definition with layers', () => {
  it('shows what the Land changed and says so, and the rest from the base', async () => {
    const dienst = await openDienst();
    const effective = must(createEffectives().of(dienst, [overlay([lead])], null));
    const page = effective.dienst.form.definition.pages.find(({ id }) => id === 'person');
    assert.equal(page?.lead, 'Das Land fragt hier.');
    const explained = explain(effective);
    const changed = explained.find(({ path }) => path === 'formular.pages.person.lead');
    assert.equal(changed?.sentence, 'Dieser Text kommt von Land NRW, Fassung 3.');
    const other = explained.find(({ path }) => path === 'formular.pages.person.title');
    assert.equal(other?.sentence, `Dieser Text kommt aus der Grunddefinition, Fassung ${dienst.version}.`);
    assert.equal(explained.filter(({ origin }) => origin.level !== 'grund').length, 1);
  });

  it('takes fields from the Land that the base wants there, and leaves out what it took away', async () => {
    const item = { type: 'text', id: 'steuernummer', label: 'Steuernummer', required: false };
    const changes = [
      { do: 'add', path: 'formular.pages.person.fields', item, after: 'nachname' },
      { do: 'remove', path: 'formular.pages.hunde.fields.hunde.fields.farbe' },
    ];
    const effective = must(createEffectives().of(await openDienst(), [overlay(changes)], null));
    const person = effective.dienst.form.definition.pages.find(({ id }) => id === 'person');
    assert.deepEqual(person?.fields.map(({ id }) => id).slice(0, 3), ['vorname', 'nachname', 'steuernummer']);
    assert.deepEqual(removedParts(effective), [
      {
        path: 'formular.pages.hunde.fields.hunde.fields.farbe',
        sentence: 'Gestrichen von Land NRW, Fassung 3.',
      },
    ]);
    const label = explain(effective).find(
      ({ path }) => path === 'formular.pages.person.fields.steuernummer.label',
    );
    assert.equal(label?.sentence, 'Dieser Text kommt von Land NRW, Fassung 3.');
  });

  it('lets the Kommune speak last', async () => {
    const own = overlay([{ ...lead, value: 'Lemgo fragt.' }], {
      level: 'kommune',
      gebiet: '05766044',
      name: 'Lemgo',
      version: 1,
    });
    const effective = must(createEffectives().of(await openDienst(), [own, overlay([lead])], null));
    const found = explain(effective).find(({ path }) => path === 'formular.pages.person.lead');
    assert.deepEqual([found?.value, found?.sentence], ['Lemgo fragt.', 'Dieser Text kommt von Lemgo.']);
  });

  const refusals: readonly (readonly [string, readonly unknown[], object, RegExp])[] = [
    [
      'a place that nobody opened',
      [{ do: 'set', path: 'formular.pages.person.title', value: 'X' }],
      {},
      /gibt die Grunddefinition nicht frei/,
    ],
    [
      'a place that is open to another level',
      [{ do: 'set', path: 'dienst.texts.what', value: 'X' }],
      { level: 'kommune', gebiet: '05766044' },
      /nicht für die Ebene/,
    ],
    [
      'another kind of change',
      [{ do: 'remove', path: 'dienst.texts.what' }],
      {},
      /nicht freigegeben: streichen/,
    ],
    [
      'a page that there is not',
      [{ do: 'set', path: 'formular.pages.mond.lead', value: 'X' }],
      {},
      /gibt es in der Grunddefinition nicht/,
    ],
    [
      'the name of a field',
      [{ do: 'set', path: 'dienst.texts.id', value: 'x' }],
      {},
      /lässt sich nie ändern/,
    ],
    [
      'an entry after one that there is not',
      [{ do: 'add', path: 'formular.pages.person.fields', item: {}, after: 'mond' }],
      {},
      /„mond“ gibt es hier nicht/,
    ],
  ];
  for (const [what, changes, more, message] of refusals) {
    it(`refuses ${what}, with its path`, async () => {
      const refusal = refused(createEffectives().of(await openDienst(), [overlay(changes, more)], null));
      assert.equal(refusal.code, 'OVERLAY_NOT_OPEN');
      assert.match(refusal.fields?.[0]?.message ?? '', message);
      assert.equal(refusal.fields?.[0]?.field, (changes[0] as { path: string }).path);
    });
  }

  it('refuses an open place that gets a value of the wrong type, where the form says it', async () => {
    const wrong = overlay([
      { do: 'set', path: 'formular.pages.hunde.fields.hunde.fields.hoehe.max', value: 'hoch' },
    ]);
    assert.match(refused(createEffectives().of(await openDienst(), [wrong], null)).message, /formular\.json/);
    const crossed = overlay([
      { do: 'set', path: 'formular.pages.hunde.fields.hunde.fields.hoehe.max', value: 1 },
    ]);
    assert.match(
      refused(createEffectives().of(await openDienst(), [crossed], null)).message,
      /liegt über dem größten/,
    );
  });

  it('refuses a layer of another version of the base', async () => {
    const later = overlay([lead], { basis: { from: 99 } });
    assert.equal(
      refused(createEffectives().of(await openDienst(), [later], null)).code,
      'OVERLAY_OTHER_BASE',
    );
  });

  it('takes values of the Land for all, keeps those of a Kommune, and holds on to binding ones', async () => {
    const dienst = await openDienst();
    const values = {
      anzeigegebuehr: { value: 2_500, binding: true },
      bearbeitungszeit: { value: 'Zwei Wochen.' },
    };
    const { anzeigegebuehr: _, ...rest } = hundValues;
    const kommune = { name: 'Musterstadt', values: rest };
    const effective = must(createEffectives().of(dienst, [overlay([], { values })], kommune));
    assert.equal(effective.values?.single.anzeigegebuehr, 2_500);
    assert.equal(effective.valueOrigins.get('anzeigegebuehr')?.name, 'Land NRW');
    assert.equal(effective.values?.single.bearbeitungszeit, hundValues.bearbeitungszeit);
    const clash = createEffectives().of(dienst, [overlay([], { values })], {
      name: 'Musterstadt',
      values: hundValues,
    });
    assert.equal(refused(clash).code, 'OVERLAY_VALUE_BOUND');
  });

  it('has one name for equal content, and is worked out once', async () => {
    const [dienst, effectives] = [await openDienst(), createEffectives()];
    const [land, lemgo, detmold] = [
      overlay([lead]),
      { name: 'Lemgo', values: hundValues },
      { name: 'Detmold', values: { ...hundValues } },
    ];
    const first = must(effectives.of(dienst, [land], lemgo));
    assert.equal(must(effectives.of(dienst, [land], detmold)).dienst, first.dienst);
    assert.equal(must(effectives.of(dienst, [land], detmold)).hash, first.hash);
    assert.notEqual(must(effectives.of(dienst, [], lemgo)).hash, first.hash);
    assert.equal(
      must(createEffectives().of(dienst, [overlay([lead])], { name: 'Lemgo', values: { ...hundValues } }))
        .hash,
      first.hash,
    );
    assert.deepEqual(effectives.kept(), { definitions: 2, values: 3 });
  });
});
