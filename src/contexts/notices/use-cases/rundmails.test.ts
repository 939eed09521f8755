import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { createLogger, runWorker } from '#platform';
import { installJobQueue } from '../../../platform/jobs/install-job-queue.ts';
import { startScript } from '../../../platform/testing/temp-installation.ts';
import { until } from '../../../platform/testing/until.ts';
import { codeOf, colleague, valueIn } from '../../identity/testing/world.ts';
import { changeMemberState } from '../../identity/use-cases/change-member.ts';
import { noticesHandlers } from '../handlers.ts';
import { mailCatcher } from '../testing/mail-catcher.ts';
import { type NoticesWorld, noticesWorld, toCoordinators } from '../testing/notices-world.ts';
import { saveVerteiler } from './keep-verteiler.ts';
import { readRundmail } from './read-rundmails.ts';
import { releaseRundmail } from './release-rundmail.ts';
import { sendRundmails } from './send-rundmails.ts';
import { steerRundmail } from './steer-rundmail.ts';
import { unsubscribe, unsubscribeLink } from './unsubscribe.ts';
import { wakeRundmails } from './wake.ts';
import { draftRundmail, editRundmail, type TypedRundmail } from './write-rundmail.ts';

const logger = createLogger('silent', 'test');

async function released(w: NoticesWorld, typed: TypedRundmail = toCoordinators): Promise<string> {
  const { id } = valueIn(await draftRundmail(w.deps, w.provider.caller, typed));
  const { preview } = valueIn(await readRundmail(w.deps, w.provider.caller, id));
  valueIn(await releaseRundmail(w.deps, w.provider.caller, id, preview?.checksum ?? ''));
  return id;
}

async function stateOf(w: NoticesWorld, id: string) {
  const { rundmail, empfaenger } = valueIn(await readRundmail(w.deps, w.provider.caller, id));
  return { zustand: rundmail.zustand, empfaenger };
}

test('a Rundmail is over only when every recipient is sent to or given up; who failed once is tried again (Fehler 8 der OZG-Datenbank)', async () => {
  let busy = true;
  const codes: Record<string, () => number | null> = {};
  await using catcher = await mailCatcher({ refuse: (address) => codes[address]?.() ?? null });
  await using w = await noticesWorld(3, { smtpUrl: catcher.url });
  const [first, second, third] = w.coordinators;
  assert.ok(first && second && third);
  codes[second.email] = () => (busy ? 451 : null);
  codes[third.email] = () => 550;
  const id = await released(w);
  await sendRundmails(w.deps, w.provider.tenant);
  const after = await stateOf(w, id);
  assert.equal(after.zustand, 'laeuft');
  assert.deepEqual(
    after.empfaenger.map(({ zustand, versuche }) => [zustand, versuche]),
    [
      ['gesendet', 1],
      ['fehlgeschlagen', 1],
      ['aufgegeben', 1],
    ],
  );
  for (const { grund } of after.empfaenger) assert.doesNotMatch(grund ?? '', /@/);
  // Nobody is asked again before the time, nor the Rundmail called finished.
  assert.equal(await sendRundmails(w.deps, w.provider.tenant), 0);
  assert.equal((await stateOf(w, id)).zustand, 'laeuft');
  busy = false;
  w.world.turnClock(301);
  assert.equal(await sendRundmails(w.deps, w.provider.tenant), 1);
  const last = await stateOf(w, id);
  assert.equal(last.zustand, 'abgeschlossen');
  assert.deepEqual(
    last.empfaenger.map(({ zustand }) => zustand),
    ['gesendet', 'gesendet', 'aufgegeben'],
  );
  assert.deepEqual(
    catcher.taken.map(({ to }) => to),
    [first.email, second.email],
  );
});

test('the database itself refuses to call a Rundmail finished while somebody waits', async () => {
  await using w = await noticesWorld(1);
  const id = await released(w);
  await assert.rejects(
    w.world.t.superuser.query(`update notices.rundmail set zustand = 'abgeschlossen' where id = $1`, [id]),
    /still wait/,
  );
});

test('a person who fails for half a day is given up with a reason, and can be tried again', async () => {
  await using w = await noticesWorld(1);
  const id = await released(w);
  w.world.breakMail(true);
  let tries = 0;
  for (let hour = 0; hour < 24; hour += 1) {
    tries += await sendRundmails(w.deps, w.provider.tenant);
    w.world.turnClock(3_600);
  }
  const given = await stateOf(w, id);
  assert.deepEqual([tries, given.zustand, given.empfaenger[0]?.zustand], [6, 'abgeschlossen', 'aufgegeben']);
  assert.match(given.empfaenger[0]?.grund ?? '', /nicht erreichbar/);
  w.world.breakMail(false);
  valueIn(await steerRundmail(w.deps, w.provider.caller, id, 'erneut'));
  await sendRundmails(w.deps, w.provider.tenant);
  assert.equal((await stateOf(w, id)).empfaenger[0]?.zustand, 'gesendet');
});

