import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { actorOf, type Principal } from '#platform';
import { principalOf, valueIn } from '../../compass/testing/compass-world.ts';
import { mailableMember } from '../../identity/testing/mailable-member.ts';
import { reportsHandlers } from '../handlers.ts';
import { openReportsWorld, type ReportsWorld } from '../testing/reports-world.ts';
import { berichtendeOf } from './people.ts';
import { wartendeBerichte } from './read-waiting.ts';
import { presentedEvent, takeStep } from './steps.ts';
import { createBericht, reviseBericht } from './write-report.ts';

describe('a report that is presented is told to those who may release it', () => {
  let world: ReportsWorld;
  let leitung: string;
  let admin: string;
  before(async () => {
    world = await openReportsWorld();
    const { tenant } = world.compass.lemgo.kommune;
    const people = { leitung: 'Finja Torfmoor', administrator: 'Arne Wolkenau', koordination: 'Ute Grasweg' };
    const member = (role: keyof typeof people) =>
      mailableMember(world.deps, tenant, {
        ...{ name: people[role], email: `${role}@lemgo.example` },
        roles: [role],
      });
    leitung = await member('leitung');
    admin = await member('administrator');
    await member('koordination');
  });
  after(() => world[Symbol.asyncDispose]());

  const memberOf = (id: string, ...permissions: readonly string[]): Principal =>
    principalOf({ ...world.compass.lemgo.koordination, actor: actorOf('mitglied', id) }, [
      'compass.stand.read',
      ...permissions,
    ]);

  const draft = async (who = world.koordination) => {
    const { reader } = valueIn(await berichtendeOf(world.deps, who, 'schreiben'));
    const text = { titel: 'Wie Frau Muster es sieht', stichtag: '', einleitung: 'Geheim.' };
    const made = await createBericht(world.deps, reader, {
      ...text,
      abschnitte: [{ key: 'fristen', anmerkung: '' }],
    });
    return valueIn(made).id;
  };
  const present = async (id: string, who = world.koordination, fassung = 1) =>
    valueIn(
      await takeStep(world.deps, valueIn(await berichtendeOf(world.deps, who, 'schreiben')), id, {
        ...{ art: 'vorgelegt', fassung, begruendung: '' },
      }),
    );
  const decide = async (id: string, art: 'freigegeben' | 'zurueckgegeben') =>
    valueIn(
      await takeStep(world.deps, valueIn(await berichtendeOf(world.deps, world.leitung, 'freigeben')), id, {
        ...{ art, fassung: 1, begruendung: 'Bitte kürzer.' },
      }),
    );

  /** What the worker does with what was published since; gives the events, so that they can come again. */
  const work = async (deps = world.deps) => {
    const { rows } = await world.compass.t.superuser.query(
      `delete from platform.outbox where event = $1 returning id, payload, tenant_id`,
      [presentedEvent],
    );
    const run = async () => {
      for (const { id, payload, tenant_id } of rows)
        await reportsHandlers(deps)[presentedEvent]?.(payload, {
          ...{ eventId: id, tenant: tenant_id, attempt: 1, lastAttempt: false },
        });
    };
    await run();
    return run;
  };
  const told = () => world.mails.splice(0).map(({ to }) => to);

  test('with name and link, and nothing of what it says; an event that comes twice sends nothing twice', async () => {
    const id = await draft();
    await work();
    assert.deepEqual(told(), [], 'a draft waits for nobody');
    await present(id);
    const again = await work();
    const [mail] = world.mails;
    assert.deepEqual(told().toSorted(), ['administrator@lemgo.example', 'leitung@lemgo.example']);
    assert.equal(mail?.subject, 'Ein Bericht wartet auf Ihre Freigabe');
    assert.match(mail?.text ?? '', /^Guten Tag (Finja Torfmoor|Arne Wolkenau),\n/);
    assert.match(mail?.text ?? '', new RegExp(`: http://verwaltung\\.localhost/berichte/${id}\n`));
    assert.match(mail?.text ?? '', /\/benachrichtigungen$/);
    assert.doesNotMatch(JSON.stringify(mail), /Muster|Geheim|Mara/);
    await again();
    assert.deepEqual(told(), []);
  });

  test('nobody is told of what they wrote or presented themselves', async () => {
    await present(await draft(memberOf(admin, 'reports.write', 'reports.approve')));
    await work();
    assert.deepEqual(told(), ['leitung@lemgo.example']);
  });

  test('who switched it off, or reads it in the summary, gets none', async () => {
    world.ohneMail.add(leitung);
    await present(await draft());
    await work();
    assert.deepEqual(told(), ['administrator@lemgo.example']);
    world.ohneMail.clear();
  });

  test('what was decided before the worker came is told to nobody; presented anew it is', async () => {
    const id = await draft();
    await present(id);
    await decide(id, 'zurueckgegeben');
    await work();
    assert.deepEqual(told(), []);
    await present(id);
    await work();
    assert.equal(told().length, 2);
    await decide(id, 'zurueckgegeben');
    const { reader } = valueIn(await berichtendeOf(world.deps, world.koordination, 'schreiben'));
    valueIn(await reviseBericht(world.deps, reader, id, { grundlage: 1, einleitung: 'Kürzer.' }));
    await present(id, world.koordination, 2);
    await work();
    assert.equal(told().length, 2);
  });

  test('a mail that cannot be sent leaves no note and holds up nobody else', async () => {
    await present(await draft());
    const sendMail: typeof world.deps.sendMail = (mail) =>
      mail.to.startsWith('leitung') ? Promise.reject(new Error('away')) : world.deps.sendMail(mail);
    const { rows } = await world.compass.t.superuser.query(
      `select payload, tenant_id, id from platform.outbox where event = $1`,
      [presentedEvent],
    );
    await assert.rejects(work({ ...world.deps, sendMail }), /1 notices of .* were not sent/);
    assert.deepEqual(told(), ['administrator@lemgo.example']);
    for (const { id, payload, tenant_id } of rows)
      await reportsHandlers(world.deps)[presentedEvent]?.(payload, {
        ...{ eventId: id, tenant: tenant_id, attempt: 2, lastAttempt: false },
      });
    assert.deepEqual(told(), ['leitung@lemgo.example']);
  });

  test('the start page names it to whoever may release it', async () => {
    const id = await draft();
    await present(id);
    const waiting = await wartendeBerichte(world.deps, memberOf(leitung, 'reports.approve'));
    const [newest] = waiting.toSorted((a, b) => b.nummer - a.nummer);
    assert.equal(newest?.href, `/berichte/${id}`);
  });
});
