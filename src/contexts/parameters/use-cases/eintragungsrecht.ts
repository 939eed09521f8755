import type { Anbieter } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import { actorOf, recordAudit, type TenantId } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import { invalidField } from '../errors.ts';
import { darfEintragen, insertEintragungsrecht } from '../store-parameters.ts';
import type { Asker } from './asker.ts';

export interface Eintragungsrecht {
  readonly anbieter: Anbieter;
  readonly erteilt: boolean;
}

const system = actorOf('system', 'parameter');

/** Which of its IT-Dienstleister may enter values for a Kommune. */
export async function rechteOf(
  { efa, anbieterVon }: Pick<ParametersDeps, 'efa' | 'anbieterVon'>,
  { actor, kommune }: Extract<Asker, { readonly art: 'kommune' }>,
): Promise<readonly Eintragungsrecht[]> {
  const anbieter = await anbieterVon(kommune.tenant);
  return efa.db.withTenant(kommune.tenant, actor, async (tx) => {
    const rechte: Eintragungsrecht[] = [];
    for (const each of anbieter)
      rechte.push({ anbieter: each, erteilt: await darfEintragen(tx, each.tenant) });
    return rechte;
  });
}

/** Whether a provider may enter values for a Kommune, asked on behalf of nobody in particular. */
export function darf(
  { efa }: Pick<ParametersDeps, 'efa'>,
  kommune: TenantId,
  anbieter: TenantId,
): Promise<boolean> {
  return efa.db.withTenant(kommune, system, (tx) => darfEintragen(tx, anbieter));
}

/** Gives or takes back the right; only for an IT-Dienstleister that looks after the Kommune. */
export async function setzeRecht(
  deps: Pick<ParametersDeps, 'efa' | 'anbieterVon'>,
  asker: Extract<Asker, { readonly art: 'kommune' }>,
  input: { readonly anbieter: string; readonly erteilt: boolean },
): Promise<Result<Eintragungsrecht>> {
  const { actor, kommune } = asker;
  const rechte = await rechteOf(deps, asker);
  const found = rechte.find(
    ({ anbieter: { tenant, name } }) => tenant === input.anbieter || name === input.anbieter,
  );
  if (!found)
    return refuse(invalidField('anbieter', 'Bitte einen IT-Dienstleister nennen, der Ihre Kommune betreut.'));
  if (found.erteilt === input.erteilt) return ok(found);
  const { anbieter } = found;
  await deps.efa.db.withTenant(kommune.tenant, actor, async (tx) => {
    const recht = { anbieter: anbieter.tenant, erteilt: input.erteilt };
    await insertEintragungsrecht(tx, kommune.tenant, recht, deps.efa.clock.now());
    await recordAudit(tx, {
      action: input.erteilt ? 'parameters.recht.erteilt' : 'parameters.recht.entzogen',
      object: { type: 'organisation', id: anbieter.tenant },
      summary: {},
    });
  });
  return ok({ anbieter, erteilt: input.erteilt });
}
