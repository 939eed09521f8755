import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { actorOf } from '#platform';
import { askerOf, pageOf } from '../../../../test/support/page-request.ts';
import { deliverWaiting } from '../../../platform/testing/deliver-waiting.ts';
import { sammelHandlers } from '../sammel-handlers.ts';
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
import type { Editor } from './editor.ts';
import { beginEinlesen, sammelOfTabelle } from './einlesen.ts';
import { addPerson } from './fachbereich-personen.ts';
import { assignLeistungen, createFachbereich } from './fachbereiche.ts';
import { readEingefuegt } from './read-tabelle.ts';
import { createSammel, sammelOf } from './sammel.ts';

const [eigene, fremde, ohne, genannt] = ['L02950', 'L02951', 'L02952', 'L02953'];

describe('a department keeps the Stand of its own Fachbereiche', () => {
  let world: CompassWorld;
  let pflege: Editor;
  before(async () => {
    world = await openCompassWorld();
    const { deps, lemgo } = world;
    const [, member] = lemgo.personen;
    assert.ok(member);
    pflege = { ...lemgo.koordination, mitglied: member.id, darfVerwalten: false };
    for (const [name, ziel] of [
      ['Steueramt', eigene],
      ['Bauamt', fremde],
    ] as const) {
      const { id } = valueIn(await createFachbereich(deps, lemgo.koordination, name));
      const rule = { art: 'leistung', ziel: ziel ?? '', fachbereichId: id };
      valueIn(await assignLeistungen(deps, lemgo.koordination, rule));
      if (name === 'Steueramt') {
        const person = {
          fachbereichId: id,
          mitgliedId: member.id,
          rolle: 'vertretung',
          von: '',
          bis: '2026-12-31',
        };
        valueIn(await addPerson(deps, lemgo.koordination, person));
      }
    }
    for (const leistungId of [fremde, ohne])
      await stated(world, lemgo, { leistungId: leistungId ?? '', aenderung: { zustand: 'geplant' } });
    await stated(world, lemgo, {
      leistungId: genannt ?? '',
      aenderung: { zustand: 'geplant', zustaendig: member.id },
    });
  });
  after(() => world[Symbol.asyncDispose]());

  const change = (leistungId = '', grundlage = 0) =>
    changeStand(world.deps, pflege, { leistungId, grundlage, aenderung: { zustand: 'online' } });

  test('a deputy changes what belongs to the own Fachbereich, and what names them', async () => {
    valueIn(await change(eigene));
    valueIn(await change(genannt, 1));
  });

  test('what belongs to another or to none is refused with a sentence, and nothing is written', async () => {
    const other = refusalIn(await change(fremde, 1));
    assert.deepEqual([other.kind, other.code], ['forbidden', 'COMPASS_NOT_YOUR_FACHBEREICH']);
    assert.match(other.message, /Fachbereich „Bauamt“/);
    assert.match(refusalIn(await change(ohne, 1)).message, /noch keinem Fachbereich/);
  });

  test('who coordinates changes everything', async () => {
    const { deps, lemgo } = world;
    const wunsch = { leistungId: fremde ?? '', grundlage: 1, aenderung: { prioritaet: 1 } } as const;
    valueIn(await changeStand(deps, lemgo.koordination, wunsch));
  });

  test('a bulk change and pasted rows tell of rows that are not theirs', async () => {
    const { deps } = world;
    const row = { zeile: 1, name: 'x', grundlage: null, probleme: [], hinweise: [], zellen: [] };
    const { zeilen } = await createSammel(deps, pflege, {
      art: 'auswahl',
      titel: 'Probe',
      wuensche: [eigene, fremde].map((id) => ({
        ...row,
        leistungId: id ?? '',
        aenderung: { bemerkung: 'gesammelt' },
      })),
    });
    assert.deepEqual(
      zeilen.map(({ art }) => art),
      ['changed', 'refused'],
    );
    const gelesen = valueIn(readEingefuegt(`Nummer\tZustand\n${fremde}\tonline\n${eigene}\tin Erprobung`));
    const id = await sammelOfTabelle(deps, pflege, { art: 'datei', titel: 'Probe' }, gelesen);
    const pasted = valueIn(await sammelOf(deps, pflege, id));
    assert.deepEqual(
      pasted.zeilen?.map(({ art, probleme }) => [art, probleme[0]?.includes('„Bauamt“') ?? false]),
      [
        ['refused', true],
        ['changed', false],
      ],
    );
  });

  test('a file that the worker reads and takes over holds to it too, for whom it was sent', async () => {
    const { deps, lemgo, t } = world;
    const work = () => deliverWaiting(t, sammelHandlers(deps));
    const bytes = Buffer.from(`Nummer;Bemerkung\r\n${fremde};aus der Datei\r\n`);
    const arts: (string | undefined)[] = [];
    for (const who of [
      { ...pflege, actor: actorOf('mitglied', pflege.mitglied ?? '') },
      lemgo.koordination,
    ]) {
      const id = await beginEinlesen(deps, who, { fileName: 'stand.csv', bytes });
      await work();
      arts.push(valueIn(await sammelOf(deps, who, id)).zeilen?.[0]?.art);
    }
    assert.deepEqual(arts, ['refused', 'changed']);
  });

  test('the page of a cell and the matrix say why something can only be read', async () => {
    const me = { ...principalOf(pflege, ['compass.stand.read', 'compass.stand.edit']) };
    const principal = { ...me, actor: `mitglied:${pflege.mitglied}` as typeof me.actor };
    const ask = askerOf(compassPages(world.deps));
    const { query: cell } = await pageOf(await ask.get(`/stand/${fremde}`, principal));
    assert.match(cell.text, /Ändern können sie dessen Mitglieder/);
    assert.ok(!cell.text.includes('Speichern'));
    assert.match((await pageOf(await ask.get(`/stand/${eigene}`, principal))).query.text, /Speichern/);
    const { query: matrix } = await pageOf(await ask.get('/stand/matrix?umfang=pflichten', principal));
    assert.match(matrix.text, /noch keinem Fachbereich zugeordnet/);
  });
});
