import { sql } from 'kysely';
import { change, rowOf, rowsOf, type Tx } from '#platform';
import type { Punkt, Sitzung, SitzungInhalt, Teilnahme } from '../domain/sitzung.ts';

const columns = sql`id, provider_id as "providerId", gruppe_id as "gruppeId", nummer, fassung, titel, tag, beginn, ende,
  form, ort, link, abstand_monate as "abstandMonate", zustand, kalender_folge as "kalenderFolge", grund,
  abgeschlossen_am as "abgeschlossenAm"`;

/** All sessions that the organisation may see; its drafts only the IT-Dienstleister itself. Oldest first. */
export function readSitzungen(tx: Tx): Promise<readonly Sitzung[]> {
  return rowsOf(
    tx,
    sql<Sitzung>`select ${columns} from workgroup.sitzung
      where zustand <> 'entwurf' or tenant_id = (select platform.tenant()) order by tag, beginn, nummer`,
  );
}

export function readSitzung(tx: Tx, id: string): Promise<Sitzung | null> {
  return rowOf(
    tx,
    sql<Sitzung>`select ${columns} from workgroup.sitzung
      where id = ${id}::uuid and (zustand <> 'entwurf' or tenant_id = (select platform.tenant()))`,
  );
}

/** The same, locked until the transaction ends: for the IT-Dienstleister that leads it. */
export function lockSitzung(tx: Tx, id: string): Promise<Sitzung | null> {
  return rowOf(
    tx,
    sql<Sitzung>`select ${columns} from workgroup.sitzung
      where id = ${id}::uuid and tenant_id = (select platform.tenant()) for update`,
  );
}

/** Adds a session with the next number of its group. */
export async function insertSitzung(
  tx: Tx,
  id: string,
  gruppeId: string,
  inhalt: SitzungInhalt,
  now: Date,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`workgroup ${gruppeId}`}, 0))`.execute(tx.as());
  const { titel, tag, beginn, ende, form, ort, link, abstandMonate } = inhalt;
  await change(
    tx,
    sql`insert into workgroup.sitzung (tenant_id, provider_id, id, gruppe_id, nummer, fassung, titel, tag, beginn, ende,
        form, ort, link, abstand_monate, zustand, kalender_folge, angelegt_am)
      select platform.tenant(), platform.tenant(), ${id}, ${gruppeId}, coalesce(max(nummer), 0) + 1, 1, ${titel}, ${tag},
        ${beginn}, ${ende}, ${form}, ${ort}, ${link}, ${abstandMonate}, 'entwurf', 0, ${now}
      from workgroup.sitzung where gruppe_id = ${gruppeId}`,
  );
}

/** Writes what a session is now; the row is locked. */
export async function updateSitzung(tx: Tx, sitzung: Sitzung): Promise<void> {
  const { titel, tag, beginn, ende, form, ort, link, abstandMonate } = sitzung;
  await change(
    tx,
    sql`update workgroup.sitzung set fassung = ${sitzung.fassung}, titel = ${titel}, tag = ${tag}, beginn = ${beginn},
        ende = ${ende}, form = ${form}, ort = ${ort}, link = ${link}, abstand_monate = ${abstandMonate},
        zustand = ${sitzung.zustand}, kalender_folge = ${sitzung.kalenderFolge}, grund = ${sitzung.grund},
        abgeschlossen_am = ${sitzung.abgeschlossenAm} where id = ${sitzung.id}`,
  );
}

const punkt = sql`id, sitzung_id as "sitzungId", stelle, titel, minuten, zustaendig, text`;

export type PunktRow = Punkt & { readonly sitzungId: string };

export function readPunkte(tx: Tx, sitzungId?: string): Promise<readonly PunktRow[]> {
  const of = sitzungId === undefined ? sql`true` : sql`sitzung_id = ${sitzungId}::uuid`;
  return rowsOf(
    tx,
    sql<PunktRow>`select ${punkt} from workgroup.punkt where ${of} order by sitzung_id, stelle, id`,
  );
}

/** Adds an item or changes it, whole. */
export async function putPunkt(tx: Tx, { sitzungId, ...one }: PunktRow): Promise<void> {
  await change(
    tx,
    sql`insert into workgroup.punkt (tenant_id, provider_id, id, sitzung_id, stelle, titel, minuten, zustaendig, text)
      values (platform.tenant(), platform.tenant(), ${one.id}, ${sitzungId}, ${one.stelle}, ${one.titel}, ${one.minuten},
        ${one.zustaendig}, ${one.text})
      on conflict (tenant_id, id) do update set stelle = excluded.stelle, titel = excluded.titel,
        minuten = excluded.minuten, zustaendig = excluded.zustaendig, text = excluded.text`,
  );
}

export async function deletePunkt(tx: Tx, sitzungId: string, id: string): Promise<boolean> {
  return (
    (await change(
      tx,
      sql`delete from workgroup.punkt where id = ${id}::uuid and sitzung_id = ${sitzungId}::uuid`,
    )) === 1
  );
}

export interface Anmeldung {
  readonly sitzId: string;
  readonly teilnahme: Teilnahme;
}

export function readAnmeldungen(tx: Tx, sitzungId: string): Promise<readonly Anmeldung[]> {
  return rowsOf(
    tx,
    sql<Anmeldung>`select sitz_id as "sitzId", teilnahme from workgroup.anmeldung
      where sitzung_id = ${sitzungId}::uuid order by am`,
  );
}

/** Registers a seat, again where it was registered: the last word counts. */
export async function putAnmeldung(
  tx: Tx,
  { providerId, id }: Pick<Sitzung, 'providerId' | 'id'>,
  { sitzId, teilnahme }: Anmeldung,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into workgroup.anmeldung (tenant_id, provider_id, sitzung_id, sitz_id, teilnahme, am)
      values (platform.tenant(), ${providerId}, ${id}, ${sitzId}, ${teilnahme}, ${now})
      on conflict (tenant_id, sitzung_id, sitz_id) do update set teilnahme = excluded.teilnahme, am = excluded.am`,
  );
}

/** Who was there: `sitz:<id>` and `gast:<id>`. */
export async function readAnwesende(tx: Tx, sitzungId: string): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{
      wer: string;
    }>`select wer from workgroup.anwesenheit where sitzung_id = ${sitzungId}::uuid order by wer`,
  );
  return rows.map(({ wer }) => wer);
}

export async function replaceAnwesende(
  tx: Tx,
  sitzungId: string,
  wer: readonly string[],
  now: Date,
): Promise<void> {
  await change(tx, sql`delete from workgroup.anwesenheit where sitzung_id = ${sitzungId}`);
  await change(
    tx,
    sql`insert into workgroup.anwesenheit (tenant_id, provider_id, sitzung_id, wer, am)
      select platform.tenant(), platform.tenant(), ${sitzungId}::uuid, w, ${now}::timestamptz
        from unnest(${[...new Set(wer)]}::text[]) w`,
  );
}
