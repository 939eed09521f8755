import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clockFrom, ok, type Result } from '#kernel';
import { actorOf, type Operation } from '#platform';
import { askerOf, downloadOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { dutiesCommands } from '../cli.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { shippedWorld } from '../testing/duties-world.ts';
import { wirkungOfDelegation } from '../use-cases/answer-delegations.ts';
import { changeOperations } from './change-operations.ts';
import { delegationOperations } from './delegation-operations.ts';
import { dutiesPages } from './pages.ts';

const world = await shippedWorld();

async function noDatabase(): Promise<never> {
  throw new Error('This door reads the snapshot and no database.');
}

const deps: DutiesDeps = {
  db: {
    withPublic: noDatabase,
    withTenant: noDatabase,
    withCircle: noDatabase,
    withReference: noDatabase,
    withKey: noDatabase,
    withFigures: noDatabase,
    close: async () => {},
  },
  clock: clockFrom(() => new Date('2026-11-22T10:00:00Z')),
  demo: true,
  world: async () => world,
  versions: { all: noDatabase, at: noDatabase, delta: noDatabase, latest: noDatabase, historyOf: noDatabase },
  worldChanged: () => {},
  circleOf: async () => null,
  ownAgs: async () => null,
  providerOf: async () => null,
  rueckfragen: async () => '',
  houseOf: async () => null,
  wortlautOf: async (norm) => [{ zitat: norm, saetze: [] }],
  actingFor: async (operator) => ok(operator),
};

const ask = askerOf(dutiesPages(deps));
const operations = [...changeOperations(deps), ...delegationOperations(deps)];

async function call(path: string, params: object, query: object): Promise<Result<unknown>> {
  const operation: Operation | undefined = operations.find((one) => one.path === path);
  assert.ok(operation, path);
  const raw = { params, query, body: undefined, principal: null, clientAddress: '127.0.0.1' };
  const result = await operation.invoke(raw);
  if (result.ok) assert.deepEqual(operation.schemas.response.parse(result.value), result.value);
  return result;
}

async function run(name: string, positionals: readonly string[], values: Record<string, string> = {}) {
  const command = dutiesCommands(deps).find((one) => one.name === name);
  assert.ok(command, name);
  const actor = actorOf('betreiber', 'test');
  const principal = { kind: 'betreiber', actor, tenant: null, permissions: new Set<string>() } as const;
  return command.run({ positionals, values, principal, say: () => {} });
}

function unwrap<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

const huerth = '05362028:grosse-kreisangehoerige-stadt';
const whatIf = '/groessenklassen/was-waere-wenn';

describe('was wäre, wenn', () => {
  test('Hürth als Große: Seite, Datei, API und Befehl sagen dasselbe', async () => {
    const page = await pageOf(await ask.get(`${whatIf}?aenderungen=${huerth}`));
    const json = unwrap(await call('/what-if', {}, { aenderungen: 'Hürth:grosse' }));
    const { paare, bilanzen } = json as {
      paare: unknown[];
      bilanzen: { name: string; gewinnt: number; verliert: number }[];
    };
    assert.ok(paare.length > 10);
    const row = (name: string) => bilanzen.find((each) => each.name === name);
    assert.equal(row('Hürth')?.gewinnt, row('Rhein-Erft-Kreis')?.verliert);
    assert.match(page.query.text, new RegExp(`${paare.length} Paare`));
    const csv = (await downloadOf(await ask.get(`${whatIf}.csv?aenderungen=${huerth}`))).toString();
    assert.equal(csv.trimEnd().split('\n').length, paare.length + 1);
    const command = unwrap(await run('what-if', ['Hürth:grosse']));
    assert.deepEqual(JSON.parse(JSON.stringify(command.json)), JSON.parse(JSON.stringify(json)));
    assert.match(command.text, /Rhein-Erft-Kreis: \+0 −\d+/);
  });

  test('eine weitere Gemeinde kommt in die Adresse; Unsinn wird gesagt', async () => {
    const added = await ask.get(
      `${whatIf}?aenderungen=${huerth}&gemeinde=Altena&klasse=kreisangehoerige-gemeinde&datum=2026-11-22`,
    );
    assert.equal(added.kind, 'redirect');
    if (added.kind === 'redirect')
      assert.match(decodeURIComponent(added.to), /05362028:grosse.*,05962004:kreisangehoerige-gemeinde/);
    for (const [text, code] of [
      ['Hürth', 'DUTIES_WHAT_IF_INVALID'],
      ['Hürth:riesig', 'DUTIES_WHAT_IF_INVALID'],
      ['Kreis Lippe:grosse', 'DUTIES_WHAT_IF_INVALID'],
      ['Nirgendwo:grosse', 'TERRITORY_BODY_UNKNOWN'],
      ['Hürth:grosse,Hürth:mittlere', 'DUTIES_WHAT_IF_CONTRADICTION'],
    ] as const) {
      const refused = await ask.get(`${whatIf}?aenderungen=${encodeURIComponent(text)}`);
      assert.equal(refusalOf(refused).code, code, text);
      assert.ok(!(await call('/what-if', {}, { aenderungen: text })).ok);
    }
  });

  test('auch für alle 374 kreisangehörigen Gemeinden zugleich', async () => {
    const all = world.duties.facts.bodies
      .filter(({ kreisAgs }) => kreisAgs !== null)
      .map(({ ags }) => `${ags}:grosse-kreisangehoerige-stadt`);
    assert.equal(all.length, 374);
    const page = await pageOf(await ask.get(`${whatIf}?aenderungen=${all.join(',')}`));
    assert.match(page.query.text, /[\d.]{6,} Paare/);
  });
});

describe('was hat sich geändert', () => {
  const address = '/kommunen/05162012/aenderungen?von=2018-06-30&bis=2019-01-01';

  test('Jüchen wird 2019 Mittlere: die Bauaufsicht kommt vom Kreis, mit Anlass und Norm', async () => {
    const page = await pageOf(await ask.get(`${address}&suche=Abbruchgenehmigung`));
    assert.match(page.query.text, /Die Größenklasse hat sich geändert: Kreisangehörige Gemeinde → Mittlere/);
    assert.match(page.query.text, /Rhein-Kreis Neuss/);
    const json = unwrap(
      await call(
        '/kommunen/{body}/differences',
        { body: 'Jüchen' },
        { from: '2018-06-30', to: '2019-01-01' },
      ),
    );
    const { aenderungen } = json as { aenderungen: { anlass: string; nachher: { verdict: string } }[] };
    assert.ok(
      aenderungen.some(({ anlass, nachher }) => anlass === 'Größenklasse' && nachher.verdict === 'selbst'),
    );
    const command = unwrap(await run('differences', ['Jüchen'], { from: '2018-06-30', to: '2019-01-01' }));
    assert.match(command.text, new RegExp(`^Jüchen: ${aenderungen.length} Änderungen`));
    const csv = (await downloadOf(await ask.get(address.replace('?', '.csv?')))).toString();
    assert.equal(csv.trimEnd().split('\n').length, aenderungen.length + 1);
  });

  test('jede Änderung stimmt mit den zwei Urteilen überein, und ohne Änderung steht keine da', async () => {
    const json = unwrap(
      await call(
        '/kommunen/{body}/differences',
        { body: 'Jüchen' },
        { from: '2026-01-01', to: '2026-01-01' },
      ),
    );
    assert.deepEqual((json as { aenderungen: unknown[] }).aenderungen, []);
    assert.equal(
      refusalOf(await ask.get('/kommunen/Lemgo/aenderungen?von=2026-02-01&bis=2026-01-01')).code,
      'DUTIES_DIFFERENCE_ORDER',
    );
    assert.equal(refusalOf(await ask.get('/kommunen/Lemgo/aenderungen?von=gestern')).code, 'DATE_INVALID');
  });
});

describe('das Register der Übertragungen', () => {
  test('die Wirkung eines Eintrags nennt beide Seiten', async () => {
    const [first] = world.duties.facts.regelwerk.uebertragungen;
    assert.ok(first);
    const uebertragung = {
      ...first,
      id: 'probe',
      von: '05766',
      nach: { name: 'Lemgo', ags: '05766044' },
      gebiet: ['05766044'],
      aufgabeIds: ['fahrerlaubnis'],
    };
    const effect = wirkungOfDelegation(
      world,
      { art: 'eintragen', form: 'heranziehung', uebertragung },
      deps.clock.today(),
    );
    const lemgo = effect.filter(({ body }) => body.ags === '05766044');
    assert.ok(lemgo.length > 0);
    assert.ok(
      lemgo.every(({ vorher, nachher }) => vorher.verdict === 'Kreis' && nachher.verdict === 'selbst'),
    );
  });

  test('Seite, API und Befehl zeigen die mitgelieferten, mit ihrem Stand am Tag', async () => {
    const page = await pageOf(await ask.get('/delegationen?datum=2009-10-20'));
    assert.match(page.query.text, /6 Übertragungen/);
    const json = unwrap(await call('/delegationen', {}, { date: '2009-10-20' }));
    const { delegationen } = json as { delegationen: { stand: string }[] };
    assert.ok(delegationen.every(({ stand }) => stand === 'künftig'));
    const now = unwrap(await run('delegation list', []));
    assert.match(now.text, /aachen-gesundheit {2}gilt/);
    assert.ok((await call('/delegationen/{id}', { id: 'aachen-gesundheit' }, {})).ok);
    assert.equal(refusalOf(await ask.get('/delegationen/gibt-es-nicht')).kind, 'not-found');
  });

  test('der Bericht über das ganze Land zählt jedes Paar einmal', async () => {
    const json = unwrap(await call('/delegationen/befunde', {}, {}));
    const counts = json as {
      paare: number;
      mitStelle: number;
      nichtEinschlaegig: number;
      offen: number;
      gruende: { paare: number }[];
    };
    assert.equal(counts.paare, 396 * 5249);
    assert.equal(counts.mitStelle + counts.nichtEinschlaegig + counts.offen, counts.paare);
    assert.equal(
      counts.gruende.reduce((sum, { paare }) => sum + paare, 0),
      counts.offen,
    );
    assert.match((await pageOf(await ask.get('/delegationen/befunde'))).query.text, /Ziel ungeklärt/);
  });
});

test('der Befehl „rule“ nennt den Wortlaut der Norm, auch wo keiner hinterlegt ist', async () => {
  const result = await run('rule', ['wohngeld']);
  assert.ok(result.ok);
  const regel = world.duties.facts.regelwerk.regeln.find(({ id }) => id === 'wohngeld');
  assert.deepEqual((result.value.json as { wortlaut: unknown }).wortlaut, [
    { zitat: regel?.norm, saetze: [] },
  ]);
});
