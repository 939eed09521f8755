import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { newId, type Principal, recordAudit } from '#platform';
import type { DiscussionDeps } from '../deps.ts';
import type { GemeinsameAntwort } from '../domain/rueckfrage.ts';
import { invalidBeitrag, notAnswered, onlyProvider, published, unknownAnswer } from '../errors.ts';
import { recordText } from '../record-kind.ts';
import { insertAntwort, takeAntwortBack } from '../store/antworten.ts';
import { openThread, zustandAfter } from './contribute.ts';
import { schreiberOf, threadId } from './teilnehmer.ts';
import { problemsOfText } from './text.ts';

/** Question and answer in words that everybody of the circle may read. */
export interface NeueAntwort {
  readonly frage: string;
  readonly antwort: string;
}

/** Publishes an answered question for all Kommunen that the IT-Dienstleister cares for; it names nobody who asked. */
export async function publishAnswer(
  deps: DiscussionDeps,
  principal: Principal | null,
  id: string,
  input: NeueAntwort,
): Promise<Result<{ readonly id: string }>> {
  const schreiber = await schreiberOf(deps, principal);
  if (!schreiber.ok) return schreiber;
  const { tenant, actor, house } = schreiber.value;
  if (!house.isProvider) return refuse(onlyProvider);
  const opened = await openThread(deps, schreiber.value, id);
  if (!opened.ok) return opened;
  const { thread, beitraege } = opened.value;
  if (zustandAfter(beitraege) !== 'beantwortet') return refuse(notAnswered);
  const problems = problemsOf(input);
  if (problems.length > 0) return refuse(invalidBeitrag(problems));
  const antwort: GemeinsameAntwort = {
    id: newId(),
    tenant,
    rueckfrageId: thread.id,
    record: thread.allgemein,
    frage: input.frage.trim(),
    antwort: input.antwort.trim(),
    haus: house.name,
    veroeffentlichtAm: deps.clock.now(),
  };
  return deps.db.withTenant(tenant, actor, async (tx) => {
    if (!(await insertAntwort(tx, antwort))) return refuse(published);
    await recordAudit(tx, {
      action: 'discussion.antwort.published',
      object: { type: 'rueckfrage', id: thread.id },
      summary: { antwort: antwort.id, zu: recordText(thread.allgemein) },
    });
    return ok({ id: antwort.id });
  });
}

/** Takes a published answer back: nobody outside the house sees it any more. */
export async function takeBack(
  deps: DiscussionDeps,
  principal: Principal | null,
  id: string,
): Promise<Result<null>> {
  const schreiber = await schreiberOf(deps, principal);
  if (!schreiber.ok) return schreiber;
  const known = threadId(id, unknownAnswer);
  if (!known.ok) return known;
  const { tenant, actor } = schreiber.value;
  return deps.db.withTenant(tenant, actor, async (tx) => {
    if (!(await takeAntwortBack(tx, known.value, deps.clock.now()))) return refuse(unknownAnswer);
    await recordAudit(tx, {
      action: 'discussion.antwort.taken-back',
      object: { type: 'antwort', id: known.value },
    });
    return ok(null);
  });
}

function problemsOf({ frage, antwort }: NeueAntwort): readonly FieldProblem[] {
  const length = frage.trim().length;
  return [
    ...(length < 3 || length > 500
      ? [
          {
            field: 'frage',
            message: 'Bitte fassen Sie die Frage in 3 bis 500 Zeichen, ohne die Kommune zu nennen.',
          },
        ]
      : []),
    ...problemsOfText(antwort, 'antwort', 'die Antwort'),
  ];
}
