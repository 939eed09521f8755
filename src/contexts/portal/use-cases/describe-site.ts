import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { PortalStaffDeps } from '../deps.ts';
import { parseSite, type Site, type SiteInput, type SiteText } from '../domain/site.ts';
import { slugsOf } from '../domain/slug.ts';
import { changedMeanwhile, invalidInput, siteTaken } from '../errors.ts';
import { insertSite, readSiteOf, updateSite } from '../store.ts';
import type { Editor } from './editor.ts';

/**
 * Writes the site of a Kommune on top of the version that was read (0: none yet). Name, key and address come from the
 * Kommune's organisation, not from the input. Refuses `PORTAL_INPUT_INVALID` by field, `PORTAL_CHANGED_MEANWHILE`.
 */
export async function describeSite(
  { db }: Pick<PortalStaffDeps, 'db'>,
  { actor, kommune }: Editor,
  input: SiteInput & { readonly version: number },
): Promise<Result<Site>> {
  const text = parseSite(input);
  if (!text.ok) return refuse(invalidInput(text.refusal));
  const run = async (tx: Tx): Promise<Result<Site>> => {
    const written = await write(tx, { kommune }, text.value, input.version);
    if (!written.ok) return written;
    const { slug, version, veroeffentlichtAb } = written.value;
    await recordAudit(tx, {
      action: 'portal.site.described',
      object: { type: 'portal.site', id: slug },
      summary: { version, veroeffentlichtAb },
    });
    return written;
  };
  return db.withReference(actor, run, kommune.tenant);
}

async function write(
  tx: Tx,
  { kommune }: Pick<Editor, 'kommune'>,
  text: SiteText,
  readVersion: number,
): Promise<Result<Site>> {
  const { tenant, ags, name } = kommune;
  const present = await readSiteOf(tx, tenant);
  if (present?.version !== (readVersion === 0 ? undefined : readVersion)) return refuse(changedMeanwhile);
  if (present) {
    const done = await updateSite(tx, { ...text, name }, tenant, readVersion);
    if (!done) return refuse(changedMeanwhile);
  } else if (!(await insertUnderFreeSlug(tx, { kommune }, text))) return refuse(siteTaken);
  const site = await readSiteOf(tx, tenant);
  return site && site.ags === ags ? ok(site) : refuse(siteTaken);
}

async function insertUnderFreeSlug(
  tx: Tx,
  { kommune: { tenant, ags, name } }: Pick<Editor, 'kommune'>,
  text: SiteText,
): Promise<boolean> {
  for (const slug of slugsOf(name, ags))
    if (await insertSite(tx, { ...text, slug, ags, name }, tenant)) return true;
  return false;
}
