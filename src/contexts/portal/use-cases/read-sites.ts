import { ok, type Result, refuse } from '#kernel';
import { type Database, parseTenantId, type TenantId } from '#platform';
import type { PortalReadDeps } from '../deps.ts';
import type { Office } from '../domain/office.ts';
import { isPublished, type Site } from '../domain/site.ts';
import { siteUnknown } from '../errors.ts';
import { readOffices, readSiteBySlug, readSiteOf, readSites } from '../store.ts';
import type { Editor } from './editor.ts';

/** The site of a host name, published or not; null where there is none. The caller decides who may see it. */
export function siteBySlug(db: Database, slug: string): Promise<Site | null> {
  return db.withPublic((tx) => readSiteBySlug(tx, slug));
}

/** The sites that everybody may see today. */
export async function publishedSites({
  db,
  clock,
}: Pick<PortalReadDeps, 'db' | 'clock'>): Promise<readonly Site[]> {
  const today = clock.today();
  return (await db.withPublic(readSites)).filter((site) => isPublished(site, today));
}

/** A site that everybody may see today, with its offices. Refuses `PORTAL_SITE_UNKNOWN`. */
export async function publishedSite(
  { db, clock }: Pick<PortalReadDeps, 'db' | 'clock'>,
  slug: string,
): Promise<Result<{ readonly site: Site; readonly offices: readonly Office[] }>> {
  const site = await siteBySlug(db, slug);
  if (site === null || !isPublished(site, clock.today())) return refuse(siteUnknown(slug));
  return ok({ site, offices: await db.withPublic((tx) => readOffices(tx, ownerOf(site))) });
}

/** What an editor describes: the own site, null while there is none, and its offices. */
export function readOwn(
  { db }: { readonly db: Database },
  { actor, kommune }: Editor,
): Promise<{ readonly site: Site | null; readonly offices: readonly Office[] }> {
  return db.withTenant(kommune.tenant, actor, async (tx) => ({
    site: await readSiteOf(tx, kommune.tenant),
    offices: await readOffices(tx, kommune.tenant),
  }));
}

/** Whose site it is. */
export function ownerOf(site: Site): TenantId {
  const tenant = parseTenantId(site.tenant);
  if (tenant === null) throw new Error(`The site ${site.slug} has no owner.`);
  return tenant;
}
