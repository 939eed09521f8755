import pg from 'pg';

/** Whether PostgreSQL refused a text for a sign that it cannot store: U+0000, or half of a pair of surrogates. */
export function isUnstorableText(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  const { code, detail } = error;
  return code === '22021' || code === '22P05' || (code === '22P02' && /surrogate/.test(detail ?? ''));
}
