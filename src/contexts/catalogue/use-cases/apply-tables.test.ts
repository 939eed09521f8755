import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clockFrom } from '#kernel';
import { actorOf } from '#platform';
import { shippedData } from '../../../../test/support/broken-data.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import { catalogueDelta, deltaCounts } from '../domain/catalogue-delta.ts';
import { successorsOf } from '../domain/nachfolge.ts';
import type { TableConsent, TableOrder } from '../table/table-order.ts';
import { fullConsent, orderOf, tableOf } from '../testing/table-of.ts';
import { applyTables } from './apply-tables.ts';
import { loadCatalogueData } from './import-catalogue.ts';
import { loadCatalogue, loadFassung } from './load-catalogue.ts';
import { planTables } from './plan-tables.ts';
import { takeBackFassung } from './take-back.ts';

const actor = actorOf('betreiber', 'test');
const clock = clockFrom(() => new Date('2026-11-22T10:00:00Z'));
const today = clock.today();

describe('a foreign table of the catalogue', () => {
  let t: TestDatabase;
  let shipped: Catalogue;
  before(async () => {
    t = await testDatabase();
    await loadCatalogueData(t.db, actor, shippedData);
    shipped = await now();
  });
  after(() => t[Symbol.asyncDispose]());

  const now = () => t.db.withPublic((tx) => loadCatalogue(tx));
  const plan = async (order: TableOrder) => {
    const planned = await t.db.withPublic((tx) => planTables(tx, order, async () => {}));
    assert.ok(planned.ok, JSON.stringify(planned).slice(0, 500));
    return planned.value;
  };
  const apply = (order: TableOrder, consent: TableConsent = fullConsent) =>
    applyTables({ db: t.db, clock }, actor, order, consent);
  const facts = ({ leistungen }: Catalogue) =>
    leistungen.map(({ frueher: _former, ...leistung }) => leistung);
  async function takeBack(): Promise<void> {
    const newest = (await now()).fassung.nummer;
    const back = await takeBackFassung(t.db, actor, newest, 'Probe');
    assert.ok(back.ok, JSON.stringify(back));
  }

  test('that says what is known already changes nothing, in any order of rows, and keeps every number', async () => {
    const planned = await plan(orderOf(tableOf(shipped.leistungen.toReversed(), ';')));
    assert.deepEqual(planned.problems, []);
    assert.deepEqual(planned.plan.proposals, []);
    assert.deepEqual(planned.delta, []);
  });

  test('tells row by row what is wrong with one in ten, offers the good ones, and ends nothing that a broken row means', async () => {
    const lines = tableOf(shipped.leistungen).split('\r\n');
    const broken = lines.map((line, at) =>
      at % 10 === 5 ? line.replace(/,"(lo|lov|lovd|)",/, ',"quatsch",') : line,
    );
    const order = orderOf(Buffer.from(broken.join('\r\n'), 'latin1'));
    const planned = await plan(order);
    assert.equal(planned.problems.length, 525);
    assert.deepEqual(
      { ...planned.problems[0] },
      {
        table: 'leistungen',
        line: 6,
        column: 'leistungstyp',
        value: 'quatsch',
        message: '„quatsch“ ist keine Art. Erlaubt sind lo, lov und lovd.',
      },
    );
    assert.deepEqual(planned.plan.ended, []);
    assert.match(planned.tables.notes.join(), /Windows-1252/);
    const refused = await apply(order, { ...fullConsent, skipBroken: false });
    assert.equal(!refused.ok && refused.refusal.code, 'CATALOGUE_TABLE_BROKEN_ROWS');
    assert.equal((await now()).fassung.nummer, shipped.fassung.nummer);
  });

  /** Renames one by key, splits one without key, merges two, moves one, ends one, adds one. */
  function changedRows(): readonly Leistung[] {
    const rows = [...shipped.leistungen];
    const at = (name: string) => rows.findIndex((row) => row.name === name);
    const edit = (name: string, change: Partial<Leistung>) => {
      const row = rows[at(name)];
      assert.ok(row, name);
      rows[at(name)] = { ...row, ...change };
    };
    edit('Hundesteuer', { name: 'Steuer auf das Halten von Hunden' });
    edit('Abbruchgenehmigung', { ozgId: 10110 });
    const whole = rows.find(({ leika, name }) => leika === null && name.includes('Baumuster'));
    assert.ok(whole);
    rows.splice(
      rows.indexOf(whole),
      1,
      { ...whole, name: `${whole.name} national` },
      { ...whole, name: `${whole.name} international` },
    );
    rows.splice(at('Abdrucke aus dem Schuldnerverzeichnis'), 1);
    return [...rows, { ...whole, name: 'Zulassung von Lufttaxis', ozgId: 10513 }];
  }

  test('with a rename, a split, a move, an end and a newcomer tells each, asks where it guesses, and takes it all back', async () => {
    const order = orderOf(tableOf(changedRows()));
    const planned = await plan(order);
    assert.deepEqual(
      planned.plan.proposals.map(({ kind, old, lines }) => [kind, old, lines.length]),
      [['geteilt', ['L00001'], 2]],
    );
    const undecided = await apply(order);
    assert.equal(!undecided.ok && undecided.refusal.code, 'CATALOGUE_TABLE_UNDECIDED');
    const decided = {
      ...order,
      decisions: new Map([[planned.plan.proposals[0]?.id ?? '', 'annehmen' as const]]),
    };
    const unsure = await apply(decided, { ...fullConsent, endMissing: false });
    assert.equal(!unsure.ok && unsure.refusal.code, 'CATALOGUE_TABLE_ENDS');
    assert.ok((await apply(decided)).ok);
    const changed = await now();
    const counts = deltaCounts(catalogueDelta(shipped, changed));
    assert.deepEqual(Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)), {
      neu: 1,
      'neu-teilung': 2,
      umbenannt: 1,
      verschoben: 1,
      geteilt: 1,
      beendet: 1,
    });
    assert.deepEqual(successorsOf(changed, 'L00001', today), ['L05250', 'L05251']);
    assert.equal(
      changed.leistungByLeika.get('99102013000000')?.id,
      shipped.leistungByLeika.get('99102013000000')?.id,
    );
    const again = await apply(decided);
    assert.ok(again.ok && !again.value.changed, 'a second delivery of the same order changes nothing');
    await takeBack();
    const back = await now();
    assert.deepEqual(facts(back), facts(shipped));
    assert.deepEqual(successorsOf(back, 'L05250', today), ['L00001']);
    assert.deepEqual(successorsOf(back, 'L00001', today), []);
  });

  test('A → B → A by two imports restores every number and attribute, and B keeps its numbers for another time', async () => {
    const order = orderOf(tableOf(changedRows()));
    const [proposal] = (await plan(order)).plan.proposals;
    const decisions = new Map([[proposal?.id ?? '', 'annehmen' as const]]);
    assert.ok((await apply({ ...order, decisions })).ok);
    const b = await now();
    const home = await apply(orderOf(tableOf(shipped.leistungen)));
    assert.ok(home.ok && home.value.changed);
    const back = await now();
    assert.deepEqual(facts(back), facts(shipped));
    const there = await apply({ ...order, origin: { ...order.origin, quelle: 'noch einmal' } });
    assert.ok(there.ok);
    assert.deepEqual(facts(await now()), facts(b));
    assert.deepEqual(successorsOf(await now(), 'L00001', today), successorsOf(b, 'L00001', today));
    const former = await t.db.withPublic((tx) => loadFassung(tx, back.fassung.nummer));
    assert.deepEqual(facts(former ?? back), facts(shipped));
    await takeBack();
    await takeBack();
    await takeBack();
    assert.deepEqual(facts(await now()), facts(shipped));
  });

  test('is refused where the catalogue changed since the preview, and where its state lies in the future', async () => {
    const order = orderOf(tableOf(shipped.leistungen.slice(0, 10)), { complete: false });
    const { base } = await plan(order);
    const other = await apply(order, { ...fullConsent, base: base - 1 });
    assert.equal(!other.ok && other.refusal.code, 'CATALOGUE_CHANGED_MEANWHILE');
    const origin = { ...order.origin, stand: '2027-01-01' as typeof order.origin.stand };
    const early = await apply({ ...order, origin });
    assert.equal(!early.ok && early.refusal.code, 'CATALOGUE_TABLE_ORIGIN');
  });

  test('can bring OZG-Leistungen, whose Lage goes by name; one that is still used does not end', async () => {
    const text =
      'OZG-ID;OZG-Leistung;Lage\n10999;Lufttaxis;Bauen & Immobilien\n10513;Abbruch;Bauen & Immobilien\n10998;Ohne;Nirgends\n';
    const order = orderOf('', {
      files: { ozg: { fileName: 'ozg.csv', bytes: Buffer.from(text), mapping: null } },
    });
    const planned = await plan(order);
    assert.deepEqual(
      planned.problems.map(({ line, column }) => [line, column]),
      [[4, 'Lage']],
    );
    const applied = await apply(order);
    assert.ok(applied.ok);
    const catalogue = await now();
    assert.equal(catalogue.ozgById.get(10999)?.name, 'Lufttaxis');
    assert.equal(catalogue.ozgById.get(10513)?.name, 'Abbruch');
    assert.ok(catalogue.ozgLeistungen.length > 500);
    assert.equal(catalogue.leistungen.length, shipped.leistungen.length);
    await takeBack();
  });

  test('names both rows of a doubled key, refuses lost digits, and knows a predecessor that the table names', async () => {
    const text = [
      'LeiKa-ID;Leistung;OZG-Nr;Vorgänger',
      '99012001000000;Abbruchgenehmigung;10513;',
      '99012001000000;Abrissgenehmigung;10513;',
      '9,9102E+13;Vergnügungssteuer;;',
      ';Hundesteuer für Zweithunde;10513;99102013000000',
      ';Ohne OZG;99999;',
    ].join('\n');
    const planned = await plan(orderOf(text, { complete: false }));
    assert.deepEqual(
      planned.problems.map(({ line, message }) => [line, message.slice(0, 45)]),
      [
        [2, '99012001000000 steht auch in Zeile 3, dort mi'],
        [3, '99012001000000 steht auch in Zeile 2, dort mi'],
        [4, 'Excel hat aus dem Schlüssel die Zahl 9,9102E+'],
        [6, 'Die OZG-Leistung 99999 ist nicht bekannt. Bit'],
      ],
    );
    const hundesteuer = shipped.leistungByLeika.get('99102013000000')?.id;
    assert.deepEqual(
      planned.plan.proposals.map(({ kind, old, stated }) => [kind, old, stated]),
      [['umbenannt', [hundesteuer], true]],
    );
  });

  test('only the newest Fassung can be taken back, with a reason, and never the first', async () => {
    const codes = await Promise.all(
      (
        [
          [1, 'weil'],
          [999, 'weil'],
          [2, 'weil'],
          [1, ' '],
        ] as const
      ).map(async ([nummer, reason]) => {
        const result = await takeBackFassung(t.db, actor, nummer, reason);
        return result.ok ? 'done' : result.refusal.code;
      }),
    );
    assert.deepEqual(codes, [
      'CATALOGUE_FASSUNG_FIRST',
      'CATALOGUE_FASSUNG_UNKNOWN',
      'CATALOGUE_FASSUNG_TAKEN_BACK',
      'CATALOGUE_REASON_MISSING',
    ]);
  });
});
