import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { leererInhalt } from '../domain/umfrage.ts';
import {
  answered,
  answering,
  codeOf,
  drafted,
  dreiPflichten,
  leadOf,
  opened,
  openSurveysWorld,
  type SurveysWorld,
  stepped,
  valueIn,
} from '../testing/surveys-world.ts';
import { abgeben } from './abgeben.ts';
import { evaluate, evaluateLeistung } from './evaluate.ts';
import { keepUmfrage } from './keep-umfrage.ts';
import { readBeteiligung } from './participation.ts';
import { latestUmfrage, readBedarf, readVeroeffentlichtes } from './read-bedarf.ts';
import { readBogen } from './read-bogen.ts';
import { readUmfragen } from './read-umfragen.ts';
import { takeStep } from './take-step.ts';

describe('a Bedarfsabfrage from its draft to its published result', () => {
  let world: SurveysWorld;
  before(async () => {
    world = await openSurveysWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const released = async (kommune: SurveysWorld['lemgo'], id: string) => {
    const koordination = await answering(world, kommune.koordination);
    const leitung = await answering(world, kommune.leitung);
    const last = async () => {
      const bogen = valueIn(await readBogen(world.deps, leitung, id));
      return bogen.abgaben.at(-1)?.nummer ?? 0;
    };
    const grund = '';
    valueIn(
      await abgeben(world.deps, koordination, id, { art: 'eingereicht', schritt: await last(), grund }),
    );
    valueIn(await abgeben(world.deps, leitung, id, { art: 'freigegeben', schritt: await last(), grund }));
  };

  test('nobody sees a draft, and what cannot be is told field by field', async () => {
    const draft = await drafted(world);
    const lemgo = await answering(world, world.lemgo.koordination);
    const mine = await readUmfragen(world.deps, { art: 'antwortet', antwortende: lemgo });
    assert.deepEqual(
      mine.filter(({ umfrage }) => umfrage.id === draft.id),
      [],
    );
    assert.equal(codeOf(await readBogen(world.deps, lemgo, draft.id)), 'SURVEYS_UNKNOWN');
    const wrong = await keepUmfrage(world.deps, await leadOf(world), {
      inhalt: {
        ...leererInhalt,
        titel: '',
        umfang: { ...leererInhalt.umfang, liste: ['L99999'], themenfelder: [999] },
        fragen: [{ id: 'a', text: 'Wie?', art: 'auswahl', optionen: [] }],
        quorum: -1,
      },
      frist: null,
      nachfrist: draft.frist,
      bisher: null,
    });
    assert.ok(!wrong.ok);
    assert.deepEqual(
      wrong.refusal.fields?.map(({ field }) => field),
      ['titel', 'liste', 'themenfelder', 'nachfrist', 'quorum', 'fragen'],
    );
  });

  test('of two who change a draft the second learns of the first', async () => {
    const draft = await drafted(world);
    const lead = await leadOf(world);
    const bisher = { id: draft.id, grundlage: 1 };
    const change = (titel: string) =>
      keepUmfrage(world.deps, lead, {
        inhalt: { ...leererInhalt, titel },
        frist: null,
        nachfrist: null,
        bisher,
      });
    assert.equal(valueIn(await change('Erste')).fassung, 2);
    assert.equal(codeOf(await change('Zweite')), 'SURVEYS_CHANGED_MEANWHILE');
  });

  test('a survey without a deadline or without anybody to ask does not open', async () => {
    const lead = await leadOf(world);
    const step = { art: 'oeffnen', fassung: 1, grund: '', tag: '' } as const;
    const nobody = await drafted(world, { umfang: { ...leererInhalt.umfang, liste: ['L00001'] } });
    const answer = await takeStep(world.deps, lead, nobody.id, step);
    assert.equal(codeOf(answer), 'SURVEYS_NOBODY_TO_ASK');
    const inhalt = { ...leererInhalt, titel: 'Ohne Frist' };
    const open = valueIn(
      await keepUmfrage(world.deps, lead, { inhalt, frist: null, nachfrist: null, bisher: null }),
    );
    assert.equal(codeOf(await takeStep(world.deps, lead, open.id, step)), 'SURVEYS_INVALID');
  });

  test('the whole way, with reasons where it goes back', async () => {
    const [a, b] = await dreiPflichten(world);
    const umfrage = await opened(world, { quorum: 2 });
    const { id } = umfrage;
    const lead = await leadOf(world);
    assert.equal(umfrage.zustand, 'offen');
    const q = '2027-Q1';
    await answered(world, world.lemgo.koordination, umfrage, a, {
      bedarf: 'ja',
      wunschquartal: q,
      fallzahl: '120',
    });
    await answered(world, world.lemgo.koordination, umfrage, b, { bedarf: 'nein' });
    await answered(world, world.detmold.koordination, umfrage, a, { bedarf: 'spaeter', fallzahl: '30' });
    // Nothing is seen before it is released.
    assert.equal(valueIn(await evaluate(world.deps, lead, id)).beteiligt, 0);
    await released(world.lemgo, id);
    const live = valueIn(await readBeteiligung(world.deps, lead, id));
    assert.deepEqual(live.zahlen, {
      gefragt: 3,
      freigegeben: 1,
      eingereicht: 0,
      inArbeit: 1,
      ohneAnfang: 0,
      ohneEinwilligung: 1,
      spaet: 0,
      quorum: 2,
    });
    const closed = await stepped(world, umfrage, 'schliessen');
    const evaluated = { art: 'auswerten', fassung: closed.fassung, grund: '', tag: '' } as const;
    assert.equal(codeOf(await takeStep(world.deps, lead, id, evaluated)), 'SURVEYS_INVALID', 'the quorum');
    const early = { art: 'zurueck', fassung: closed.fassung, grund: '', tag: '2026-12-10' } as const;
    assert.equal(codeOf(await takeStep(world.deps, lead, id, early)), 'SURVEYS_INVALID', 'a reason');
    const again = await stepped(world, closed, 'zurueck', {
      grund: 'Detmold fehlt noch.',
      tag: '2026-12-10',
    });
    assert.equal(again.zustand, 'offen');
    await released(world.detmold, id);
    const done = await stepped(world, await stepped(world, again, 'schliessen'), 'auswerten');
    const zeile = valueIn(await evaluate(world.deps, lead, id)).zeilen.find(
      ({ leistungId }) => leistungId === a,
    );
    assert.ok(zeile);
    assert.deepEqual(
      [zeile.gefragt, zeile.geantwortet, zeile.ja, zeile.spaeter, zeile.faelle, zeile.quartale],
      [3, 2, 1, 1, 150, { [q]: 1 }],
    );
    const detail = valueIn(await evaluateLeistung(world.deps, lead, id, a));
    assert.deepEqual(
      detail.antworten.map(({ kommune, bedarf }) => [kommune, bedarf]),
      [
        ['Detmold', 'spaeter'],
        ['Lemgo', 'ja'],
      ],
    );
    assert.deepEqual(detail.ohneAntwort, ['Blomberg']);
    const bedarf = await world.deps.db.withCircle(world.anbieter, world.lead.actor, async (tx) => {
      assert.equal((await latestUmfrage(tx))?.id, id);
      return readBedarf(tx, id);
    });
    const first = bedarf.find(({ leistungId }) => leistungId === a);
    assert.deepEqual([first?.gefragt, first?.geantwortet, first?.kommunen.length], [3, 2, 2]);
    const public_ = await stepped(world, done, 'veroeffentlichen');
    const blomberg = await answering(world, world.blomberg.koordination);
    const read = () =>
      readVeroeffentlichtes(
        world.deps,
        (fn) => world.deps.db.withTenant(blomberg.kommune.tenant, blomberg.actor, fn),
        id,
      );
    const ergebnis = valueIn(await read());
    assert.deepEqual([ergebnis.kommunen, ergebnis.beteiligt], [3, 2]);
    await stepped(world, public_, 'zurueck', { grund: 'Ein Fehler in der Auswertung.' });
    assert.equal(codeOf(await read()), 'SURVEYS_NO_RESULT');
    const schritte = valueIn(await readBeteiligung(world.deps, lead, id)).schritte;
    assert.deepEqual(
      schritte.map(({ art, grund }) => [art, grund]),
      [
        ['oeffnen', null],
        ['schliessen', null],
        ['zurueck', 'Detmold fehlt noch.'],
        ['schliessen', null],
        ['auswerten', null],
        ['veroeffentlichen', null],
        ['zurueck', 'Ein Fehler in der Auswertung.'],
      ],
    );
  });
});
