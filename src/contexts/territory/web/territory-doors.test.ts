import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Clock, clockFrom, type Result } from '#kernel';
import { actorOf, type Command, type Operation } from '#platform';
import { definitionOf } from '../../../../test/support/html-query.ts';
import {
  askerOf,
  downloadOf,
  type PageAsker,
  pageOf,
  refusalOf,
} from '../../../../test/support/page-request.ts';
import { territoryCommands } from '../cli.ts';
import type { Territory } from '../domain/territory.ts';
import { shippedTerritory } from '../testing/shipped-territory.ts';
import { territoryOperations } from './operations.ts';
import { territoryPages } from './pages.ts';

const clock: Clock = clockFrom(() => new Date('2026-11-21T10:00:00Z'));

function doorsTo(snapshot: Territory) {
  const territory = async () => snapshot;
  return {
    ask: askerOf(territoryPages({ territory, clock, demo: true })),
    operations: territoryOperations({ territory, clock }),
    commands: territoryCommands({ territory, clock }),
  };
}

async function call(
  operations: readonly Operation[],
  path: string,
  params: object,
  query: object,
): Promise<Result<unknown>> {
  const operation = operations.find((one) => one.path === path);
  assert.ok(operation, path);
  const raw = { params, query, body: undefined, principal: null, clientAddress: '127.0.0.1' };
  const result = await operation.invoke(raw);
  if (result.ok) assert.deepEqual(operation.schemas.response.parse(result.value), result.value);
  return result;
}

function answerOf(result: Result<unknown>): Record<string, unknown> {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value as Record<string, unknown>;
}

