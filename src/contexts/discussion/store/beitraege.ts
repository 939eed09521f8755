import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform';
import type { Beitrag, Rueckfrage } from '../domain/rueckfrage.ts';
import type { BeitragArt } from '../domain/zustand.ts';

/** A contribution, or a new version of one. */
export interface NewBeitrag {
  readonly tenant: string;
  readonly nr: number;
  readonly fassung: number;
  readonly art: BeitragArt;
  readonly text: string;
  readonly haus: string;
  readonly person: string;
  readonly am: Date;
  readonly personen: readonly string[];
  readonly haeuser: readonly string[];
}

/** Adds a contribution; `false` where another one has taken its number meanwhile. */
export async function insertBeitrag(tx: Tx, thread: Rueckfrage, beitrag: NewBeitrag): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into discussion.beitrag (tenant_id, rueckfrage_id, nr, fassung, fragende_id,
      recipient_id, verbund_id, art, text, haus, person, geschrieben_am, erwaehnte_personen, erwaehnte_haeuser)
    values (${beitrag.tenant}, ${thread.id}, ${beitrag.nr}, ${beitrag.fassung}, ${thread.tenant}, ${thread.recipient},
      ${thread.verbund ?? thread.id}, ${beitrag.art}, ${beitrag.text}, ${beitrag.haus}, ${beitrag.person},
      ${beitrag.am}, ${[...beitrag.personen]}::text[], ${[...beitrag.haeuser]}::uuid[])
    on conflict do nothing`.execute(tx.as());
  return numAffectedRows === 1n;
}

const row = z.object({
  nr: z.number(),
  tenant: z.string(),
  haus: z.string(),
  person: z.string(),
  art: z.enum(['frage', 'antwort', 'ergaenzung', 'wieder-offen', 'zurueckgezogen']),
  am: z.date(),
  text: z.string(),
});

/** The contributions of a thread in order, each with all its versions. */
export async function readBeitraege(tx: Tx, id: string): Promise<readonly Beitrag[]> {
  const { rows } = await sql`select nr, tenant_id as tenant, haus, person, art, geschrieben_am as am, text
    from discussion.beitrag where rueckfrage_id = ${id}::uuid order by nr, fassung`.execute(tx.as());
  const byNr = Map.groupBy(z.array(row).parse(rows), ({ nr }) => nr);
  return [...byNr.values()].flatMap((fassungen) => {
    const [first] = fassungen;
    if (first === undefined) return [];
    const { nr, tenant, haus, person, art, am } = first;
    return [
      { nr, tenant, haus, person, art, am, fassungen: fassungen.map(({ text, am }) => ({ text, am })) },
    ];
  });
}

const antwortRow = z.object({ id: z.string(), text: z.string(), haus: z.string(), am: z.date() });

/** The newest answer of each of these threads, as last edited. */
export async function readLetzteAntworten(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly z.output<typeof antwortRow>[]> {
  const { rows } =
    await sql`select distinct on (rueckfrage_id) rueckfrage_id as id, text, haus, geschrieben_am as am
    from discussion.beitrag where rueckfrage_id = any (${[...ids]}::uuid[]) and art = 'antwort'
    order by rueckfrage_id, nr desc, fassung desc`.execute(tx.as());
  return z.array(antwortRow).parse(rows);
}
