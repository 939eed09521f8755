import { ok, type Result, refuse } from '#kernel';
import { type Database, newId, recordAudit } from '#platform';
import type { CompiledDuties } from '../domain/compiled-duties.ts';
import { invalidVorschlag, notAllowed, unknownRule } from '../errors.ts';
import { insertNotiz } from '../store-vorschlag.ts';
import type { ReviewHouse } from './propose-rule.ts';

/** Adds a word to the discussion of a rule; the writer's house and the IT-Dienstleister read it. */
export async function noteRule(
  db: Pick<Database, 'withTenant'>,
  duties: CompiledDuties,
  house: ReviewHouse,
  regelId: string,
  text: string,
): Promise<Result<{ readonly id: string }>> {
  if (!house.mayPropose && !house.mayDecide) return refuse(notAllowed('Regeln besprechen'));
  if (!duties.facts.regelwerk.regeln.some(({ id }) => id === regelId)) return refuse(unknownRule(regelId));
  const said = text.trim();
  if (said === '' || said.length > 2000) {
    const message = 'Bitte schreiben Sie etwas, höchstens 2.000 Zeichen.';
    return refuse(invalidVorschlag([{ field: 'text', message }]));
  }
  const id = newId();
  await db.withTenant(house.tenant, house.actor, async (tx) => {
    await insertNotiz(tx, house.tenant, house.recipient, { id, regelId, text: said, haus: house.name });
    await recordAudit(tx, {
      action: 'duties.rule.noted',
      object: { type: 'duties.rule', id: regelId },
      summary: { notiz: id },
    });
  });
  return ok({ id });
}
