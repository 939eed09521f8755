import { createLogger, openInstance, readConfig } from '#platform';
import { ownerOf, siteBySlug } from '#portal';
import { wireContexts } from '../../src/app/contexts.ts';
import { createServices } from '../../src/app/services.ts';
import { antragActor } from '../../src/contexts/applications/antrag-actor.ts';
import type { ApplicationsDeps } from '../../src/contexts/applications/deps.ts';
import type { DraftContent } from '../../src/contexts/applications/draft-content.ts';
import type { PortalSite } from '../../src/contexts/applications/portal-site.ts';
import { updateEntwurf } from '../../src/contexts/applications/store-entwurf.ts';
import { contentPlace, openById } from '../../src/contexts/applications/use-cases/open-door.ts';
import { type OpenDraft, openDraft } from '../../src/contexts/applications/use-cases/open-draft.ts';
import { savePage } from '../../src/contexts/applications/use-cases/save-page.ts';
import { startDraft } from '../../src/contexts/applications/use-cases/start-draft.ts';
import { hundPages } from '../../src/contexts/applications/web/testing/citizen.ts';
import { shapeOf } from '../../src/contexts/forms/index.ts';
import type { Installation } from './installation.ts';

/** A draft and the cookie that opens it. */
export interface PreparedDraft {
  readonly id: string;
  readonly cookie: string;
}

/** Drafts of „Hund anmelden“ in Lemgo that are made beside the measured program, on its database. */
export interface DraftMaker extends AsyncDisposable {
  readonly begin: () => Promise<PreparedDraft>;
  /** One in which every page has been answered; its version is 2. */
  readonly answered: () => Promise<PreparedDraft>;
  readonly ownerUrl: string;
}

interface Desk {
  readonly deps: ApplicationsDeps;
  readonly site: PortalSite;
}

const dienst = 'hund-anmelden';

/** The pages of one small dog in Lemgo, which states no reason for a lower tax and so never asks for one. */
export const smallDogPages = hundPages.filter(([page]) => page !== 'ermaessigung');

/** Opens the data folder of a running installation as a command does. */
export async function openDraftMaker(
  installation: Pick<Installation, 'folder' | 'port'>,
): Promise<DraftMaker> {
  const settings = { LEITWERK_DATA: installation.folder, PORT: String(installation.port) };
  const config = readConfig(settings, installation.folder);
  if (!config.ok) throw new Error(config.refusal.message);
  const opened = await openInstance(config.value, { role: 'command' });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { db, installationId, ownerUrl, release } = opened.value;
  const services = createServices(config.value, db, createLogger('silent', 'bench'), installationId);
  const { applications: deps } = wireContexts(services);
  const known = await siteBySlug(db, 'lemgo');
  if (!known) throw new Error('Lemgo has no site');
  const origin = services.hosts.portalOrigin('lemgo');
  const site = { tenant: ownerOf(known), ags: known.ags, name: known.name, slug: 'lemgo', origin };
  const desk = { deps, site };
  const cookieOf = (token: string) => `${deps.cookieName}=${token}`;
  let pattern: OpenDraft | null = null;
  return {
    ownerUrl,
    begin: async () => {
      const { id, token } = await begun(desk);
      return { id, cookie: cookieOf(token) };
    },
    answered: async () => {
      pattern ??= await filled(desk);
      const { id, token } = await begun(desk);
      await copyAnswers(desk, { id, token }, pattern);
      return { id, cookie: cookieOf(token) };
    },
    [Symbol.asyncDispose]: release,
  };
}

async function begun({ deps, site }: Desk) {
  const started = await startDraft(deps, site, dienst);
  if (!started.ok) throw new Error(started.refusal.message);
  return started.value;
}

async function opened({ deps, site }: Desk, { id, token }: { readonly id: string; readonly token: string }) {
  return deps.db.withTenant(site.tenant, antragActor, async (tx) => {
    const door = await openById(tx, deps, id, [token]);
    const draft = door.ok ? await openDraft(tx, deps, site, door.value) : door;
    if (!draft.ok) throw new Error(draft.refusal.message);
    return draft.value;
  });
}

/** A draft that was answered page by page. */
async function filled(desk: Desk): Promise<OpenDraft> {
  const started = await begun(desk);
  for (const [page, form] of smallDogPages) {
    const draft = await opened(desk, started);
    const sent = { page, version: draft.version, form: new URLSearchParams(form), uploads: new Map() };
    const outcome = await savePage(desk.deps, desk.site, draft, sent);
    if (!outcome.ok || outcome.value.kind !== 'saved' || outcome.value.problems.length > 0)
      throw new Error(`the page ${page} was not taken`);
  }
  return opened(desk, started);
}

/** The answers of one draft under the key of another. */
async function copyAnswers(
  desk: Desk,
  to: { readonly id: string; readonly token: string },
  { content, fassung, seite, evaluation }: OpenDraft,
): Promise<void> {
  const { door } = await opened(desk, to);
  const answers: DraftContent = { answers: content.answers, files: [] };
  const sealed = door.key.seal(contentPlace(door.id), JSON.stringify(answers));
  const row = { fassung, sealed, seite, bearbeitetAm: desk.deps.clock.now() };
  await desk.deps.db.withTenant(desk.site.tenant, antragActor, (tx) =>
    updateEntwurf(tx, door.id, 1, row, shapeOf(evaluation)),
  );
}
