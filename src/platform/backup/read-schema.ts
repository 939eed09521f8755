import type pg from 'pg';

/** A table with the columns that hold its own facts (generated ones follow from them). */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly types: readonly string[];
  /** `public`, `circle`, `tenant` or `technical`; `null` where the table declares none. */
  readonly dataClass: string | null;
}

/** Schemas of others: the job queue is rebuilt from the outbox, the list of migrations from the files. */
const foreign = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker', 'migration')`;

/** All tables of all our schemas, in the order of their names. */
export async function readTables(client: pg.ClientBase): Promise<readonly TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select format('%I.%I', n.nspname, c.relname) as name,
        array_agg(quote_ident(a.attname) order by a.attnum) as columns,
        array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types,
        substring(obj_description(c.oid, 'pg_class') from 'class: ([a-z]+)') as "dataClass"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and c.relpersistence = 'p' and ${foreign}
      group by n.nspname, c.relname, c.oid order by n.nspname, c.relname`,
  );
  return rows;
}

/** Where a sequence stands. */
export interface SequenceState {
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

/** All sequences of our schemas, those of identity columns too. */
export async function readSequences(client: pg.ClientBase): Promise<readonly SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${foreign} order by 1`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    );
    if (found[0]) states.push({ name, ...found[0] });
  }
  return states;
}

/** A foreign key and the statement that makes it again. */
export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** All foreign keys between our tables. */
export async function readForeignKeys(client: pg.ClientBase): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name,
        pg_get_constraintdef(k.oid) as definition
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conparentid = 0 and ${foreign} order by 1, 2`,
  );
  return rows;
}

/** The applied migrations with the hash of each file. */
export async function readMigrations(
  client: pg.ClientBase,
): Promise<readonly { readonly name: string; readonly hash: string }[]> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration.applied order by name',
  );
  return rows;
}
