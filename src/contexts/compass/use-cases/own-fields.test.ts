import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Feld, vollstaendigkeitText } from '#fields';
import { askerOf, pageOf } from '../../../../test/support/page-request.ts';
import { fieldsOf, ownFeld } from '../../fields/testing/fields-of.ts';
import { standArt } from '../stand-art.ts';
import {
  type CompassWorld,
  openCompassWorld,
  principalOf,
  refusalIn,
  stated,
  valueIn,
} from '../testing/compass-world.ts';
import { compassPages } from '../web/pages.ts';
import { changeStand } from './change-stand.ts';
import { handOver, previewHandOver } from './hand-over.ts';
import { readZelle } from './read-cell.ts';
import { createSammel } from './sammel.ts';

/** 30 fields that count, as an IT-Dienstleister might set them. */
const dreissig = [
  ...fieldsOf(standArt).map((feld) => ({ ...feld, zaehlt: false })),
  ...Array.from({ length: 30 }, (_, index) => ownFeld(`eigen-feld-${index}`, { zaehlt: true })),
];

describe('own fields, labels and duties at the Umsetzungsstand', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const worded = (felder: readonly Feld[]) => world.felder.splice(0, world.felder.length, ...felder);

  test('what is typed is checked and kept as it is meant; what is not named stays; blank takes away', async () => {
    const { deps, lemgo } = world;
    worded([
      ...fieldsOf(standArt),
      ownFeld('eigen-kosten', { label: 'Kosten', typ: 'zahl' }),
      ownFeld('eigen-amt', { label: 'Amt', typ: 'auswahl', optionen: [{ wert: 'Bau', label: 'Bau' }] }),
    ]);
    const at = { leistungId: 'L00101' };
    const wrong = await changeStand(deps, lemgo.koordination, {
      ...at,
      grundlage: 0,
      aenderung: { zustand: 'geplant', felder: { 'eigen-kosten': 'viel', 'eigen-amt': 'Tief' } },
    });
    assert.deepEqual(
      refusalIn(wrong).fields?.map(({ field }) => field),
      ['feld.eigen-kosten', 'feld.eigen-amt'],
    );
    const felder = { 'eigen-kosten': '1.250,5', 'eigen-amt': 'Bau' };
    const first = await stated(world, lemgo, { ...at, aenderung: { zustand: 'geplant', felder } });
    assert.deepEqual(first.felder, { 'eigen-kosten': '1250.5', 'eigen-amt': 'Bau' });
    const second = await stated(world, lemgo, {
      ...at,
      grundlage: 1,
      aenderung: { felder: { 'eigen-amt': '' } },
    });
    assert.deepEqual(second.felder, { 'eigen-kosten': '1250.5' });
    const unknown = { ...at, grundlage: 2, aenderung: { felder: { 'eigen-nix': 'x' } } };
    assert.match(refusalIn(await changeStand(deps, lemgo.koordination, unknown)).message, /gibt es nicht/);
  });

  test('a field that has ended keeps what it holds', async () => {
    const { lemgo } = world;
    const at = { leistungId: 'L00102' };
    worded([...fieldsOf(standArt), ownFeld('eigen-alt'), ownFeld('eigen-neu')]);
    const felder = { 'eigen-alt': 'bleibt' };
    const { giltAb } = await stated(world, lemgo, { ...at, aenderung: { zustand: 'geplant', felder } });
    worded([...fieldsOf(standArt), ownFeld('eigen-alt', { gueltigBis: giltAb }), ownFeld('eigen-neu')]);
    world.turnClock(1);
    const next = { ...at, grundlage: 1, aenderung: { felder: { 'eigen-alt': '', 'eigen-neu': 'da' } } };
    assert.deepEqual((await stated(world, lemgo, next)).felder, { 'eigen-alt': 'bleibt', 'eigen-neu': 'da' });
  });

  test('a required field that says nothing is refused with its field, in a form and in a bulk change', async () => {
    const { deps, lemgo } = world;
    worded(
      fieldsOf(standArt).map((feld) => ({ ...feld, pflicht: ['zustand', 'bemerkung'].includes(feld.key) })),
    );
    const wunsch = { leistungId: 'L00103', grundlage: 0, aenderung: { zustand: 'geplant' } } as const;
    const refusal = refusalIn(await changeStand(deps, lemgo.koordination, wunsch));
    assert.deepEqual(refusal.fields, [{ field: 'bemerkung', message: 'Bitte füllen Sie „Bemerkung“ aus.' }]);
    const row = { zeile: 1, name: 'x', probleme: [], hinweise: [], zellen: [] };
    const { zeilen } = await createSammel(deps, lemgo.koordination, {
      art: 'schnittstelle',
      titel: 'Probe',
      wuensche: [{ ...row, ...wunsch }],
    });
    assert.deepEqual(
      zeilen.map(({ art, probleme }) => [art, probleme]),
      [['refused', ['Bitte füllen Sie „Bemerkung“ aus.']]],
    );
  });

  test('whoever leaves hands over, also where a field became required since', async () => {
    const { deps, lemgo } = world;
    const [von, an] = lemgo.personen.map(({ id }) => id);
    assert.ok(von && an);
    worded(fieldsOf(standArt));
    await stated(world, lemgo, { leistungId: 'L00104', aenderung: { zustand: 'geplant', zustaendig: von } });
    worded(fieldsOf(standArt).map((feld) => ({ ...feld, pflicht: true })));
    const moving = await previewHandOver(deps, lemgo.koordination, { von });
    assert.ok(moving.staende.length > 0);
    valueIn(
      await handOver(deps, lemgo.koordination, { von, an }, moving.staende.length + moving.personen.length),
    );
  });

  test('25 of 30 fields is 83 %, at the cell and on its page, under the words of the IT-Dienstleister', async () => {
    const { deps, lemgo } = world;
    worded(dreissig.map((feld) => (feld.key === 'bemerkung' ? { ...feld, label: 'Merkzettel' } : feld)));
    const filled = dreissig.filter(({ zaehlt }) => zaehlt).slice(0, 25);
    const felder = Object.fromEntries(filled.map(({ key }) => [key, 'ja']));
    const leistungId = 'L00105';
    await stated(world, lemgo, { leistungId, aenderung: { zustand: 'geplant', felder } });
    const zelle = valueIn(await readZelle(deps, lemgo.koordination, leistungId));
    assert.ok(zelle.vollstaendigkeit);
    assert.equal(vollstaendigkeitText(zelle.vollstaendigkeit), '83 % (25 von 30 Feldern)');
    const ask = askerOf(compassPages(deps));
    const { html: page } = await pageOf(
      await ask.get(`/stand/${leistungId}`, principalOf(lemgo.koordination)),
    );
    for (const words of ['83 % (25 von 30 Feldern)', 'Merkzettel', 'eigen-feld-29'])
      assert.ok(page.includes(words), words);
  });
});
