import { removeUnsent, type SealingKey, sealingKeyOf, storeAttachment } from '#delivery';
import { type Evaluation, type FileAnswer, pageModel, uploadsOf } from '#forms';
import { officesOfPage } from '#forms/onlinedienst';
import { addDays, type FieldProblem, type LocalDate, ok, type Result, refuse, tellApart } from '#kernel';
import type { PageRequest, Upload } from '#platform';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps } from '../deps.ts';
import { detectFileType } from '../detect-file-type.ts';
import type { DraftFile } from '../draft-content.ts';
import { destinationMissing, uploadNotAsked } from '../errors.ts';
import { type PortalSite, partyOf } from '../portal-site.ts';
import type { OpenDraft } from './open-draft.ts';
import { ortOfAntrag } from './ort-of-antrag.ts';
import { entwurfLoeschtag } from './start-draft.ts';
import { notNow, problemOf, type Rules, type Sent } from './upload-problems.ts';

type Deps = Pick<ApplicationsDeps, 'db' | 'clock' | 'blobs'>;

/** The form that files are for, the office that gets them, and how long they wait. */
export interface UploadTarget {
  readonly evaluation: Evaluation;
  /** The files that there are already; names are told apart. */
  readonly files: readonly DraftFile[];
  readonly key: (page: string) => Promise<Result<SealingKey>>;
  readonly expiresAt: Date;
}

/** What became of the files of a page. */
export interface KeptUploads {
  readonly kept: readonly DraftFile[];
  readonly answers: ReadonlyMap<string, readonly FileAnswer[]>;
  readonly problems: readonly FieldProblem[];
}

/**
 * Encrypts the files of a page to the authority. What is too large, of another type than asked for, or one too many
 * becomes a problem of its field and is not stored, and so is every file while the office has no valid key. Refuses files
 * where none is asked for (`UPLOAD_NOT_ASKED`).
 */
export async function keepUploads(
  deps: Deps,
  site: PortalSite,
  target: UploadTarget,
  page: string,
  uploads: PageRequest['uploads'],
): Promise<Result<KeptUploads>> {
  const sent = [...uploads].flatMap(([field, files]) =>
    files
      .filter(({ bytes, fileName }) => bytes > 0 || fileName !== nameless)
      .map((upload) => ({ field, upload })),
  );
  const result: KeptUploads = { kept: [], answers: new Map(), problems: [] };
  if (sent.length === 0) return ok(result);
  const model = pageModel(target.evaluation, page);
  if (!model.ok) return model;
  const rules = uploadsOf(model.value);
  if (sent.some(({ field }) => !rules.has(field))) return refuse(uploadNotAsked);
  const key = await target.key(page);
  if (key.ok) return ok(await keepAll({ deps, site, target, key: key.value }, sent, rules));
  return key.refusal.kind === 'unavailable' ? ok({ ...result, problems: notNow(sent) }) : key;
}

interface Keeping {
  readonly deps: Deps;
  readonly site: PortalSite;
  readonly target: UploadTarget;
  readonly key: SealingKey;
}

async function keepAll(
  keeping: Keeping,
  sent: readonly Sent[],
  rules: ReturnType<typeof uploadsOf>,
): Promise<KeptUploads> {
  const kept: DraftFile[] = [];
  const answers = new Map<string, readonly FileAnswer[]>();
  const problems = new Map<string, string>();
  for (const { field, upload } of sent) {
    const rule = rules.get(field);
    if (!rule) continue;
    const before = answers.get(field) ?? [];
    const names = [...keeping.target.files, ...kept].map(({ fileName }) => fileName);
    const room = rule.room - before.length;
    const stored = await keepOne(keeping, upload, { ...rule, room }, tellApart(upload.fileName, names));
    if (stored.ok) {
      kept.push(stored.value.file);
      answers.set(field, [...before, stored.value.answer]);
    } else {
      // A field has one message; it names every file that was wrong.
      problems.set(field, [problems.get(field) ?? [], stored.refusal.message].flat().join(' '));
    }
  }
  return { kept, answers, problems: [...problems].map(([field, message]) => ({ field, message })) };
}

/** Takes files away that will not be sent. */
export async function dropFiles(deps: Deps, site: PortalSite, files: readonly DraftFile[]): Promise<void> {
  for (const { blob } of files) await removeUnsent(deps, partyOf(site), blob);
}

/** What the door calls a file field that was left empty. */
const nameless = 'datei';

/** Where the files of a draft go. */
export function uploadsOfDraft(
  deps: Pick<ApplicationsDeps, 'db' | 'clock' | 'destinationOf'>,
  site: PortalSite,
  draft: OpenDraft,
): UploadTarget {
  const { evaluation, content, offer } = draft;
  const expiresAt = dayAfter(entwurfLoeschtag(offer, deps.clock.today()));
  return { evaluation, files: content.files, key: (page) => sealingKey(deps, site, draft, page), expiresAt };
}

/** A day longer than the answers stay, so that no file goes before the answers that name it. */
export function dayAfter(day: LocalDate): Date {
  return new Date(`${addDays(day, 1)}T00:00:00Z`);
}

/** The key of the office that gets the files of a page. */
function sealingKey(
  { db, clock, destinationOf }: Pick<ApplicationsDeps, 'db' | 'clock' | 'destinationOf'>,
  site: PortalSite,
  { door, offer, evaluation }: OpenDraft,
  page: string,
) {
  const [office = ''] = officesOfPage(offer.dienst, evaluation, page);
  return db.withTenant(site.tenant, antragActor, async (tx): Promise<Result<SealingKey>> => {
    const to = await destinationOf(tx, site, door.dienst, office, ortOfAntrag(evaluation));
    return to ? sealingKeyOf(tx, to.tenant, to.zustellpunkt, clock.now()) : refuse(destinationMissing);
  });
}

async function keepOne(
  { deps, site, target, key }: Keeping,
  upload: Upload,
  rule: Rules,
  fileName: string,
): Promise<Result<{ readonly file: DraftFile; readonly answer: FileAnswer }>> {
  const found = await detectFileType(upload);
  const problem = problemOf(upload, found?.type ?? null, rule);
  if (problem !== null || !found)
    return refuse({ kind: 'invalid', code: 'UPLOAD_UNFIT', message: problem ?? '' });
  const stored = await storeAttachment(deps, partyOf(site), key, {
    source: upload.open(),
    mimeType: found.mimeType,
    maxBytes: rule.maxBytes,
    expiresAt: target.expiresAt,
  });
  if (!stored.ok) return stored;
  const { id, bytes } = stored.value;
  const geprueft = upload.scanned === 'clean';
  const answer = { id, name: fileName, type: found.type, bytes };
  return ok({
    file: { ...stored.value, fileName, geprueft },
    answer: upload.scanned === null ? answer : { ...answer, scanned: geprueft },
  });
}
