import { sql } from 'kysely';
import { change, type DocumentFile, rowOf, type SealedDocument, type Tx } from '#platform';

export type Dateizweck = 'vollmacht' | 'rahmenvereinbarung' | 'bestellung';

/** What is known of a signed paper; its name and content are sealed. */
export interface Datei {
  readonly tenant: string;
  readonly id: string;
  readonly zweck: Dateizweck;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

export function readDatei(tx: Tx, id: string): Promise<(Datei & SealedDocument) | null> {
  return rowOf(
    tx,
    sql<
      Datei & SealedDocument
    >`select tenant_id as tenant, id, zweck, media_type as "mediaType", bytes, sha256,
        name_sealed as "nameSealed", schluessel_sealed as "keySealed", inhalt as content
      from marketplace.datei where id = ${id}::uuid`,
  );
}

/** Keeps a paper of the transaction's tenant; with `empfaenger` also for a provider to read. */
export async function insertDatei(
  tx: Tx,
  one: {
    readonly id: string;
    readonly zweck: Dateizweck;
    readonly empfaenger: string | null;
    readonly now: Date;
  },
  { mediaType, bytes, sha256 }: DocumentFile,
  { nameSealed, keySealed, content }: SealedDocument,
): Promise<void> {
  await change(
    tx,
    sql`insert into marketplace.datei (tenant_id, id, recipient_id, zweck, name_sealed, media_type, bytes, sha256,
        schluessel_sealed, inhalt, hochgeladen_am)
      values (platform.tenant(), ${one.id}, ${one.empfaenger}, ${one.zweck}, ${nameSealed}, ${mediaType}, ${bytes.length},
        ${sha256}, ${keySealed}, ${content}, ${one.now})`,
  );
}
