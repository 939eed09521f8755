import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { z } from 'zod';
import { change, json, rowsOf, type Tx } from '#platform';
import type { Schemafassung } from './domain/schemafassung.ts';

const kennzahlen = z.object({
  felder: z.int(),
  felderEindeutig: z.int(),
  gruppen: z.int(),
  gruppenEindeutig: z.int(),
  regeln: z.int(),
  regelnEindeutig: z.int(),
  codelisten: z.int(),
  arbeitspunkte: z.array(z.string()),
  luecken: z.int(),
  bytes: z.int(),
});

interface Row extends Omit<Schemafassung, 'kennzahlen'> {
  readonly kennzahlen: unknown;
}

/** All schemas that were imported, each version as it was imported last. */
export async function readSchemafassungen(tx: Tx): Promise<readonly Schemafassung[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select distinct on (id, version) id, version, einlesung, standard, name, bezeichnung, freigabestatus, bezug,
        letzte_aenderung as "letzteAenderung", quelle, lizenz, sha256, kennzahlen, eingelesen_am as "eingelesenAm"
      from fim.schemafassung order by id, version, einlesung desc`,
  );
  return rows.map((row) => ({
    ...row,
    eingelesenAm: new Date(row.eingelesenAm),
    kennzahlen: kennzahlen.parse(row.kennzahlen),
  }));
}

/** The bytes of an imported file. */
export async function readDatei(tx: Tx, sha256: string): Promise<Uint8Array | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ gezippt: Buffer }>`select gezippt from fim.datei where sha256 = ${sha256}`,
  );
  return row ? gunzipSync(row.gezippt) : null;
}

/** Keeps a schema and its file; a file that is kept already is not kept twice. */
export async function insertSchemafassung(tx: Tx, fassung: Schemafassung, bytes: Uint8Array): Promise<void> {
  await change(
    tx,
    sql`insert into fim.datei (sha256, gezippt, bytes)
      values (${fassung.sha256}, ${gzipSync(bytes)}, ${bytes.length}) on conflict (sha256) do nothing`,
  );
  await change(
    tx,
    sql`insert into fim.schemafassung (id, version, einlesung, standard, name, bezeichnung, freigabestatus, bezug,
        letzte_aenderung, quelle, lizenz, sha256, kennzahlen, eingelesen_am)
      values (${fassung.id}, ${fassung.version}, ${fassung.einlesung}, ${fassung.standard}, ${fassung.name},
        ${fassung.bezeichnung}, ${fassung.freigabestatus}, ${[...fassung.bezug]}, ${fassung.letzteAenderung},
        ${fassung.quelle}, ${fassung.lizenz}, ${fassung.sha256}, ${json(fassung.kennzahlen)}, ${fassung.eingelesenAm})`,
  );
}
