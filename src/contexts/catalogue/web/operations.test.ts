import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { z } from 'zod';
import { clockFrom, ok, type Result, refuse } from '#kernel';
import { actorOf, type Command, type Operation } from '#platform';
import { catalogueCommands } from '../cli.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { shippedCatalogue, shippedEnden } from '../testing/shipped-catalogue.ts';
import { versionDeps } from '../testing/version-deps.ts';
import { indexCatalogue } from '../use-cases/catalogue-indexer.ts';
import type { VerdictsFor } from '../views/search-json.ts';
import { catalogueOperations } from './operations.ts';
import { cataloguePages } from './pages.ts';

const verdictsFor: VerdictsFor = async (body, ids) =>
  body === 'Lemgo'
    ? ok(new Map(ids.map((id) => [id, 'selbst'])))
    : refuse({ kind: 'not-found', code: 'TERRITORY_BODY_UNKNOWN', message: `„${body}“ kennt niemand.` });

describe('the catalogue by API and command line', () => {
  let catalogue: Catalogue;
  let operations: readonly Operation[];
  let commands: readonly Command[];

  before(async () => {
    catalogue = await shippedCatalogue();
    const index = await indexCatalogue(catalogue);
    const deps = {
      ...versionDeps,
      catalogue: async () => catalogue,
      search: async () => index,
      verdictsFor,
      enden: shippedEnden(),
      clock: clockFrom(() => new Date('2026-11-21T10:00:00Z')),
    };
    operations = catalogueOperations(deps);
    commands = catalogueCommands(deps);
  });

  async function call(path: string, params: object, query: object): Promise<Result<unknown>> {
    const operation = operations.find((one) => one.path === path);
    assert.ok(operation, path);
    const raw = { params, query, body: undefined, principal: null, clientAddress: '127.0.0.1' };
    const result = await operation.invoke(raw);
    if (result.ok) assert.deepEqual(operation.schemas.response.parse(result.value), result.value);
    return result;
  }

  async function run(name: string, positionals: readonly string[], values: Record<string, string> = {}) {
    const command = commands.find((one) => one.name === name);
    assert.ok(command, name);
    const principal = {
      kind: 'betreiber',
      actor: actorOf('betreiber', 'test'),
      tenant: null,
      permissions: new Set<string>(),
    } as const;
    return command.run({ positionals, values, principal, say: () => {} });
  }

  const answerOf = (result: Result<unknown>) => {
    assert.ok(result.ok, JSON.stringify(result));
    return result.value as Record<string, unknown>;
  };

  test('the tree counts all and says of when it is', async () => {
    const tree = answerOf(await call('/katalog/baum', {}, {}));
    assert.deepEqual(tree.summe, { themenfelder: 14, lagen: 55, ozgLeistungen: 557, leistungen: 5249 });
    assert.deepEqual([tree.ohneOzg, tree.stand], [{ leistungen: 26 }, '2019-10-05']);
  });

  test('every Leistung fits the published shape', async () => {
    for (const { id } of catalogue.leistungen) answerOf(await call('/katalog/leistungen/{id}', { id }, {}));
  });

  test('every OZG-Leistung fits the published shape', async () => {
    for (const { ozgId } of catalogue.ozgLeistungen)
      answerOf(await call('/katalog/ozg/{id}', { id: String(ozgId) }, {}));
  });

  test('the list takes the same parameters as the page and refuses what it does not know', async () => {
    const page = answerOf(await call('/katalog/leistungen', {}, { leika: 'ohne', anzahl: '1000' }));
    assert.deepEqual([page.total, page.seiten, (page.leistungen as unknown[]).length], [436, 1, 436]);
    const two = answerOf(await call('/katalog/leistungen', {}, { typ: ['5', '6'], seite: '1' }));
    assert.equal(two.total, 47);
    const refused = await call('/katalog/leistungen', {}, { themenfeld: '99', sortierung: 'x' });
    assert.deepEqual(!refused.ok && refused.refusal.fields?.map(({ field }) => field).sort(), [
      'sortierung',
      'themenfeld',
    ]);
    const strange = await call('/katalog/leistungen', {}, { unbekannt: '1' });
    assert.equal(!strange.ok && strange.refusal.kind, 'invalid');
  });

  test('a search gives Treffer, and with a Kommune the verdict of each', async () => {
    const plain = answerOf(await call('/search', {}, { words: 'Hundesteuer' })).treffer as {
      verdict?: string;
    }[];
    assert.equal(plain[0]?.verdict, undefined);
    const lemgo = answerOf(await call('/search', {}, { words: 'Hundesteuer', kommune: 'Lemgo', limit: '3' }));
    assert.deepEqual(
      (lemgo.treffer as { verdict?: string }[]).map(({ verdict }) => verdict),
      ['selbst', 'selbst', 'selbst'],
    );
    const cut = answerOf(await call('/search', {}, { words: 'Steuer', limit: '3' }));
    assert.ok(Number(cut.gesamt) > 50, 'what is cut is told');
    const unknown = await call('/search', {}, { words: 'Hundesteuer', kommune: 'Atlantis' });
    assert.equal(!unknown.ok && unknown.refusal.code, 'TERRITORY_BODY_UNKNOWN');
    assert.equal((await call('/search', {}, { words: '' })).ok, false);
    assert.equal((await call('/search', {}, { words: 'a', limit: '5000' })).ok, false);
  });

  test('search on the command line gives exactly {treffer: [{id, leika, ozgId, name, score}]}', async () => {
    const result = await run('search', ['Hund', 'anmelden']);
    assert.ok(result.ok);
    const json = result.value.json as { treffer: object[] };
    assert.deepEqual(Object.keys(json), ['treffer']);
    assert.deepEqual(Object.keys(json.treffer[0] ?? {}), ['id', 'leika', 'ozgId', 'name', 'score']);
    const lines = result.value.text.split('\n');
    assert.equal(lines.length, json.treffer.length + 1);
    assert.match(lines.at(-1) ?? '', /^20 von \d+ Treffern\. Mehr zeigt --limit/);
    const lemgo = await run('search', ['Hund'], { kommune: 'Lemgo' });
    assert.match(lemgo.ok ? lemgo.value.text : '', /selbst/);
    assert.equal((await run('search', ['Hund'], { kommune: 'Atlantis' })).ok, false);
  });

  test('leistung, leistungen, katalog and ozg speak in words and in JSON', async () => {
    const leistung = await run('leistung', ['99', '102', '013', '000', '000']);
    assert.match(leistung.ok ? leistung.value.text : '', /Typisierung: .*regelt die Leistung/);
    const unknown = await run('leistung', ['L99999']);
    assert.equal(!unknown.ok && unknown.refusal.kind, 'not-found');
    const list = await run('leistungen', [], { leika: 'ohne', anzahl: '10' });
    assert.match(list.ok ? list.value.text : '', /^436 Leistungen, Seite 1 von 44/);
    assert.match(valueText(await run('katalog', [])), /ohne OZG-Leistung \(26\)/);
    assert.match(valueText(await run('ozg', ['10513'])), /^10513 {2}/);
  });

  test('a list as of a date holds what was in force then; a search of today finds nothing that ended', async () => {
    const total = async (query: object) =>
      z.object({ total: z.number() }).parse(given(await call('/katalog/leistungen', {}, query))).total;
    assert.equal(await total({}), 5249, 'the whole stock');
    assert.equal(await total({ datum: '2023-12-31' }), 5249, 'on the last day they still exist');
    assert.equal(await total({ datum: '2024-01-01' }), 5239);
    assert.equal(await total({ suche: '99085003000000' }), 0);
    assert.equal(await total({ suche: '99085003000000', datum: '2023-12-31' }), 1);
    const bad = await call('/katalog/leistungen', {}, { datum: '31.12.2023' });
    assert.equal(!bad.ok && bad.refusal.code, 'LIST_QUERY_INVALID');
    const found = async (query: object) =>
      JSON.stringify(given(await call('/search', {}, { words: 'Kinderreisepass', limit: 100, ...query })));
    assert.doesNotMatch(await found({}), /L03071/);
    assert.match(await found({ datum: '2023-12-31' }), /L03071/);
    assert.doesNotMatch(valueText(await run('search', ['Kinderreisepass'], { limit: '100' })), /L03071/);
    assert.match(valueText(await run('search', ['Kinderreisepass'], { datum: '2020-01-01' })), /L03071/);
    const listed = await run('leistungen', ['99085003000000'], { datum: '2023-01-01' });
    assert.match(valueText(listed), /L03071 .*endet am 31\.12\.2023/);
    const one = JSON.stringify(given(await call('/katalog/leistungen/{id}', { id: 'L03071' }, {})));
    assert.match(one, /"endetAm":"2023-12-31".*"quelle":/);
    assert.match(valueText(await run('leistung', ['L03071'])), /Ende: +31\.12\.2023/);
  });

  test('tree, OZG-Leistung and Leistung answer as of a day, by API and command alike', async () => {
    const summe = z.object({ datum: z.string().nullable(), summe: z.object({ leistungen: z.number() }) });
    const counts = async (query: object) => {
      const tree = summe.parse(given(await call('/katalog/baum', {}, query)));
      return [tree.datum, tree.summe.leistungen];
    };
    assert.deepEqual(await counts({}), [null, 5249]);
    assert.deepEqual(await counts({ date: '2023-12-31' }), ['2023-12-31', 5249]);
    assert.deepEqual(await counts({ date: '2024-01-01' }), ['2024-01-01', 5239]);
    assert.match(valueText(await run('katalog', [], { date: '2024-01-01' })), /Stichtag 01\.01\.2024/);
    const ozg = String(catalogue.leistungById.get('L03071')?.ozgId);
    const bundle = async (query: object) =>
      JSON.stringify(given(await call('/katalog/ozg/{id}', { id: ozg }, query)));
    assert.match(await bundle({}), /"L03071".*"endetAm":"2023-12-31"/);
    assert.doesNotMatch(await bundle({ date: '2024-01-01' }), /"L03071"/);
    assert.doesNotMatch(valueText(await run('ozg', [ozg], { date: '2024-01-01' })), /L03071/);
    const one = async (query: object) =>
      answerOf(await call('/katalog/leistungen/{id}', { id: 'L03071' }, query));
    const { datum, inKraft, fassung, stand } = await one({ date: '2023-12-31' });
    assert.deepEqual([datum, inKraft, fassung, stand], ['2023-12-31', true, 1, '2019-10-05']);
    assert.equal((await one({})).inKraft, false);
    const said = await run('leistung', ['L03071'], { date: '2024-01-01' });
    assert.match(valueText(said), /In Kraft: +nein, am 01\.01\.2024/);
    for (const name of ['katalog', 'ozg', 'leistung', 'search', 'leistungen'])
      assert.equal((await run(name, ['10513'], { date: 'gestern' })).ok, false, name);
  });

  test('a list takes „date“ as all answers do, and „datum“ as before', async () => {
    for (const name of ['date', 'datum'])
      assert.equal(answerOf(await call('/katalog/leistungen', {}, { [name]: '2024-01-01' })).total, 5239);
    const listed = await run('leistungen', [], { date: '2024-01-01' });
    assert.match(valueText(listed), /^5239 Leistungen/);
  });

  test('every page of the catalogue has an operation and a command', async () => {
    const index = await indexCatalogue(catalogue);
    const clock = { now: () => new Date(), today: () => catalogue.fassung.stand };
    const deps = { ...versionDeps, catalogue: async () => catalogue, search: async () => index };
    const pages = cataloguePages({ ...deps, clock, enden: shippedEnden(), demo: false });
    for (const { capability } of pages) {
      assert.ok(
        operations.some((one) => one.capability === capability),
        `operation for ${capability}`,
      );
      assert.ok(
        commands.some((one) => one.capability === capability),
        `command for ${capability}`,
      );
    }
  });
});

function given(result: Result<unknown>): unknown {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function valueText(result: Result<{ readonly text: string }>): string {
  return result.ok ? result.value.text : '';
}
