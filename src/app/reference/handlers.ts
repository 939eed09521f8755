import type { Result } from '#kernel';
import {
  type Actor,
  type Database,
  type EventContext,
  type EventHandlers,
  failVorgang,
  finishVorgang,
  readVorgang,
  reportVorgang,
  type TenantId,
  type VorgangId,
} from '#platform';
import { areaOf, filesOf, germanyArea, type ReferenceArea } from './areas.ts';
import { completeFiles } from './complete-files.ts';
import type { HeldUploads } from './held-uploads.ts';
import { previewJson } from './preview-json.ts';
import { inScopeOf, readWorkPayload } from './work.ts';

/** What the worker needs for reference data. */
export interface ReferenceHandlerDeps {
  readonly db: Database;
  readonly uploads: HeldUploads;
  /** The data that the product ships. */
  readonly dataFolder: string;
}

interface Job {
  readonly vorgang: VorgangId;
  readonly area: ReferenceArea;
  readonly folder: string;
  readonly actor: Actor;
  readonly tenant: TenantId | null;
}

/** What a piece of work came to: the result of its Vorgang. */
type Outcome = { readonly ok: boolean };

/** The worker's part of the import door. Each may come twice: an import of the same files changes nothing then. */
export function referenceHandlers(deps: ReferenceHandlerDeps): EventHandlers {
  const { db, uploads, dataFolder } = deps;
  const ofUpload =
    (work: (job: Job) => Promise<Result<unknown>>) => async (payload: unknown, context: EventContext) => {
      const { upload: id, ...rest } = readWorkPayload(payload);
      const upload = id === null ? null : await uploads.read(id);
      const area = upload && areaOf(upload.area);
      if (!upload || !area) return giveUp(db, rest, context.tenant);
      const folder = uploads.folderOf(upload.id);
      const kept = filesOf(area, dataFolder).filter((name) => !upload.files.includes(name));
      await run(db, { ...rest, tenant: context.tenant, area, folder }, async (job) => {
        await completeFiles(db, area, folder, kept);
        return work(job);
      });
    };
  return {
    'reference.preview': ofUpload(async ({ area, folder }) =>
      mapped(await area.preview(db, folder), previewJson),
    ),
    'reference.apply': ofUpload(({ area, folder, actor }) => area.apply(db, actor, folder)),
    'reference.germany': async (payload, context) => {
      const area = areaOf(germanyArea);
      if (!area) return;
      const job = { ...readWorkPayload(payload), tenant: context.tenant, area, folder: dataFolder };
      await run(db, job, ({ actor }) => area.apply(db, actor, dataFolder));
    },
  };
}

/** The files are gone: the person is told, and nothing waits for them any more. */
async function giveUp(
  db: Database,
  { vorgang, actor }: Pick<Job, 'vorgang' | 'actor'>,
  tenant: TenantId | null,
): Promise<void> {
  const message = 'Die hochgeladenen Dateien liegen nicht mehr vor. Es wurde nichts übernommen.';
  await inScopeOf(db, { tenant, actor }, (tx) => failVorgang(tx, vorgang, message));
}

async function run(db: Database, job: Job, work: (job: Job) => Promise<Result<unknown>>): Promise<void> {
  const open = await inScopeOf(db, job, async (tx) => {
    const vorgang = await readVorgang(tx, job.vorgang);
    if (vorgang === null || vorgang.state === 'done' || vorgang.state === 'failed') return false;
    return reportVorgang(tx, job.vorgang, {
      percent: 10,
      message: `${job.area.label}: Die Dateien werden gelesen und verglichen.`,
    });
  });
  if (!open) return;
  const result: Outcome = withoutFolder(await work(job), job.folder);
  const message = result.ok ? 'Fertig.' : 'Die Dateien sind fehlerhaft. Es wurde nichts übernommen.';
  await inScopeOf(db, job, (tx) => finishVorgang(tx, job.vorgang, message, result));
}

/** Where the server keeps its files is nobody's business. */
function withoutFolder(result: Result<unknown>, folder: string): Result<unknown> {
  if (result.ok) return result;
  const message = result.refusal.message.replaceAll(` im Ordner ${folder}`, '');
  return { ok: false, refusal: { ...result.refusal, message } };
}

function mapped<T, U>(result: Result<T>, map: (value: T) => U): Result<U> {
  return result.ok ? { ok: true, value: map(result.value) } : result;
}