test('the worker sends at the stated rate, and nobody twice', async () => {
  await using catcher = await mailCatcher();
  await using w = await noticesWorld(5, { smtpUrl: catcher.url, mailRate: { mails: 2, minutes: 5 } });
  await installJobQueue(w.world.t.ownerUrl);
  const worker = await runWorker({
    relayUrl: w.world.t.urls.relay,
    handlers: noticesHandlers(w.deps),
    logger,
  });
  try {
    const id = await released(w);
    for (const count of [2, 4, 5]) {
      await until(() => catcher.taken.length === count);
      w.world.turnClock(301);
      await wakeRundmails(w.deps);
    }
    await until(async () => (await stateOf(w, id)).zustand === 'abgeschlossen');
  } finally {
    await worker.stop();
  }
  assert.deepEqual(catcher.taken.map(({ to }) => to).sort(), w.coordinators.map(({ email }) => email).sort());
});

for (const moment of ['before the server took the mail', 'between that moment and the commit'] as const) {
  test(`a worker killed ${moment} loses nobody; the next one goes on`, async () => {
    let kill = () => {};
    let seen = 0;
    const never = new Promise<void>(() => {});
    const early = moment === 'before the server took the mail';
    await using catcher = await mailCatcher({
      beforeTaking: async () => {
        seen += 1;
        if (seen !== 2 || !early) return;
        kill();
        await never;
      },
      afterTaking: () => {
        if (seen === 2 && !early) kill();
      },
    });
    await using w = await noticesWorld(4, { smtpUrl: catcher.url });
    const { t, masterKey, clock } = w.world;
    await installJobQueue(t.ownerUrl);
    const script = startScript(join(import.meta.dirname, '../testing/sending-worker.ts'), [
      t.urls.app,
      t.urls.relay,
      masterKey,
      catcher.url,
      clock.now().toISOString(),
    ]);
    await script.says('works');
    kill = () => void script.child.kill('SIGKILL');
    const id = await released(w);
    await script.ended;
    await until(async () => {
      await sendRundmails(w.deps, w.provider.tenant);
      return (await stateOf(w, id)).zustand === 'abgeschlossen';
    });
    const ids = catcher.taken.map(({ messageId }) => messageId);
    // Where SMTP allows no more the mail comes twice, recognisably the same; else each exactly once.
    assert.equal(ids.length, early ? 4 : 5);
    assert.equal(new Set(ids).size, 4);
    assert.equal(new Set(catcher.taken.map(({ to }) => to)).size, 4);
  });
}

test('a Rundmail pauses, goes on and is cancelled; planned ones wait for their time', async () => {
  await using w = await noticesWorld(3);
  const later = new Date(w.world.clock.now().getTime() + 3_600_000).toISOString();
  const id = await released(w, { ...toCoordinators, geplantFuer: later });
  const sent = () => w.world.mails.filter(({ subject }) => subject.startsWith('Termin')).length;
  await sendRundmails(w.deps, w.provider.tenant);
  assert.deepEqual([(await stateOf(w, id)).zustand, sent()], ['geplant', 0]);
  valueIn(await steerRundmail(w.deps, w.provider.caller, id, 'anhalten'));
  w.world.turnClock(3_601);
  await sendRundmails(w.deps, w.provider.tenant);
  assert.deepEqual([(await stateOf(w, id)).zustand, sent()], ['angehalten', 0]);
  valueIn(await steerRundmail(w.deps, w.provider.caller, id, 'fortsetzen'));
  await sendRundmails({ ...w.deps, mailRate: { mails: 1, minutes: 5 } }, w.provider.tenant);
  assert.equal(sent(), 1);
  valueIn(await steerRundmail(w.deps, w.provider.caller, id, 'abbrechen'));
  w.world.turnClock(3_600);
  await sendRundmails(w.deps, w.provider.tenant);
  const over = await stateOf(w, id);
  assert.deepEqual([over.zustand, sent()], ['abgebrochen', 1]);
  assert.deepEqual(over.empfaenger.map(({ zustand }) => zustand).sort(), [
    'aufgegeben',
    'aufgegeben',
    'gesendet',
  ]);
  assert.equal(codeOf(await steerRundmail(w.deps, w.provider.caller, id, 'fortsetzen')), 'RUNDMAIL_STATE');
});