async function run(
  commands: readonly Command[],
  name: string,
  positionals: readonly string[],
  values: Record<string, string> = {},
) {
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

describe('the Kommunen of Nordrhein-Westfalen', () => {
  let snapshot: Territory;
  let ask: PageAsker;
  let operations: readonly Operation[];
  let commands: readonly Command[];

  before(async () => {
    snapshot = await shippedTerritory('nrw');
    ({ ask, operations, commands } = doorsTo(snapshot));
  });

  const show = async (address: string) => pageOf(await ask.get(address));
  const countOf = async (address: string) =>
    /^([\d.]+) Kommune/.exec((await show(address)).query.get('heading', 'Kommune').text)?.[1];

  test('the list holds 396 Gemeinden and 31 Kreise and narrows by class, Kreis and Regierungsbezirk', async () => {
    assert.equal(await countOf('/kommunen'), '427');
    assert.equal(await countOf('/kommunen?groessenklasse=grosse-kreisangehoerige-stadt'), '35');
    assert.equal(await countOf('/kommunen?groessenklasse=mittlere-kreisangehoerige-stadt'), '132');
    assert.equal(await countOf('/kommunen?groessenklasse=kreisfreie-stadt'), '23');
    assert.equal(await countOf('/kommunen?groessenklasse=kreisangehoerige-gemeinde'), '206');
    assert.equal(await countOf('/kommunen?kreis=05766'), '16');
    assert.equal(await countOf('/kommunen?art=kreis&art=staedteregion'), '31');
    assert.equal(await countOf('/kommunen?suche=32657'), '1');
    assert.equal((await show('/kommunen')).query.find('summary', 'Land'), undefined);
  });

  test('the largest city stands first when sorted by Einwohner', async () => {
    const { query } = await show('/kommunen?sortierung=-einwohner&art=stadt');
    assert.match(query.all('row')[1]?.text ?? '', /^Köln/);
  });

  test('an address that asks for nonsense gets the list and a word about it', async () => {
    const { query, html } = await show('/kommunen?kreis=<script>&sortierung=;--&seite=0&art=burg');
    assert.match(query.text, /nicht verstanden/);
    assert.ok(!html.includes('<script>'));
  });

  test('Lemgo shows class with source and grade, Kreis, Einwohner, PLZ under ODbL, and an unchecked website', async () => {
    const { title, preline, query, breadcrumb, nextSteps } = await show('/kommunen/05766044');
    assert.deepEqual([title, preline], ['Lemgo', 'Mittlere kreisangehörige Stadt']);
    assert.equal(breadcrumb?.at(-1)?.label, 'Kreis Lippe');
    assert.match(definitionOf(query, 'Beleg') ?? '', /Norm gelesen/);
    assert.match(definitionOf(query, 'Gültig') ?? '', /^ab 01\.01\.2025/);
    assert.match(definitionOf(query, 'Website') ?? '', /lemgo\.net.*ungeprüft/);
    assert.match(query.text, /32657/);
    assert.ok(query.get('link', 'Open Database License'));
    assert.equal(nextSteps?.[0]?.href, '/kommunen/05766044/pflichten?datum=2026-11-21');
  });

  test('Kreis Lippe lists its 16 Gemeinden and the sum of their Einwohner', async () => {
    const { query } = await show('/kommunen/05766');
    assert.ok(query.get('heading', 'Gemeinden dieses Kreises (16)'));
    assert.equal(query.get('link', 'Detmold').attributes.href, '/kommunen/05766020');
    const sum = snapshot.gemeindenByKreis
      .get('05766')
      ?.reduce((total, { ags }) => total + (snapshot.einwohnerByAgs.get(ags)?.[0]?.zahl ?? 0), 0);
    assert.ok(query.text.includes(new Intl.NumberFormat('de-DE').format(sum ?? 0)));
  });

  test('a name leads to its AGS; „Unna“ is asked back; an unknown one gets the near ones', async () => {
    assert.deepEqual(await ask.get('/kommunen/Lemgo'), { kind: 'redirect', to: '/kommunen/05766044' });
    assert.deepEqual(await ask.get('/kommunen/Kreis%20Lippe'), { kind: 'redirect', to: '/kommunen/05766' });
    const unna = refusalOf(await ask.get('/kommunen/Unna'));
    assert.equal(unna.kind, 'ambiguous');
    assert.deepEqual(unna.suggestions?.map(({ key }) => key).sort(), ['05978', '05978036']);
    const lembo = refusalOf(await ask.get('/kommunen/Lemgoo'));
    assert.equal(lembo.kind, 'not-found');
    assert.ok(lembo.suggestions?.some(({ key }) => key === '05766044'));
    assert.equal(refusalOf(await ask.get('/kommunen/99999999')).kind, 'not-found');
    assert.equal(
      refusalOf(await ask.get(`/kommunen/${encodeURIComponent("'; drop table x; --")}`)).kind,
      'not-found',
    );
  });

  test('every page of a Kommune renders', async () => {
    for (const { ags } of snapshot.bodies) await show(`/kommunen/${ags}`);
  });

  test('the exports hold what the list holds, without PLZ', async () => {
    const text = (await downloadOf(await ask.get('/kommunen.csv?kreis=05766'))).toString('utf8');
    const lines = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    assert.equal(lines.length, 17);
    assert.ok(!text.includes('32657'));
    assert.equal((await downloadOf(await ask.get('/kommunen.xlsx'))).subarray(0, 2).toString(), 'PK');
  });

  test('the API gives every body in its published shape', async () => {
    for (const { ags } of snapshot.bodies)
      answerOf(await call(operations, '/kommunen/{body}', { body: ags }, {}));
    const lemgo = answerOf(await call(operations, '/kommunen/{body}', { body: 'lemgo' }, {}));
    assert.deepEqual([lemgo.ags, lemgo.groessenklasse], ['05766044', 'mittlere-kreisangehoerige-stadt']);
    const unna = await call(operations, '/kommunen/{body}', { body: 'Unna' }, {});
    assert.equal(!unna.ok && unna.refusal.kind, 'ambiguous');
    const all = answerOf(await call(operations, '/kommunen', {}, { anzahl: '1000' }));
    assert.deepEqual([all.total, (all.kommunen as unknown[]).length], [427, 427]);
    const wrong = await call(operations, '/kommunen', {}, { land: '05', kreis: 'x' });
    assert.equal(!wrong.ok && wrong.refusal.kind, 'invalid');
  });

  test('the command line knows a Kommune by name or AGS and asks back', async () => {
    const byName = await run(commands, 'kommune', ['Kreis', 'Lippe']);
    const byKey = await run(commands, 'kommune', ['05766']);
    assert.ok(byName.ok && byKey.ok);
    assert.deepEqual(byName.value.json, byKey.value.json);
    assert.match(byName.value.text, /Gemeinden: .*Lemgo/);
    const unna = await run(commands, 'kommune', ['Unna']);
    assert.equal(!unna.ok && unna.refusal.suggestions?.length, 2);
    const list = await run(commands, 'kommunen', [], { kreis: '05766', anzahl: '100' });
    assert.match(list.ok ? list.value.text : '', /^16 Kommunen, Seite 1 von 1\n/);
  });

  test('every page has an operation and a command', () => {
    const territory = async () => snapshot;
    for (const { capability } of territoryPages({ territory, clock, demo: false })) {
      assert.ok(
        operations.some((one) => one.capability === capability),
        capability,
      );
      assert.ok(
        commands.some((one) => one.capability === capability),
        capability,
      );
    }
  });
});

describe('the Kommunen of all Germany', () => {
  let snapshot: Territory;
  let ask: PageAsker;

  before(async () => {
    snapshot = await shippedTerritory('nrw', 'uebriges-deutschland');
    ({ ask } = doorsTo(snapshot));
  });

  test('the list grows to 11,090 bodies, and can be narrowed by Land', async () => {
    const warm = await pageOf(await ask.get('/kommunen'));
    assert.match(warm.query.get('heading', 'Kommune').text, /^11\.090/);
    const bayern = await pageOf(await ask.get('/kommunen?land=09&art=kreis'));
    assert.match(bayern.query.get('heading', 'Kommune').text, /^71 /);
  });

  test('a body outside Nordrhein-Westfalen says that there are no rules for it yet', async () => {
    const { query, nextSteps } = await pageOf(await ask.get('/kommunen/09162000'));
    assert.match(query.text, /noch keine Zuständigkeitsregeln/);
    assert.ok(!nextSteps?.some(({ href }) => href.endsWith('/pflichten')));
  });
});
