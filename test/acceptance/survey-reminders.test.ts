import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { addDays } from '#kernel';
import { mailCatcher } from '../../src/contexts/notices/testing/mail-catcher.ts';
import { type NoticesWorld, noticesWorld } from '../../src/contexts/notices/testing/notices-world.ts';
import { leererInhalt } from '../../src/contexts/surveys/domain/umfrage.ts';
import { codeOf, valueIn } from '../../src/contexts/surveys/testing/surveys-world.ts';
import { remind, sendReminders } from '../../src/contexts/surveys/use-cases/remind.ts';

/** An open survey that asks all Kommunen of the world, by its id. */
async function openIn({ world, provider, kommunen }: NoticesWorld): Promise<string> {
  const id = randomUUID();
  const { titel: _titel, ...rest } = leererInhalt;
  const inhalt = JSON.stringify({ ...rest, titel: 'Runde 2026' });
  const frist = addDays(world.clock.today(), 10);
  await world.t.superuser.query(
    `insert into surveys.umfrage (tenant_id, id, fassung, zustand, inhalt, frist, angelegt_am)
      values ($1, $2, 1, 'offen', $3, $4, now())`,
    [provider.tenant, id, inhalt, frist],
  );
  for (const [index, { tenant }] of kommunen.entries())
    await world.t.superuser.query(
      `insert into surveys.gefragt (tenant_id, umfrage_id, kommune_id, ags, name, leistungen)
        values ($1, $2, $3, $4, $5, '{L00001}')`,
      [provider.tenant, id, tenant, `0576600${index}`, `Ort ${index}`],
    );
  return id;
}

test('only those are reminded who have not answered, each once a round, also when the worker comes twice', async () => {
  await using catcher = await mailCatcher();
  await using w = await noticesWorld(3, { smtpUrl: catcher.url });
  const id = await openIn(w);
  const [released, presented] = w.kommunen;
  for (const [kommune, zustand] of [
    [released, 'freigegeben'],
    [presented, 'eingereicht'],
  ] as const)
    await w.world.t.superuser.query(
      `insert into surveys.teilnahme (tenant_id, umfrage_id, ags, zustand, gefragt, beantwortet, freigegeben_am)
        values ($1, $2, '05766001', $3, 1, 1, $4)`,
      [kommune?.tenant, id, zustand, zustand === 'freigegeben' ? new Date() : null],
    );
  const who = {
    actor: w.provider.caller.actor,
    anbieter: { tenant: w.provider.tenant, name: 'Rechenzentrum' },
  };
  const deps = { ...w.deps, db: w.world.db };
  const { nummer } = valueIn(await remind(deps, who, id));
  assert.equal(codeOf(await remind(deps, who, id)), 'SURVEYS_REMINDED_TODAY');
  await sendReminders(deps, w.provider.tenant, { umfrage: id, nummer });
  await sendReminders(deps, w.provider.tenant, { umfrage: id, nummer });
  assert.equal(catcher.taken.length, 2, 'coordinators of the two that have not released');
  assert.equal(new Set(catcher.taken.map(({ to }) => String(to))).size, 2);
  const { rows } = await w.world.t.superuser.query('select kommunen, mails from surveys.erinnerung');
  assert.deepEqual(rows, [{ kommunen: 2, mails: 2 }]);
});
