import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Catalogue, type Leistung, loadCatalogue, loadCatalogueData, tableImport } from '#catalogue';
import { clockFrom } from '#kernel';
import { actorOf, type Principal } from '#platform';
import { parseLeikaKey } from '#standards/leika';
import type { Body } from '#territory';
import { shippedData } from '../../../../test/support/broken-data.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { fullConsent, orderOf, tableOf } from '../../catalogue/testing/table-of.ts';
import { shippedTerritory } from '../../territory/testing/shipped-territory.ts';
import { compileDuties } from '../domain/compiled-duties.ts';
import { decisionsOf } from '../domain/duty-list.ts';
import type { Regel } from '../domain/regel.ts';
import { keineReichweite } from '../domain/reichweite.ts';
import { verdictOf } from '../domain/verdict-of.ts';
import { realFacts, today } from '../testing/real-duties.ts';
import { mitgezogeneByRule } from './mitgezogene-leistungen.ts';
import { readReviewQueue } from './read-review.ts';

const actor = actorOf('betreiber', 'test');
const leser: Principal = { kind: 'mitglied', actor, tenant: null, permissions: new Set() };
const renamedOne = 'Familienname Änderung';
const clock = clockFrom(() => new Date('2026-11-22T10:00:00Z'));

function key(text: string) {
  const parsed = parseLeikaKey(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
}

const facts = realFacts();
const territory = await shippedTerritory('nrw');
const muster = facts.regelwerk.regeln.find(({ id }) => id === 'wohngeld');
assert.ok(muster);

/** A rule for the one Leistung that the test splits. */
const eigene: Regel = {
  ...muster,
  id: 'pruefung-baumuster',
  aufgabeId: 'pruefung-baumuster',
  reichweite: { ...keineReichweite, leistungen: ['L00001'] },
  evidenz: 'norm-gelesen',
  auchTyp1: 'erfunden für die Probe',
};

describe('eine neue Fassung, die Schlüssel ändert und teilt', () => {
  let t: TestDatabase;
  let shipped: Catalogue;
  before(async () => {
    t = await testDatabase();
    await loadCatalogueData(t.db, actor, shippedData);
    shipped = await now();
  });
  after(() => t[Symbol.asyncDispose]());

  const now = () => t.db.withPublic((tx) => loadCatalogue(tx));
  const dutiesOf = ({ leistungen }: Catalogue) =>
    compileDuties<Leistung, Body>({
      ...facts,
      bodies: territory.bodies,
      regelwerk: { ...facts.regelwerk, regeln: [...facts.regelwerk.regeln, eigene] },
      leistungen,
    });

  async function imported(rows: readonly Leistung[]): Promise<Catalogue> {
    const order = orderOf(tableOf(rows));
    const planned = await t.db.withPublic((tx) => tableImport.plan(tx, order, async () => {}));
    assert.ok(planned.ok);
    const decisions = new Map(planned.value.plan.proposals.map(({ id }) => [id, 'annehmen' as const]));
    const applied = await tableImport.apply({ db: t.db, clock }, actor, { ...order, decisions }, fullConsent);
    assert.ok(applied.ok, JSON.stringify(applied));
    return await now();
  }

  /** A key that a rule names is another one, and one Leistung becomes two. */
  function changedRows(): readonly Leistung[] {
    return shipped.leistungen.flatMap((row) => {
      if (row.id === 'L00001')
        return [
          { ...row, name: `${row.name} national` },
          { ...row, name: `${row.name} international` },
        ];
      return row.name === renamedOne ? [{ ...row, leika: key('99083901011000') }] : [row];
    });
  }

  /** What every body is told about every Leistung, by our own numbers. */
  function answers(catalogue: Catalogue): ReadonlyMap<string, string> {
    const duties = dutiesOf(catalogue);
    const told = new Map<string, string>();
    for (const body of territory.bodies.filter((_, at) => at % 18 === 0)) {
      const decisions = decisionsOf(duties, body, today);
      duties.facts.leistungen.forEach(({ id }, at) => {
        const decision = decisions[duties.fallByLeistung[at] ?? 0];
        told.set(`${body.ags} ${id}`, `${decision?.verdict} ${decision?.stelle?.name} ${decision?.grade}`);
      });
    }
    return told;
  }

  test('lässt die Regel bei derselben Leistung, an beiden Teilen als Einschätzung, und danach alles wie zuvor', async () => {
    const target = shipped.leistungen.find(({ name }) => name === renamedOne);
    assert.ok(target?.leika, 'the example is in the catalogue');
    const before = answers(shipped);
    const changed = await imported(changedRows());
    const duties = dutiesOf(changed);
    const renamed = changed.leistungById.get(target.id);
    assert.equal(renamed?.leika, '99083901011000');
    const during = answers(changed);
    for (const [pair, answer] of before)
      if (!pair.endsWith(' L00001')) assert.equal(during.get(pair), answer, pair);
    const moved = mitgezogeneByRule(duties);
    assert.deepEqual(
      moved.get(eigene.id)?.map(({ leistung, frueher }) => [leistung.name.split(' ').at(-1), frueher.art]),
      [
        ['national', 'teilung'],
        ['international', 'teilung'],
      ],
    );
    const [part] = moved.get(eigene.id) ?? [];
    assert.ok(part);
    const lemgo = territory.bodies.find(({ name }) => name === 'Lemgo');
    assert.ok(lemgo);
    const verdict = verdictOf(duties, part.leistung, lemgo, today);
    assert.equal(verdict.grade, 'einschaetzung');
    assert.ok(verdict.chain.some(({ note }) => note?.includes('Nach Teilung zu prüfen')));
    const queue = await readReviewQueue(t.db, { catalogue: changed, territory, duties }, leser);
    const standOf = (id: string) => queue.find(({ regel }) => regel.id === id)?.stand;
    assert.equal(standOf(eigene.id), 'erneut zu prüfen');
    assert.equal(standOf('namensaenderung'), 'ungeprueft');
    const home = await imported(shipped.leistungen);
    assert.deepEqual(answers(home), before);
    assert.deepEqual([...mitgezogeneByRule(dutiesOf(home))], []);
  });
});
