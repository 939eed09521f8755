import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { shippedDienst } from '../../testing/build.ts';
import { hundValues } from '../../testing/kommune-values.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { feeOf } from '../evaluate/fee.ts';
import { pruned } from '../evaluate/prune.ts';
import { parseParameters } from '../parameters/parse-parameters.ts';
import { concernedOffices, officesOfPage, partFor } from './office-part.ts';
import { parseOnlinedienst } from './onlinedienst.ts';

const today = localDate('2026-11-21');

async function withDogs(heights: readonly number[]) {
  const dienst = await shippedDienst('hund-anmelden');
  const parameters = parseParameters(dienst.definition.parameters, { ...hundValues, kommuneName: 'Lemgo' });
  assert.ok(parameters.ok);
  const answers = {
    einordnung: 'nein',
    hunde: heights.map((hoehe, index) => ({
      key: String(index + 1),
      name: `Hund-${hoehe}-${index}`,
      rasse: 'Mischling',
      geschlecht: 'weiblich',
      geboren: '2024-01-05',
      farbe: 'braun',
      hoehe,
      gewicht: 10,
      chip: '276098106123456',
      seit: '2026-11-01',
    })),
    angemeldete: 0,
    sachkunde: 'jagd',
    versicherer: 'Musterversicherung',
    police: '1',
    zahlweise: 'lastschrift',
    kontoinhaber: 'Erika Muster',
    iban: 'DE02120300000000202051',
    nachname: 'Muster',
  };
  return { dienst, evaluation: evaluate(dienst.form, answers, { parameters: parameters.value, today }) };
}

test('the tax office learns nothing of insurance, the Ordnungsamt nothing of the account and of small dogs', async () => {
  const { dienst, evaluation } = await withDogs([25, 62]);
  assert.deepEqual(concernedOffices(dienst, evaluation), ['steueramt', 'ordnungsamt']);
  const [tax, order] = [
    partFor(dienst, evaluation, ['steueramt']),
    partFor(dienst, evaluation, ['ordnungsamt']),
  ];
  const [taxText, orderText] = [JSON.stringify(tax), JSON.stringify(order)];
  assert.match(taxText, /Hund-25-0.*Hund-62-1/);
  assert.doesNotMatch(taxText, /Musterversicherung|Jagdschein/);
  assert.match(orderText, /Hund-62-1/);
  assert.match(orderText, /Musterversicherung/);
  assert.doesNotMatch(orderText, /Hund-25-0|202051|Erika Muster/);
  assert.deepEqual(
    order.document.sections.flatMap(({ parts }) => parts.map(({ title }) => title)),
    ['Hund 2'],
  );
  assert.deepEqual(
    [tax, order].map(({ leistungen }) => leistungen.map(({ leika }) => leika)),
    [['99102013002000'], ['99110009104000']],
  );
  assert.equal(tax.fee.cents + order.fee.cents, feeOf(evaluation).cents);
  assert.ok(
    [taxText, orderText].every((text) => text.includes('Muster')),
    'the person is known to both',
  );
});

test('offices behind one Zustellpunkt get all in one piece', async () => {
  const { dienst, evaluation } = await withDogs([25, 62]);
  const both = partFor(dienst, evaluation, ['steueramt', 'ordnungsamt']);
  assert.deepEqual(both.answers, pruned(evaluation));
  assert.deepEqual(both.fee, feeOf(evaluation));
});

test('whatever dogs there are: every answer reaches an office, every page has one that its files are encrypted to', async () => {
  const heights = fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(heights, async (dogs) => {
      const { dienst, evaluation } = await withDogs(dogs);
      const offices = concernedOffices(dienst, evaluation);
      assert.equal(offices.length, dogs.some((height) => height >= 40) ? 2 : 1);
      const reached = new Set(
        offices.flatMap((one) => Object.keys(partFor(dienst, evaluation, [one]).answers)),
      );
      assert.deepEqual([...reached].sort(), Object.keys(pruned(evaluation)).sort());
      for (const { page } of evaluation.pages)
        assert.ok(officesOfPage(dienst, evaluation, page.id).length > 0);
      const shares = offices.map((one) => partFor(dienst, evaluation, [one]).fee.cents);
      assert.equal(
        shares.reduce((sum, cents) => sum + cents, 0),
        feeOf(evaluation).cents,
      );
    }),
    { numRuns: 40 },
  );
});

test('a definition that names an office, page or group that there is not, or shares a file, is refused with the place', async () => {
  const dienst = await shippedDienst('hund-anmelden');
  const formular = JSON.stringify(dienst.form.definition);
  const placesOf = (offices: unknown): readonly string[] => {
    const parsed = parseOnlinedienst(JSON.stringify({ ...dienst.definition, offices }), formular);
    return parsed.ok ? [] : (parsed.refusal.fields ?? []).map(({ field }) => field);
  };
  const files = ['sachkunde-nachweis', 'haftpflicht', 'ermaessigung-grund'];
  assert.deepEqual(placesOf([{ office: 'steueramt', pages: files }]), []);
  assert.deepEqual(placesOf([{ office: 'bauamt', pages: files }]), ['dienst.json: offices[0].office']);
  assert.deepEqual(placesOf([{ office: 'steueramt', pages: [...files, 'katzen'] }]), [
    'dienst.json: offices[0].pages',
  ]);
  assert.deepEqual(placesOf([{ office: 'steueramt', pages: files.slice(1) }]), ['dienst.json: offices']);
  assert.deepEqual(placesOf([{ office: 'steueramt', pages: files, rows: { katzen: 'true' } }]), [
    'dienst.json: offices[0].rows.katzen',
  ]);
});
