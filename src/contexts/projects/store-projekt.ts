import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, json, rowsOf, type Tx } from '#platform';
import type { Projektfassung, Projektintern } from './domain/projekt.ts';
import { inhaltSchema, internSchema } from './projekt-schema.ts';

type FassungRow = Omit<Projektfassung, 'inhalt'> & { readonly inhalt: unknown };

const columns = sql`id, fassung, tenant_id as tenant, haus, inhalt, stand, angegeben_am as "angegebenAm"`;

async function fassungen(tx: Tx, query: RawBuilder<FassungRow>): Promise<readonly Projektfassung[]> {
  return (await rowsOf(tx, query)).map((row) => ({ ...row, inhalt: inhaltSchema.parse(row.inhalt) }));
}

/** Every project as it was known on a day. */
export function projekteOn(tx: Tx, day: LocalDate): Promise<readonly Projektfassung[]> {
  return fassungen(
    tx,
    sql<FassungRow>`select distinct on (id) ${columns} from projects.fassung where stand <= ${day}
      order by id, fassung desc`,
  );
}

/** All that was ever stated of a project up to a day, oldest first. */
export function verlaufOf(tx: Tx, id: string, day: LocalDate): Promise<readonly Projektfassung[]> {
  return fassungen(
    tx,
    sql<FassungRow>`select ${columns} from projects.fassung where id = ${id} and stand <= ${day} order by fassung`,
  );
}

/** A project as it stands now, or `null`. */
export async function readProjekt(tx: Tx, id: string): Promise<Projektfassung | null> {
  const [row] = await fassungen(
    tx,
    sql<FassungRow>`select ${columns} from projects.fassung where id = ${id} order by fassung desc limit 1`,
  );
  return row ?? null;
}

/** Writes what a project became; `false` where somebody wrote this number before. */
export async function insertFassung(tx: Tx, next: Projektfassung): Promise<boolean> {
  const { id, fassung, tenant, haus, inhalt, stand, angegebenAm } = next;
  const inserted = await change(
    tx,
    sql`insert into projects.fassung (id, fassung, tenant_id, haus, inhalt, stand, angegeben_am)
      values (${id}, ${fassung}, ${tenant}, ${haus}, ${json(inhalt)}, ${stand}, ${angegebenAm})
      on conflict do nothing`,
  );
  return inserted === 1;
}

/** What the leading house alone knows of one state of a project. */
export async function insertIntern(
  tx: Tx,
  { id, fassung, tenant }: Projektfassung,
  intern: Projektintern,
): Promise<void> {
  await change(
    tx,
    sql`insert into projects.intern (tenant_id, id, fassung, inhalt)
      values (${tenant}, ${id}, ${fassung}, ${json(intern)})`,
  );
}

/** What the transaction's house knows of its own projects as of a day, by id. */
export async function internOn(tx: Tx, day: LocalDate): Promise<ReadonlyMap<string, Projektintern>> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string; inhalt: unknown }>`select distinct on (i.id) i.id, i.inhalt from projects.intern i
      join projects.fassung f on f.id = i.id and f.fassung = i.fassung
      where i.tenant_id = (select platform.tenant()) and f.stand <= ${day} order by i.id, i.fassung desc`,
  );
  return new Map(rows.map(({ id, inhalt }) => [id, internSchema.parse(inhalt)]));
}

/** What the transaction's house alone knew of one state of its project, or `null`. */
export async function internOf(tx: Tx, id: string, fassung: number): Promise<Projektintern | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ inhalt: unknown }>`select inhalt from projects.intern
      where tenant_id = (select platform.tenant()) and id = ${id} and fassung = ${fassung}`,
  );
  return row ? internSchema.parse(row.inhalt) : null;
}
