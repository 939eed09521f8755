import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askerOf, pageOf } from '../../../test/support/page-request.ts';
import { type DescriptionsWorld, descriptionsWorld } from '../descriptions/testing/descriptions-world.ts';
import { feedOf, sampleDienst, sampleLeistung } from '../descriptions/testing/sample-feed.ts';
import { hundInLemgo, lemgoAuftritt, shippedRouting, withLocal } from '../routing/testing/routing-world.ts';
import { qualityCommands } from './cli.ts';
import type { ProbeAnswer } from './deps.ts';
import type { QualityDeps } from './doors-deps.ts';
import { lookAfterLinks } from './use-cases/look-after-links.ts';
import { openQuality } from './use-cases/read-quality.ts';
import { qualityOperations } from './web/operations.ts';
import { qualityPages } from './web/pages.ts';

const lemgo = '057660044044';
const broken = 'https://hund.example/weg';

const feed = feedOf({
  schreibe: [
    sampleLeistung({
      id: 'L100042.LB.1',
      gebiete: ['050000000000'],
      am: '2020-01-01T00:00:00Z',
      texte: {
        '05': `Alles zum Hund: ${broken} und http://alt.example/. ${'Sie melden ihn an und zahlen dann Steuern. '.repeat(6)}`,
        '98': 'Die Höhe steht in der Satzung.',
      },
    }),
    sampleLeistung({
      id: 'L100042.LB.2',
      gebiete: [lemgo],
      texte: { '05': 'In Lemgo melden Sie den Hund hier an. '.repeat(6) },
    }),
    sampleDienst('L100042.OD.1', 'L100042.LB.1', ['050000000000'], 'https://hund.example/an'),
  ],
});