test('who has unsubscribed by the link gets operational mails only, and a foreign link does nothing', async () => {
  await using w = await noticesWorld(2);
  const [away] = w.coordinators;
  assert.ok(away);
  const link = unsubscribeLink(w.deps, away.tenant, away.id);
  const token = link.split('/').at(-1) ?? '';
  const [tenant, member, proof = ''] = token.split('.');
  const forged = `${tenant}.${w.coordinators[1]?.id}.${proof}`;
  assert.equal(codeOf(await unsubscribe(w.deps, forged)), 'UNSUBSCRIBE_LINK_UNKNOWN');
  assert.equal(codeOf(await unsubscribe(w.deps, 'unsinn')), 'UNSUBSCRIBE_LINK_UNKNOWN');
  const early = await released(w);
  valueIn(await unsubscribe(w.deps, token));
  await sendRundmails(w.deps, w.provider.tenant);
  const reasons = (await stateOf(w, early)).empfaenger.map(({ memberId, grund }) => [
    memberId === member,
    grund,
  ]);
  assert.deepEqual(
    reasons.find(([own]) => own),
    [true, 'Diese Person hat Rundmails abbestellt.'],
  );
  const { id } = valueIn(await draftRundmail(w.deps, w.provider.caller, toCoordinators));
  const { preview } = valueIn(await readRundmail(w.deps, w.provider.caller, id));
  assert.deepEqual([preview?.recipients.length, preview?.unsubscribed], [1, 1]);
  await released(w, { ...toCoordinators, betrieblich: true });
  await sendRundmails(w.deps, w.provider.tenant);
  const got = w.world.mails.filter(({ to }) => to === away.email).at(-1);
  assert.match(got?.subject ?? '', /^Termin für Ort 1$/);
  assert.doesNotMatch(got?.text ?? '', /abbestellen:/);
});

test('what was previewed is what is sent: a colleague who comes meanwhile stops the release', async () => {
  await using w = await noticesWorld(1);
  const [admin] = w.kommunen;
  assert.ok(admin);
  const { id } = valueIn(await draftRundmail(w.deps, w.provider.caller, toCoordinators));
  const { preview, rundmail } = valueIn(await readRundmail(w.deps, w.provider.caller, id));
  const seen = preview?.checksum ?? '';
  await colleague(w.world, admin, ['koordination']);
  const refused = await releaseRundmail(w.deps, w.provider.caller, id, seen);
  assert.equal(codeOf(refused), 'RUNDMAIL_RECIPIENTS_CHANGED');
  const changed = await editRundmail(
    w.deps,
    w.provider.caller,
    { id, fassung: rundmail.fassung },
    toCoordinators,
  );
  assert.equal(valueIn(changed).fassung, 2);
  const stale = await editRundmail(w.deps, w.provider.caller, { id, fassung: 1 }, toCoordinators);
  assert.equal(codeOf(stale), 'RUNDMAIL_CHANGED');
});

test('somebody whose access was closed after the release gets nothing, and the provider sees why', async () => {
  await using w = await noticesWorld(2);
  const id = await released(w);
  const [admin] = w.kommunen;
  const [gone] = w.coordinators;
  assert.ok(admin && gone);
  valueIn(await changeMemberState(w.world, admin.caller, gone.id, 'suspend'));
  await sendRundmails(w.deps, w.provider.tenant);
  const { zustand, empfaenger } = await stateOf(w, id);
  assert.equal(zustand, 'abgeschlossen');
  assert.equal(
    empfaenger.find(({ memberId }) => memberId === gone.id)?.grund,
    'Diese Person hat keinen offenen Zugang mehr.',
  );
});

test('a Verteiler holds Kommunen of the own circle only', async () => {
  await using w = await noticesWorld(2);
  const [first] = w.kommunen;
  assert.ok(first);
  const foreign = await saveVerteiler(w.deps, w.provider.caller, {
    name: 'Alle',
    kommunen: [w.provider.tenant],
  });
  assert.equal(codeOf(foreign), 'VERTEILER_INVALID');
  const { id } = valueIn(
    await saveVerteiler(w.deps, w.provider.caller, { name: 'Nord', kommunen: [first.tenant] }),
  );
  const auswahl = { kommunen: [], verteiler: [id], rollen: [] };
  const draft = valueIn(await draftRundmail(w.deps, w.provider.caller, { ...toCoordinators, auswahl }));
  const { preview } = valueIn(await readRundmail(w.deps, w.provider.caller, draft.id));
  // The administrator and the coordinator: no role was chosen.
  assert.deepEqual(
    preview?.recipients.map(({ kommune }) => kommune),
    ['Ort 1', 'Ort 1'],
  );
});

test('no name and no address of a recipient stands in the tables of the Rundmail, nor in the audit trail', async () => {
  await using w = await noticesWorld(1);
  await released(w);
  await sendRundmails(w.deps, w.provider.tenant);
  const { rows } = await w.world.t.superuser.query(
    `select string_agg(to_jsonb(x)::text, ' ') as text from (select to_jsonb(e) from notices.empfaenger e
      union all select to_jsonb(r) from notices.rundmail r union all select to_jsonb(a) from platform.audit a) x`,
  );
  assert.doesNotMatch(rows[0].text, /demo\.invalid|Person \d/);
});
