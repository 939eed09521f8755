import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Massnahme } from './domain/massnahme.ts';
import type { Team } from './domain/team.ts';
import type { Vorlage } from './domain/vorlage.ts';
import { massnahmeSchema, teamSchema, vorlageSchema } from './shapes.ts';

type Raw<T> = Omit<T, 'inhalt'> & { readonly inhalt: unknown };

interface TeamRow {
  readonly id: string;
  readonly fassung: number;
  readonly ags: string | null;
  readonly inhalt: unknown;
  readonly angegebenAm: Date;
}

/** The teams that the transaction may see, as last stated: one's own, and in the circle those of consenting Kommunen. */
export async function readTeams(tx: Tx): Promise<readonly Team[]> {
  const rows = await rowsOf(
    tx,
    sql<TeamRow>`select distinct on (tenant_id, id) id, fassung, ags, inhalt, angegeben_am as "angegebenAm"
      from planning.team order by tenant_id, id, fassung desc`,
  );
  return rows
    .map(({ inhalt, ...row }) => ({ ...row, ...teamSchema.parse(inhalt) }))
    .sort((a, b) => (a.ags ?? '').localeCompare(b.ags ?? '') || a.name.localeCompare(b.name, 'de'));
}

/** A team of the transaction's own organisation, or `null`. */
export async function readOwnTeam(tx: Tx, id: string): Promise<Team | null> {
  const [row] = await rowsOf(
    tx,
    sql<TeamRow>`select id, fassung, ags, inhalt, angegeben_am as "angegebenAm" from planning.team
      where tenant_id = (select platform.tenant()) and id = ${id} order by fassung desc limit 1`,
  );
  return row ? { ...row, ...teamSchema.parse(row.inhalt) } : null;
}

/** Writes a team's next Fassung; `false` where somebody else wrote it meanwhile. */
export async function insertTeam(tx: Tx, tenant: TenantId, team: Team): Promise<boolean> {
  const { id, fassung, ags, angegebenAm, ...inhalt } = team;
  const rows = await change(
    tx,
    sql`insert into planning.team (tenant_id, id, fassung, ags, inhalt, angegeben_am)
      values (${tenant}, ${id}, ${fassung}, ${ags}, ${json(inhalt)}, ${angegebenAm}) on conflict do nothing`,
  );
  return rows === 1;
}

interface VorlageRow {
  readonly id: string;
  readonly fassung: number;
  readonly inhalt: unknown;
  readonly angegebenAm: Date;
}

/** The effort templates of the transaction's house. */
export async function readVorlagen(tx: Tx): Promise<readonly Vorlage[]> {
  const rows = await rowsOf(
    tx,
    sql<VorlageRow>`select distinct on (id) id, fassung, inhalt, angegeben_am as "angegebenAm" from planning.vorlage
      where tenant_id = (select platform.tenant()) order by id, fassung desc`,
  );
  return rows
    .map(({ inhalt, ...row }) => ({ ...row, ...vorlageSchema.parse(inhalt) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** Writes a template's next Fassung; `false` where somebody else wrote it meanwhile. */
export async function insertVorlage(tx: Tx, tenant: TenantId, vorlage: Vorlage): Promise<boolean> {
  const { id, fassung, angegebenAm, ...inhalt } = vorlage;
  const rows = await change(
    tx,
    sql`insert into planning.vorlage (tenant_id, id, fassung, inhalt, angegeben_am)
      values (${tenant}, ${id}, ${fassung}, ${json(inhalt)}, ${angegebenAm}) on conflict do nothing`,
  );
  return rows === 1;
}

/** The Massnahmen of the transaction's house, as last stated. */
export async function readMassnahmen(tx: Tx): Promise<readonly Massnahme[]> {
  const rows = await rowsOf(
    tx,
    sql<
      Raw<Massnahme>
    >`select distinct on (id) id, fassung, inhalt, herkunft, beendet, angegeben_am as "angegebenAm"
      from planning.massnahme where tenant_id = (select platform.tenant()) order by id, fassung desc`,
  );
  return rows
    .map((row) => ({ ...row, inhalt: massnahmeSchema.parse(row.inhalt) }))
    .sort((a, b) => a.inhalt.titel.localeCompare(b.inhalt.titel, 'de') || (a.id < b.id ? -1 : 1));
}

/** Writes a Massnahme's next Fassung; `false` where somebody else wrote it meanwhile. */
export async function insertMassnahme(tx: Tx, tenant: TenantId, massnahme: Massnahme): Promise<boolean> {
  const { id, fassung, inhalt, herkunft, beendet, angegebenAm } = massnahme;
  const rows = await change(
    tx,
    sql`insert into planning.massnahme (tenant_id, id, fassung, inhalt, herkunft, beendet, angegeben_am)
      values (${tenant}, ${id}, ${fassung}, ${json(inhalt)}, ${herkunft}, ${beendet}, ${angegebenAm})
      on conflict do nothing`,
  );
  return rows === 1;
}
