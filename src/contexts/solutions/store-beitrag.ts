import { sql } from 'kysely';
import { z } from 'zod';
import { localDate } from '#kernel';
import type { TenantId, Tx } from '#platform';
import { type Beitrag, type BeitragNachricht, type Entscheidung, entscheidungen } from './domain/beitrag.ts';
import { anlaesse, type LoesungInhalt } from './domain/loesung.ts';
import { parseInhalt } from './inhalt-schema.ts';

const beitragRow = z.object({
  id: z.string(),
  tenant: z.string(),
  recipient: z.string(),
  art: z.enum(anlaesse),
  loesungId: z.string(),
  grundlage: z.string().nullable(),
  inhalt: z.unknown(),
  inId: z.string().nullable(),
  giltAb: z.string(),
  begruendung: z.string(),
  version: z.int(),
  haus: z.string(),
  beigetragenAm: z.date(),
  beigetragenVon: z.string(),
  eingereichtAm: z.date().nullable(),
  entscheidung: z.enum(entscheidungen).nullable(),
  entschiedenAm: z.date().nullable(),
  antwort: z.string().nullable(),
});

const nachrichtRow = z.object({
  beitragId: z.string(),
  vonModeration: z.boolean(),
  text: z.string(),
  haus: z.string(),
  geschriebenAm: z.date(),
});

const columns = sql`select id, tenant_id as tenant, recipient_id as recipient, art, loesung_id as "loesungId", grundlage,
  inhalt, in_id as "inId", gilt_ab as "giltAb", begruendung, version, haus, beigetragen_am as "beigetragenAm",
  beigetragen_von as "beigetragenVon", eingereicht_am as "eingereichtAm", entscheidung,
  entschieden_am as "entschiedenAm", antwort from solutions.beitrag`;

/** The contributions that the transaction's tenant made or received, newest first. */
export async function readBeitraege(tx: Tx): Promise<readonly Beitrag[]> {
  const { rows } = await sql`${columns} order by beigetragen_am desc, id`.execute(tx.as());
  const messages = await sql`select beitrag_id as "beitragId", von_moderation as "vonModeration", text, haus,
    geschrieben_am as "geschriebenAm" from solutions.beitrag_nachricht order by geschrieben_am, id`.execute(
    tx.as(),
  );
  return beitraegeOf(rows, messages.rows);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One of them; `lock` keeps it until the transaction ends. */
export async function readBeitrag(tx: Tx, id: string, lock = false): Promise<Beitrag | null> {
  if (!uuid.test(id)) return null;
  const { rows } = await sql`${columns} where id = ${id}::uuid ${lock ? sql`for update` : sql``}`.execute(
    tx.as(),
  );
  const messages = await sql`select beitrag_id as "beitragId", von_moderation as "vonModeration", text, haus,
    geschrieben_am as "geschriebenAm" from solutions.beitrag_nachricht where beitrag_id = ${id}::uuid
    order by geschrieben_am, id`.execute(tx.as());
  return beitraegeOf(rows, messages.rows)[0] ?? null;
}

function beitraegeOf(rows: readonly unknown[], messages: readonly unknown[]): readonly Beitrag[] {
  const byBeitrag = new Map<string, BeitragNachricht[]>();
  for (const { beitragId, ...nachricht } of z.array(nachrichtRow).parse(messages)) {
    const list = byBeitrag.get(beitragId);
    if (list) list.push(nachricht);
    else byBeitrag.set(beitragId, [nachricht]);
  }
  return z
    .array(beitragRow)
    .parse(rows)
    .map(({ inhalt, giltAb, ...row }) => ({
      ...row,
      giltAb: localDate(giltAb),
      inhalt: inhalt === null ? null : parseInhalt(inhalt),
      nachrichten: byBeitrag.get(row.id) ?? [],
    }));
}

/** What is kept of a new contribution; the database adds who and when. */
export interface NewBeitrag
  extends Pick<
    Beitrag,
    'id' | 'art' | 'loesungId' | 'grundlage' | 'inId' | 'giltAb' | 'begruendung' | 'haus'
  > {
  readonly inhalt: LoesungInhalt | null;
  readonly eingereicht: boolean;
}

export async function insertBeitrag(
  tx: Tx,
  tenant: TenantId,
  recipient: TenantId,
  beitrag: NewBeitrag,
): Promise<void> {
  const { id, art, loesungId, grundlage, inhalt, inId, giltAb, begruendung, haus, eingereicht } = beitrag;
  await sql`insert into solutions.beitrag
    (tenant_id, id, recipient_id, art, loesung_id, grundlage, inhalt, in_id, gilt_ab, begruendung, haus, eingereicht_am)
    values (${tenant}, ${id}, ${recipient}, ${art}, ${loesungId}, ${grundlage}, ${jsonOf(inhalt)}::jsonb, ${inId},
      ${giltAb}, ${begruendung}, ${haus}, ${eingereicht ? sql`now()` : null})`.execute(tx.as());
}

/** Puts other content into an open contribution of one's own; false where it is not open or was changed since `version`. */
export async function reviseBeitrag(
  tx: Tx,
  id: string,
  version: number,
  revised: Pick<NewBeitrag, 'inhalt' | 'giltAb' | 'begruendung' | 'eingereicht'>,
): Promise<boolean> {
  const { inhalt, giltAb, begruendung, eingereicht } = revised;
  const { numAffectedRows } = await sql`update solutions.beitrag
    set inhalt = ${jsonOf(inhalt)}::jsonb, gilt_ab = ${giltAb}, begruendung = ${begruendung}, version = version + 1,
      eingereicht_am = coalesce(eingereicht_am, ${eingereicht ? sql`now()` : null})
    where id = ${id}::uuid and version = ${version} and entscheidung is null`.execute(tx.as());
  return numAffectedRows === 1n;
}

/** Writes a decision or the withdrawal; false where somebody decided already or it changed since `version`. */
export async function decideBeitrag(
  tx: Tx,
  id: string,
  version: number,
  entscheidung: Entscheidung,
  antwort: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update solutions.beitrag
    set entscheidung = ${entscheidung}, entschieden_am = now(), entschieden_von = ${tx.actor}, antwort = ${antwort}
    where id = ${id}::uuid and version = ${version} and entscheidung is null`.execute(tx.as());
  return numAffectedRows === 1n;
}

/** A question of the moderation or an answer to it. */
export async function insertNachricht(
  tx: Tx,
  beitrag: Pick<Beitrag, 'id' | 'tenant' | 'recipient'>,
  nachricht: {
    readonly id: string;
    readonly vonModeration: boolean;
    readonly text: string;
    readonly haus: string;
  },
): Promise<void> {
  const { id, vonModeration, text, haus } = nachricht;
  await sql`insert into solutions.beitrag_nachricht (tenant_id, id, beitrag_id, recipient_id, von_moderation, text, haus)
    values (${beitrag.tenant}, ${id}, ${beitrag.id}, ${beitrag.recipient}, ${vonModeration}, ${text}, ${haus})`.execute(
    tx.as(),
  );
}

function jsonOf(inhalt: LoesungInhalt | null): string | null {
  return inhalt === null ? null : JSON.stringify(inhalt);
}