describe('How good the texts of a Kommune are', () => {
  let world: DescriptionsWorld;
  let deps: QualityDeps;
  let hund: string;
  before(async () => {
    world = await descriptionsWorld();
    await world.take(feed);
    const routing = withLocal(await shippedRouting(), { dienste: [hundInLemgo], auftritte: [lemgoAuftritt] });
    hund = routing.catalogue.leistungen.find(({ leika }) => leika === '99102013002000')?.id ?? '';
    const { db, clock, ownKommune, kommuneOf, circleOf } = world.deps;
    const words = { woerter: [1, 2, 3].map(() => ({ ozgId: null, leistungId: hund })) };
    const reader = openQuality({ db, clock, world: async () => routing, words: async () => words });
    deps = { clock, demo: false, reader, ownKommune, kommuneOf, circleOf };
  });
  after(() => world[Symbol.asyncDispose]());

  const look = (probe: ((link: string) => Promise<ProbeAnswer>) | null) => {
    const { db, clock } = world.deps;
    return lookAfterLinks({ db, clock, probe, pause: async () => {} });
  };
  const call = async (
    path: string,
    params: Readonly<Record<string, string>>,
    query = {},
    who = world.editor,
  ) => {
    const found = qualityOperations(deps).find((each) => each.path === path) ?? assert.fail(path);
    return found.invoke({ params, query, body: undefined, principal: who, clientAddress: '127.0.0.1' });
  };
  const detail = async () => {
    const answer = await call('/textqualitaet/{kommune}/{leistung}', {
      kommune: 'Stadt Lemgo',
      leistung: hund,
    });
    assert.ok(answer.ok);
    return answer.value as {
      punkte: number;
      kriterien: { key: string; punkte: number; grund: string }[];
      ebenen: string[];
      faellig: boolean;
    };
  };

  test('each point has its reason, and each part counts from the level that says it', async () => {
    const { kriterien, ebenen, faellig, punkte } = await detail();
    const grund = (key: string) => kriterien.find((each) => each.key === key)?.grund ?? '';
    assert.match(grund('worum'), /Gemeinde/);
    assert.match(grund('kosten'), /Land/);
    assert.match(grund('frische'), /01\.01\.2020/);
    assert.match(grund('online'), /dieser Kommune/);
    assert.deepEqual(ebenen, ['Gemeinde', 'Land']);
    assert.ok(faellig, 'the text of the Land is older than two years');
    assert.equal(
      punkte,
      kriterien.reduce((sum, each) => sum + each.punkte, 0),
    );
  });

  test('links are gathered and looked at: https alone, each once a week, and the day stands beside the result', async () => {
    const asked: string[] = [];
    const probe = async (link: string): Promise<ProbeAnswer> => {
      asked.push(link);
      return link === broken ? { ergebnis: 'fehler', status: 404 } : { ergebnis: 'erreichbar', status: 200 };
    };
    assert.deepEqual(await look(null), { gathered: true, looked: 1 }, 'the demo asks nobody');
    assert.deepEqual(await look(probe), { gathered: false, looked: 2 });
    assert.deepEqual(asked.toSorted(), ['https://hund.example/an', broken]);
    assert.deepEqual(await look(probe), { gathered: false, looked: 0 });
    world.setNow('2026-11-30T10:00:00Z');
    assert.equal((await look(probe)).looked, 3);
    const { kriterien } = await detail();
    assert.match(kriterien.find(({ key }) => key === 'links')?.grund ?? '', /2 Links/);
    const found = await call('/textlinks/{kommune}', { kommune: '05766044' }, { ergebnis: 'fehler' });
    assert.ok(found.ok);
    assert.match(JSON.stringify(found.value), /"gesamt":2.*"status":404.*"geprueftAm":"2026-11-30/);
  });

  test('the list shows points and filters; the page of a Leistung shows the reckoning', async () => {
    const ask = {
      get: (address: string) => askerOf(qualityPages(deps)).get(address, world.editor),
    };
    assert.equal((await ask.get('/redaktion/qualitaet')).kind, 'redirect');
    const list = await pageOf(await ask.get('/redaktion/qualitaet/05766044/leistungen?durchsicht=faellig'));
    assert.match(list.query.text, /1 Leistung/);
    assert.match(
      list.query.get('link', 'Hundesteuer').attributes.href ?? '',
      /\/redaktion\/qualitaet\/05766044\/leistungen\/L\d{5}/,
    );
    const one = await pageOf(await ask.get(`/redaktion/qualitaet/05766044/leistungen/${hund}`));
    assert.match(one.query.text, /Zusammen \d+ von 100/);
    assert.match(one.query.text, /Flesch und Amstad/);
    const links = await pageOf(await ask.get('/redaktion/qualitaet/05766044/links'));
    assert.match(links.query.text, /Fehler \(404\)/);
    const file = await ask.get('/redaktion/qualitaet/05766044/leistungen.csv');
    assert.equal(file.kind, 'download');
  });

  test('an editor sees the own Kommune, a provider those of its circle, a stranger none', async () => {
    const path = '/textqualitaet/{kommune}';
    const kommune = '05766044';
    assert.ok((await call(path, { kommune }, {}, world.provider)).ok);
    for (const [who, asked] of [
      [world.stranger, kommune],
      [world.editor, '05766008'],
      [world.provider, '05766008'],
    ] as const) {
      const refused = await call(path, { kommune: asked }, {}, who);
      assert.ok(!refused.ok && refused.refusal.kind === 'forbidden');
    }
    const unknown = await call(`${path}/{leistung}`, { kommune, leistung: "L99999'--" });
    assert.ok(!unknown.ok && unknown.refusal.kind === 'not-found');
  });

  test('the command line answers the same', async () => {
    const run = async (name: string, positionals: readonly string[], values = {}) => {
      const command = qualityCommands(deps).find((each) => each.name === name) ?? assert.fail(name);
      const answer = await command.run({ positionals, values, principal: world.operator, say: () => {} });
      assert.ok(answer.ok);
      return answer.value.text;
    };
    assert.match(await run('textqualitaet', ['Lemgo']), /5249 Leistungen/);
    assert.match(await run('textqualitaet zeigen', ['Lemgo', hund]), /Hundesteuer.*von 100 Punkten/);
    assert.match(await run('textlinks', ['Lemgo'], { fehler: true }), /2 Links/);
  });
});
