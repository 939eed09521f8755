import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { changeState, expressInterest, readAllLive } from '#efa';
import { dutiesWorlds, offered, prepared, refusalIn, valueIn } from '../../efa/testing/efa-world.ts';
import { goLiveCheck } from '../../efa/use-cases/go-live-check.ts';
import type { Eingabe } from '../domain/pruefe-fakt.ts';
import {
  type ConnectionWorld,
  connected,
  dienst,
  openConnectionWorld,
  tick,
  ticked,
} from '../testing/connection-world.ts';
import { within } from './begleiter.ts';
import { readGate, readGates } from './gate.ts';
import { probelauf } from './probelauf.ts';
import { punktErledigen, punkteErledigen } from './punkte-erledigen.ts';
import { readAnbindungsstand } from './read-stand.ts';

const erledigt: Eingabe = { art: 'erledigt', nachweis: 'Aktenzeichen 4', grund: '', gueltigBis: '' };

describe('the Anbindung of one Kommune', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  before(async () => {
    duties = await dutiesWorlds();
  });
  const open = () => openConnectionWorld(duties.shipped);

  const standOf = async (world: ConnectionWorld) => {
    const kommunen = [world.lemgo.kommune];
    const [stand] = await within(world.deps, world.lemgo, (tx) =>
      readAnbindungsstand(tx, world.deps, { dienst, kommunen }),
    );
    assert.ok(stand);
    return stand;
  };
  const missing = async (world: ConnectionWorld) =>
    valueIn(await readGate(world.deps, world.lemgo, dienst))
      .gruppen.flatMap(({ zeilen }) => zeilen)
      .filter(({ ok, required }) => required && !ok);
  const toTest = async (world: ConnectionWorld, version: number) =>
    valueIn(await changeState(world.deps.efa, world.lemgo, { dienst, version, schritt: 'testen' })).version;

  test('what ended waits for nobody, and begun again it waits again', async () => {
    await using world = await open();
    const version = await connected(world);
    const waits = async () => (await standOf(world)).uhr.filter(({ seit }) => seit !== null).length;
    assert.ok((await waits()) > 0);
    world.efa.turnClock(3);
    const step = async (at: number, schritt: 'beenden' | 'neu-beginnen') =>
      valueIn(await changeState(world.deps.efa, world.lemgo, { dienst, version: at, schritt })).version;
    const ended = await step(version, 'beenden');
    assert.equal(await waits(), 0);
    const days = (await standOf(world)).uhr.map(({ tage }) => tage);
    world.efa.turnClock(30);
    assert.deepEqual(
      (await standOf(world)).uhr.map(({ tage }) => tage),
      days,
      'the days do not grow either',
    );
    await step(ended, 'neu-beginnen');
    assert.ok((await waits()) > 0);
  });

  test('of two people who say something of the same line at once the second is told, and nothing is overwritten', async () => {
    await using world = await open();
    await connected(world);
    const say = (nachweis: string) =>
      punktErledigen(
        world.deps,
        world.lemgo,
        { dienst, punkt: 'rahmenvereinbarung', eingabe: { ...erledigt, nachweis } },
        0,
      );
    const both = await Promise.all([say('Aktenzeichen A'), say('Aktenzeichen B')]);
    assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
    const late = both.find(({ ok }) => !ok);
    assert.equal(late && refusalIn(late).code, 'CONNECTION_CHANGED_MEANWHILE');
    assert.match(late ? refusalIn(late).message : '', /nichts überschrieben/);
    const { fakten } = await standOf(world);
    assert.deepEqual(
      fakten.map(({ nachweis }) => nachweis),
      [both[0]?.ok ? 'Aktenzeichen A' : 'Aktenzeichen B'],
    );
  });

  test('what its IT-Dienstleister, the Land or the operator does a Kommune enters only with who confirmed it', async () => {
    await using world = await open();
    await connected(world);
    const say = (grund: string) =>
      punktErledigen(
        world.deps,
        world.lemgo,
        { dienst, punkt: 'mindestkriterien', eingabe: { ...erledigt, grund } },
        0,
      );
    const refused = refusalIn(await say(''));
    assert.equal(refused.code, 'CONNECTION_FAKT_INVALID');
    assert.match(refused.message, /Diesen Punkt erledigt: IT-Dienstleister.*wer ihn wann bestätigt hat/);
    valueIn(await say('Rechenzentrum Lippe, Schreiben vom 3. November'));
    const { fakten } = await standOf(world);
    assert.deepEqual(
      [fakten[0]?.haus, fakten[0]?.grund],
      ['Lemgo', 'Rechenzentrum Lippe, Schreiben vom 3. November'],
    );
  });

  test('nothing that was said can be changed or taken away in the database', async () => {
    await using world = await open();
    await connected(world);
    await tick(world, 'rahmenvereinbarung');
    for (const statement of [
      'update connection.fakt set haus = $1',
      'delete from connection.fakt where haus <> $1',
    ])
      await assert.rejects(world.efa.t.superuser.query(statement, ['x']), /append-only/);
  });

  test('the IT-Dienstleister takes one step for many Kommunen in one statement; one that changed meanwhile is told by itself', async () => {
    await using world = await open();
    const { lemgo, detmold } = world.efa;
    await connected(world);
    await connected(world, detmold.kommune);
    const step = { dienst, punkt: 'mindestkriterien', eingabe: erledigt };
    await tick(world, 'mindestkriterien');
    const gelesen = [lemgo.kommune, detmold.kommune].map((kommune) => ({ kommune, nummer: 0 }));
    const done = valueIn(
      await within(world.deps, world.lead, (tx) =>
        punkteErledigen(tx, world.deps, world.lead, step, gelesen),
      ),
    );
    assert.deepEqual(
      done.erledigt.map(({ name }) => name),
      ['Detmold'],
    );
    assert.deepEqual(
      done.abgelehnt.map(({ kommune, grund }) => [kommune.name, grund.code]),
      [['Lemgo', 'CONNECTION_CHANGED_MEANWHILE']],
    );
  });

  test('the start is held up line by line, each with who mends it and where, until everything is there', async () => {
    await using world = await open();
    const version = await toTest(world, await connected(world));
    const refused = refusalIn(
      await changeState(world.deps.efa, world.lemgo, { dienst, version, schritt: 'live-schalten' }),
    );
    assert.equal(refused.code, 'EFA_NOT_READY');
    assert.match(refused.message, /Rahmenvereinbarung gezeichnet \(Kommune\)/);
    assert.match(refused.message, /Mandant beim Betreiber eingerichtet \(Betreiber\)/);
    await ticked(world, ['testantrag']);
    const before = await missing(world);
    assert.deepEqual(
      before.map(({ id }) => id),
      ['checkliste-testantrag', 'checkliste-fachliche-abnahme', 'checkliste-betriebsfreigabe'],
    );
    assert.ok(before.every(({ href, how }) => href !== null && how.length > 10));
    const lauf = valueIn(await probelauf(world.deps, world.lemgo, dienst));
    assert.deepEqual(
      lauf.schritte.filter(({ ok }) => !ok),
      [],
    );
    await tick(world, 'fachliche-abnahme');
    await tick(world, 'betriebsfreigabe');
    assert.deepEqual(await missing(world), []);
    valueIn(await changeState(world.deps.efa, world.lemgo, { dienst, version, schritt: 'live-schalten' }));
    assert.equal((await world.deps.db.withPublic(readAllLive)).length, 1);
    assert.equal((await standOf(world)).phase, 'go-live');
  });

  test('two people press Go-Live at once: one wins, the other is told', async () => {
    await using world = await open();
    const version = await toTest(world, await connected(world));
    await ticked(world);
    const both = await Promise.all(
      [1, 2].map(() =>
        changeState(world.deps.efa, world.lemgo, { dienst, version, schritt: 'live-schalten' }),
      ),
    );
    assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
    const late = both.find(({ ok }) => !ok);
    assert.match(late ? refusalIn(late).message : '', /jemand anderes diese Anbindung geändert/);
    assert.equal((await world.deps.db.withPublic(readAllLive)).length, 1);
  });

  test('an expired certificate holds the start up again, and the words say since when', async () => {
    await using world = await open();
    await connected(world);
    await ticked(world, ['empfangsschluessel', 'testantrag']);
    await tick(world, 'empfangsschluessel', '2026-11-25');
    world.efa.turnClock(10);
    const lines = await missing(world);
    const line = lines.find(({ id }) => id === 'checkliste-empfangsschluessel');
    assert.equal(line?.how, 'Abgelaufen am 25.11.2026. Bitte erneuern und neu eintragen.');
  });

  test('what can be probed is probed: key, mailbox, people, page on data protection, addressee', async () => {
    await using world = await open();
    await connected(world);
    await world.efa.t.superuser.query(`update delivery.zustellpunkt set postfach = null`);
    await world.efa.t.superuser.query(
      `update delivery.zustellpunkt_key set valid_to = '2026-12-05T00:00:00Z'`,
    );
    world.ports.site = false;
    world.ports.workers = 0;
    const found = (await missing(world)).filter(({ id }) => !id.startsWith('checkliste'));
    assert.deepEqual(
      found.map(({ id, who }) => [id.replace(/-[0-9a-f-]{36}$/, ''), who]),
      [
        ['datenschutz-seite', 'Kommune'],
        ['schluessel', 'IT-Dienstleister'],
        ['postfach', 'Kommune'],
        ['sachbearbeitung', 'Kommune'],
      ],
    );
    await world.efa.t.superuser.query(`delete from delivery.zustellpunkt_key`);
    assert.ok((await missing(world)).some(({ how }) => how.includes('Schlüssel fehlt oder ist abgelaufen')));
  });

  test('the gate of many Kommunen at once says the same as that of each by itself', async () => {
    await using world = await open();
    const { lemgo, detmold } = world.efa;
    await connected(world);
    await connected(world, detmold.kommune);
    await ticked(world, ['testantrag']);
    const gates = await readGates(world.deps, world.lead, dienst, [lemgo.kommune, detmold.kommune]);
    for (const editor of [lemgo, detmold]) {
      const one = valueIn(await readGate(world.deps, { ...world.lemgo, kommune: editor.kommune }, dienst));
      assert.deepEqual(gates.get(editor.kommune.tenant), one);
    }
  });

  test('every other service is held up by its checklist too; what only the probes find is advice there', async () => {
    await using world = await open();
    const { efa } = world;
    await offered(efa);
    await prepared(efa, efa.lemgo);
    world.ports.site = false;
    const items = valueIn(await goLiveCheck(world.deps.efa, efa.lemgo, 'hund-anmelden'));
    const open23 = items.filter(({ id, ok, required }) => id.startsWith('checkliste-') && !ok && required);
    assert.equal(open23.length, 25);
    const probed = items.filter(({ id }) =>
      /^(sachbearbeitung|postfach|adressat|gebuehren|datenschutz-seite)/.test(id),
    );
    assert.ok(probed.some(({ ok }) => !ok));
    assert.ok(probed.every(({ required }) => !required));
  });
});

