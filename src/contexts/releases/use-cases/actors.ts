import type { Angebot, Editor } from '#efa';
import { readAngebote } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { Lead, ReleasesDeps } from '../deps.ts';
import { dienstUnknown, notCoordinator, notLead, notOwner, notViewer } from '../errors.ts';

type Finding = Pick<ReleasesDeps, 'ownAnbieter' | 'ownKommune'>;

/** Who may roll out: members of an IT-Dienstleister with the permission, and the operator acting for one. */
export async function leadOf(deps: Finding, principal: Principal | null): Promise<Result<Lead>> {
  if (principal === null || !principal.permissions.has('releases.manage')) return refuse(notLead);
  const anbieter = await deps.ownAnbieter(principal);
  return anbieter ? ok({ actor: principal.actor, anbieter }) : refuse(notLead);
}

/** Who reads: the provider for all Kommunen of its services, a Kommune for itself. */
export type Viewer =
  | { readonly art: 'anbieter'; readonly lead: Lead }
  | { readonly art: 'kommune'; readonly editor: Editor; readonly darfFesthalten: boolean };

export async function viewerOf(deps: Finding, principal: Principal | null): Promise<Result<Viewer>> {
  const lead = await leadOf(deps, principal);
  if (lead.ok) return ok({ art: 'anbieter', lead: lead.value });
  const kommune = await deps.ownKommune(principal);
  if (principal === null || kommune === null) return refuse(notViewer);
  const darfFesthalten = principal.permissions.has('efa.anbindung.manage');
  return ok({ art: 'kommune', editor: { actor: principal.actor, kommune }, darfFesthalten });
}

/** Who decides for a Kommune that it stays with its version. */
export async function coordinatorOf(deps: Finding, principal: Principal | null): Promise<Result<Editor>> {
  const viewer = await viewerOf(deps, principal);
  if (!viewer.ok) return viewer;
  if (viewer.value.art !== 'kommune' || !viewer.value.darfFesthalten) return refuse(notCoordinator);
  return ok(viewer.value.editor);
}

/** All versions of a service, oldest first; refuses one that nobody offers. */
export async function angeboteOf(
  { db }: Pick<ReleasesDeps, 'db'>,
  dienst: string,
): Promise<Result<readonly [Angebot, ...Angebot[]]>> {
  const all = await db.withPublic((tx) => readAngebote(tx, dienst));
  const [first, ...more] = all.toSorted((a, b) => a.data.version - b.data.version);
  return first ? ok([first, ...more]) : refuse(dienstUnknown(dienst));
}

/** The same for whoever offers it; anybody else is refused. */
export async function ownAngeboteOf(
  deps: Pick<ReleasesDeps, 'db'>,
  { anbieter }: Lead,
  dienst: string,
): Promise<Result<readonly [Angebot, ...Angebot[]]>> {
  const angebote = await angeboteOf(deps, dienst);
  if (!angebote.ok) return angebote;
  const [first] = angebote.value;
  return first.anbieterId === anbieter.tenant ? angebote : refuse(notOwner(first.anbieter));
}
