import { sql } from 'kysely';
import { isUuid, type LocalDate } from '#kernel';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Beschluss, Eingaben, Ergebnis, Schemafassung } from './domain/beschluss.ts';
import { packEingaben, unpackEingaben } from './kept-inputs.ts';
import { eingabenSchema, ergebnisSchema, gewichtungSchema } from './schema-json.ts';

type Unparsed<T extends { readonly gewichtung: unknown }> = Omit<T, 'gewichtung'> & {
  readonly gewichtung: unknown;
};

const schemaColumns = sql`id, fassung, titel, gewichtung, gespeichert_am as "gespeichertAm"`;
const beschlussColumns = sql`nummer, schema_id as "schemaId", fassung, titel, gewichtung, stichtag, gremium, grund,
  sitzungsbeschluss, leistungen, pruefsumme, beschlossen_am as "beschlossenAm"`;

function parsed<T extends { readonly gewichtung: unknown }>(row: T) {
  return { ...row, gewichtung: gewichtungSchema.parse(row.gewichtung) };
}

/** The schemes of the transaction's house as they were last saved, the newest first. */
export async function readSchemata(tx: Tx): Promise<readonly Schemafassung[]> {
  const rows = await rowsOf(
    tx,
    sql<
      Unparsed<Schemafassung>
    >`select * from (select distinct on (id) ${schemaColumns} from priorities.schema_fassung
      where tenant_id = (select platform.tenant()) order by id, fassung desc) newest order by "gespeichertAm" desc, id`,
  );
  return rows.map(parsed);
}

/** A scheme of the transaction's house as it was last saved, or `null`. */
export async function readSchema(tx: Tx, id: string): Promise<Schemafassung | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf(
    tx,
    sql<Unparsed<Schemafassung>>`select ${schemaColumns} from priorities.schema_fassung
      where tenant_id = (select platform.tenant()) and id = ${id} order by fassung desc limit 1`,
  );
  return row ? parsed(row) : null;
}

/** Adds what a scheme became; `false` where somebody saved this Fassung before. */
export async function insertSchema(tx: Tx, tenant: TenantId, schema: Schemafassung): Promise<boolean> {
  const { id, fassung, titel, gewichtung, gespeichertAm } = schema;
  const inserted = await change(
    tx,
    sql`insert into priorities.schema_fassung (tenant_id, id, fassung, titel, gewichtung, gespeichert_am)
      values (${tenant}, ${id}, ${fassung}, ${titel}, ${json(gewichtung)}, ${gespeichertAm}) on conflict do nothing`,
  );
  return inserted === 1;
}

/** The decisions of a provider, or of all that the transaction sees; the newest first. */
export async function readBeschluesse(tx: Tx, provider: TenantId | null): Promise<readonly Beschluss[]> {
  const whose = provider === null ? sql`true` : sql`tenant_id = ${provider}`;
  const rows = await rowsOf(
    tx,
    sql<Unparsed<Beschluss>>`select ${beschlussColumns} from priorities.beschluss
      where ${whose} order by beschlossen_am desc, nummer desc`,
  );
  return rows.map(parsed);
}

/** Adds a decision with all that it rests on; `false` where this number or this scheme was decided before. */
export async function insertBeschluss(
  tx: Tx,
  tenant: TenantId,
  beschluss: Beschluss,
  inhalt: { readonly eingaben: Eingaben; readonly ergebnis: Ergebnis },
): Promise<boolean> {
  const { nummer, schemaId, fassung, titel, gewichtung, stichtag, gremium, grund } = beschluss;
  const inserted = await change(
    tx,
    sql`insert into priorities.beschluss (tenant_id, nummer, schema_id, fassung, titel, gewichtung, stichtag, gremium,
        grund, sitzungsbeschluss, leistungen, pruefsumme, beschlossen_am)
      values (${tenant}, ${nummer}, ${schemaId}, ${fassung}, ${titel}, ${json(gewichtung)}, ${stichtag}, ${gremium},
        ${grund}, ${beschluss.sitzungsbeschluss}, ${beschluss.leistungen}, ${beschluss.pruefsumme},
        ${beschluss.beschlossenAm}) on conflict do nothing`,
  );
  if (inserted !== 1) return false;
  await change(
    tx,
    sql`insert into priorities.beschluss_inhalt (tenant_id, nummer, eingaben, ergebnis)
      values (${tenant}, ${nummer}, ${json(packEingaben(inhalt.eingaben))}, ${json(inhalt.ergebnis)})`,
  );
  return true;
}

/** What a decision rests on and what came out, as it was. */
export async function readBeschlussInhalt(
  tx: Tx,
  provider: TenantId,
  { nummer, stichtag }: { readonly nummer: number; readonly stichtag: LocalDate },
): Promise<{ readonly eingaben: Eingaben; readonly ergebnis: Ergebnis } | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ eingaben: unknown; ergebnis: unknown }>`select eingaben, ergebnis from priorities.beschluss_inhalt
      where tenant_id = ${provider} and nummer = ${nummer}`,
  );
  return row
    ? {
        eingaben: unpackEingaben(stichtag, eingabenSchema.parse(row.eingaben)),
        ergebnis: ergebnisSchema.parse(row.ergebnis),
      }
    : null;
}
