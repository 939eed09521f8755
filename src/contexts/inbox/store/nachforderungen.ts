import { sql } from 'kysely';
import { z } from 'zod';
import type { LocalDate } from '#kernel';
import { change, type DataKey, rowOf, rowsOf, type TenantId, type Tx } from '#platform';

const inhaltSchema = z.object({
  grund: z.string(),
  felder: z.array(z.object({ place: z.string(), titel: z.string() })).readonly(),
});

/** What an office asked an applicant for once more, opened. */
export interface Nachforderung extends z.infer<typeof inhaltSchema> {
  readonly id: string;
  readonly eingang: string;
  readonly zustand: 'offen' | 'beantwortet' | 'zurueckgenommen';
  readonly frist: LocalDate;
  readonly erinnernAm: LocalDate;
  readonly gestelltAm: Date;
  readonly erinnertAm: Date | null;
  readonly erledigtAm: Date | null;
  readonly verspaetet: boolean | null;
}

type Stored = Omit<Nachforderung, 'grund' | 'felder'> & { readonly inhalt: Buffer };

const columns = sql`id, eingang_id as eingang, zustand, frist, erinnern_am as "erinnernAm", gestellt_am as "gestelltAm",
  erinnert_am as "erinnertAm", erledigt_am as "erledigtAm", verspaetet, inhalt`;

const placeOf = (id: string) => ({ table: 'inbox.nachforderung', column: 'inhalt', row: id });

export async function insertNachforderung(
  tx: Tx,
  key: DataKey,
  tenant: TenantId,
  row: Pick<Nachforderung, 'id' | 'eingang' | 'frist' | 'erinnernAm' | 'gestelltAm' | 'grund' | 'felder'>,
): Promise<void> {
  const { grund, felder } = row;
  const sealed = key.seal(placeOf(row.id), JSON.stringify({ grund, felder }));
  await change(
    tx,
    sql`insert into inbox.nachforderung (tenant_id, id, eingang_id, frist, erinnern_am, gestellt_am, inhalt)
      values (${tenant}, ${row.id}, ${row.eingang}, ${row.frist}, ${row.erinnernAm}, ${row.gestelltAm}, ${sealed})`,
  );
}

/** What was asked in a case, oldest first. */
export async function nachforderungenOf(
  tx: Tx,
  key: DataKey,
  tenant: TenantId,
  eingang: string,
): Promise<readonly Nachforderung[]> {
  const rows = await rowsOf(
    tx,
    sql<Stored>`select ${columns} from inbox.nachforderung
      where tenant_id = ${tenant} and eingang_id = ${eingang} order by gestellt_am, id`,
  );
  return rows.map((row) => opened(key, row));
}

/** In which case something was asked, and whether it still is; nothing is opened. */
export function nachforderungById(
  tx: Tx,
  tenant: TenantId,
  id: string,
): Promise<Pick<Nachforderung, 'eingang' | 'zustand'> | null> {
  return rowOf(
    tx,
    sql<
      Pick<Nachforderung, 'eingang' | 'zustand'>
    >`select eingang_id as eingang, zustand from inbox.nachforderung
      where tenant_id = ${tenant} and id = ${id}::uuid`,
  );
}

/** Ends what is still asked in a case, one or all of it. */
export async function endNachforderungen(tx: Tx, tenant: TenantId, eingang: string, am: Date): Promise<void> {
  await change(
    tx,
    sql`update inbox.nachforderung set zustand = 'zurueckgenommen', erledigt_am = ${am}
      where tenant_id = ${tenant} and eingang_id = ${eingang} and zustand = 'offen'`,
  );
}

/** Notes that it was answered; also one that was taken back while the answer was on its way. */
export async function markAnswered(
  tx: Tx,
  tenant: TenantId,
  id: string,
  { am, verspaetet }: { readonly am: Date; readonly verspaetet: boolean },
): Promise<void> {
  await change(
    tx,
    sql`update inbox.nachforderung set zustand = 'beantwortet', erledigt_am = ${am}, verspaetet = ${verspaetet}
      where tenant_id = ${tenant} and id = ${id}::uuid`,
  );
}

/** Takes those whose day to remind has come, once each, in this transaction. */
export async function takeDueReminders(
  tx: Tx,
  tenant: TenantId,
  today: LocalDate,
  now: Date,
): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`update inbox.nachforderung set erinnert_am = ${now}
      where tenant_id = ${tenant} and zustand = 'offen' and erinnert_am is null and erinnern_am <= ${today}
        and frist >= ${today} returning id`,
  );
  return rows.map(({ id }) => id);
}

function opened(key: DataKey, { inhalt, ...row }: Stored): Nachforderung {
  return { ...row, ...inhaltSchema.parse(JSON.parse(key.open(placeOf(row.id), inhalt))) };
}
