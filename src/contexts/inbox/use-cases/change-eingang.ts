import { type Result, refuse } from '#kernel';
import type { Zustand } from '../domain/zustand.ts';
import { changedMeanwhile, eingangUnknown } from '../errors.ts';
import type { InboxDeps, Worker } from '../ports.ts';
import { type Eingang, eingangByNummer } from '../store/eingaenge.ts';
import { newestEintrag } from '../store/eintraege.ts';
import { layPost } from './lay-post.ts';
import { lockOpened, Refused, type Step, type StepDeps, takeStep } from './take-step.ts';
import { namesOf, sightOf } from './worker.ts';

export type ChangeDeps = StepDeps & Pick<InboxDeps, 'db' | 'colleagues'>;

/** Which case is to be changed, and the version that the person had before their eyes. */
export interface EingangRef {
  readonly nummer: string;
  readonly version: number;
}

/**
 * Takes a step for somebody of the office, in one transaction: state, history, audit and what the applicant learns.
 * Refuses with `INBOX_CHANGED_MEANWHILE`, naming who and when, where the case changed after `version` was read.
 */
export async function changeEingang(
  deps: ChangeDeps,
  worker: Worker,
  ref: EingangRef,
  step: Step,
): Promise<Result<Eingang>> {
  const colleagues = await deps.colleagues(worker);
  const changed = await tryChange(deps, worker, ref, { step, maySee: sightOf(worker, colleagues) });
  if (!('faster' in changed)) return changed;
  const { zustand, at, by } = changed.faster;
  return refuse(changedMeanwhile(zustand, namesOf(colleagues)(by), at));
}

/** Who changed the case since it was read, and into which state. */
interface Faster {
  readonly faster: { readonly zustand: Zustand; readonly at: Date; readonly by: string };
}

async function tryChange(
  deps: ChangeDeps,
  { tenant, actor }: Worker,
  ref: EingangRef,
  { step, maySee }: { readonly step: Step; readonly maySee: ReturnType<typeof sightOf> },
): Promise<Result<Eingang> | Faster> {
  try {
    return await deps.db.withTenant(tenant, actor, async (tx): Promise<Result<Eingang> | Faster> => {
      const found = await eingangByNummer(tx, tenant, ref.nummer);
      if (!found || !maySee(found)) return refuse(eingangUnknown);
      // What the applicant wrote comes first: a withdrawal must not be overtaken by a decision.
      await layPost(deps, tx, tenant, found.id);
      const opened = await lockOpened(deps, tx, tenant, found.id);
      if (!opened.ok) return opened;
      const { eingang, key } = opened.value;
      if (eingang.version === ref.version) return takeStep(deps, opened.value, step);
      const last = await newestEintrag(tx, key, tenant, eingang.id);
      return { faster: { zustand: eingang.zustand, at: eingang.geaendertAm, by: last?.wer ?? '' } };
    });
  } catch (error) {
    if (error instanceof Refused) return error.result;
    throw error;
  }
}