describe('the rehearsal', () => {
  test('a test Antrag goes the whole way and leaves nothing: no submission, no event, no file, no mail', async () => {
    const duties = await dutiesWorlds();
    await using world = await openConnectionWorld(duties.shipped);
    await connected(world);
    await ticked(world, ['testantrag']);
    const lauf = valueIn(await probelauf(world.deps, world.lemgo, dienst));
    assert.deepEqual(
      lauf.schritte.map(({ art, ok }) => [art, ok]),
      [
        ['formular', true],
        ['antworten', true],
        ['stellen', true],
        ['verschluesseln', true],
        ['zustellen', true],
        ['oeffnen', true],
      ],
    );
    for (const table of ['delivery.submission', 'delivery.event', 'delivery.attachment', 'platform.outbox']) {
      const { rows } = await world.efa.t.superuser.query(`select count(*)::int as zahl from ${table}`);
      assert.equal(rows[0].zahl, 0, table);
    }
    assert.deepEqual(world.mails, []);
    const kommunen = [world.lemgo.kommune];
    const [stand] = await within(world.deps, world.lemgo, (tx) =>
      readAnbindungsstand(tx, world.deps, { dienst, kommunen }),
    );
    assert.equal(stand?.staende.get('testantrag'), 'erledigt');
    assert.equal(stand?.lage.get('testantrag')?.nachweis, 'Probelauf Nummer 1');
  });

  test('where values are missing the rehearsal names them as the Kommune knows them, and what to do', async () => {
    const duties = await dutiesWorlds();
    await using world = await openConnectionWorld(duties.shipped);
    valueIn(await expressInterest(world.deps.efa, world.lemgo, dienst));
    const lauf = valueIn(await probelauf(world.deps, world.lemgo, dienst));
    assert.equal(lauf.bestanden, false);
    assert.match(
      lauf.schritte[0]?.text ?? '',
      /Es fehlt noch: .*„Gebühren je Gebiet und Dauer“.*unter „Anbindung“ ein; danach starten Sie den Probelauf noch einmal/,
    );
  });

  test('where the key has ended the rehearsal says so and ticks nothing off', async () => {
    const duties = await dutiesWorlds();
    await using world = await openConnectionWorld(duties.shipped);
    await connected(world);
    await world.efa.t.superuser.query(`delete from delivery.zustellpunkt_key`);
    const lauf = valueIn(await probelauf(world.deps, world.lead, dienst));
    assert.equal(lauf.bestanden, false);
    assert.match(lauf.schritte.at(-1)?.text ?? '', /Schlüssel/);
    assert.equal(lauf.nummer, 1);
  });
});
