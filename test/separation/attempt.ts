import pg from 'pg';
import type { Viewer } from './viewers.ts';

/** What became of a statement: the rows that it touched or showed, or the database's code of refusal. */
export type Outcome =
  | { readonly done: true; readonly count: number; readonly rows: readonly Record<string, unknown>[] }
  | { readonly done: false; readonly code: string; readonly message: string };

/** Runs `statement` in a transaction of its own with the viewer's claims, and ends it as `end` says. */
export async function attempt(
  client: pg.ClientBase,
  viewer: Viewer,
  statement: string,
  end: 'commit' | 'rollback',
): Promise<Outcome> {
  try {
    const answers: unknown = await client.query(`begin; ${claimsOf(viewer)}; ${statement}; ${end}`);
    const result = (answers as pg.QueryResult[])[2];
    return { done: true, count: result?.rowCount ?? 0, rows: result?.rows ?? [] };
  } catch (error) {
    await client.query('rollback');
    if (!(error instanceof pg.DatabaseError)) throw error;
    return { done: false, code: error.code ?? '', message: error.message };
  }
}

function claimsOf({ claims }: Viewer): string {
  if (claims === null) return 'select 1';
  const settings = Object.entries({ scope: '', tenant: '', actor: 'system:test', key: '', ...claims });
  const calls = settings.map(
    ([name, value]) => `set_config('leitwerk.${name}', ${pg.escapeLiteral(value)}, true)`,
  );
  return `select ${calls.join(', ')}`;
}
