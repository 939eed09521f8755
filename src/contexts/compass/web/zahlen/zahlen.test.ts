import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { dutyList } from '#duties';
import { clockFrom, localDate } from '#kernel';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import { resolveBody } from '#territory';
import { formatNumber } from '#ui';
import { askerOf, downloadOf, pageOf, refusalOf } from '../../../../../test/support/page-request.ts';
import { compassCommands } from '../../cli.ts';
import { zustaende } from '../../domain/zustand.ts';
import { openFigures } from '../../figures/open-figures.ts';
import {
  type CompassWorld,
  openCompassWorld,
  operator,
  principalOf,
  stated,
  type TestKommune,
  valueIn,
} from '../../testing/compass-world.ts';
import { compassOperations } from '../operations.ts';
import { zahlenPages } from './pages.ts';

const today = localDate('2026-11-21');
const [lemgoAgs, detmoldAgs] = ['05766044', '05766020'];

describe('the pages of the figures', () => {
  let world: CompassWorld;
  let provider: TenantId;
  let ask: ReturnType<typeof askerOf>;
  let lemgo: Principal;
  let owed: readonly string[];
  before(async () => {
    world = await openCompassWorld();
    provider = await providerNamed(world, 'OWL-IT');
    for (const each of [world.lemgo, world.detmold]) await lookedAfter(world, each, provider);
    await consent(world, world.detmold, provider);
    owed = await dutiesOf(world, lemgoAgs);
    await furnish(world, owed);
    ask = askerOf(zahlenPages(world.deps));
    lemgo = principalOf(world.lemgo.koordination);
  });
  after(() => world[Symbol.asyncDispose]());

  const listed = async (address: string, principal = lemgo) => {
    const page = await pageOf(await ask.get(address, principal));
    const html = `${page.lead}${page.html}`;
    const [, count] = /id="liste-ergebnis"><span>([\d.]+) Zeilen?</.exec(html) ?? [];
    return { html, count: Number((count ?? '-1').replaceAll('.', '')) };
  };

  /** Every link to pairs with the number that it carries. */
  const numbersOf = (html: string) =>
    [...html.matchAll(/href="(\/zahlen\/paare\?[^"]*)"[^>]*>([\d.]+)<\/a>/g)].map(
      ([, href = '', text = '']) => ({
        href: href.replaceAll('&amp;', '&'),
        count: Number(text.replaceAll('.', '')),
      }),
    );

  for (const address of [
    '/zahlen/abdeckung?nach=klasse',
    '/zahlen/abdeckung?nach=themenfeld&mindestens=2',
    '/zahlen/abdeckung?nach=leistung&themenfeld=1',
    '/zahlen/verteilung?zeilen=kommune&spalten=zustand',
    '/zahlen/verteilung?zeilen=themenfeld&spalten=reifegrad11&zustand=online',
    '/zahlen/verteilung?zeilen=reifegrad20&spalten=kreis',
    '/zahlen/verlauf?kommune=05766044',
    '/karte?themenfeld=1',
  ])
    test(`every number of ${address} leads to just as many rows`, async () => {
      const { html } = await pageOf(await ask.get(address, lemgo));
      const numbers = numbersOf(html);
      assert.ok(numbers.length > 0, 'no number is a link');
      for (const { href, count } of numbers.slice(0, 60))
        assert.equal((await listed(href)).count, count, href);
    });

  test('coverage is what one counts by hand', async () => {
    const { kommune } = world.lemgo;
    const rows = await world.t.superuser.query<{ leistung_id: string; zustand: string | null }>(
      `select distinct on (leistung_id) leistung_id, zustand from compass.stand where tenant_id = $1 and gilt_ab <= $2
        order by leistung_id, nummer desc`,
      [kommune.tenant, today],
    );
    assert.ok(
      rows.rows.some(({ zustand }) => zustand === null),
      'some were taken back',
    );
    const stand = new Map(
      rows.rows.flatMap(({ leistung_id, zustand }) =>
        zustand === null ? [] : [[leistung_id, zustand] as const],
      ),
    );
    const online = owed.filter((id) => stand.get(id) === 'online').length;
    const silent = owed.filter((id) => !stand.has(id)).length;
    const { html } = await pageOf(await ask.get(`/zahlen?kommune=${lemgoAgs}`, lemgo));
    assert.match(
      html,
      new RegExp(`Von ${formatNumber(owed.length)} Pflichten sind nach Angabe von Lemgo ${online} online\\.`),
    );
    assert.match(html, new RegExp(`Zu ${formatNumber(silent)} von ${formatNumber(owed.length)} Pflichten`));
  });

  test('a filter that matches nothing gives nothing and says so, never all', async () => {
    for (const filter of [
      'kommune=05999999',
      'themenfeld=999',
      'klasse=grossstadt',
      'zustand=fertig',
      'leistung=L99999',
    ]) {
      const { html, count } = await listed(`/zahlen/paare?${filter}`);
      assert.equal(count, 0, filter);
      assert.match(html, /ist bei „\w+“ unbekannt\. Dafür wird nichts gezählt/);
    }
    const { html } = await pageOf(await ask.get('/zahlen/abdeckung?kommune=05999999', lemgo));
    assert.match(html, /Dazu gibt es nichts zu zählen/);
  });

  test('no list is cut: the pages together and the file hold every pair once (Fehler 5 der OZG-Datenbank)', async () => {
    const address = `/zahlen/paare?kommune=${lemgoAgs}&sortierung=zustand&anzahl=100`;
    const { count } = await listed(address);
    assert.equal(count, owed.length);
    const seen: string[] = [];
    for (let page = 1; page <= Math.ceil(count / 100); page += 1) {
      const { html } = await listed(`${address}&seite=${page}`);
      seen.push(...[...html.matchAll(/\/katalog\/leistungen\/(L\d{5})/g)].map(([, id = '']) => id));
    }
    assert.deepEqual(seen.toSorted(), [...owed].toSorted());
    const file = await downloadOf(await ask.get(address.replace('/paare?', '/paare.csv?'), lemgo));
    assert.equal(file.toString().trimEnd().split('\n').length, count + 1);
  });

  test('a search finds every pair, also behind the fiftieth, and keeps the filters (Fehler 4 der OZG-Datenbank)', async () => {
    const word = 'antrag';
    const { catalogue } = await world.deps.world();
    const wanted = owed.filter((id) => catalogue.leistungById.get(id)?.name.toLowerCase().includes(word));
    assert.equal((await listed(`/zahlen/paare?kommune=${lemgoAgs}&suche=${word}`)).count, wanted.length);
    const both = (await listed(`/zahlen/paare?suche=${word}`)).count;
    assert.ok(both > wanted.length);
  });

  test('a planned day that passed makes nothing done', async () => {
    const [, , , planned = ''] = owed;
    const before = await listed('/zahlen/paare?zustand=online');
    await stated(world, world.lemgo, {
      leistungId: planned,
      grundlage: await fassungOf(world, planned),
      aenderung: { zustand: 'geplant', geplantFuer: localDate('2026-01-31') },
    });
    await sleep(1_050);
    const { html } = await listed(`/zahlen/paare?leistung=${planned}&kommune=${lemgoAgs}`);
    assert.match(html, />geplant</);
    assert.ok((await listed('/zahlen/paare?zustand=online')).count <= before.count);
  });

  test('an answer is given of memory: no question, through no door, reads a statement from the database (Fehler 9 der OZG-Datenbank)', async () => {
    const { deps } = world;
    const figures = await deps.figures();
    const names = [
      'withPublic',
      'withTenant',
      'withCircle',
      'withReference',
      'withKey',
      'withFigures',
    ] as const;
    const refusing = Object.fromEntries(names.map((name) => [name, refuseToRead]));
    const closed = { ...deps, figures: async () => figures, db: { ...deps.db, ...refusing } };
    const pages = zahlenPages(closed);
    const asked = [...new Set(pages.map(({ path }) => path))];
    assert.ok(asked.length > 10, asked.join());
    for (const path of asked) {
      const { kind } = await askerOf(pages).get(`${path}?themenfeld=1`, lemgo);
      assert.equal(kind, /\.(csv|xlsx)$/.test(path) ? 'download' : 'page', path);
    }
    const doors = compassOperations(closed).filter(({ capability }) =>
      pages.some((page) => page.capability === capability),
    );
    assert.ok(doors.length > 5);
    for (const door of doors) {
      const raw = {
        params: {},
        query: { themenfeld: '1' },
        body: undefined,
        principal: lemgo,
        clientAddress: '',
      };
      valueIn(await door.invoke(raw));
    }
  });

  test('coverage names a filter by Zustand instead of answering 100 %', async () => {
    const { html } = await pageOf(await ask.get('/zahlen/abdeckung?zustand=online', lemgo));
    assert.match(html, /Ein Anteil zählt immer alle Zustände/);
    assert.doesNotMatch(html, />100 %</);
  });

  test('a comparison of unequal duties is refused with the reason', async () => {
    const { pflichten } = await vergleichPflichten();
    assert.ok(pflichten);
    const refusal = refusalOf(await ask.get(`/vergleich?mit=${detmoldAgs}&band=weit`, lemgo));
    assert.equal(refusal.code, 'COMPASS_COMPARE_UNFAIR');
    assert.match(refusal.message, /Detmold: Andere Pflichten: \d+ hat nur sie, \d+ fehlen ihr/);
    const { html } = await pageOf(await ask.get('/vergleich?band=weit', lemgo));
    assert.match(html, /keine Kommune, mit der ein Vergleich fair wäre/);
  });

  const vergleichPflichten = async () => {
    const [own, other] = [await dutiesOf(world, lemgoAgs), await dutiesOf(world, detmoldAgs)];
    return { pflichten: own.some((id) => !other.includes(id)) || other.some((id) => !own.includes(id)) };
  };

  test('a comparison names with whom, gives the place, and its numbers lead to what they count', async () => {
    const { html } = await pageOf(
      await ask.get(`/vergleich?band=weit&themenfeld=${await equalThemenfeld(world)}`, lemgo),
    );
    assert.match(html, /Lemgo \(diese Kommune\)/);
    assert.match(html, />Detmold</);
    const numbers = numbersOf(html);
    assert.ok(numbers.length > 0, 'nowhere is Detmold ahead');
    for (const { href, count } of numbers) assert.equal((await listed(href)).count, count, href);
  });

  test('a Kommune of another size is not compared, and the page says so', async () => {
    const { html } = await pageOf(await ask.get('/vergleich?band=eng&themenfeld=1', lemgo));
    assert.match(html, /Andere Größe: 7\d\.\d{3} Einwohner/);
  });

  test('a stranger sees nothing, a Kommune without IT-Dienstleister only itself', async () => {
    const stranger = await providerNamed(world, 'Fremde IT');
    const foreign: Principal = {
      kind: 'mitglied',
      actor: actorOf('mitglied', 'x'),
      tenant: stranger,
      permissions: new Set(['circle.read']),
    };
    assert.equal((await listed('/zahlen/paare?pflicht=alle', foreign)).count, 0);
    const own = askerOf(
      zahlenPages({
        ...world.deps,
        figures: openFigures({ ...world.deps, clock: clockFrom(() => new Date('2025-06-01T10:00:00Z')) }),
      }),
    );
    // On that day nobody looked after Lemgo yet.
    const { html } = await pageOf(
      await own.get('/zahlen/verteilung?zeilen=kommune&pflicht=alle&datum=2026-11-21', lemgo),
    );
    assert.match(html, />Lemgo</);
    assert.doesNotMatch(html, new RegExp(`kommune=${detmoldAgs}`));
  });

  test('nobody without the right sees a figure, the visitor without account neither', async () => {
    const without = { ...lemgo, permissions: new Set(['inbox.read']) };
    assert.equal(refusalOf(await ask.get('/zahlen', without)).code, 'COMPASS_FIGURES_NOT_ALLOWED');
    assert.equal(refusalOf(await ask.get('/zahlen')).code, 'COMPASS_FIGURES_NOT_ALLOWED');
  });

  test('consent that was withdrawn today counts no more, neither by name nor in sums', async () => {
    const theirs: Principal = {
      kind: 'mitglied',
      actor: actorOf('mitglied', 'y'),
      tenant: provider,
      permissions: new Set(['circle.read']),
    };
    assert.ok((await listed('/zahlen/paare', theirs)).count > 0);
    await world.t.superuser.query(
      `update identity.einwilligung set valid_to = $1::date - 1 where tenant_id = $2`,
      [today, world.detmold.kommune.tenant],
    );
    await sleep(1_050);
    const { html, count } = await listed('/zahlen/paare', theirs);
    assert.equal(count, 0);
    assert.match(html, /2 Kommunen des IT-Dienstleisters teilen ihre Angaben nicht/);
    assert.doesNotMatch((await listed('/zahlen/paare')).html, />Detmold</);
  });

  test('the API and the command line say the same as the page', async () => {
    const operation = compassOperations(world.deps).find(({ capability }) => capability === 'compass.zahlen');
    const answered = valueIn(
      (await operation?.invoke({
        params: {},
        query: {},
        body: undefined,
        principal: lemgo,
        clientAddress: '',
      })) ?? assert.fail(),
    ) as { eigene: { abdeckung: { kommunen: { teil: number; ganzes: number; text: string } } } };
    assert.deepEqual(operation?.schemas.response.parse(answered), answered);
    const { html } = await pageOf(await ask.get('/zahlen', lemgo));
    const { teil, ganzes, text } = answered.eigene.abdeckung.kommunen;
    assert.equal(ganzes, owed.length);
    assert.ok(html.includes(`nach Angabe von Lemgo ${teil} online`) && html.includes(text));
    const command = compassCommands(world.deps).find(({ name }) => name === 'zahlen');
    const printed = valueIn(
      (await command?.run({ positionals: ['Lemgo'], values: {}, principal: operator, say: () => {} })) ??
        assert.fail(),
    );
    assert.deepEqual(printed.json, answered);
    assert.ok(printed.text.includes(`nach Angabe von Lemgo ${teil} online`));
  });

  for (const [name, values] of [
    ['zahlen abdeckung', { nach: 'klasse' }],
    ['karte', {}],
    ['zahlen verteilung', { zeilen: 'kommune' }],
    ['zahlen verlauf', {}],
    ['zahlen paare', { suche: 'hund', sortierung: '-fallzahl' }],
    ['vergleich', { themenfeld: '1' }],
  ] as const)
    test(`„${name}“ answers alike through API and command line`, async () => {
      const command = compassCommands(world.deps).find((each) => each.name === name);
      const operation = compassOperations(world.deps).find(
        (each) => each.capability === command?.capability && each.method === 'get',
      );
      assert.ok(command && operation);
      const raw = { params: {}, query: values, body: undefined, principal: lemgo, clientAddress: '' };
      const answered = valueIn(await operation.invoke(raw));
      assert.deepEqual(operation.schemas.response.parse(answered), answered);
      const printed = valueIn(
        await command.run({ positionals: ['Lemgo'], values, principal: operator, say: () => {} }),
      );
      assert.deepEqual(printed.json, answered);
      const wrong = await operation.invoke({ ...raw, query: { ...values, themenfeld: '999' } });
      assert.equal(wrong.ok ? '' : wrong.refusal.code, 'COMPASS_QUESTION_INVALID');
    });
});

