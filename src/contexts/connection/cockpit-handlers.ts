import { z } from 'zod';
import { actorOf, type EventHandlers, parseVorgangId } from '#platform';
import type { CockpitDeps } from './cockpit-deps.ts';
import { fuehreAus } from './use-cases/sammel-ausfuehren.ts';
import { sammelEvent } from './use-cases/sammel-steuern.ts';

const payloadShape = z.object({
  vorgang: z.string(),
  lauf: z.uuid(),
  actor: z.string().regex(/^(mitglied|maschine|betreiber|system):.+$/),
});

/**
 * The worker's part: steps for many Kommunen. It may come twice, for a worker that was killed; what was done is found and
 * not done again. The permission was checked when the step was asked for.
 */
export function cockpitHandlers(deps: CockpitDeps): EventHandlers {
  return {
    [sammelEvent]: async (payload, { tenant }) => {
      const { vorgang, lauf, actor } = payloadShape.parse(payload);
      const id = parseVorgangId(vorgang);
      const anbieter = tenant && (await deps.anbieterOf(tenant));
      if (id === null || !anbieter) throw new Error(`the step ${lauf} names no Vorgang or no house`);
      const [kind = 'system', ...key] = actor.split(':');
      const leader = { anbieter, actor: actorOf(kind as Parameters<typeof actorOf>[0], key.join(':')) };
      await fuehreAus(deps, { leader, lauf, vorgang: id });
    },
  };
}
