import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform';
import { adressaten, type Rueckfrage, type RueckfrageZeile } from '../domain/rueckfrage.ts';
import { zustandOf } from '../domain/zustand.ts';

/** Whose reading is asked for: one person with what their roles let them see. */
export interface Leser {
  /** `mitglied:<uuid>`: the person itself, also where it acts for somebody. */
  readonly person: string;
  /** Whom it stands in for, so that their mentions are its own. */
  readonly vertritt: string | null;
  /** Follows every thread of the house, unless they chose otherwise: whoever may answer. */
  readonly folgtAllem: boolean;
  /** The kinds of records that the person may see. */
  readonly arten: readonly string[];
}

const columns = sql`r.id, r.tenant_id as tenant, r.recipient_id as recipient,
  nullif(r.verbund_id, r.id) as verbund, r.adressat, r.art, r.datensatz, r.datensatz_name as "datensatzName",
  r.href, r.allgemein_art as "allgemeinArt", r.allgemein_datensatz as "allgemeinDatensatz",
  r.allgemein_name as "allgemeinName", r.betreff, r.haus, r.empfaenger, r.gestellt_am as "gestelltAm"`;

const row = z.object({
  id: z.string(),
  tenant: z.string(),
  recipient: z.string(),
  verbund: z.string().nullable(),
  adressat: z.enum(adressaten),
  art: z.string(),
  datensatz: z.string(),
  datensatzName: z.string(),
  href: z.string(),
  allgemeinArt: z.string(),
  allgemeinDatensatz: z.string(),
  allgemeinName: z.string(),
  betreff: z.string(),
  haus: z.string(),
  empfaenger: z.string(),
  gestelltAm: z.date(),
});

const zeileRow = row.extend({
  letzterSchritt: z.enum(['frage', 'antwort', 'wieder-offen', 'zurueckgezogen']),
  beitraege: z.number(),
  zuletztAm: z.date(),
  zuletztVon: z.string(),
  frage: z.string(),
  ungelesen: z.boolean(),
  folgt: z.boolean().nullable(),
});

/**
 * Whether a contribution later than what the person has read concerns them. A mention by name reaches them even where
 * they follow nothing; a mention of their house reaches everybody who did not turn the thread off.
 */
function ungelesenFor({ person, vertritt, folgtAllem }: Leser, tenant: string | null): RawBuilder<boolean> {
  const selbst = [person, ...(vertritt === null ? [] : [vertritt])];
  return sql<boolean>`exists (select from discussion.beitrag b
    where b.rueckfrage_id = r.id and b.fassung = 1 and b.nr > coalesce(t.gelesen_bis, 0) and b.person <> ${person}
      and (coalesce(t.folgt, ${folgtAllem}) or b.erwaehnte_personen && ${selbst}::text[]
        or (t.folgt is distinct from false and ${tenant}::uuid = any (b.erwaehnte_haeuser))))`;
}

function vonPerson({ person, arten }: Leser, tenant: string | null): RawBuilder<unknown> {
  return sql`from discussion.rueckfrage r left join discussion.teilnahme t
      on t.tenant_id = ${tenant}::uuid and t.person = ${person} and t.rueckfrage_id = r.id
    where r.art = any (${[...arten]}::text[])`;
}

/** The threads that the person may see, those with the latest contribution first. */
export async function listRueckfragen(
  tx: Tx,
  leser: Leser,
  only: { readonly id?: string; readonly art?: string; readonly datensatz?: string } = {},
): Promise<readonly RueckfrageZeile[]> {
  const conditions = sql`${only.id === undefined ? sql`` : sql`and r.id = ${only.id}::uuid`}
    ${only.art === undefined ? sql`` : sql`and r.art = ${only.art} and r.datensatz = ${only.datensatz ?? ''}`}`;
  const { rows } =
    await sql`select q.*, l.nr as beitraege, l.geschrieben_am as "zuletztAm", l.haus as "zuletztVon",
      s.art as "letzterSchritt", f.text as frage
    from (select ${columns}, t.folgt, ${ungelesenFor(leser, tx.tenant)} as ungelesen
      ${vonPerson(leser, tx.tenant)} ${conditions}) q
    cross join lateral (select nr, geschrieben_am, haus from discussion.beitrag b
      where b.rueckfrage_id = q.id and b.fassung = 1 order by nr desc limit 1) l
    cross join lateral (select art from discussion.beitrag b
      where b.rueckfrage_id = q.id and b.fassung = 1 and b.art <> 'ergaenzung' order by nr desc limit 1) s
    cross join lateral (select text from discussion.beitrag b
      where b.rueckfrage_id = q.id and b.nr = 1 order by fassung desc limit 1) f
    order by l.geschrieben_am desc, q.id`.execute(tx.as());
  return z.array(zeileRow).parse(rows).map(zeileOf);
}

/** How many threads hold something that the person has not read. */
export async function countUngelesen(tx: Tx, leser: Leser): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${vonPerson(leser, tx.tenant)}
    and ${ungelesenFor(leser, tx.tenant)}`.execute(tx.as());
  return rows[0]?.count ?? 0;
}

/** The thread that the transaction's organisation takes part in. */
export async function rueckfrageById(tx: Tx, id: string): Promise<Rueckfrage | null> {
  const { rows } = await sql`select ${columns} from discussion.rueckfrage r where r.id = ${id}::uuid`.execute(
    tx.as(),
  );
  return rows[0] === undefined ? null : rueckfrageOf(row.parse(rows[0]));
}

export async function insertRueckfrage(tx: Tx, question: Rueckfrage): Promise<void> {
  const { record, allgemein } = question;
  await sql`insert into discussion.rueckfrage (tenant_id, id, recipient_id, verbund_id, adressat, art, datensatz,
      datensatz_name, href, allgemein_art, allgemein_datensatz, allgemein_name, betreff, haus, empfaenger, gestellt_am)
    values (${question.tenant}, ${question.id}, ${question.recipient}, ${question.verbund ?? question.id},
      ${question.adressat}, ${record.art}, ${record.id}, ${record.name}, ${record.href}, ${allgemein.art},
      ${allgemein.id}, ${allgemein.name}, ${question.betreff}, ${question.haus}, ${question.empfaenger}, ${question.gestelltAm})`.execute(
    tx.as(),
  );
}

function rueckfrageOf(read: z.output<typeof row>): Rueckfrage {
  const { id, tenant, recipient, verbund, adressat, betreff, haus, empfaenger, gestelltAm } = read;
  return {
    id,
    tenant,
    recipient,
    verbund,
    adressat,
    record: { art: read.art, id: read.datensatz, name: read.datensatzName, href: read.href },
    allgemein: { art: read.allgemeinArt, id: read.allgemeinDatensatz, name: read.allgemeinName },
    betreff,
    haus,
    empfaenger,
    gestelltAm,
  };
}

function zeileOf(read: z.output<typeof zeileRow>): RueckfrageZeile {
  const { beitraege, zuletztAm, zuletztVon, frage, ungelesen, folgt } = read;
  const zustand = zustandOf(read.letzterSchritt);
  return { ...rueckfrageOf(read), zustand, beitraege, zuletztAm, zuletztVon, frage, ungelesen, folgt };
}