async function refuseToRead(): Promise<never> {
  throw new Error('This question is answered of memory.');
}

async function providerNamed({ t }: CompassWorld, name: string): Promise<TenantId> {
  const tenant = parseTenantId(randomUUID()) ?? assert.fail();
  await t.superuser.query(
    `insert into identity.organisation (id, kind, name) values ($1, 'it-dienstleister', $2)`,
    [tenant, name],
  );
  return tenant;
}

async function lookedAfter({ t }: CompassWorld, { kommune }: TestKommune, provider: TenantId): Promise<void> {
  await t.superuser.query(`insert into identity.betreuung values ($1, $2, '2026-01-01')`, [
    kommune.tenant,
    provider,
  ]);
}

async function consent({ t }: CompassWorld, { kommune }: TestKommune, provider: TenantId): Promise<void> {
  await t.superuser.query(
    `insert into identity.einwilligung values ($1, $2, '2026-01-01', null, 'mitglied:x')`,
    [kommune.tenant, provider],
  );
}

async function dutiesOf({ deps }: CompassWorld, ags: string): Promise<readonly string[]> {
  const { duties, territory } = await deps.world();
  const { leistungen } = dutyList(duties, valueIn(resolveBody(territory, ags)), today);
  return leistungen.filter(({ verdict }) => verdict === 'selbst').map(({ id }) => id);
}

