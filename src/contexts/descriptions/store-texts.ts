import { type RawBuilder, sql } from 'kysely';

export function texts(values: readonly string[]): RawBuilder<unknown> {
  return sql`${[...values]}::text[]`;
}
