import { sql } from 'kysely';
import { z } from 'zod';
import { type LocalDate, parseLocalDate } from '#kernel';
import { parseTenantId, type TenantId, type Tx } from '#platform';
import type { Feldangabe } from './domain/angabe.ts';
import { feldTypen } from './domain/feld.ts';
import type { Definition } from './domain/merge-fields.ts';

const day = z.string().transform((text, context): LocalDate => {
  const parsed = parseLocalDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue(parsed.refusal.message);
  return z.NEVER;
});

/** One field of a definition, as it is kept and as it is exported. */
export const angabeSchema = z.strictObject({
  key: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/, 'Ein Schlüssel besteht aus Buchstaben, Ziffern und Strichen.'),
  label: z.string().nullable(),
  tooltip: z.string().nullable(),
  hilfe: z.string().nullable(),
  pflicht: z.boolean().nullable(),
  zaehlt: z.boolean().nullable(),
  gruppe: z.string().nullable(),
  position: z.int().nullable(),
  eigen: z
    .strictObject({
      typ: z.enum(feldTypen),
      optionen: z.array(z.string()).readonly(),
      gueltigVon: day.nullable(),
      gueltigBis: day.nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<Feldangabe>;

const definitionRow = z.object({
  tenant: z.string().transform((text, context): TenantId => {
    const tenant = parseTenantId(text);
    if (tenant !== null) return tenant;
    context.addIssue('no organisation');
    return z.NEVER;
  }),
  art: z.string(),
  fassung: z.int(),
  ebene: z.enum(['anbieter', 'kommune']),
  felder: z.array(angabeSchema),
  erfasstAm: z.date(),
});

/** A definition as it stands in the database. */
export interface StoredDefinition extends Definition {
  readonly tenant: TenantId;
  readonly art: string;
  /** Counts the changes of one organisation to one kind, from 1. */
  readonly fassung: number;
  readonly erfasstAm: Date;
}

const columns = sql`tenant_id as tenant, art, fassung, ebene, felder, erfasst_am as "erfasstAm"`;

/** The newest definitions that the transaction's organisation sees: its own and its IT-Dienstleister's. */
export async function readDefinitions(tx: Tx): Promise<readonly StoredDefinition[]> {
  const { rows } = await sql`select distinct on (tenant_id, art) ${columns} from fields.definition
    order by tenant_id, art, fassung desc`.execute(tx.as());
  return z.array(definitionRow).parse(rows);
}

/** Changes whenever one of these definitions does. */
export async function definitionsVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    version: string;
  }>`select coalesce(string_agg(v, ' ' order by v), '') as version
    from (select tenant_id || art || max(fassung) as v from fields.definition group by tenant_id, art) x`.execute(
    tx.as(),
  );
  return rows[0]?.version ?? '';
}

/** One earlier state of an own definition: when, and how many fields it spoke of. */
export interface FassungRow {
  readonly fassung: number;
  readonly erfasstAm: Date;
  readonly erfasstVon: string;
  readonly felder: number;
}

/** The states of the own definition of a kind, newest first. */
export async function readFassungen(tx: Tx, art: string): Promise<readonly FassungRow[]> {
  const { rows } =
    await sql<FassungRow>`select fassung, erfasst_am as "erfasstAm", erfasst_von as "erfasstVon",
      jsonb_array_length(felder) as felder
    from fields.definition where tenant_id = (select platform.tenant()) and art = ${art}
    order by fassung desc`.execute(tx.as());
  return rows;
}

/** Adds the next state of a definition; `false` where somebody added it meanwhile. */
export async function insertDefinition(
  tx: Tx,
  tenant: TenantId,
  { art, fassung, ebene, felder, erfasstAm }: Omit<StoredDefinition, 'tenant'>,
): Promise<boolean> {
  const { numAffectedRows = 0n } =
    await sql`insert into fields.definition (tenant_id, art, fassung, ebene, felder, erfasst_am)
      values (${tenant}, ${art}, ${fassung}, ${ebene}, ${JSON.stringify(felder)}::jsonb, ${erfasstAm})
      on conflict do nothing`.execute(tx.as());
  return numAffectedRows === 1n;
}
