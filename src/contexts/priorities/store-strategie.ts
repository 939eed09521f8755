import { type RawBuilder, sql } from 'kysely';
import { parseQuartal, type Quartal } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type { Abweichung, DienstArt, Strategiestand } from './domain/strategie.ts';

type Unparsed<T extends { readonly quartal: unknown }> = Omit<T, 'quartal'> & {
  readonly quartal: string | null;
};

const standColumns = sql`art, dienst_id as "dienstId", fassung, titel, leistungen, entscheid, quartal, grund,
  verantwortlich, sitzungsbeschluss, entschieden_am as "entschiedenAm"`;
const abweichungColumns = sql`ags, kommune, art, dienst_id as "dienstId", fassung, abweichung, quartal, grund,
  angegeben_am as "angegebenAm"`;

function parsed<T extends { readonly quartal: string | null }>(
  row: T,
): Omit<T, 'quartal'> & { quartal: Quartal | null } {
  const quartal = row.quartal === null ? null : parseQuartal(row.quartal);
  return { ...row, quartal: quartal?.ok ? quartal.value : null };
}

async function staende(
  tx: Tx,
  query: RawBuilder<Unparsed<Strategiestand>>,
): Promise<readonly Strategiestand[]> {
  return (await rowsOf(tx, query)).map(parsed);
}

/** What was last decided of each service, by all houses that the transaction sees or by one. */
export function readStrategiestaende(tx: Tx, provider: TenantId | null): Promise<readonly Strategiestand[]> {
  const whose = provider === null ? sql`true` : sql`tenant_id = ${provider}`;
  return staende(
    tx,
    sql`select distinct on (tenant_id, art, dienst_id) ${standColumns} from priorities.strategie
      where ${whose} order by tenant_id, art, dienst_id, fassung desc`,
  );
}

/** All decisions on one service, the newest first. */
export function readStrategieverlauf(
  tx: Tx,
  provider: TenantId,
  art: DienstArt,
  dienstId: string,
): Promise<readonly Strategiestand[]> {
  return staende(
    tx,
    sql`select ${standColumns} from priorities.strategie
      where tenant_id = ${provider} and art = ${art} and dienst_id = ${dienstId} order by fassung desc`,
  );
}

/** Adds a decision; `false` where somebody decided before. */
export async function insertStrategie(tx: Tx, tenant: TenantId, stand: Strategiestand): Promise<boolean> {
  const { art, dienstId, fassung, titel, leistungen, entscheid, quartal, grund, verantwortlich } = stand;
  const inserted = await change(
    tx,
    sql`insert into priorities.strategie (tenant_id, art, dienst_id, fassung, titel, leistungen, entscheid, quartal,
        grund, verantwortlich, sitzungsbeschluss, entschieden_am)
      values (${tenant}, ${art}, ${dienstId}, ${fassung}, ${titel}, ${[...leistungen]}::text[], ${entscheid}, ${quartal},
        ${grund}, ${verantwortlich}, ${stand.sitzungsbeschluss}, ${stand.entschiedenAm}) on conflict do nothing`,
  );
  return inserted === 1;
}

/** What Kommunen last said of deviations, as far as the transaction sees them: of one service, or of all. */
export async function readAbweichungen(
  tx: Tx,
  dienst: { readonly art: DienstArt; readonly id: string } | null,
): Promise<readonly Abweichung[]> {
  const whose = dienst === null ? sql`true` : sql`art = ${dienst.art} and dienst_id = ${dienst.id}`;
  const rows = await rowsOf(
    tx,
    sql<
      Unparsed<Abweichung>
    >`select * from (select distinct on (tenant_id, art, dienst_id) ${abweichungColumns}
      from priorities.abweichung where ${whose} order by tenant_id, art, dienst_id, fassung desc) newest
      order by kommune, ags`,
  );
  return rows.map(parsed);
}

/** Adds what a Kommune says of its deviation; `false` where somebody said something before. */
export async function insertAbweichung(
  tx: Tx,
  tenant: TenantId,
  recipient: TenantId,
  abweichung: Abweichung,
): Promise<boolean> {
  const { ags, kommune, art, dienstId, fassung, quartal, grund, angegebenAm } = abweichung;
  const inserted = await change(
    tx,
    sql`insert into priorities.abweichung (tenant_id, recipient_id, art, dienst_id, fassung, ags, kommune, abweichung,
        quartal, grund, angegeben_am)
      values (${tenant}, ${recipient}, ${art}, ${dienstId}, ${fassung}, ${ags}, ${kommune}, ${abweichung.abweichung},
        ${quartal}, ${grund}, ${angegebenAm}) on conflict do nothing`,
  );
  return inserted === 1;
}
