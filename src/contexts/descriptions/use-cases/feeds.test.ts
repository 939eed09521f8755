import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import { readXzufi, writeXml } from '#standards/xzufi';
import { kettenOf } from '../domain/gebiet.ts';
import { readFremddienste, readOrganisationseinheiten } from '../store-dienste.ts';
import { eachBeschreibung } from '../store-each.ts';
import { descriptionsVersion, readBeschreibungen } from '../store-read.ts';
import { begin, type DescriptionsWorld, descriptionsWorld, stepsOf } from '../testing/descriptions-world.ts';
import {
  feedOf,
  sampleDienst,
  sampleLeistung,
  sampleLoesche,
  sampleStelle,
  withUnknown,
} from '../testing/sample-feed.ts';
import { exportFeed, exportPart } from './export-feed.ts';
import { readFeed } from './read-feed.ts';
import { findReading } from './read-readings.ts';
import { takeOver } from './take-over.ts';

const lemgoArs = '057660044044';
const tag = localDate('2026-11-22');

describe('feeds of others', () => {
  let w: DescriptionsWorld;
  let hund = '';
  before(async () => {
    w = await descriptionsWorld();
    const catalogue = await w.deps.catalogue();
    hund = catalogue.leistungen.find(({ leika }) => leika === '99102013002000')?.id ?? '';
    assert.notEqual(hund, '');
  });
  after(() => w[Symbol.asyncDispose]());

  const asked = (ars = lemgoArs) => ({ leistungId: hund, kette: kettenOf(ars), tag, sprache: 'de' });
  const readAll = (ars?: string) => w.deps.db.withPublic((tx) => readBeschreibungen(tx, asked(ars)));
  const exported = async (fassung: '2.2.0' | '2.3.1' = '2.3.1', ars: string | null = null) => {
    let text = '';
    for await (const piece of exportFeed(w.deps, { fassung, ars })) text += piece;
    return text;
  };

  const whole = [
    sampleLeistung({ id: 'L.LB.1' }),
    sampleLeistung({ id: 'B.LB.1', gebiete: ['000000000000'], texte: { '07': 'Bundesgesetz' } }),
    sampleLeistung({ id: 'K.LB.1', gebiete: ['05766'], texte: { '22': '<p>Beim <b>Kreis</b></p>' } }),
    sampleStelle('L.OE.1', 'L.LB.1', [lemgoArs]),
    sampleDienst('L.OD.1', 'L.LB.1', ['05766044']),
  ];

  test('nothing of a feed is visible before somebody takes it over; then all of it is, at once', async () => {
    const before = await w.deps.db.withPublic(descriptionsVersion);
    const { nummer, bilanz, zustand } = await w.read(feedOf({ schreibe: whole }));
    assert.equal(zustand, 'geprueft');
    assert.deepEqual([bilanz?.neu, bilanz?.geaendert, bilanz?.endet], [5, 0, 0]);
    assert.deepEqual(await readAll(), []);
    assert.equal(await w.deps.db.withPublic(descriptionsVersion), before);
    const taken = await takeOver(w.deps, w.provider, nummer, { endenBestaetigt: false });
    assert.ok(taken.ok && taken.value.changed);
    assert.notEqual(await w.deps.db.withPublic(descriptionsVersion), before);
    const levels = await readAll();
    assert.deepEqual(
      levels.map(({ id, ebene, quelle, redaktion }) => [id, ebene, quelle, redaktion]),
      [
        ['K.LB.1', 'Kreis', 'Land NRW', 'Redaktion Land'],
        ['L.LB.1', 'Land', 'Land NRW', 'Redaktion Land'],
        ['B.LB.1', 'Bund', 'Land NRW', 'Redaktion Land'],
      ],
    );
    assert.deepEqual(levels[0]?.abschnitte, [{ modul: '22', inhalt: 'Beim Kreis' }]);
    assert.deepEqual(
      (await readAll('091620000000')).map(({ id }) => id),
      ['B.LB.1'],
    );
  });

  test('offices and Onlinedienste are found by Leistung and place, through the feed’s own ids', async () => {
    const { stellen, dienste, fern } = await w.deps.db.withPublic(async (tx) => ({
      stellen: await readOrganisationseinheiten(tx, asked()),
      dienste: await readFremddienste(tx, asked()),
      fern: await readFremddienste(tx, asked('053150000000')),
    }));
    assert.equal(stellen[0]?.telefon, '05261 213-0');
    assert.deepEqual(stellen[0]?.zustaendigFuer, [
      { leistungId: hund, gebiete: [lemgoArs], rolle: '01', destination: 'eyJhbGciOiJQUzUxMiJ9.e30.c2ln' },
    ]);
    assert.deepEqual(
      dienste.map(({ link, leistungen, gebiete }) => [link, leistungen, gebiete]),
      [['https://hund.example/an', [hund], [lemgoArs]]],
    );
    assert.deepEqual(fern, []);
  });

  test('a search gets every description with its areas, words and beginning', async () => {
    const all = await w.deps.db.withPublic(async (tx) => {
      const list = [];
      for await (const each of eachBeschreibung(tx)) list.push(each);
      return list;
    });
    assert.deepEqual(
      all.map(({ id, ars }) => [id, ars]),
      [
        ['L.LB.1', '050000000000'],
        ['B.LB.1', '000000000000'],
        ['K.LB.1', '057660000000'],
      ],
    );
    assert.deepEqual(all[0], {
      id: 'L.LB.1',
      leistungId: hund,
      ars: '050000000000',
      name: 'Hundesteuer anmelden',
      suchbegriffe: ['Hundesteuer'],
      teaser: 'Für Ihren Hund zahlen Sie Steuern.',
    });
  });

  test('what goes out in the version in which it came says the same when it comes back', async () => {
    const first = await exported();
    const objects = async (text: string) => {
      const list: string[] = [];
      for await (const step of readXzufi(Readable.from([Buffer.from(text)]))) {
        assert.ok(step.ok, JSON.stringify(step));
        for (const event of step.value)
          if (event.ereignis === 'schreibe') list.push(writeXml(event.objekt.inhalt));
      }
      return list;
    };
    assert.deepEqual(
      await objects(first),
      whole.map((node) => writeXml(node)),
    );
    const again = await w.read(first);
    assert.deepEqual([again.bilanz?.gleich, again.bilanz?.neu, again.bilanz?.endet], [5, 0, 0]);
    const taken = await takeOver(w.deps, w.provider, again.nummer, { endenBestaetigt: false });
    assert.ok(taken.ok && !taken.value.changed);
    assert.equal(taken.value.einlesung.zustand, 'verworfen');
  });

  test('in the other version a Leistung says the same, and what has no place there is named in the file', async () => {
    const older = await exported('2.2.0', '050000000000');
    assert.match(older, /xzufiVersion="2\.2\.0"/);
    assert.match(older, /<xzufi:referenzLeiKa .*<code>99102013002000<\/code>/);
    assert.match(older, /ausgelassen: .*zugangskanal \(\d+\)/);
    assert.match(older, /nicht gegen XSD geprüft/);
    assert.doesNotMatch(older, /B\.LB\.1/);
  });

  test('the export in parts is whole messages that lead on to each other', async () => {
    const first = await exportPart(w.deps, { fassung: '2.3.1', ars: null }, '', 2);
    assert.ok(!first.vollstaendig && first.naechsterIndex);
    const second = await exportPart(w.deps, { fassung: '2.3.1', ars: null }, first.naechsterIndex, 10);
    assert.equal(second.vollstaendig, true);
    const count = (text: string) => text.match(/<xzufi:schreibe>/g)?.length ?? 0;
    assert.deepEqual([count(first.xzufiObjekte), count(second.xzufiObjekte)], [2, 3]);
  });

  test('a feed of changes replaces what it names, deletes what it says, and leaves the newer alone', async () => {
    const changes = await w.read(
      feedOf({
        schreibe: [
          sampleLeistung({ id: 'L.LB.1', texte: { '05': 'Neu gefasst.' }, am: '2026-11-01T00:00:00Z' }),
          sampleLeistung({
            id: 'B.LB.1',
            gebiete: ['000000000000'],
            texte: { '05': 'veraltet' },
            am: '2020-01-01T00:00:00Z',
          }),
          withUnknown(
            sampleLeistung({ id: 'N.LB.1', leika: '99000000000000', gebiete: ['Atlantis', '050000000000'] }),
            'bleibt',
          ),
          sampleDienst('L.OD.2', '99102013002000', [lemgoArs], 'http://unsicher.example/'),
        ],
        loesche: [sampleLoesche('leistung', 'K.LB.1'), sampleLoesche('leistung', 'nie-da')],
      }),
      'aenderungen',
    );
    const { bilanz, hinweise } = changes;
    assert.deepEqual(
      [bilanz?.bestand, bilanz?.neu, bilanz?.geaendert, bilanz?.endet, bilanz?.aelter, bilanz?.unbekannt],
      [5, 2, 1, 1, 1, 1],
    );
    assert.deepEqual(hinweise.map(({ art, was }) => `${art}: ${was}`).toSorted(), [
      'gebiet: Atlantis',
      'leika: 99000000000000',
      'link: http://unsicher.example/',
      'unbekanntes-element: leistung/nochUnbekannt',
    ]);
    const refused = await takeOver(w.deps, w.provider, changes.nummer, { endenBestaetigt: false });
    assert.ok(!refused.ok && refused.refusal.code === 'DESCRIPTIONS_CONFIRM_ENDING', 'a fifth would end');
    assert.equal((await readAll()).length, 3);
    const taken = await takeOver(w.deps, w.provider, changes.nummer, { endenBestaetigt: true });
    assert.ok(taken.ok);
    assert.deepEqual(
      (await readAll()).map(({ id, abschnitte }) => [id, abschnitte[0]?.inhalt]),
      [
        ['L.LB.1', 'Neu gefasst.'],
        ['B.LB.1', 'Bundesgesetz'],
      ],
    );
    const dienste = await w.deps.db.withPublic((tx) => readFremddienste(tx, asked()));
    assert.deepEqual(
      dienste.map(({ id }) => id),
      ['L.OD.1'],
      'an address without https is never shown',
    );
    assert.match(await exported(), /nochUnbekannt art="x">bleibt/);
  });

  test('a description counts only in its time', async () => {
    const node = sampleLeistung({
      id: 'Z.LB.1',
      gebiete: [lemgoArs],
      beginn: '2026-12-01T00:00:00Z',
      ende: '2026-12-31T23:59:59Z',
    });
    await w.take(feedOf({ schreibe: [node] }), 'aenderungen');
    assert.equal(
      (await readAll()).some(({ id }) => id === 'Z.LB.1'),
      false,
    );
    const later = await w.deps.db.withPublic((tx) =>
      readBeschreibungen(tx, { ...asked(), tag: localDate('2026-12-15') }),
    );
    assert.equal(later[0]?.id, 'Z.LB.1');
  });

  test('a broken feed is refused with its line and leaves everything as it was', async () => {
    const before = (await readAll()).map(({ id }) => id);
    const good = feedOf({ schreibe: [sampleLeistung({ id: 'X.1' }), sampleLeistung({ id: 'X.2' })] });
    for (const content of [
      good.slice(0, -30),
      good.replace('X.2', 'X.1'),
      `${good.slice(0, 38)}\n<!DOCTYPE x>${good.slice(38)}`,
    ]) {
      const begun = await begin(w.deps, w.provider, content);
      const read = await readFeed(w.deps, begun.nummer, await stepsOf(w.deps, content));
      assert.ok(!read.ok);
      const found = await findReading(w.deps, begun.nummer);
      assert.ok(found.ok);
      assert.equal(found.value.zustand, 'abgelehnt');
      assert.ok((found.value.grund?.zeile ?? 0) > 0, JSON.stringify(found.value.grund));
      const taken = await takeOver(w.deps, w.provider, begun.nummer, { endenBestaetigt: true });
      assert.ok(!taken.ok && taken.refusal.code === 'DESCRIPTIONS_READING_OVER');
    }
    assert.deepEqual(
      (await readAll()).map(({ id }) => id),
      before,
    );
  });

  test('a whole feed without an object is never taken, and one that ends most only on a word', async () => {
    const empty = feedOf({ loesche: [sampleLoesche('leistung', 'L.LB.1')] });
    const begun = await begin(w.deps, w.provider, empty);
    const read = await readFeed(w.deps, begun.nummer, await stepsOf(w.deps, empty));
    assert.ok(!read.ok && read.refusal.code === 'DESCRIPTIONS_FEED_EMPTY');
    const { nummer, bilanz } = await w.read(feedOf({ schreibe: [sampleLeistung({ id: 'L.LB.1' })] }));
    assert.ok((bilanz?.endet ?? 0) > 3);
    const unasked = await takeOver(w.deps, w.provider, nummer, { endenBestaetigt: false });
    assert.ok(!unasked.ok && unasked.refusal.code === 'DESCRIPTIONS_CONFIRM_ENDING');
    assert.equal((await readAll()).length, 2);
  });

  test('of two previews of a source the second is counted again once the first is taken', async () => {
    const first = await w.read(
      feedOf({ schreibe: [sampleLeistung({ id: 'P.1', gebiete: [lemgoArs] })] }),
      'aenderungen',
    );
    const second = await w.read(
      feedOf({ schreibe: [sampleLeistung({ id: 'P.2', gebiete: [lemgoArs] })] }),
      'aenderungen',
    );
    assert.ok((await takeOver(w.deps, w.provider, first.nummer, { endenBestaetigt: false })).ok);
    const stale = await takeOver(w.deps, w.provider, second.nummer, { endenBestaetigt: false });
    assert.ok(!stale.ok && stale.refusal.code === 'DESCRIPTIONS_SOURCE_CHANGED');
    assert.ok((await takeOver(w.deps, w.provider, second.nummer, { endenBestaetigt: false })).ok);
    assert.deepEqual(
      (await readAll()).slice(0, 2).map(({ id }) => id),
      ['P.1', 'P.2'],
    );
  });

  test('a reading that stopped goes on where it was, and ends as if it had never stopped', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      sampleLeistung({ id: `M.${index}`, gebiete: [lemgoArs] }),
    );
    const content = feedOf({ schreibe: many });
    const begun = await begin(w.deps, w.provider, content, 'aenderungen');
    const bytes = Buffer.from(content);
    const breaking = async function* () {
      for (let at = 0; at < bytes.length * 0.9; at += 50_000) yield bytes.subarray(at, at + 50_000);
      throw new Error('the process ends');
    };
    await assert.rejects(
      readFeed(w.deps, begun.nummer, await stepsOf(w.deps, breaking())),
      /the process ends/,
    );
    const stopped = await findReading(w.deps, begun.nummer);
    assert.ok(stopped.ok && stopped.value.zustand === 'liest');
    assert.ok(stopped.value.gelesen >= 2_000 && stopped.value.gelesen < 5_000, `${stopped.value.gelesen}`);
    const again = await begin(w.deps, w.provider, content, 'aenderungen');
    assert.equal(again.nummer, begun.nummer, 'the same file is the same reading');
    const read = await readFeed(w.deps, begun.nummer, await stepsOf(w.deps, bytes));
    assert.ok(read.ok, JSON.stringify(read));
    assert.ok(read.ok);
    assert.deepEqual([read.value.gelesen, read.value.bilanz?.neu], [5_000, 5_000]);
    const { rows } = await w.t.superuser.query(
      'select count(*)::int as n, count(distinct id)::int as ids from descriptions.objekt where einlesung = $1',
      [begun.nummer],
    );
    assert.deepEqual(rows, [{ n: 5_000, ids: 5_000 }]);
  });

  test('what was done stands in the audit trail of whoever did it', async () => {
    const { rows } = await w.t.superuser.query(
      'select distinct action from platform.audit where tenant_id = $1 order by action',
      [w.provider.tenant],
    );
    const actions = rows.map(({ action }) => action);
    for (const action of [
      'descriptions.source.described',
      'descriptions.xzufi.begun',
      'descriptions.xzufi.taken-over',
    ])
      assert.ok(actions.includes(action), action);
  });
});
