import { isDeepStrictEqual } from 'node:util';
import { keepAttachments, sealingKeyOf } from '#delivery';
import {
  evaluate,
  missing,
  nextPage,
  type PageReading,
  pageToShow,
  partOfForm,
  readPage,
  withoutUnasked,
} from '#forms';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps } from '../deps.ts';
import { partedFiles } from '../draft-content.ts';
import { nachforderungOver } from '../errors.ts';
import { type PortalSite, partyOf } from '../portal-site.ts';
import { saveNachforderung } from '../store-nachforderung.ts';
import { dayAfter, dropFiles, type KeptUploads, keepUploads, type UploadTarget } from './keep-uploads.ts';
import { type LaterDraft, laterDraftPlace } from './nachforderung-content.ts';
import { type OpenLater, openLater } from './open-nachforderung.ts';
import type { SentPage } from './save-page.ts';
import { unique } from './save-page.ts';

/** What became of a page of the small form. */
export type LaterOutcome =
  | { readonly kind: 'elsewhere' }
  /** Another tab was faster; nothing was saved, `later` holds what this page said on top of the newer state. */
  | { readonly kind: 'conflict'; readonly later: OpenLater }
  | {
      readonly kind: 'saved';
      readonly later: OpenLater;
      readonly go: PageReading['go'];
      readonly focus: string | null;
      readonly problems: readonly FieldProblem[];
      readonly revealed: readonly string[];
    };

/** Saves a page of the small form on top of exactly the version it stood on. The same page sent twice counts once. */
export async function saveLaterPage(
  deps: ApplicationsDeps,
  site: PortalSite,
  later: OpenLater,
  sent: SentPage,
): Promise<Result<LaterOutcome>> {
  if (later.row.zustand !== 'offen') return refuse(nachforderungOver);
  const turn = pageToShow(later.part, sent.page);
  if (turn.kind !== 'page' || turn.page !== sent.page) return ok({ kind: 'elsewhere' });
  if (sent.version !== later.row.version) return conflictOf(later, sent);
  const uploads = await keepUploads(deps, site, uploadsOfLater(deps, later), sent.page, sent.uploads);
  if (!uploads.ok) return uploads;
  const read = readOn(later, sent, uploads.value);
  const saved = read.ok && (await write(deps, site, read.value.later));
  if (!saved) await dropFiles(deps, site, uploads.value.kept);
  if (!read.ok) return read;
  if (!saved) return afterFaster(deps, site, later, sent);
  await keepNamed(deps, site, read.value.later, [...later.draft.files, ...uploads.value.kept]);
  return ok(outcomeOf(read.value, sent, uploads.value));
}

interface Read {
  readonly later: OpenLater;
  readonly reading: PageReading;
}

const noUploads: KeptUploads = { kept: [], answers: new Map(), problems: [] };

/** The page on top of what is known; what nobody asked for stays as it was, whatever was sent. */
function readOn(later: OpenLater, sent: SentPage, uploads: KeptUploads = noUploads): Result<Read> {
  const { whole, draft, offer, before, places, origins } = later;
  const { form } = whole;
  const reading = readPage(form, draft.answers, offer.context, sent.page, sent.form, uploads.answers);
  if (!reading.ok) return reading;
  const answers = withoutUnasked(before, reading.value.answers, places);
  const now = evaluate(form, answers, offer.context, origins);
  const { named } = partedFiles({ answers, files: [...draft.files, ...uploads.kept] });
  const language = reading.value.language ?? draft.language;
  const part = partOfForm(now, before, places);
  const right = reading.value.go === 'next' && !missing(part).some(({ page }) => page === sent.page);
  const seite = right ? pageAfterLater(part, sent.page) : sent.page;
  const next = { ...later, draft: { answers, language, files: named, seite }, whole: now, part };
  return ok({ later: next, reading: reading.value });
}

/** Only problems of what is asked for count. */
function outcomeOf({ later, reading }: Read, sent: SentPage, uploads: KeptUploads): LaterOutcome {
  const { go, focus } = reading;
  const found = go === 'next' ? missing(later.part).filter(({ page }) => page === sent.page) : [];
  const problems = unique([...uploads.problems, ...found]);
  const revealed = reading.revealed.filter((name) => found.some(({ field }) => field === name));
  const row = { ...later.row, version: later.row.version + 1 };
  return { kind: 'saved', later: { ...later, row }, go, focus, problems, revealed };
}

function conflictOf(later: OpenLater, sent: SentPage): Result<LaterOutcome> {
  const read = readOn(later, sent);
  if (!read.ok) return read;
  const same = isDeepStrictEqual(read.value.later.draft.answers, later.draft.answers);
  if (!same) return ok({ kind: 'conflict', later: read.value.later });
  const saved = outcomeOf(read.value, sent, noUploads);
  return ok(saved.kind === 'saved' ? { ...saved, later } : saved);
}

async function afterFaster(
  deps: ApplicationsDeps,
  site: PortalSite,
  { antrag, row }: OpenLater,
  sent: SentPage,
): Promise<Result<LaterOutcome>> {
  const newer = await deps.db.withTenant(site.tenant, antragActor, (tx) =>
    openLater(tx, deps, site, antrag.door, row.id),
  );
  if (!newer.ok) return newer;
  return newer.value.row.zustand === 'offen' ? conflictOf(newer.value, sent) : refuse(nachforderungOver);
}

function write(
  deps: ApplicationsDeps,
  site: PortalSite,
  { antrag, row, draft }: OpenLater,
): Promise<boolean> {
  const stored: LaterDraft = draft;
  const sealed = antrag.door.key.seal(laterDraftPlace(row.id), JSON.stringify(stored));
  return deps.db.withTenant(site.tenant, antragActor, (tx) =>
    saveNachforderung(tx, row.id, row.version, sealed),
  );
}

/** Files that an answer names stay as long as the Antrag; the others go at once. */
async function keepNamed(
  deps: ApplicationsDeps,
  site: PortalSite,
  { draft, antrag }: OpenLater,
  files: OpenLater['draft']['files'],
): Promise<void> {
  const { orphaned } = partedFiles({ answers: draft.answers, files });
  await dropFiles(deps, site, orphaned);
  const blobs = draft.files.map(({ blob }) => blob);
  if (blobs.length > 0) await keepAttachments(deps, partyOf(site), blobs, dayAfter(antrag.row.loeschenAm));
}

function uploadsOfLater(
  { db, clock }: ApplicationsDeps,
  { part, draft, asked, antrag }: OpenLater,
): UploadTarget {
  const key = () =>
    db.withTenant(antrag.row.tenant, antragActor, (tx) =>
      sealingKeyOf(tx, asked.empfaenger, asked.zustellpunkt, clock.now()),
    );
  return { evaluation: part, files: draft.files, key, expiresAt: dayAfter(antrag.row.loeschenAm) };
}

/** Where „Weiter“ leads: the page after this one, or the check. */
export function pageAfterLater(part: OpenLater['part'], page: string): string | null {
  const next = nextPage(part, page);
  return next.kind === 'page' ? next.page : null;
}
