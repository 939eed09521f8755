import pg from 'pg';
import type { Table } from './catalog.ts';
import { tenantA, tenantB } from './seed-tenant.ts';
import type { SeededRow } from './seeded-world.ts';

/** Columns that say whose a row is. */
const ownerColumns = ['tenant_id', 'kommune_id', 'provider_id', 'recipient_id'];

/** Statements that change every row they can reach; at most the viewer's own may be touched. */
export function wideAttacks(table: Table): readonly string[] {
  return [`select 1 from ${table.name} for update`, touch(table), `delete from ${table.name}`];
}

/** Statements that aim at rows of somebody else; none may be touched. */
export function aimedAttacks(table: Table, foreign: readonly SeededRow[]): readonly string[] {
  const there = `where ctid = any ('{${foreign.map(({ place }) => `"${place}"`).join(',')}}'::tid[])`;
  return [
    `select 1 from ${table.name} ${there} for update`,
    `${touch(table)} ${there}`,
    `delete from ${table.name} ${there}`,
    ...owners(table).flatMap((column) =>
      [tenantA, tenantB].map((t) => `update ${table.name} set ${column} = '${t.id}' ${there}`),
    ),
  ];
}

/** Statements that give the viewer's own rows to somebody else. */
export function giveAways(table: Table, foreign: 'A' | 'B'): readonly string[] {
  const receiver = foreign === 'A' ? tenantA : tenantB;
  return owners(table).map((column) => `update ${table.name} set ${column} = '${receiver.id}'`);
}

/** Statements that put in a copy of somebody else's row; the policy must refuse before the key does. */
export function forgeries(table: Table, row: SeededRow): readonly string[] {
  const insert = `insert into ${table.name} overriding system value
    select * from jsonb_populate_record(null::${table.name}, ${pg.escapeLiteral(row.content)})`;
  return [insert, `${insert} returning *`, `${insert} on conflict do nothing`];
}

/** Statements that nobody but the owner may run on a table. */
export function ownersOnly({ name, columns }: Table): readonly string[] {
  return [
    `truncate ${name}`,
    `truncate ${name} cascade`,
    `alter table ${name} disable row level security`,
    `alter table ${name} no force row level security`,
    `alter table ${name} owner to current_user`,
    `alter table ${name} disable trigger all`,
    `create policy everything on ${name} using (true)`,
    `create rule nothing as on delete to ${name} do instead nothing`,
    `create trigger spy before insert on ${name} for each row execute function platform.refuse_change()`,
    `comment on table ${name} is 'class: public'`,
    `create index on ${name} (${columns[0]})`,
    `drop table ${name} cascade`,
  ];
}

// Where the role may update no column, any column shows the refusal.
function touch(table: Table): string {
  const columns = table.updatable.length > 0 ? table.updatable : table.settable.slice(0, 1);
  return `update ${table.name} set ${columns.map((column) => `${column} = ${column}`).join(', ')}`;
}

function owners(table: Table): readonly string[] {
  const named = ownerColumns.filter((column) => table.columns.includes(column));
  return table.name === 'identity.organisation' ? ['id'] : named;
}
