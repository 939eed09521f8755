import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { installationSecret, openDataFolder } from '#platform';
import { embeddedOwner } from '../../../src/platform/database/embedded-server.ts';
import { until } from '../../../src/platform/testing/until.ts';

/** What an installation holds of the Anträge. */
export interface Tally {
  readonly antraege: readonly string[];
  readonly eingaenge: readonly string[];
  /** Answers to Nachforderungen: kept by the applicant, settled at the office, laid to a case. */
  readonly nachgereicht: readonly [portal: number, amt: number, faelle: number];
  /** Submissions by state. */
  readonly submissions: Readonly<Record<string, number>>;
  /** Events and jobs that nobody has done yet. */
  readonly waiting: number;
  /** Forms with files that a killed process left on the disk in clear. */
  readonly leftUploads: number;
}

/** Reads an installation from beside, as its database's owner. */
export interface Teller {
  readonly read: () => Promise<Tally>;
  /** Waits until the worker has nothing left to do; what there is then. */
  readonly quiet: () => Promise<Tally>;
}

const statement = `select
  array(select nummer from applications.antrag order by nummer) as antraege,
  array(select nummer from inbox.eingang order by nummer) as eingaenge,
  array[(select count(*)::int from applications.nachforderung where zustand = 'beantwortet'),
    (select count(*)::int from inbox.nachforderung where zustand = 'beantwortet'),
    (select count(*)::int from inbox.inhaltsfassung)] as nachgereicht,
  (select coalesce(jsonb_object_agg(state, n), '{}') from
    (select state, count(*)::int as n from delivery.submission group by state) as s) as submissions,
  (select count(*)::int from platform.outbox where event like any (array['delivery.%', 'inbox.%', 'applications.%']))
    + (select count(*)::int from graphile_worker.jobs) as waiting`;

/** What waits, for whoever has to find out why. */
const waitingStatement = `select coalesce(jsonb_agg(w), '[]') as waiting from (
  select 'event' as kind, event as name, null::int as attempts, relayed_at::text as taken, null::text as error
    from platform.outbox
  union all
  select 'job', task_identifier, attempts, locked_at || ' by ' || locked_by || ', next ' || run_at, last_error
    from graphile_worker.jobs) as w`;

export function tellerOf(dataFolder: string, socketFolder: string): Teller {
  const ask = async <T extends object>(text: string): Promise<T> => {
    const client = new pg.Client({
      host: socketFolder,
      user: embeddedOwner,
      password: installationSecret(openDataFolder(dataFolder), 'postgres-owner'),
      database: 'leitwerk',
    });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query<T>(text);
      const [row] = rows;
      assert.ok(row);
      return row;
    } finally {
      await client.end().catch(() => {});
    }
  };
  const read = async (): Promise<Tally> => ({
    ...(await ask<Omit<Tally, 'leftUploads'>>(statement)),
    leftUploads: filesIn(join(dataFolder, 'uploads', 'incoming')),
  });
  const restless = async (last: Tally | null): Promise<never> => {
    const waiting = await ask(waitingStatement).catch((error: unknown) => String(error));
    assert.fail(`the worker did not come to rest: ${JSON.stringify({ last, waiting })}`);
  };
  return {
    read,
    quiet: async () => {
      let last: Tally | null = null;
      await until(async () => {
        last = await read().catch(() => null);
        return last?.waiting === 0;
      }).catch(() => restless(last));
      return last ?? assert.fail('nothing was read');
    },
  };
}

function filesIn(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}
