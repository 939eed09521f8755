import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, json, rowsOf, type Tx } from '#platform';
import type { AbgabeZustand } from './domain/abgabe.ts';
import type { Antwort, Felder } from './domain/antwort.ts';
import type { Frage } from './domain/umfrage.ts';
import type { Zustand } from './domain/zustand.ts';

const columns = sql`a.leistung_id as "leistungId", a.fassung, a.bedarf, a.wunschquartal, a.fallzahl, a.vorarbeit,
  a.bemerkung, a.frei, a.vorbelegt, a.spaet, a.angegeben_am as "angegebenAm", a.angegeben_von as "angegebenVon"`;

/** The newest answer of every Leistung that the own Kommune gave to a survey. */
export function readAntworten(tx: Tx, umfrageId: string): Promise<readonly Antwort[]> {
  return rowsOf(
    tx,
    sql<Antwort>`select distinct on (a.leistung_id) ${columns} from surveys.antwort a
      where a.tenant_id = (select platform.tenant()) and a.umfrage_id = ${umfrageId}
      order by a.leistung_id, a.fassung desc`,
  );
}

/** Everything that was ever said about a Leistung in a survey, newest first. */
export function readAntwortVerlauf(
  tx: Tx,
  umfrageId: string,
  leistungId: string,
): Promise<readonly Antwort[]> {
  return rowsOf(
    tx,
    sql<Antwort>`select ${columns} from surveys.antwort a
      where a.tenant_id = (select platform.tenant()) and a.umfrage_id = ${umfrageId} and a.leistung_id = ${leistungId}
      order by a.fassung desc`,
  );
}

/** Everything that saving one answer must know: one question to the database, for it is asked at every keystroke's end. */
export interface Zelle {
  readonly zustand: Zustand;
  readonly frist: LocalDate | null;
  readonly nachfrist: LocalDate | null;
  readonly fragen: readonly Frage[];
  readonly gefragt: number;
  /** Whether this Leistung is asked about at all. */
  readonly dabei: boolean;
  readonly antwort: Antwort | null;
  /** Whom the Kommune named for it. */
  readonly mitglied: string | null;
  readonly abgabe: AbgabeZustand;
}

interface ZelleRow extends Omit<Zelle, 'antwort'> {
  readonly antwort: (Omit<Antwort, 'angegebenAm'> & { readonly angegebenAm: string }) | null;
}

export async function readZelle(tx: Tx, umfrageId: string, leistungId: string): Promise<Zelle | null> {
  const [row] = await rowsOf(
    tx,
    sql<ZelleRow>`select u.zustand, u.frist, u.nachfrist, u.inhalt -> 'fragen' as fragen,
        cardinality(g.leistungen) as gefragt, ${leistungId} = any (g.leistungen) as dabei,
        (select to_jsonb(x) from (select ${columns} from surveys.antwort a
          where a.tenant_id = (select platform.tenant()) and a.umfrage_id = u.id and a.leistung_id = ${leistungId}
          order by a.fassung desc limit 1) x) as antwort,
        (select f.mitglied_id from surveys.auftrag f
          where f.tenant_id = (select platform.tenant()) and f.umfrage_id = u.id and f.leistung_id = ${leistungId}
          order by f.nummer desc limit 1) as mitglied,
        coalesce((select t.zustand from surveys.teilnahme t
          where t.tenant_id = (select platform.tenant()) and t.umfrage_id = u.id), 'unbearbeitet') as abgabe
      from surveys.umfrage u join surveys.gefragt g on g.umfrage_id = u.id
      where u.id = ${umfrageId} and g.kommune_id = (select platform.tenant())`,
  );
  if (!row) return null;
  const { antwort } = row;
  return { ...row, antwort: antwort && { ...antwort, angegebenAm: new Date(antwort.angegebenAm) } };
}

/** Lets one after the other write to an answer that many write to at once; held until the transaction ends. */
export async function queueForZelle(tx: Tx, umfrageId: string, leistungId: string): Promise<void> {
  await change(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'surveys', (select platform.tenant())::text,
      ${umfrageId}::text, ${leistungId}::text), 0))`,
  );
}

/** Adds versions of answers; gives the Leistungen whose number nobody else had taken meanwhile. */
export async function appendAntworten(
  tx: Tx,
  umfrageId: string,
  antworten: readonly Omit<Antwort, 'angegebenVon'>[],
): Promise<ReadonlySet<string>> {
  const taken = await rowsOf(
    tx,
    sql<{
      leistungId: string;
    }>`insert into surveys.antwort (tenant_id, umfrage_id, leistung_id, fassung, bedarf,
        wunschquartal, fallzahl, vorarbeit, bemerkung, frei, vorbelegt, spaet, angegeben_am)
      select platform.tenant(), ${umfrageId}::uuid, "leistungId", fassung, bedarf, wunschquartal, fallzahl, vorarbeit,
        bemerkung, frei, vorbelegt, spaet, "angegebenAm"
      from jsonb_to_recordset(${json(antworten)}) as w ("leistungId" text, fassung integer, bedarf text,
        wunschquartal text, fallzahl integer, vorarbeit text, bemerkung text, frei jsonb, vorbelegt boolean, spaet boolean,
        "angegebenAm" timestamptz)
      order by "leistungId"
      on conflict (tenant_id, umfrage_id, leistung_id, fassung) do nothing returning leistung_id as "leistungId"`,
  );
  return new Set(taken.map(({ leistungId }) => leistungId));
}

/** What was typed and waits for a decision. */
export interface Verwahrtes {
  readonly id: string;
  readonly leistungId: string;
  readonly art: 'konflikt' | 'geschlossen';
  readonly felder: Felder;
  readonly am: Date;
  readonly getipptVon: string;
}

/** Keeps a typed text; the same text that waits already is not kept twice. */
export async function insertVerwahrt(
  tx: Tx,
  umfrageId: string,
  { id, leistungId, art, felder, am }: Omit<Verwahrtes, 'getipptVon'>,
): Promise<void> {
  await change(
    tx,
    sql`insert into surveys.verwahrt (tenant_id, id, umfrage_id, leistung_id, art, felder, am)
      select platform.tenant(), ${id}::uuid, ${umfrageId}::uuid, ${leistungId}, ${art}, ${json(felder)}, ${am}::timestamptz
      where not exists (select 1 from surveys.verwahrt
        where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId} and leistung_id = ${leistungId}
          and erledigt is null and felder = ${json(felder)})`,
  );
}

/** What the own Kommune still has to decide about, the oldest first. */
export function readVerwahrtes(tx: Tx, umfrageId: string): Promise<readonly Verwahrtes[]> {
  return rowsOf(
    tx,
    sql<Verwahrtes>`select id, leistung_id as "leistungId", art, felder, am, getippt_von as "getipptVon"
      from surveys.verwahrt
      where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId} and erledigt is null order by am, id`,
  );
}

/** Notes what became of a kept text; `false` where somebody decided before. */
export async function erledigeVerwahrt(
  tx: Tx,
  id: string,
  erledigt: 'uebernommen' | 'verworfen',
): Promise<boolean> {
  const changed = await change(
    tx,
    sql`update surveys.verwahrt set erledigt = ${erledigt}
      where tenant_id = (select platform.tenant()) and id = ${id} and erledigt is null`,
  );
  return changed === 1;
}
