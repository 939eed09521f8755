import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { installationSecret, openDataFolder } from '#platform';
import { embeddedOwner } from '../../../src/platform/database/embedded-server.ts';
import { until } from '../processes.ts';

/** What an installation holds of the Anträge. */
export interface Tally {
  readonly antraege: readonly string[];
  readonly eingaenge: readonly string[];
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
  (select coalesce(jsonb_object_agg(state, n), '{}') from
    (select state, count(*)::int as n from delivery.submission group by state) as s) as submissions,
  (select count(*)::int from platform.outbox where event like any (array['delivery.%', 'inbox.%', 'applications.%']))
    + (select count(*)::int from graphile_worker.jobs) as waiting`;

export function tellerOf(dataFolder: string, socketFolder: string): Teller {
  const read = async (): Promise<Tally> => {
    const client = new pg.Client({
      host: socketFolder,
      user: embeddedOwner,
      password: installationSecret(openDataFolder(dataFolder), 'postgres-owner'),
      database: 'leitwerk',
    });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query<Omit<Tally, 'leftUploads'>>(statement);
      const [row] = rows;
      assert.ok(row);
      return { ...row, leftUploads: filesIn(join(dataFolder, 'uploads', 'incoming')) };
    } finally {
      await client.end().catch(() => {});
    }
  };
  return {
    read,
    quiet: async () => {
      let last: Tally | null = null;
      await until(
        async () => {
          last = await read().catch(() => null);
          return last?.waiting === 0;
        },
        null,
        90_000,
      ).catch(() => assert.fail(`the worker did not come to rest: ${JSON.stringify(last)}`));
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
