import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startScript } from '../../../platform/testing/temp-installation.ts';
import { leererInhalt } from '../domain/umfrage.ts';
import {
  answered,
  answering,
  codeOf,
  dreiPflichten,
  opened,
  openSurveysWorld,
  type SurveysWorld,
  stepped,
  valueIn,
} from '../testing/surveys-world.ts';
import { abgeben } from './abgeben.ts';
import { delegate } from './delegate.ts';
import { readBogen } from './read-bogen.ts';
import { saveAntwort, saveAntworten } from './save-antwort.ts';
import { takeDefaults } from './take-defaults.ts';
import { dropVerwahrtes, takeVerwahrtes } from './verwahrtes.ts';

describe('answering', () => {
  let world: SurveysWorld;
  let a: string;
  let b: string;
  let c: string;
  before(async () => {
    world = await openSurveysWorld();
    [a, b, c] = await dreiPflichten(world);
  });
  after(() => world[Symbol.asyncDispose]());

  const bogenOf = async (id: string, principal = world.lemgo.koordination) =>
    valueIn(await readBogen(world.deps, await answering(world, principal), id));
  const lineOf = async (id: string, leistungId: string) =>
    (await bogenOf(id)).zeilen.find(({ ort }) => ort.id === leistungId) ?? assert.fail();

  test('a form that is sent twice says it once', async () => {
    const umfrage = await opened(world);
    const first = await answered(world, world.lemgo.koordination, umfrage, a, { bedarf: 'ja' });
    const second = await answered(world, world.lemgo.koordination, umfrage, a, { bedarf: 'ja' });
    assert.deepEqual([first.neu, second.neu, second.antwort?.fassung], [true, false, 1]);
    assert.equal((await bogenOf(umfrage.id)).teilnahme?.beantwortet, 1);
  });

  test('of two who type at once both are heard: other fields join, the same field shows both', async () => {
    const umfrage = await opened(world);
    const one = world.lemgo.koordination;
    await answered(world, one, umfrage, a, { bedarf: 'ja' });
    const [x, y] = await Promise.all([
      answered(world, one, umfrage, a, { fallzahl: '10' }, 1),
      answered(world, one, umfrage, a, { bemerkung: 'Eilt.' }, 1),
    ]);
    assert.deepEqual([x.konflikte, y.konflikte], [[], []]);
    const joined = await lineOf(umfrage.id, a);
    assert.deepEqual([joined.antwort?.fallzahl, joined.antwort?.bemerkung], [10, 'Eilt.']);
    const clash = await answered(world, one, umfrage, a, { fallzahl: '99', vorarbeit: 'begonnen' }, 1);
    assert.deepEqual(clash.konflikte, [{ feld: 'fallzahl', meins: '99', ihres: '10' }]);
    assert.deepEqual([clash.antwort?.fallzahl, clash.antwort?.vorarbeit], [10, 'begonnen']);
    const [kept] = (await bogenOf(umfrage.id)).verwahrt;
    assert.deepEqual([kept?.art, kept?.felder], ['konflikt', { fallzahl: '99' }]);
    // Sent again, the same text is not kept twice.
    await answered(world, one, umfrage, a, { fallzahl: '99' }, 1);
    assert.equal((await bogenOf(umfrage.id)).verwahrt.length, 1);
    const who = await answering(world, one);
    const taken = valueIn(await takeVerwahrtes(world.deps, who, umfrage.id, kept?.id ?? ''));
    assert.equal(taken.antwort?.fallzahl, 99);
    assert.equal(
      codeOf(await dropVerwahrtes(world.deps, who, umfrage.id, kept?.id ?? '')),
      'SURVEYS_KEPT_TEXT_UNKNOWN',
    );
  });

  test('eight who save the same Leistung at the same moment leave eight versions and lose nothing', async () => {
    const umfrage = await opened(world, {
      fragen: Array.from({ length: 8 }, (_, at) => ({
        id: `f${at}`,
        text: `Frage ${at}`,
        art: 'text',
        optionen: [],
      })),
    });
    const who = await answering(world, world.lemgo.koordination);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => {
        const felder = { [`frei.f${at}`]: `Text ${at}` };
        return saveAntwort(world.deps, who, umfrage.id, { leistungId: a, grundlage: 0, gelesen: {}, felder });
      }),
    );
    for (const answer of answers) valueIn(answer);
    const { antwort } = await lineOf(umfrage.id, a);
    assert.equal(antwort?.fassung, 8);
    assert.equal(Object.keys(antwort?.frei ?? {}).length, 8);
  });

  test('a deadline that passes while somebody types: marked late, then kept, never lost', async () => {
    await using late = await openSurveysWorld();
    const umfrage = await opened(late, {}, { frist: '2026-11-22', nachfrist: '2026-11-24' });
    const one = late.lemgo.koordination;
    const inTime = await answered(late, one, umfrage, a, { bedarf: 'ja' });
    assert.equal(inTime.spaet, false);
    late.turnClock(2);
    const after = await answered(late, one, umfrage, b, { bedarf: 'nein' });
    assert.equal(after.antwort?.spaet, true);
    late.turnClock(3);
    const who = await answering(late, one);
    const wunsch = {
      leistungId: c,
      grundlage: 0,
      gelesen: null,
      felder: { bedarf: 'ja', bemerkung: 'Lange getippt.' },
    };
    const refused = await saveAntwort(late.deps, who, umfrage.id, wunsch);
    assert.equal(codeOf(refused), 'SURVEYS_CLOSED');
    assert.match(refused.ok ? '' : refused.refusal.message, /verwahrt/);
    await saveAntwort(late.deps, who, umfrage.id, wunsch);
    const bogen = valueIn(await readBogen(late.deps, who, umfrage.id));
    assert.equal(bogen.zustand, 'geschlossen');
    assert.deepEqual(
      bogen.verwahrt.map(({ art, felder }) => [art, felder]),
      [['geschlossen', { bedarf: 'ja', bemerkung: 'Lange getippt.' }]],
    );
    const kept = bogen.verwahrt[0]?.id ?? '';
    assert.equal(
      codeOf(await takeVerwahrtes(late.deps, who, umfrage.id, kept)),
      'SURVEYS_CLOSED',
      'it stays kept',
    );
    await stepped(late, umfrage, 'nachfrist', { tag: '2026-11-30', grund: 'Lemgo fehlt.' });
    assert.equal(valueIn(await takeVerwahrtes(late.deps, who, umfrage.id, kept)).antwort?.spaet, true);
    assert.equal(valueIn(await readBogen(late.deps, who, umfrage.id)).verwahrt.length, 0);
  });

  test('a Leistung given to somebody is answered by them, and by nobody of another Fachbereich', async () => {
    const umfrage = await opened(world);
    const koordination = await answering(world, world.lemgo.koordination);
    const bauamt = await answering(world, world.lemgo.bauamt);
    const wunsch = { leistungId: a, grundlage: 0, gelesen: null, felder: { bedarf: 'ja' } };
    assert.equal(codeOf(await saveAntwort(world.deps, bauamt, umfrage.id, wunsch)), 'SURVEYS_NOT_YOURS');
    const give = { leistungen: [a], fachbereich: null, themenfeld: null, person: bauamt.mitglied };
    assert.equal(valueIn(await delegate(world.deps, koordination, umfrage.id, give)), 1);
    assert.ok(valueIn(await saveAntwort(world.deps, bauamt, umfrage.id, wunsch)).neu);
    assert.deepEqual(
      (await bogenOf(umfrage.id, world.lemgo.bauamt)).zeilen
        .filter(({ meine }) => meine)
        .map(({ ort }) => ort.id),
      [a],
    );
    const leitung = { ...give, person: world.lemgo.personen[1]?.id ?? '' };
    assert.equal(
      codeOf(await delegate(world.deps, koordination, umfrage.id, leitung)),
      'SURVEYS_PERSON_UNKNOWN',
    );
    const nothing = { ...give, leistungen: ['L99999'] };
    assert.equal(
      codeOf(await delegate(world.deps, koordination, umfrage.id, nothing)),
      'SURVEYS_NOTHING_CHOSEN',
    );
    const fachbereich = { ...give, leistungen: [], fachbereich: '00000000-0000-4000-8000-000000000001' };
    const even = [a, b, c].filter((id) => Number(id.slice(1)) % 2 === 0).length;
    if (even > 0)
      assert.equal(valueIn(await delegate(world.deps, koordination, umfrage.id, fachbereich)), even);
  });

  test('what is known is filled in and becomes an answer when it is presented; a second person releases', async () => {
    const letzte = await opened(world, { titel: 'Runde 1' });
    await answered(world, world.lemgo.koordination, letzte, a, { bedarf: 'ja', fallzahl: '7' });
    await answered(world, world.lemgo.koordination, letzte, b, { bedarf: 'nein' });
    const koordination = await answering(world, world.lemgo.koordination);
    const leitung = await answering(world, world.lemgo.leitung);
    const act = async (
      who: typeof leitung,
      id: string,
      art: 'eingereicht' | 'freigegeben' | 'zurueckgegeben',
    ) => {
      const schritt = (await bogenOf(id)).abgaben.at(-1)?.nummer ?? 0;
      return abgeben(world.deps, who, id, {
        art,
        schritt,
        grund: art === 'zurueckgegeben' ? 'Bitte prüfen.' : '',
      });
    };
    valueIn(await act(koordination, letzte.id, 'eingereicht'));
    assert.equal(codeOf(await act(koordination, letzte.id, 'freigegeben')), 'SURVEYS_SECOND_PERSON_NEEDED');
    valueIn(await act(leitung, letzte.id, 'zurueckgegeben'));
    valueIn(await act(koordination, letzte.id, 'eingereicht'));
    // Whoever changes an answer now has it presented anew.
    await answered(world, world.lemgo.koordination, letzte, a, { fallzahl: '8' }, 1);
    assert.equal(codeOf(await act(leitung, letzte.id, 'freigegeben')), 'SURVEYS_SUBMISSION_STATE');
    valueIn(await act(koordination, letzte.id, 'eingereicht'));
    assert.equal(valueIn(await act(leitung, letzte.id, 'freigegeben')).zustand, 'freigegeben');
    world.turnClock(1);
    world.lemgo.stand.set(c, {
      online: true,
      geplantFuer: null,
      fallzahl: 40,
      angegebenAm: world.deps.clock.now(),
    });
    const diese = await opened(world, { titel: 'Runde 2' });
    const before = await bogenOf(diese.id);
    assert.equal(before.letzteRunde, 'Runde 1');
    assert.deepEqual(
      before.zeilen.map(({ vorbelegung }) => [vorbelegung.werte.bedarf, vorbelegung.werte.fallzahl]),
      [a, b, c].toSorted().map((id) => (id === a ? ['ja', 8] : id === b ? ['nein', null] : ['nein', 40])),
    );
    assert.equal(before.teilnahme, null, 'nothing is an answer yet');
    assert.equal(valueIn(await takeDefaults(world.deps, koordination, diese.id, [b])), 1);
    valueIn(await act(koordination, diese.id, 'eingereicht'));
    const done = await bogenOf(diese.id);
    assert.deepEqual([done.teilnahme?.beantwortet, done.teilnahme?.zustand], [3, 'eingereicht']);
    assert.ok(done.zeilen.every(({ antwort }) => antwort?.vorbelegt));
  });

  test('presenting nothing is refused, and so is what was not asked', async () => {
    const umfrage = await opened(world, { umfang: { ...leererInhalt.umfang, liste: [c] } });
    const detmold = await answering(world, world.detmold.koordination);
    const present = { art: 'eingereicht', schritt: 0, grund: '' } as const;
    assert.equal(codeOf(await abgeben(world.deps, detmold, umfrage.id, present)), 'SURVEYS_NOTHING_ANSWERED');
    const answers = await saveAntworten(world.deps, detmold, umfrage.id, [
      { leistungId: a, grundlage: 0, gelesen: null, felder: { bedarf: 'ja' } },
      { leistungId: c, grundlage: 0, gelesen: null, felder: { fallzahl: 'viele' } },
      { leistungId: c, grundlage: 0, gelesen: null, felder: { bedarf: 'ja' } },
    ]);
    assert.deepEqual(
      answers.map((answer) => (answer.ok ? 'gut' : answer.refusal.code)),
      ['SURVEYS_LEISTUNG_NOT_ASKED', 'SURVEYS_ANSWER_INVALID', 'gut'],
    );
  });

  test('killed at random while four people type, every answer that was acknowledged is there', async () => {
    const umfrage = await opened(world, {
      fragen: [1, 2, 3, 4].map((nr) => ({ id: `p${nr}`, text: `Person ${nr}`, art: 'text', optionen: [] })),
    });
    const { tenant } = world.lemgo.kommune;
    const acknowledged = new Map<string, string>();
    let seed = 20261121;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    for (let kill = 0; kill < 6; kill += 1) {
      const file = join(import.meta.dirname, '../testing/answering-process.ts');
      const args = [world.t.urls.app, tenant, umfrage.id, `k${kill}`, [a, b, c].join(',')];
      const script = startScript(file, args);
      await script.says(`k${kill}-`);
      await sleep(20 + random() * 300);
      script.child.kill('SIGKILL');
      await script.ended;
      for (const line of script.output().split('\n').slice(0, -1)) {
        const [leistung, person, text] = line.split(' ');
        assert.ok(leistung && person && text, line);
        acknowledged.set(`${leistung} ${person}`, text);
      }
    }
    const { rows } = await world.t.superuser.query<{ key: string; texte: string[] }>(
      `select leistung_id || ' ' || f.key as key, array_agg(f.value order by fassung) as texte
        from surveys.antwort, jsonb_each_text(frei) f where umfrage_id = $1 group by 1`,
      [umfrage.id],
    );
    // Whoever comes back after a kill has not read what they wrote before: that text is kept aside, as it should be.
    const kept = JSON.stringify((await bogenOf(umfrage.id)).verwahrt);
    const stored = new Map(rows.map(({ key, texte }) => [key, texte]));
    assert.equal(acknowledged.size, 12);
    for (const [key, text] of acknowledged) {
      const there = stored.get(key)?.includes(text) === true || kept.includes(`"${text}"`);
      assert.ok(there, `${key} ${text}`);
    }
    const gaps = await world.t.superuser.query(
      `select 1 from surveys.antwort where umfrage_id = $1 group by leistung_id having max(fassung) <> count(*)`,
      [umfrage.id],
    );
    assert.equal(gaps.rowCount, 0);
    assert.equal((await bogenOf(umfrage.id)).teilnahme?.beantwortet, 3, 'the count is that of the answers');
  });
});
