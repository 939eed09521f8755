import type { Result } from '#kernel';
import { ok, refuse } from '#kernel';
import { newId, type Principal } from '#platform';
import { type Beitrag, beitragStand } from '../domain/beitrag.ts';
import { beitragUnknown, notADraft } from '../errors.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { insertNachricht } from '../store-beitrag.ts';
import { houseFor, type SolutionsHouse } from './house.ts';
import { auditBeitrag } from './keep-beitrag.ts';
import { inTenant, shortText } from './open-beitrag.ts';

/** The moderation asks back; the contribution waits for the answer. */
export async function askBack(
  deps: SolutionsDeps,
  principal: Principal | null,
  id: string,
  text: string,
): Promise<Result<Beitrag>> {
  const house = await houseFor(deps, principal, 'moderate');
  return house.ok ? write(deps, house.value, id, text, true) : house;
}

/** Whoever contributed answers a question. */
export async function answerQuestion(
  deps: SolutionsDeps,
  principal: Principal | null,
  id: string,
  text: string,
): Promise<Result<Beitrag>> {
  const house = await houseFor(deps, principal, 'propose');
  return house.ok ? write(deps, house.value, id, text, false) : house;
}

function write(
  deps: SolutionsDeps,
  house: SolutionsHouse,
  id: string,
  given: string,
  vonModeration: boolean,
): Promise<Result<Beitrag>> {
  const text = shortText('text', given, 2000, 'Bitte schreiben Sie etwas (höchstens 2.000 Zeichen).');
  if (!text.ok) return Promise.resolve(text);
  return inTenant(deps, house, id, async (tx, beitrag) => {
    if ((vonModeration ? beitrag.recipient : beitrag.tenant) !== house.tenant) return refuse(beitragUnknown);
    if (beitragStand(beitrag) === 'entwurf') return refuse(notADraft);
    await insertNachricht(tx, beitrag, { id: newId(), vonModeration, text: text.value, haus: house.name });
    await auditBeitrag(tx, vonModeration ? 'asked' : 'answered', beitrag.id, beitrag.art, beitrag.loesungId);
    return ok(undefined);
  });
}
