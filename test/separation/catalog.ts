import type pg from 'pg';

// Every schema that is not PostgreSQL's own, the job queue's or the list of migrations; nobody has to name a new one.
const ours = `nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker', 'migration')`;
const inOurs = (column: string) => `${column} in (select oid from pg_namespace where ${ours})`;

export type DataClass = 'public' | 'circle' | 'tenant' | 'technical';

export interface Table {
  readonly name: string;
  /** The comment of the table as it stands. */
  readonly comment: string | null;
  readonly dataClass: DataClass | null;
  readonly columns: readonly string[];
  /** Columns that the database does not number itself. */
  readonly settable: readonly string[];
  /** Columns that the application's role may update. */
  readonly updatable: readonly string[];
}

const classes: Readonly<Record<string, DataClass>> = {
  'class: public': 'public',
  'class: circle': 'circle',
  'class: tenant': 'tenant',
  'class: technical': 'technical',
};

/** Every table of our schemas, as the database knows it. */
export async function readTables(owner: pg.Pool): Promise<readonly Table[]> {
  const { rows } = await owner.query<Omit<Table, 'dataClass'>>(
    `select c.oid::regclass::text as name, obj_description(c.oid, 'pg_class') as comment,
      array_agg(a.attname::text order by a.attnum) as columns,
      array_agg(a.attname::text order by a.attnum) filter (where a.attidentity = '') as settable,
      coalesce(array_agg(a.attname::text order by a.attnum)
        filter (where has_column_privilege('leitwerk_app', c.oid, a.attnum, 'update')), '{}') as updatable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where ${inOurs('c.relnamespace')} and c.relkind in ('r', 'p', 'f')
    group by c.oid order by 1`,
  );
  return rows.map((row) => ({ ...row, dataClass: classes[row.comment ?? ''] ?? null }));
}

/** Every view of our schemas. */
export async function readViews(owner: pg.Pool): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
      where ${inOurs('relnamespace')} and relkind in ('v', 'm') order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** The tables that refuse every change by trigger. */
export async function readSealedTables(owner: pg.Pool): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger
      where tgfoid = 'platform.refuse_change()'::regprocedure order by 1`,
  );
  return rows.map(({ name }) => name);
}

export interface Routine {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly volatility: 'i' | 's' | 'v';
}

/** Every function of our schemas but those of triggers, which nobody can call. */
export async function readRoutines(owner: pg.Pool): Promise<readonly Routine[]> {
  const { rows } = await owner.query<Routine>(
    `select pronamespace::regnamespace::text || '.' || proname as name, provolatile as volatility,
      array(select format_type(t, null) from unnest(proargtypes) as t) as arguments
    from pg_proc where ${inOurs('pronamespace')} and prorettype <> 'trigger'::regtype order by 1`,
  );
  return rows;
}
