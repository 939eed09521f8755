import { ok, type Result, refuse } from '#kernel';
import { type Principal, publish, recordAudit, type Tx } from '#platform';
import type { DiscussionDeps } from '../deps.ts';
import type { Beitrag, Rueckfrage } from '../domain/rueckfrage.ts';
import {
  nurFragende,
  type Schritt,
  schritte,
  type Zustand,
  zustandNach,
  zustandOf,
} from '../domain/zustand.ts';
import { impossible, invalidBeitrag, onlyAsking, overtaken, unknownThread } from '../errors.ts';
import { insertBeitrag, type NewBeitrag, readBeitraege } from '../store/beitraege.ts';
import { rueckfrageById } from '../store/rueckfragen.ts';
import { beitragEvent } from './ask.ts';
import { namedHouses } from './houses.ts';
import { schreiberOf, type Teilnehmer, threadId } from './teilnehmer.ts';
import { isProblems, problemsOfText, readText } from './text.ts';

/** What a contribution is to say, as forms, API and commands bring it. */
export interface NeuerBeitrag {
  readonly art: string;
  readonly text: string;
}

const wantedText: Readonly<Record<Schritt, string>> = {
  antwort: 'Ihre Antwort',
  ergaenzung: 'Ihre Ergänzung',
  'wieder-offen': 'warum die Antwort nicht reicht',
  zurueckgezogen: 'warum Sie die Rückfrage zurückziehen',
};

/** A thread with what was said in it, for whoever takes part. */
export async function openThread(
  deps: Pick<DiscussionDeps, 'db'>,
  { tenant, actor, leser }: Teilnehmer,
  id: string,
): Promise<Result<{ readonly thread: Rueckfrage; readonly beitraege: readonly Beitrag[] }>> {
  const known = threadId(id, unknownThread);
  if (!known.ok) return known;
  return deps.db.withTenant(tenant, actor, async (tx) => {
    const thread = await rueckfrageById(tx, known.value);
    if (thread === null || !leser.arten.includes(thread.record.art)) return refuse(unknownThread);
    return ok({ thread, beitraege: await readBeitraege(tx, thread.id) });
  });
}

/** The state that the contributions of a thread have led to. */
export function zustandAfter(beitraege: readonly Beitrag[]): Zustand {
  const last = beitraege.map(({ art }) => art).findLast((art) => art !== 'ergaenzung');
  return zustandOf(last ?? 'frage');
}

/** Answers, adds, opens again or withdraws: each with a text. */
export async function contribute(
  deps: DiscussionDeps,
  principal: Principal | null,
  id: string,
  { art, text }: NeuerBeitrag,
): Promise<Result<{ readonly nr: number }>> {
  const schreiber = await schreiberOf(deps, principal);
  if (!schreiber.ok) return schreiber;
  const opened = await openThread(deps, schreiber.value, id);
  if (!opened.ok) return opened;
  const schritt = schritte.find((one) => one === art);
  if (schritt === undefined)
    return refuse(invalidBeitrag([{ field: 'art', message: `Möglich ist: ${schritte.join(', ')}.` }]));
  const { thread, beitraege } = opened.value;
  const { tenant, person, house } = schreiber.value;
  const refused = refusalOf(schritt, thread, tenant, zustandAfter(beitraege));
  if (refused) return refuse(refused);
  const field = fieldOf(schritt);
  const problems = problemsOfText(text, field, wantedText[schritt]);
  if (problems.length > 0) return refuse(invalidBeitrag(problems));
  const read = await readText(deps, tenant, await namedHouses(deps, house, thread, beitraege), {
    text,
    field,
  });
  if (isProblems(read)) return refuse(invalidBeitrag(read));
  const neu = { tenant, haus: house.name, person, am: deps.clock.now(), art: schritt, fassung: 1, ...read };
  return deps.db.withTenant(tenant, schreiber.value.actor, (tx) => append(tx, thread, schritt, neu));
}

/** The field of the page's form in which the text of a step stands. */
export function fieldOf(schritt: Schritt): string {
  return nurFragende.includes(schritt) ? `grund-${schritt}` : 'text';
}

function refusalOf(schritt: Schritt, thread: Rueckfrage, tenant: string, zustand: Zustand) {
  if (nurFragende.includes(schritt) && thread.tenant !== tenant) return onlyAsking;
  return zustandNach(zustand, schritt) === null ? impossible(zustand) : null;
}

const tries = 5;

/** Takes the next number; where somebody else took it, looks again whether the step is still possible. */
async function append(
  tx: Tx,
  thread: Rueckfrage,
  schritt: Schritt,
  neu: Omit<NewBeitrag, 'nr'>,
): Promise<Result<{ readonly nr: number }>> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const beitraege = await readBeitraege(tx, thread.id);
    const refused = refusalOf(schritt, thread, neu.tenant, zustandAfter(beitraege));
    if (refused) return refuse(refused);
    const nr = (beitraege.at(-1)?.nr ?? 0) + 1;
    if (!(await insertBeitrag(tx, thread, { ...neu, nr }))) continue;
    await publish(tx, beitragEvent, { rueckfrage: thread.id });
    await recordAudit(tx, {
      action: 'discussion.rueckfrage.contributed',
      object: { type: 'rueckfrage', id: thread.id },
      summary: { nr, art: schritt },
    });
    return ok({ nr });
  }
  return refuse(overtaken);
}