/** A Themenfeld in which both Kommunen have the same duties, and Lemgo has stated something. */
async function equalThemenfeld(world: CompassWorld): Promise<number> {
  const { catalogue } = await world.deps.world();
  const [own, other] = [await dutiesOf(world, lemgoAgs), await dutiesOf(world, detmoldAgs)];
  const fieldOf = (id: string) => {
    const ozg = catalogue.ozgById.get(catalogue.leistungById.get(id)?.ozgId ?? -1);
    return catalogue.lageById.get(ozg?.lageId ?? -1)?.themenfeldId;
  };
  const uneven = [...own.filter((id) => !other.includes(id)), ...other.filter((id) => !own.includes(id))].map(
    fieldOf,
  );
  const found = own
    .slice(0, 300)
    .map(fieldOf)
    .find((field) => field !== undefined && !uneven.includes(field));
  return found ?? assert.fail('the duties differ in every Themenfeld');
}

async function fassungOf({ t, lemgo }: CompassWorld, leistungId: string): Promise<number> {
  const { rows } = await t.superuser.query<{ fassung: number }>(
    `select coalesce(max(fassung), 0) as fassung from compass.stand where tenant_id = $1 and leistung_id = $2`,
    [lemgo.kommune.tenant, leistungId],
  );
  return rows[0]?.fassung ?? 0;
}

