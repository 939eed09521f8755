import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ask, contribute } from '#discussion';
import { frageListen } from '../domain/frage.ts';
import {
  codeOf,
  openWorkgroupWorld,
  sitzungIn,
  termin,
  valueIn,
  type WorkgroupWorld,
} from '../testing/workgroup-world.ts';
import { fragenAuf, naechsteSitzung, readFragen } from './fragen.ts';

const steps = [
  'fragen',
  'zuteilen',
  'abgeben',
  'antworten',
  'wieder-oeffnen',
  'zurueckziehen',
  'sitzung',
  'halten',
  'absagen',
  'gehen',
  'kommen',
] as const;
type Step = (typeof steps)[number];

/** Does one step with whatever is there; what the state does not allow is refused and changes nothing. */
async function take(w: WorkgroupWorld, gruppe: string, step: Step, pick: number): Promise<void> {
  const asker = w.koordination[pick % w.koordination.length] ?? assert.fail();
  const { fragen, sitze, sitzungen } = await readFragen(w.deps, await w.wer(w.leitung));
  const frage = fragen[pick % Math.max(1, fragen.length)];
  const seats = sitze.filter(({ bis }) => bis === null);
  const seat = seats[pick % seats.length];
  const open = sitzungen.find(({ zustand }) => zustand === 'entwurf' || zustand === 'eingeladen');
  const say = async (art: string) => {
    const house = w.koordination.find(
      (one) => frage && sitze.some(({ hausId, haus }) => hausId === one.tenant && haus === frage.haus),
    );
    if (frage)
      await contribute(w.deps.discussion, art === 'antwort' ? w.leitung : (house ?? asker), frage.id, {
        art,
        text: 'Darum.',
      });
  };
  const does: Record<Step, () => Promise<unknown>> = {
    fragen: () =>
      ask(w.deps.discussion, asker, {
        zu: `leistung:L${pick}`,
        adressat: 'verbund',
        betreff: `Frage ${pick}`,
        text: 'Bitte.',
      }),
    zuteilen: async () =>
      frage &&
      w.tue(w.leitung, 'workgroup.question.assign', { id: frage.id }, { zustaendig: seat?.id ?? '' }),
    abgeben: async () =>
      frage && w.tue(w.leitung, 'workgroup.question.assign', { id: frage.id }, { zustaendig: '' }),
    antworten: () => say('antwort'),
    'wieder-oeffnen': () => say('wieder-offen'),
    zurueckziehen: () => say('zurueckgezogen'),
    sitzung: () => w.tue(w.leitung, 'workgroup.session.plan', { gruppe }, termin),
    halten: async () => {
      if (open?.zustand === 'entwurf') await w.tue(w.leitung, 'workgroup.session.einladen', { id: open.id });
      if (open) await w.tue(w.leitung, 'workgroup.session.beginnen', { id: open.id });
      if (open) await w.tue(w.leitung, 'workgroup.session.abschliessen', { id: open.id });
    },
    absagen: async () =>
      open && w.tue(w.leitung, 'workgroup.session.absagen', { id: open.id }, { grund: 'Fällt aus.' }),
    gehen: async () => seat && w.tue(w.leitung, 'workgroup.group.leave', { sitz: seat.id }),
    kommen: () => w.tue(asker, 'workgroup.group.join', { gruppe }),
  };
  await does[step]();
}

/** Every question that the database knows is in exactly one list, and one that waits is on the agenda if there is a session. */
async function check(w: WorkgroupWorld): Promise<void> {
  const { fragen, sitzungen } = await readFragen(w.deps, await w.wer(w.leitung));
  const { rows } = await w.world.t.superuser.query(
    "select count(*)::int as n from discussion.rueckfrage where adressat = 'verbund'",
  );
  assert.equal(fragen.length, rows[0].n, 'no question is in no list');
  const onAgendas = sitzungen.flatMap((sitzung) => fragenAuf(sitzung, fragen, sitzungen)).map(({ id }) => id);
  for (const frage of fragen) {
    assert.ok(frageListen.includes(frage.liste));
    const waits = frage.faden === 'offen' || frage.faden === 'wieder-offen';
    const next = naechsteSitzung(sitzungen, frage.providerId, null);
    assert.equal(frage.liste === 'tagesordnung' || frage.liste === 'ohne-termin', waits);
    if (waits)
      assert.equal(onAgendas.filter((id) => id === frage.id).length, next === null ? 0 : 1, frage.liste);
  }
}

test('whatever people do with questions, sessions and seats, no question is ever in no list', async () => {
  await using w = await openWorkgroupWorld();
  const { gruppe } = await sitzungIn(w);
  const orders = fc.sample(fc.tuple(fc.constantFrom(...steps), fc.nat(40)), { numRuns: 90, seed: 6 });
  for (const [step, pick] of orders) {
    await take(w, gruppe, step, pick);
    await check(w);
  }
  const { fragen } = await readFragen(w.deps, await w.wer(w.leitung));
  assert.ok(fragen.length > 3, 'the walk asked enough');
  assert.ok(new Set(fragen.map(({ liste }) => liste)).size > 1, 'and led to several lists');
});

test('a Kommune that does not share asks its IT-Dienstleister alone: that is no question of the group', async () => {
  await using w = await openWorkgroupWorld();
  await sitzungIn(w);
  const [lemgo] = w.koordination;
  assert.ok(lemgo);
  await w.world.t.superuser.query(
    "update identity.einwilligung set valid_to = '2021-12-31' where tenant_id = $1",
    [lemgo.tenant],
  );
  const question = { zu: 'leistung:L1', betreff: 'Wer weiß das?', text: 'Bitte.' };
  assert.equal(
    codeOf(await ask(w.deps.discussion, lemgo, { ...question, adressat: 'verbund' })),
    'DISCUSSION_INVALID',
  );
  valueIn(await ask(w.deps.discussion, lemgo, { ...question, adressat: 'dienstleister' }));
  assert.deepEqual((await readFragen(w.deps, await w.wer(w.leitung))).fragen, []);
});
