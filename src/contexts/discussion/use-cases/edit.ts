import { ok, type Result, refuse } from '#kernel';
import { type Principal, recordAudit } from '#platform';
import type { DiscussionDeps } from '../deps.ts';
import { erwaehnteIn } from '../domain/erwaehnung.ts';
import type { Beitrag } from '../domain/rueckfrage.ts';
import { bearbeitungsfristMs } from '../domain/zustand.ts';
import { editTooLate, invalidBeitrag, notYourBeitrag, overtaken, unknownThread } from '../errors.ts';
import { insertBeitrag } from '../store/beitraege.ts';
import { openThread } from './contribute.ts';
import { namedHouses } from './houses.ts';
import { schreiberOf } from './teilnehmer.ts';
import { type GelesenerText, isProblems, problemsOfText, readText } from './text.ts';

/** Whether a person may still mend a contribution. */
export function mayEdit(beitrag: Beitrag, person: string, now: Date): boolean {
  return beitrag.person === person && now.getTime() - beitrag.am.getTime() < bearbeitungsfristMs;
}

/** Gives an own contribution another text for an hour; every version stays and can be read. */
export async function editBeitrag(
  deps: DiscussionDeps,
  principal: Principal | null,
  { id, nr, text }: { readonly id: string; readonly nr: number; readonly text: string },
): Promise<Result<{ readonly fassung: number }>> {
  const schreiber = await schreiberOf(deps, principal);
  if (!schreiber.ok) return schreiber;
  const opened = await openThread(deps, schreiber.value, id);
  if (!opened.ok) return opened;
  const { thread, beitraege } = opened.value;
  const { tenant, person, house, actor } = schreiber.value;
  const beitrag = beitraege.find((one) => one.nr === nr);
  if (beitrag === undefined) return refuse(unknownThread);
  if (beitrag.person !== person || beitrag.tenant !== tenant) return refuse(notYourBeitrag);
  const now = deps.clock.now();
  if (!mayEdit(beitrag, person, now)) return refuse(editTooLate);
  const houses = await namedHouses(deps, house, thread, beitraege);
  const problems = problemsOfText(text, 'text', 'Ihren Beitrag');
  const read = problems.length > 0 ? problems : await readText(deps, tenant, houses, { text, field: 'text' });
  if (isProblems(read)) return refuse(invalidBeitrag(read));
  const wen = houses.map(({ id: haus, name }) => ({ token: `haus:${haus}`, name }));
  const message = refusedChange(beitrag, read, erwaehnteIn(beitrag.fassungen[0]?.text ?? '', wen));
  if (message !== null) return refuse(invalidBeitrag([{ field: 'text', message }]));
  const fassung = beitrag.fassungen.length + 1;
  const neu = { tenant, haus: house.name, person, am: now, art: beitrag.art, nr, fassung, ...read };
  return deps.db.withTenant(tenant, actor, async (tx) => {
    if (!(await insertBeitrag(tx, thread, neu))) return refuse(overtaken);
    await recordAudit(tx, {
      action: 'discussion.rueckfrage.edited',
      object: { type: 'rueckfrage', id: thread.id },
      summary: { nr, fassung },
    });
    return ok({ fassung });
  });
}

/** Somebody who has read it already would not hear of a new mention: that needs a contribution of its own. */
function refusedChange(
  { fassungen }: Beitrag,
  { text, personen, haeuser }: GelesenerText,
  erwaehnt: ReadonlySet<string>,
): string | null {
  if (text === fassungen.at(-1)?.text) return 'Am Text ist nichts geändert.';
  const named = [...personen, ...haeuser.map((id) => `haus:${id}`)];
  return named.every((token) => erwaehnt.has(token))
    ? null
    : 'Wen Sie jetzt erst erwähnen, der erführe nichts davon. Bitte schreiben Sie dafür eine Ergänzung.';
}
