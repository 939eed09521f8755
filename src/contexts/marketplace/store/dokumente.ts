import { sql } from 'kysely';
import { change, type DocumentFile, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Dienstdokument } from '../domain/dienstdokument.ts';

type Row = Omit<Dienstdokument, 'ruecknahme'> & { readonly am: Date | null; readonly grund: string | null };

const columns = sql`d.id, d.dienst, d.titel, d.name, d.media_type as "mediaType", d.bytes, d.sha256,
  d.hochgeladen_am as "hochgeladenAm", r.zurueckgenommen_am as am, r.grund`;

const documents = sql`marketplace.dokument d left join marketplace.dokument_ruecknahme r on r.dokument_id = d.id`;

function dokumentOf<One extends Row>({ am, grund, ...row }: One) {
  return { ...row, ruecknahme: am === null || grund === null ? null : { am, grund } };
}

/** Every document that an offer ever had, by title. */
export async function readDokumente(tx: Tx, dienst: string): Promise<readonly Dienstdokument[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select ${columns} from ${documents} where d.dienst = ${dienst} order by d.titel, d.hochgeladen_am`,
  );
  return rows.map(dokumentOf);
}

export async function readDokument(
  tx: Tx,
  dienst: string,
  id: string,
): Promise<(Dienstdokument & { readonly inhalt: Buffer }) | null> {
  const row = await rowOf(
    tx,
    sql<Row & { readonly inhalt: Buffer }>`select ${columns}, d.inhalt from ${documents}
      where d.dienst = ${dienst} and d.id = ${id}::uuid`,
  );
  return row && dokumentOf(row);
}

export async function insertDokument(
  tx: Tx,
  tenant: TenantId,
  one: { readonly id: string; readonly dienst: string; readonly titel: string; readonly now: Date },
  { name, mediaType, bytes, sha256 }: DocumentFile,
): Promise<void> {
  await change(
    tx,
    sql`insert into marketplace.dokument (id, dienst, tenant_id, titel, name, media_type, bytes, sha256, inhalt, hochgeladen_am)
      values (${one.id}, ${one.dienst}, ${tenant}, ${one.titel}, ${name}, ${mediaType}, ${bytes.length}, ${sha256}, ${bytes},
        ${one.now})`,
  );
}

/** Takes a document back; `false` where somebody did before. */
export async function insertRuecknahme(
  tx: Tx,
  tenant: TenantId,
  { id, grund, now }: { readonly id: string; readonly grund: string; readonly now: Date },
): Promise<boolean> {
  const written = await change(
    tx,
    sql`insert into marketplace.dokument_ruecknahme (dokument_id, tenant_id, grund, zurueckgenommen_am)
      values (${id}::uuid, ${tenant}, ${grund}, ${now}) on conflict do nothing`,
  );
  return written === 1;
}
