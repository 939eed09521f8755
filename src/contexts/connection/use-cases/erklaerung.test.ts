import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { changeState } from '#efa';
import { dutiesWorlds, refusalIn, valueIn } from '../../efa/testing/efa-world.ts';
import {
  type ConnectionWorld,
  connected,
  dienst,
  openConnectionWorld,
  ticked,
} from '../testing/connection-world.ts';
import { shownFor } from '../views/shown.ts';
import { erklaere } from './erklaere.ts';
import { readGate } from './gate.ts';
import { probelauf } from './probelauf.ts';
import { punktErledigen } from './punkte-erledigen.ts';

const grund = 'Gemeinsame Abnahme am 12. November, Vermerk 8';
const wunsch = { grund, gueltigBis: '2027-11-01', auchGegenPruefung: false };

describe('what is ticked off and what the probes find', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  before(async () => {
    duties = await dutiesWorlds();
  });
  const open = () => openConnectionWorld(duties.shipped);
  const lineOf = async (world: ConnectionWorld, id: string) =>
    valueIn(await shownFor(world.deps, world.lemgo, dienst)).zeilen.find(({ punkt }) => punkt.id === id);
  const holding = async (world: ConnectionWorld) =>
    valueIn(await readGate(world.deps, world.lemgo, dienst))
      .gruppen.flatMap(({ zeilen }) => zeilen)
      .filter(({ ok, required }) => required && !ok)
      .map(({ id }) => id);
  const start = async (world: ConnectionWorld, version: number) => {
    const step = { dienst, version, schritt: 'testen' } as const;
    const tested = valueIn(await changeState(world.deps.efa, world.lemgo, step));
    const live = { dienst, version: tested.version, schritt: 'live-schalten' } as const;
    return changeState(world.deps.efa, world.lemgo, live);
  };

  test('a line against which a probe speaks is ticked off only with a reason, and the finding stays on it until it is mended', async () => {
    await using world = await open();
    await connected(world);
    world.ports.site = false;
    const say = (reason: string) =>
      punktErledigen(
        world.deps,
        world.lemgo,
        {
          dienst,
          punkt: 'rechtliche-seiten',
          eingabe: { art: 'erledigt', nachweis: '', grund: reason, gueltigBis: '' },
        },
        0,
      );
    const refused = refusalIn(await say('kurz'));
    assert.deepEqual(
      refused.fields?.map(({ field }) => field),
      ['grund'],
    );
    assert.match(refused.message, /Die Prüfung sagt etwas anderes: Seite zum Datenschutz/);
    valueIn(await say('Die Seite steht im eigenen Auftritt der Stadt.'));
    const ticked = await lineOf(world, 'rechtliche-seiten');
    assert.equal(ticked?.stand, 'erledigt');
    assert.match(ticked?.befund ?? '', /Seite zum Datenschutz/);
    world.ports.site = true;
    assert.equal((await lineOf(world, 'rechtliche-seiten'))?.befund, null);
  });

  test('all open lines are declared at once with one reason; the start follows', async () => {
    await using world = await open();
    const version = await connected(world);
    const done = valueIn(
      await erklaere(world.deps, world.lemgo, dienst, { ...wunsch, auchGegenPruefung: true }),
    );
    assert.deepEqual(done.bleibt, []);
    assert.deepEqual(await holding(world), []);
    const key = await lineOf(world, 'empfangsschluessel');
    assert.deepEqual(
      [key?.fakt?.gueltigBis, key?.fakt?.grund, key?.fakt?.haus],
      ['2027-11-01', grund, 'Lemgo'],
    );
    valueIn(await start(world, version));
    const again = valueIn(await erklaere(world.deps, world.lemgo, dienst, wunsch));
    assert.deepEqual([again.zeilen, again.bleibt], [[], []]);
  });

  test('a declaration leaves open what a probe speaks against, and what waits for that, and names each', async () => {
    await using world = await open();
    await connected(world);
    const done = valueIn(await erklaere(world.deps, world.lemgo, dienst, wunsch));
    assert.deepEqual(
      done.bleibt.map(({ punkt }) => punkt.id),
      ['testantrag', 'fachliche-abnahme', 'betriebsfreigabe'],
    );
    assert.equal(done.bleibt[0]?.warum, 'Noch kein Probelauf ist bestanden.');
    assert.equal(valueIn(await probelauf(world.deps, world.lemgo, dienst)).bestanden, true);
    assert.deepEqual(valueIn(await erklaere(world.deps, world.lemgo, dienst, wunsch)).bleibt, []);
    assert.deepEqual(await holding(world), []);
  });

  test('without a reason nothing is declared; without a day only what must have one stays open', async () => {
    await using world = await open();
    await connected(world);
    const refused = refusalIn(
      await erklaere(world.deps, world.lemgo, dienst, { ...wunsch, grund: ' kurz ' }),
    );
    assert.equal(refused.code, 'CONNECTION_FAKT_INVALID');
    const request = { ...wunsch, gueltigBis: '', auchGegenPruefung: true };
    const done = valueIn(await erklaere(world.deps, world.lemgo, dienst, request));
    assert.equal(done.bleibt[0]?.punkt.id, 'empfangsschluessel');
    assert.match(done.bleibt[0]?.warum ?? '', /bis wann es gilt/);
  });

  test('of two who declare at once each line is said once', async () => {
    await using world = await open();
    await connected(world);
    const both = await Promise.all(
      [world.lemgo, world.lead].map((wer) =>
        erklaere(world.deps, wer, dienst, { ...wunsch, auchGegenPruefung: true }),
      ),
    );
    const said = both.flatMap((each) => valueIn(each).zeilen.map(({ punkt }) => punkt.id));
    assert.equal(new Set(said).size, said.length);
    const { rows } = await world.efa.t.superuser.query('select max(nummer) as zahl from connection.fakt');
    assert.equal(rows[0].zahl, 1);
  });

  test('what ran before the checklist counted goes on running, and after a rest too; what ran out since holds it up', async () => {
    await using world = await open();
    const version = await connected(world);
    await ticked(world);
    const live = valueIn(await start(world, version));
    // As if it had gone live when its checklist held nobody up.
    await world.efa.t.superuser.query('alter table connection.fakt disable trigger user');
    await world.efa.t.superuser.query(
      `delete from connection.fakt where punkt not in ('empfangsschluessel', 'zustellpunkt')`,
    );
    const gate = valueIn(await readGate(world.deps, world.lemgo, dienst));
    assert.equal(gate.bereit, true);
    const advice = gate.gruppen.flatMap(({ zeilen }) => zeilen).find(({ id }) => id === 'checkliste');
    assert.match(advice?.how ?? '', /Punkte sind noch offen\. Der Dienst läuft weiter/);
    const rest = { dienst, version: live.version, schritt: 'aussetzen', grund: 'Wartung' } as const;
    const rested = valueIn(await changeState(world.deps.efa, world.lemgo, rest));
    const on = { dienst, version: rested.version, schritt: 'fortsetzen' } as const;
    await world.efa.t.superuser.query(
      `update connection.fakt set gueltig_bis = '2026-11-01' where punkt = 'empfangsschluessel'`,
    );
    assert.equal(refusalIn(await changeState(world.deps.efa, world.lemgo, on)).code, 'EFA_NOT_READY');
    await world.efa.t.superuser.query(
      `update connection.fakt set gueltig_bis = '2027-11-01' where punkt = 'empfangsschluessel'`,
    );
    valueIn(await changeState(world.deps.efa, world.lemgo, on));
  });
});
