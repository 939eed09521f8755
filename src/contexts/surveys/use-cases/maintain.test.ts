import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import type { Umfrage } from '../domain/umfrage.ts';
import { opened, openSurveysWorld, valueIn } from '../testing/surveys-world.ts';
import { dueReminder, maintainSurveys } from './maintain.ts';
import { readBeteiligung } from './participation.ts';
import { fragendeOf } from './people.ts';

test('a deadline that passed is written down, and reminders begin by themselves on their days', async () => {
  await using world = await openSurveysWorld();
  const umfrage = await opened(
    world,
    { erinnerungen: [7, 1] },
    { frist: '2026-12-05', nachfrist: '2026-12-08' },
  );
  const lead = valueIn(await fragendeOf(world.deps, world.lead, 'fuehren'));
  const look = async () => valueIn(await readBeteiligung(world.deps, lead, umfrage.id));
  await maintainSurveys(world.deps);
  assert.equal((await look()).erinnerungen.length, 0);
  world.turnClock(8);
  await maintainSurveys(world.deps);
  await maintainSurveys(world.deps);
  assert.deepEqual(
    (await look()).erinnerungen.map(({ anlass }) => anlass),
    ['7 Tage vor der Frist 2026-12-05'],
  );
  world.turnClock(7);
  await maintainSurveys(world.deps);
  assert.deepEqual([(await look()).zustand, (await look()).umfrage.zustand], ['nachfrist', 'nachfrist']);
  world.turnClock(7);
  await maintainSurveys(world.deps);
  const { umfrage: after, schritte } = await look();
  assert.equal(after.zustand, 'geschlossen');
  assert.deepEqual(
    schritte.map(({ art }) => art),
    ['oeffnen', 'nachfrist', 'schliessen'],
  );
  const due = (date: string, of: Partial<Umfrage> = {}) =>
    dueReminder({ ...umfrage, ...of }, localDate(date));
  assert.equal(due('2026-12-04'), '1 Tage vor der Frist 2026-12-05');
  assert.equal(due('2026-12-06'), null);
  assert.equal(due('2026-12-04', { erinnerungen: [] }), null);
});
