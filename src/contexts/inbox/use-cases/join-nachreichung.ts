import { type OpenedSubmission, scheduleDeletion } from '#delivery';
import { ok } from '#kernel';
import { publish, type TenantId, type Tx } from '#platform';
import { applicantActor } from '../domain/eintrag.ts';
import { type Nachreichung, nachreichungOf, nextInhalt } from '../domain/nachreichung.ts';
import { appendFassung, fassungenOf } from '../store/fassungen.ts';
import { markAnswered, nachforderungById } from '../store/nachforderungen.ts';
import { inhaltOf } from './inhalt-of.ts';
import { layPost } from './lay-post.ts';
import { lockOpened, type Opened, type StepDeps, takeStep } from './take-step.ts';

/** The event by which the worker tells the office that something was handed in; its payload holds ids only. */
export const handedInEvent = 'inbox.handed-in';

/**
 * Lays the answer to a Nachforderung to its case: a further version of the content beside the first one, a line of the
 * history, and the state. `false` where it answers nothing that this authority asked of this sender in this case, or the
 * case is deleted: it becomes a case of its own then, so that nothing is lost.
 */
export async function joinNachreichung(
  deps: StepDeps,
  tx: Tx,
  tenant: TenantId,
  submission: OpenedSubmission,
): Promise<boolean> {
  const data = Buffer.from(submission.data).toString('utf8');
  const answer = nachreichungOf(data);
  const asked = answer && (await nachforderungById(tx, tenant, answer.nachforderung));
  if (!answer || !asked || asked.zustand === 'beantwortet' || asked.eingang !== answer.bezug) return false;
  await layPost(deps, tx, tenant, asked.eingang);
  const opened = await lockOpened(deps, tx, tenant, asked.eingang);
  if (!opened.ok || !isFrom(opened.value, submission)) return false;
  await lay(deps, opened.value, submission, { answer, data });
  await publish(tx, handedInEvent, { eingang: asked.eingang });
  return true;
}

/** Whether it comes from the portal of the Antrag, in its case. */
function isFrom({ inhalt }: Opened, { submission }: OpenedSubmission): boolean {
  return inhalt.caseId === submission.caseId && inhalt.absender === submission.absender;
}

async function lay(
  deps: StepDeps,
  opened: Opened,
  submission: OpenedSubmission,
  { answer, data }: { readonly answer: Nachreichung; readonly data: string },
): Promise<void> {
  const { tx, key, tenant, eingang, inhalt } = opened;
  const { id } = submission.submission;
  const am = submission.submission.createdAt;
  const earlier = await fassungenOf(tx, key, tenant, eingang.id);
  const before = earlier.at(-1)?.inhalt ?? inhalt;
  const files = (await inhaltOf(submission)).anlagen.map((file) => ({
    ...file,
    scanned: answer.anlagen.some((one) => one.id === file.id && one.geprueft),
    bytes: answer.anlagen.find((one) => one.id === file.id)?.bytes ?? file.bytes,
    sendung: id,
  }));
  const next = nextInhalt(before, answer, data, files);
  const nr = earlier.length + 2;
  const laid = await takeStep(deps, opened, {
    aktion: 'nachreichen',
    eintrag: {
      art: 'nachgereicht',
      wer: applicantActor,
      text: wordsOf(answer),
      verspaetet: answer.verspaetet,
    },
    within: async () => {
      await appendFassung(tx, key, tenant, { eingang: eingang.id, nr, submission: id, am, inhalt: next });
      await markAnswered(tx, tenant, answer.nachforderung, { am, verspaetet: answer.verspaetet });
      return ok(null);
    },
  });
  if (!laid.ok) throw new Error(`The state table has no place for what was handed in: ${laid.refusal.code}`);
  // An ended case has its day already.
  if (laid.value.loeschenAm !== null) await scheduleDeletion(tx, tenant, id, laid.value.loeschenAm);
}

/** What changed beside what it was, one line each. */
function wordsOf({ geaendert, anlagen }: Nachreichung): string {
  const lines = geaendert.map(
    ({ part, question, before, after }) =>
      `${part}, ${question}: ${after ?? 'entfernt'} (bisher: ${before ?? 'nicht angegeben'})`,
  );
  if (lines.length === 0) lines.push('Die bisherigen Angaben wurden bestätigt.');
  return [...lines, ...(anlagen.length > 0 ? [`Neue Dateien: ${anlagen.length}`] : [])].join('\n');
}
