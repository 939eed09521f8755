import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type { Sammelbestellung } from '../domain/sammelbestellung.ts';

/** All orders for many, with what their providers answered; newest first. */
export function readSammelbestellungen(tx: Tx, dienst?: string): Promise<readonly Sammelbestellung[]> {
  const named = dienst === undefined ? sql`true` : sql`s.dienst = ${dienst}`;
  return rowsOf(
    tx,
    sql<Sammelbestellung>`select s.tenant_id as tenant, s.id, s.dienst, s.recipient_id as "anbieterId", s.auftraggeber, s.land,
        s.ags, s.rechtsgrundlage, s.quelle, s.gueltig_von as "gueltigVon", s.gueltig_bis as "gueltigBis", s.zahlt,
        s.gezeichnet_von as "gezeichnetVon", s.gezeichnet_am as "gezeichnetAm",
        case when e.angenommen then e.am end as "angenommenAm", case when not e.angenommen then e.am end as "abgelehntAm",
        e.grund
      from marketplace.sammelbestellung s
      left join marketplace.sammelbestellung_entscheid e on e.sammelbestellung_id = s.id
      where ${named} order by s.angegeben_am desc, s.id`,
  );
}

export async function insertSammelbestellung(
  tx: Tx,
  tenant: TenantId,
  one: Omit<Sammelbestellung, 'tenant' | 'angenommenAm' | 'abgelehntAm' | 'grund'>,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into marketplace.sammelbestellung (id, tenant_id, recipient_id, dienst, auftraggeber, land, ags,
        rechtsgrundlage, quelle, gueltig_von, gueltig_bis, zahlt, gezeichnet_von, gezeichnet_am, angegeben_am)
      values (${one.id}, ${tenant}, ${one.anbieterId}, ${one.dienst}, ${one.auftraggeber}, ${one.land},
        ${[...one.ags]}::text[], ${one.rechtsgrundlage}, ${one.quelle}, ${one.gueltigVon}, ${one.gueltigBis}, ${one.zahlt},
        ${one.gezeichnetVon}, ${one.gezeichnetAm}, ${now})`,
  );
}

/** What the provider says to it; `false` where it answered before. */
export async function decideSammelbestellung(
  tx: Tx,
  tenant: TenantId,
  one: {
    readonly id: string;
    readonly angenommen: boolean;
    readonly grund: string | null;
    readonly am: LocalDate;
  },
): Promise<boolean> {
  const written = await change(
    tx,
    sql`insert into marketplace.sammelbestellung_entscheid (sammelbestellung_id, tenant_id, angenommen, grund, am)
      values (${one.id}, ${tenant}, ${one.angenommen}, ${one.grund}, ${one.am}) on conflict do nothing`,
  );
  return written === 1;
}
