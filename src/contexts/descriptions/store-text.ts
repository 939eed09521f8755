import { sql } from 'kysely';
import { z } from 'zod';
import { localDate } from '#kernel';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { EigenerText, TextEntwurf, TextInhalt } from './domain/eigener-text.ts';
import { ebenen } from './domain/gebiet.ts';
import { keptAbschnitt } from './store-read.ts';

export const inhaltSchema = z.object({
  name: z.string(),
  abschnitte: z.array(keptAbschnitt),
  suchbegriffe: z.array(z.string()),
  pruefenBis: z.string().transform(localDate),
});

const textRow = z.object({
  tenant: z.string(),
  leistungId: z.string(),
  sprache: z.string(),
  nummer: z.int(),
  ars: z.string(),
  ebene: z.enum(ebenen),
  redaktion: z.string(),
  inhalt: inhaltSchema.nullable(),
  veroeffentlichtAm: z.date(),
  veroeffentlichtVon: z.string(),
});

const columns = sql`tenant_id as tenant, leistung_id as "leistungId", sprache, nummer, ars, ebene, redaktion, inhalt,
  veroeffentlicht_am as "veroeffentlichtAm", veroeffentlicht_von as "veroeffentlichtVon"`;

/** Every published version of one text, the newest first. */
export async function readVersionen(
  tx: Tx,
  tenant: TenantId,
  leistungId: string,
  sprache: string,
): Promise<readonly EigenerText[]> {
  const rows = await rowsOf(
    tx,
    sql`select ${columns} from descriptions.text
      where tenant_id = ${tenant} and leistung_id = ${leistungId} and sprache = ${sprache} order by nummer desc`,
  );
  return z.array(textRow).parse(rows);
}

/** The newest version of every text of an organisation, withdrawn ones included. */
export async function readEigene(tx: Tx, tenant: TenantId): Promise<readonly EigenerText[]> {
  const rows = await rowsOf(
    tx,
    sql`select distinct on (leistung_id, sprache) ${columns} from descriptions.text where tenant_id = ${tenant}
      order by leistung_id, sprache, nummer desc`,
  );
  return z.array(textRow).parse(rows);
}

/** The newest version of every text that stands in an area or below; for the export. */
export async function readAlleTexte(tx: Tx, prefix: string): Promise<readonly EigenerText[]> {
  const rows = await rowsOf(
    tx,
    sql`select * from (select distinct on (tenant_id, leistung_id, sprache) ${columns} from descriptions.text
      order by tenant_id, leistung_id, sprache, nummer desc) t
      where inhalt is not null and ars like ${`${prefix}%`} order by ars, "leistungId", sprache`,
  );
  return z.array(textRow).parse(rows);
}

/** Publishes the next version after `readNummer`, or takes the text back with `null`; false where somebody was faster. */
export async function insertText(
  tx: Tx,
  tenant: TenantId,
  text: Pick<EigenerText, 'leistungId' | 'sprache' | 'ars' | 'ebene' | 'redaktion' | 'inhalt'>,
  readNummer: number,
  at: Date,
): Promise<boolean> {
  const { leistungId, sprache, ars, ebene, redaktion, inhalt } = text;
  const done = await change(
    tx,
    sql`insert into descriptions.text (tenant_id, leistung_id, sprache, nummer, ars, ebene, redaktion, inhalt, pruefen_bis,
        veroeffentlicht_am)
      select ${tenant}, ${leistungId}, ${sprache}, ${readNummer} + 1, ${ars}, ${ebene}, ${redaktion},
        ${inhalt === null ? null : json(inhalt)}, ${inhalt?.pruefenBis ?? null}::date, ${at}
      where ${readNummer} = (select coalesce(max(nummer), 0) from descriptions.text
        where tenant_id = ${tenant} and leistung_id = ${leistungId} and sprache = ${sprache})
      on conflict do nothing`,
  );
  return done === 1;
}

const entwurfRow = z.object({
  leistungId: z.string(),
  sprache: z.string(),
  version: z.int(),
  inhalt: inhaltSchema,
  geaendertAm: z.date(),
  geaendertVon: z.string(),
});

const entwurfColumns = sql`leistung_id as "leistungId", sprache, version, inhalt, geaendert_am as "geaendertAm",
  geaendert_von as "geaendertVon"`;

/** The drafts of the transaction's organisation. */
export async function readEntwuerfe(tx: Tx): Promise<readonly TextEntwurf[]> {
  const rows = await rowsOf(
    tx,
    sql`select ${entwurfColumns} from descriptions.text_entwurf order by leistung_id, sprache`,
  );
  return z.array(entwurfRow).parse(rows);
}

export async function readEntwurf(tx: Tx, leistungId: string, sprache: string): Promise<TextEntwurf | null> {
  const rows = await rowsOf(
    tx,
    sql`select ${entwurfColumns} from descriptions.text_entwurf
      where leistung_id = ${leistungId} and sprache = ${sprache}`,
  );
  return z.array(entwurfRow).parse(rows)[0] ?? null;
}

/** Keeps a draft on top of the version that was read (0: none yet); false where somebody was faster. */
export async function writeEntwurf(
  tx: Tx,
  tenant: TenantId,
  entwurf: { readonly leistungId: string; readonly sprache: string; readonly inhalt: TextInhalt },
  readVersion: number,
  at: Date,
): Promise<boolean> {
  const { leistungId, sprache, inhalt } = entwurf;
  const done =
    readVersion === 0
      ? await change(
          tx,
          sql`insert into descriptions.text_entwurf (tenant_id, leistung_id, sprache, version, inhalt, geaendert_am)
            values (${tenant}, ${leistungId}, ${sprache}, 1, ${json(inhalt)}, ${at}) on conflict do nothing`,
        )
      : await change(
          tx,
          sql`update descriptions.text_entwurf set version = version + 1, inhalt = ${json(inhalt)}, geaendert_am = ${at},
              geaendert_von = ${tx.actor}
            where leistung_id = ${leistungId} and sprache = ${sprache} and version = ${readVersion}`,
        );
  return done === 1;
}

export async function deleteEntwurf(tx: Tx, leistungId: string, sprache: string): Promise<boolean> {
  const done = await change(
    tx,
    sql`delete from descriptions.text_entwurf where leistung_id = ${leistungId} and sprache = ${sprache}`,
  );
  return done === 1;
}