/** Many statements of both Kommunen over two years, of duties and of others. */
async function furnish({ t, lemgo, detmold }: CompassWorld, owed: readonly string[]): Promise<void> {
  const leistungen = [...owed.slice(0, 300), 'L00003', 'L04000', 'L05000'];
  for (const [shift, { kommune }] of [lemgo, detmold].entries())
    await t.superuser.query(
      `insert into compass.stand (tenant_id, leistung_id, fassung, ags, gilt_ab, zustand, grund, reifegrad11,
          reifegrad20, fallzahl, fallzahl_jahr, fallzahl_art, angegeben_am)
        select $1, id, fassung, $2, date '2024-11-01' + ((nr * 37 + fassung * 211) % 740)::int,
          ($4::text[])[1 + (nr * 5 + fassung * 3 + $5::int) % 8], 'erfunden',
          nullif((nr + fassung) % 6, 5), nullif((nr * 3 + fassung) % 9, 8), f,
          case when f is null then null else 2025 end, case when f is null then null else 'gezaehlt' end, now()
        from unnest($3::text[]) with ordinality as given (id, nr) cross join generate_series(1, 3) as fassung
        cross join lateral (select case when nr % 3 = 0 then (nr * 13 % 500)::int end as f) g`,
      [kommune.tenant, kommune.ags, [...new Set(leistungen)], zustaende, shift],
    );
  for (const { kommune } of [lemgo, detmold])
    await t.superuser.query(
      `insert into compass.stand (tenant_id, leistung_id, fassung, ags, gilt_ab, angegeben_am)
        select $1, leistung_id, 4, ags, date '2026-06-01' + (fassung % 7), now() from compass.stand
        where tenant_id = $1 and fassung = 3 and leistung_id like '%7'`,
      [kommune.tenant],
    );
  await t.superuser.query(
    `insert into compass.stand_intern (tenant_id, leistung_id, fassung, angegeben_von)
      select tenant_id, leistung_id, fassung, 'mitglied:x' from compass.stand`,
  );
}
