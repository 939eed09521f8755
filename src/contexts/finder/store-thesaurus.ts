import { sql } from 'kysely';
import { z } from 'zod';
import type { TenantId, Tx } from '#platform';
import { wortArten } from './domain/finder-input.ts';
import {
  aktionen,
  type Entscheidung,
  entscheidungen,
  type Vorschlag,
  type Wortaenderung,
} from './domain/vorschlag.ts';

const wort = {
  aktion: z.enum(aktionen),
  ozgId: z.int().nullable(),
  leistungId: z.string().nullable(),
  art: z.enum(wortArten),
  sprache: z.string(),
  wort: z.string(),
};

const vorschlagRow = z.object({
  ...wort,
  id: z.string(),
  tenant: z.string(),
  recipient: z.string(),
  begruendung: z.string(),
  haus: z.string(),
  vorgeschlagenAm: z.date(),
  vorgeschlagenVon: z.string(),
  entscheidung: z.enum(entscheidungen).nullable(),
  entschiedenAm: z.date().nullable(),
});

/** What editors changed, oldest first. */
export async function readAenderungen(tx: Tx): Promise<readonly Wortaenderung[]> {
  const { rows } = await sql`select aktion, ozg_id as "ozgId", leistung_id as "leistungId", art, sprache, wort
    from finder.thesaurus_aenderung order by nummer`.execute(tx.as());
  return z.array(z.object(wort)).parse(rows);
}

const columns = sql`select id, tenant_id as tenant, recipient_id as recipient, aktion, ozg_id as "ozgId",
  leistung_id as "leistungId", art, sprache, wort, begruendung, haus, vorgeschlagen_am as "vorgeschlagenAm",
  vorgeschlagen_von as "vorgeschlagenVon", entscheidung, entschieden_am as "entschiedenAm"
  from finder.thesaurus_vorschlag`;

/** The proposals that the transaction's tenant made or decides, open ones first, newest first. */
export async function readVorschlaege(tx: Tx): Promise<readonly Vorschlag[]> {
  const { rows } = await sql`${columns} order by entscheidung is not null, vorgeschlagen_am desc, id`.execute(
    tx.as(),
  );
  return z.array(vorschlagRow).parse(rows);
}

/** One of them; `lock` keeps an open one until the transaction ends. */
export async function readVorschlag(tx: Tx, id: string, lock = false): Promise<Vorschlag | null> {
  const { rows } = await sql`${columns} where id = ${id}::uuid ${lock ? sql`for update` : sql``}`.execute(
    tx.as(),
  );
  return z.array(vorschlagRow).parse(rows)[0] ?? null;
}

/** What is kept of a new proposal; the database adds who and when. */
export interface NewVorschlag extends Wortaenderung {
  readonly id: string;
  readonly begruendung: string;
  readonly haus: string;
}

export async function insertVorschlag(
  tx: Tx,
  tenant: TenantId,
  recipient: TenantId,
  neu: NewVorschlag,
): Promise<void> {
  await sql`insert into finder.thesaurus_vorschlag
    (tenant_id, id, recipient_id, aktion, ozg_id, leistung_id, art, sprache, wort, begruendung, haus)
    values (${tenant}, ${neu.id}, ${recipient}, ${neu.aktion}, ${neu.ozgId}, ${neu.leistungId}, ${neu.art},
      ${neu.sprache}, ${neu.wort}, ${neu.begruendung}, ${neu.haus})`.execute(tx.as());
}

/** Decides an open proposal; false where somebody has decided already. */
export async function decideVorschlag(tx: Tx, id: string, entscheidung: Entscheidung): Promise<boolean> {
  const { numAffectedRows } = await sql`update finder.thesaurus_vorschlag
    set entscheidung = ${entscheidung}, entschieden_am = now(), entschieden_von = platform.actor()
    where id = ${id}::uuid and entscheidung is null`.execute(tx.as());
  return numAffectedRows === 1n;
}

/** Writes an accepted proposal into the thesaurus. */
export async function insertAenderung(tx: Tx, vorschlag: Vorschlag, haus: string): Promise<void> {
  const { id, aktion, ozgId, leistungId, art, sprache, wort: text } = vorschlag;
  await sql`insert into finder.thesaurus_aenderung
    (vorschlag_id, aktion, ozg_id, leistung_id, art, sprache, wort, vorgeschlagen_haus, vorgeschlagen_von,
      angenommen_haus)
    values (${id}, ${aktion}, ${ozgId}, ${leistungId}, ${art}, ${sprache}, ${text}, ${vorschlag.haus},
      ${vorschlag.vorgeschlagenVon}, ${haus})`.execute(tx.as());
}
