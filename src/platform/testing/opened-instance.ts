import assert from 'node:assert/strict';
import pg from 'pg';
import { type Instance, type InstanceConfig, openInstance } from '../instance/open-instance.ts';

/** The installation of this configuration, which has to open. */
export async function openedInstance(
  config: InstanceConfig,
  role: 'server' | 'command' = 'server',
): Promise<Instance> {
  const opened = await openInstance(config, { role });
  assert.ok(opened.ok, JSON.stringify(opened));
  return opened.value;
}

/** What one statement answers, on a connection of its own. */
export async function rowsOf(url: string, text: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}
