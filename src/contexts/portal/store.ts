import { type RawBuilder, sql } from 'kysely';
import type { TenantId, Tx } from '#platform';
import type { Office, OfficeText } from './domain/office.ts';
import type { Site, SiteText } from './domain/site.ts';

const siteColumns = sql`tenant_id as tenant, slug, ags, name, anschrift, telefon, email, vertretung,
  datenschutz_email as "datenschutzEmail", oeffnungszeiten, veroeffentlicht_ab as "veroeffentlichtAb",
  barrierefreiheit_geprueft_am as "barrierefreiheitGeprueftAm", version`;
const officeColumns = sql`tenant_id as tenant, id, name, anschrift, telefon, email, oeffnungszeiten, leistungen, version`;

async function rowsOf<Row>(tx: Tx, query: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await query.execute(tx.as())).rows;
}

async function changed(tx: Tx, statement: RawBuilder<unknown>): Promise<boolean> {
  return ((await statement.execute(tx.as())).numAffectedRows ?? 0n) === 1n;
}

function json(value: unknown): RawBuilder<unknown> {
  return sql`${JSON.stringify(value)}::jsonb`;
}

/** All sites, published or not, by name. */
export function readSites(tx: Tx): Promise<readonly Site[]> {
  return rowsOf(tx, sql<Site>`select ${siteColumns} from portal.site order by name, slug`);
}

export async function readSiteBySlug(tx: Tx, slug: string): Promise<Site | null> {
  const [row] = await rowsOf(tx, sql<Site>`select ${siteColumns} from portal.site where slug = ${slug}`);
  return row ?? null;
}

export async function readSiteOf(tx: Tx, tenant: TenantId): Promise<Site | null> {
  const [row] = await rowsOf(
    tx,
    sql<Site>`select ${siteColumns} from portal.site where tenant_id = ${tenant}`,
  );
  return row ?? null;
}

/** All offices of all Kommunen, by name. */
export function readAllOffices(tx: Tx): Promise<readonly Office[]> {
  return rowsOf(tx, sql<Office>`select ${officeColumns} from portal.office order by name`);
}

/** Another number after every change of a site or an office. Cheap, for readers that hold a snapshot. */
export async function sitesVersion(tx: Tx): Promise<number> {
  const [row] = await rowsOf(
    tx,
    sql<{ zahl: number; letzte: string }>`select count(*)::int as zahl,
      coalesce(max(mark), 0)::text as letzte
      from (select xmin::text::bigint as mark from portal.site union all
        select xmin::text::bigint from portal.office) as rows`,
  );
  return (row?.zahl ?? 0) * 2 ** 32 + Number(row?.letzte ?? 0);
}

/** The offices of a Kommune, by name. */
export function readOffices(tx: Tx, tenant: TenantId): Promise<readonly Office[]> {
  return rowsOf(
    tx,
    sql<Office>`select ${officeColumns} from portal.office where tenant_id = ${tenant} order by name`,
  );
}

/** Inserts a site; `false` where its slug, key or tenant has one. */
export function insertSite(
  tx: Tx,
  site: SiteText & Pick<Site, 'slug' | 'ags' | 'name'>,
  tenant: TenantId,
): Promise<boolean> {
  return changed(
    tx,
    sql`insert into portal.site (tenant_id, slug, ags, name, anschrift, telefon, email, vertretung, datenschutz_email,
        oeffnungszeiten, veroeffentlicht_ab, barrierefreiheit_geprueft_am, version)
      values (${tenant}, ${site.slug}, ${site.ags}, ${site.name}, ${site.anschrift}, ${site.telefon}, ${site.email},
        ${site.vertretung}, ${site.datenschutzEmail}, ${json(site.oeffnungszeiten)}, ${site.veroeffentlichtAb},
        ${site.barrierefreiheitGeprueftAm}, 1)
      on conflict do nothing`,
  );
}

/** Changes a site that still has the version that was read; `false` where somebody was faster. */
export function updateSite(
  tx: Tx,
  site: SiteText & Pick<Site, 'name'>,
  tenant: TenantId,
  readVersion: number,
): Promise<boolean> {
  return changed(
    tx,
    sql`update portal.site set name = ${site.name}, anschrift = ${site.anschrift}, telefon = ${site.telefon},
        email = ${site.email}, vertretung = ${site.vertretung}, datenschutz_email = ${site.datenschutzEmail},
        oeffnungszeiten = ${json(site.oeffnungszeiten)}, veroeffentlicht_ab = ${site.veroeffentlichtAb},
        barrierefreiheit_geprueft_am = ${site.barrierefreiheitGeprueftAm}, version = version + 1
      where tenant_id = ${tenant} and version = ${readVersion}`,
  );
}

type OfficeRow = OfficeText & Pick<Office, 'id' | 'leistungen'>;

/** Inserts an office; `false` where one has its name. */
export function insertOffice(tx: Tx, office: OfficeRow, tenant: TenantId): Promise<boolean> {
  return changed(
    tx,
    sql`insert into portal.office (tenant_id, id, name, anschrift, telefon, email, oeffnungszeiten, leistungen, version)
      values (${tenant}, ${office.id}, ${office.name}, ${office.anschrift}, ${office.telefon}, ${office.email},
        ${json(office.oeffnungszeiten)}, ${[...office.leistungen]}::text[], 1)
      on conflict do nothing`,
  );
}

/** Changes an office that still has the version that was read; `false` where somebody was faster or took it away. */
export function updateOffice(
  tx: Tx,
  office: OfficeRow,
  tenant: TenantId,
  readVersion: number,
): Promise<boolean> {
  return changed(
    tx,
    sql`update portal.office set name = ${office.name}, anschrift = ${office.anschrift}, telefon = ${office.telefon},
        email = ${office.email}, oeffnungszeiten = ${json(office.oeffnungszeiten)},
        leistungen = ${[...office.leistungen]}::text[], version = version + 1
      where tenant_id = ${tenant} and id = ${office.id} and version = ${readVersion}`,
  );
}

export function deleteOffice(tx: Tx, id: string, tenant: TenantId): Promise<boolean> {
  return changed(tx, sql`delete from portal.office where tenant_id = ${tenant} and id = ${id}`);
}
