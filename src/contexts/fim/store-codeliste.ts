import { sql } from 'kysely';
import { z } from 'zod';
import { change, json, rowsOf, type Tx } from '#platform';
import type { XdfWert } from '#standards/xdatenfelder';
import type { Codelistenfassung } from './domain/codeliste.ts';

const werte = z.array(z.object({ code: z.string(), name: z.string(), hilfe: z.string().nullable() }));

/** Every code list in every version, as it was read last; without entries. */
export async function readCodelisten(tx: Tx): Promise<readonly Codelistenfassung[]> {
  const rows = await rowsOf(
    tx,
    sql<Codelistenfassung>`select distinct on (urn, version) urn, version, einlesung, titel, quelle, lizenz, anzahl,
        eingelesen_am as "eingelesenAm"
      from fim.codeliste order by urn, version, einlesung desc`,
  );
  return rows.map((row) => ({ ...row, eingelesenAm: new Date(row.eingelesenAm) }));
}

/** The entries of a code list in a version. */
export async function readEintraege(
  tx: Tx,
  { urn, version, einlesung }: Pick<Codelistenfassung, 'urn' | 'version' | 'einlesung'>,
): Promise<readonly XdfWert[]> {
  const [row] = await rowsOf(
    tx,
    sql<{ eintraege: unknown }>`select eintraege from fim.codeliste
      where urn = ${urn} and version = ${version} and einlesung = ${einlesung}`,
  );
  return werte.parse(row?.eintraege ?? []);
}

/** Keeps a code list; `false` where somebody else was faster. */
export async function insertCodeliste(
  tx: Tx,
  liste: Codelistenfassung,
  eintraege: readonly XdfWert[],
): Promise<boolean> {
  const { urn, version, einlesung, titel, quelle, lizenz, anzahl, eingelesenAm } = liste;
  const inserted = await change(
    tx,
    sql`insert into fim.codeliste (urn, version, einlesung, titel, quelle, lizenz, anzahl, eintraege, eingelesen_am)
      values (${urn}, ${version}, ${einlesung}, ${titel}, ${quelle}, ${lizenz}, ${anzahl}, ${json(eintraege)},
        ${eingelesenAm}) on conflict do nothing`,
  );
  return inserted === 1;
}
