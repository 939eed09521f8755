import { isDeepStrictEqual } from 'node:util';
import { keepAttachments } from '#delivery';
import {
  type Evaluation,
  nextPage,
  originsAfter,
  type PageReading,
  pageToShow,
  readPage,
  shapeOf,
} from '#forms';
import { type FieldProblem, ok, type Result } from '#kernel';
import type { PageRequest, Tx } from '#platform';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps } from '../deps.ts';
import { type DraftContent, partedFiles } from '../draft-content.ts';
import { type PortalSite, partyOf } from '../portal-site.ts';
import { setZugangLoeschtag, updateEntwurf } from '../store-entwurf.ts';
import { dayAfter, dropFiles, type KeptUploads, keepUploads, uploadsOfDraft } from './keep-uploads.ts';
import { contentPlace } from './open-door.ts';
import { type OpenDraft, openDraft } from './open-draft.ts';
import { entwurfLoeschtag } from './start-draft.ts';

/** A page as it was sent, and the version of the draft that it stood on. */
export interface SentPage {
  readonly page: string;
  readonly version: number;
  readonly form: URLSearchParams;
  readonly uploads: PageRequest['uploads'];
}

/** What became of it. */
export type PageOutcome =
  /** It is not this page's turn; nothing was saved. */
  | { readonly kind: 'elsewhere'; readonly evaluation: Evaluation }
  /** Another tab was faster; nothing was saved, the answers of this page are in `reading`. */
  | { readonly kind: 'conflict'; readonly draft: OpenDraft; readonly reading: PageReading }
  | {
      readonly kind: 'saved';
      readonly version: number;
      readonly reading: PageReading;
      readonly problems: readonly FieldProblem[];
    };

type Deps = ApplicationsDeps;

/** Saves a page on top of exactly the version it stood on. The same page sent twice counts once. */
export async function savePage(
  deps: Deps,
  site: PortalSite,
  draft: OpenDraft,
  sent: SentPage,
): Promise<Result<PageOutcome>> {
  const { content, evaluation } = draft;
  const turn = pageToShow(evaluation, sent.page);
  if (turn.kind !== 'page' || turn.page !== sent.page) return ok({ kind: 'elsewhere', evaluation });
  if (sent.version !== draft.version) return conflictOf(draft, sent);
  const uploads = await keepUploads(deps, site, uploadsOfDraft(deps, site, draft), sent.page, sent.uploads);
  if (!uploads.ok) return uploads;
  const { form } = evaluation;
  const reading = readPage(
    form,
    content.answers,
    draft.offer.context,
    sent.page,
    sent.form,
    uploads.value.answers,
  );
  const saved = reading.ok
    ? await writeReading(deps, site, draft, sent.page, reading.value, uploads.value)
    : null;
  if (!reading.ok || saved === null) await dropFiles(deps, site, uploads.value.kept);
  if (!reading.ok) return reading;
  if (saved === null) return conflictAfter(deps, site, draft, sent);
  const problems = [...uploads.value.problems, ...reading.value.problems];
  return ok({ kind: 'saved', version: saved, reading: reading.value, problems: unique(problems) });
}

/** One message a field: what was wrong with a file comes before „fehlt“. */
export function unique(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.filter(
    ({ field }, index) => problems.findIndex((other) => other.field === field) === index,
  );
}

/** The version after the save, or `null` where another tab was faster. */
async function writeReading(
  deps: Deps,
  site: PortalSite,
  draft: OpenDraft,
  page: string,
  reading: PageReading,
  uploads: KeptUploads,
): Promise<number | null> {
  const { named, orphaned } = partedFiles({
    answers: reading.answers,
    files: [...draft.content.files, ...uploads.kept],
  });
  const { content: before } = draft;
  const content: DraftContent = {
    answers: reading.answers,
    origins: originsAfter(before.origins ?? {}, before.answers, reading.answers),
    language: reading.language ?? before.language,
    files: named,
  };
  const day = entwurfLoeschtag(draft.offer, deps.clock.today());
  const reached = await deps.db.withTenant(site.tenant, antragActor, (tx) =>
    writeDraft(tx, deps, draft, { content, page: pageAfter(page, reading), reading, day }),
  );
  if (!reached) return null;
  await dropFiles(deps, site, orphaned);
  const blobs = named.map(({ blob }) => blob);
  // A file that is gone already is told at the submission, where it can be mended.
  if (blobs.length > 0) await keepAttachments(deps, partyOf(site), blobs, dayAfter(day));
  return draft.version + 1;
}

/** Where somebody who leaves now goes on later. */
function pageAfter(page: string, { evaluation, go, problems }: PageReading): string {
  const next = go === 'next' && problems.length === 0 ? nextPage(evaluation, page) : null;
  return next?.kind === 'page' ? next.page : page;
}

interface Writing {
  readonly content: DraftContent;
  readonly page: string;
  readonly reading: PageReading;
  readonly day: ReturnType<typeof entwurfLoeschtag>;
}

async function writeDraft(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  { door, version, offer }: OpenDraft,
  { content, page, reading, day }: Writing,
): Promise<boolean> {
  const sealed = door.key.seal(contentPlace(door.id), JSON.stringify(content));
  const row = { fassung: offer.fassung, sealed, seite: page, bearbeitetAm: clock.now() };
  const reached = await updateEntwurf(tx, door.id, version, row, shapeOf(reading.evaluation));
  if (reached) await setZugangLoeschtag(tx, door.id, day);
  return reached;
}

/** A page that stood on an older version: the same answers count as saved, others are shown again, and nothing is lost. */
function conflictOf(draft: OpenDraft, sent: SentPage): Result<PageOutcome> {
  const { content, offer, version } = draft;
  const reading = readPage(draft.evaluation.form, content.answers, offer.context, sent.page, sent.form);
  if (!reading.ok) return reading;
  if (isDeepStrictEqual(reading.value.answers, content.answers))
    return ok({ kind: 'saved', version, reading: reading.value, problems: reading.value.problems });
  return ok({ kind: 'conflict', draft, reading: reading.value });
}

async function conflictAfter(
  deps: Deps,
  site: PortalSite,
  { door }: OpenDraft,
  sent: SentPage,
): Promise<Result<PageOutcome>> {
  const newer = await deps.db.withTenant(site.tenant, antragActor, (tx) => openDraft(tx, deps, site, door));
  return newer.ok ? conflictOf(newer.value, sent) : newer;
}
