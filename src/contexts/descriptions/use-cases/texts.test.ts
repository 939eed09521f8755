import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Principal } from '#platform';
import { eachBeschreibung } from '../store-each.ts';
import { descriptionsVersion } from '../store-read.ts';
import { type DescriptionsWorld, descriptionsWorld } from '../testing/descriptions-world.ts';
import { feedOf, sampleLeistung } from '../testing/sample-feed.ts';
import { exportFeed } from './export-feed.ts';
import { describeFor, listTexts, preview, readText } from './read-texts.ts';
import { type TextEditor, textEditor } from './text-editor.ts';
import { discardEntwurf, publishText, saveEntwurf, withdrawText } from './write-text.ts';

const target = { leistung: '99102013002000', sprache: 'de' };
const input = (text: string, version = 0) => ({
  name: 'Hund anmelden in Lemgo',
  abschnitte: { '98': text },
  suchbegriffe: 'Hundemarke',
  pruefenBis: '2027-03-01',
  version,
});

describe('texts of a Kommune', () => {
  let w: DescriptionsWorld;
  let editor: TextEditor;
  before(async () => {
    w = await descriptionsWorld();
    editor = await editorOf(w.editor);
    await w.take(
      feedOf({
        schreibe: [
          sampleLeistung({ id: 'L.1', texte: { '05': 'Was das Land sagt', '98': 'Kosten nach Satzung' } }),
          sampleLeistung({ id: 'B.1', gebiete: ['000000000000'], texte: { '05': 'Bund', '07': 'Gesetz' } }),
        ],
      }),
    );
  });
  after(() => w[Symbol.asyncDispose]());

  async function editorOf(principal: Principal, named = ''): Promise<TextEditor> {
    const found = await textEditor(w.deps, principal, named);
    assert.ok(found.ok, JSON.stringify(found));
    return found.value;
  }
  const sections = async () => {
    const found = await describeFor(w.deps, { leistung: target.leistung, gebiet: 'Lemgo', sprache: 'de' });
    assert.ok(found.ok);
    return found.value.merged?.abschnitte.map(({ modul, inhalt, ebene }) => [modul, ebene, inhalt]);
  };
  const landAndBund = [
    ['05', 'Land', 'Was das Land sagt'],
    ['98', 'Land', 'Kosten nach Satzung'],
    ['07', 'Bund', 'Gesetz'],
  ];

  test('a draft is seen by nobody but its editors, and shows beforehand what citizens would read', async () => {
    const before = await w.deps.db.withPublic(descriptionsVersion);
    const kept = await saveEntwurf(w.deps, editor, target, input('60 Euro im Jahr'));
    assert.ok(kept.ok && kept.value.stand === 1);
    assert.deepEqual(await sections(), landAndBund);
    assert.equal(await w.deps.db.withPublic(descriptionsVersion), before);
    const detail = await readText(w.deps, editor, target);
    assert.ok(detail.ok);
    const shown = preview(detail.value, editor);
    assert.equal(shown?.name, 'Hund anmelden in Lemgo');
    assert.deepEqual(
      shown?.abschnitte.map(({ modul, ebene }) => [modul, ebene]),
      [
        ['05', 'Land'],
        ['98', 'Gemeinde'],
        ['07', 'Bund'],
      ],
    );
  });

  test('published, it stands over Land and Bund, section by section; readers with a snapshot learn of it', async () => {
    const before = await w.deps.db.withPublic(descriptionsVersion);
    const done = await publishText(w.deps, editor, target, { version: 1, nummer: 0 });
    assert.ok(done.ok, JSON.stringify(done));
    assert.deepEqual(await sections(), [
      landAndBund[0],
      ['98', 'Gemeinde', '60 Euro im Jahr'],
      landAndBund[2],
    ]);
    assert.notEqual(await w.deps.db.withPublic(descriptionsVersion), before);
    const all = await w.deps.db.withPublic(async (tx) => {
      const list = [];
      for await (const each of eachBeschreibung(tx)) list.push(each.id);
      return list;
    });
    assert.ok(all[0]?.startsWith('eigen.057660044044.L'), all[0] ?? '');
  });

  test('of two editors the second learns of the first, and nothing of either is lost', async () => {
    assert.ok((await saveEntwurf(w.deps, editor, target, input('70 Euro'))).ok);
    const late = await saveEntwurf(w.deps, editor, target, input('80 Euro'));
    assert.ok(!late.ok && late.refusal.code === 'DESCRIPTIONS_TEXT_CHANGED');
    const stale = await publishText(w.deps, editor, target, { version: 1, nummer: 0 });
    assert.ok(!stale.ok && stale.refusal.code === 'DESCRIPTIONS_TEXT_CHANGED');
    assert.ok((await discardEntwurf(w.deps, editor, target)).ok);
    assert.equal((await sections())?.[1]?.[2], '60 Euro im Jahr');
  });

  test('its versions say who published them and when, also after it is withdrawn', async () => {
    const back = await withdrawText(w.deps, editor, target, 1);
    assert.ok(back.ok, JSON.stringify(back));
    assert.deepEqual(await sections(), landAndBund);
    const detail = await readText(w.deps, editor, target);
    assert.ok(detail.ok);
    assert.deepEqual(
      detail.value.versionen.map(({ nummer, inhalt, veroeffentlichtVon }) => [
        nummer,
        inhalt !== null,
        veroeffentlichtVon,
      ]),
      [
        [2, false, w.editor.actor],
        [1, true, w.editor.actor],
      ],
    );
    const twice = await withdrawText(w.deps, editor, target, 2);
    assert.ok(!twice.ok && twice.refusal.code === 'DESCRIPTIONS_TEXT_UNKNOWN');
  });

  test('a provider writes for a Kommune of its circle; others and strangers do not', async () => {
    const theirs = await editorOf(w.provider, '05766044');
    assert.ok((await saveEntwurf(w.deps, theirs, target, input('90 Euro'))).ok);
    assert.ok((await publishText(w.deps, theirs, target, { version: 1, nummer: 2 })).ok);
    assert.equal((await sections())?.[1]?.[1], 'Gemeinde');
    for (const [who, named] of [
      [w.stranger, '05766044'],
      [w.provider, '05334002'],
      [w.editor, '05334002'],
    ] as const) {
      const refused = await textEditor(w.deps, who, named);
      assert.ok(!refused.ok && refused.refusal.code === 'DESCRIPTIONS_KOMMUNE_NOT_YOURS');
    }
    const nobody = await textEditor(w.deps, w.provider, '');
    assert.ok(!nobody.ok && nobody.refusal.code === 'DESCRIPTIONS_KOMMUNE_NEEDED');
  });

  test('a text whose day of review came stands first in the list', async () => {
    const other = { leistung: '99050012104000', sprache: 'de' };
    assert.ok(
      (await saveEntwurf(w.deps, editor, other, { ...input('Gewerbe'), pruefenBis: '2028-01-01' })).ok,
    );
    assert.ok((await publishText(w.deps, editor, other, { version: 1, nummer: 0 })).ok);
    const flags = async () => (await listTexts(w.deps, editor)).map(({ faellig }) => faellig);
    assert.deepEqual(await flags(), [false, false]);
    w.setNow('2027-03-01T10:00:00Z');
    assert.deepEqual(await flags(), [true, false]);
    w.setNow('2026-11-22T10:00:00Z');
  });

  test('own texts leave as Leistungen and come back as what they were', async () => {
    let text = '';
    for await (const piece of exportFeed(w.deps, { fassung: '2.2.0', ars: '057660044044' })) text += piece;
    assert.match(text, /schemeAgencyID="leitwerk">eigen\.057660044044\.L/);
    assert.match(text, /90 Euro/);
    const { bilanz } = await w.read(text, 'aenderungen');
    assert.equal(bilanz?.neu, 2);
  });
});
