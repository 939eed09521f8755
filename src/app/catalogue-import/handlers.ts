import { tableImport } from '#catalogue';
import type { Clock, Result } from '#kernel';
import {
  type Actor,
  type Database,
  type EventHandlers,
  failVorgang,
  finishVorgang,
  readVorgang,
  reportVorgang,
  type TenantId,
  type VorgangId,
} from '#platform';
import { type HeldUploads, inScopeOf, readWorkPayload } from '../reference/index.ts';
import { orderOf, readDraft } from './draft.ts';
import { makePreview } from './make-preview.ts';
import { writePreview } from './preview.ts';

/** What the worker needs for tables of the catalogue. */
export interface TableHandlerDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly uploads: HeldUploads;
}

interface Job {
  readonly vorgang: VorgangId;
  readonly upload: string;
  readonly actor: Actor;
  readonly tenant: TenantId | null;
}

type Report = (percent: number, message: string) => Promise<void>;

/** The worker's part of the import of tables. Each may come twice: the same tables change nothing then. */
export function tableHandlers(deps: TableHandlerDeps): EventHandlers {
  const { db, clock, uploads } = deps;
  const job =
    (work: (job: Job, report: Report) => Promise<Result<unknown>>): EventHandlers[string] =>
    async (payload, { tenant }) => {
      const { upload, ...rest } = readWorkPayload(payload);
      const held = upload === null ? null : await uploads.read(upload);
      if (held === null) await giveUp(db, { ...rest, tenant });
      else await run(db, { ...rest, upload: held.id, tenant }, work);
    };
  return {
    'catalogue.table.preview': job(async ({ upload }, report) => {
      const order = await orderOf(uploads, upload, await readDraft(uploads, upload));
      await writePreview(uploads, upload, await makePreview(db, order, report));
      return { ok: true, value: null };
    }),
    'catalogue.table.apply': job(async ({ upload, actor }, report) => {
      const draft = await readDraft(uploads, upload);
      const order = await orderOf(uploads, upload, draft);
      return tableImport.apply({ db, clock }, actor, order, draft.consent, report);
    }),
  };
}

async function run(
  db: Database,
  job: Job,
  work: (job: Job, report: Report) => Promise<Result<unknown>>,
): Promise<void> {
  const report: Report = async (percent, message) => {
    await inScopeOf(db, job, (tx) => reportVorgang(tx, job.vorgang, { percent, message }));
  };
  const open = await inScopeOf(db, job, async (tx) => {
    const vorgang = await readVorgang(tx, job.vorgang);
    return vorgang !== null && vorgang.state !== 'done' && vorgang.state !== 'failed';
  });
  if (!open) return;
  await report(5, 'Die Tabellen werden gelesen.');
  const result = await work(job, report);
  const message = result.ok ? 'Fertig.' : result.refusal.message;
  await inScopeOf(db, job, (tx) => finishVorgang(tx, job.vorgang, message, result));
}

/** The files are gone: the person is told, and nothing waits for them any more. */
async function giveUp(db: Database, job: Omit<Job, 'upload'>): Promise<void> {
  const message = 'Die hochgeladenen Tabellen liegen nicht mehr vor. Es wurde nichts übernommen.';
  await inScopeOf(db, job, (tx) => failVorgang(tx, job.vorgang, message));
}
