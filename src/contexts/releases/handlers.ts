import { z } from 'zod';
import { addDays } from '#kernel';
import {
  actorOf,
  type EventHandlers,
  finishVorgang,
  type MaintenanceTask,
  parseTenantId,
  parseVorgangId,
  reportVorgang,
  type TenantId,
  type VorgangId,
} from '#platform';
import type { ReleasesDeps } from './deps.ts';
import { readBewegte } from './store-ausrollung.ts';
import { advance } from './use-cases/advance.ts';
import { wellenEvent } from './use-cases/take-step.ts';

type WorkDeps = Pick<ReleasesDeps, 'db' | 'clock' | 'wechsel' | 'zahlen'>;

const actor = actorOf('system', 'ausrollung');
const payloadShape = z.object({ vorgang: z.string(), ausrollung: z.uuid() });

/** The worker's part: moves Kommunen. It may come twice, for a worker that was killed; who is moved already is left alone. */
export function releasesHandlers(deps: WorkDeps): EventHandlers {
  return {
    [wellenEvent]: async (payload, { tenant }) => {
      const { vorgang, ausrollung } = payloadShape.parse(payload);
      const id = parseVorgangId(vorgang);
      if (id === null || tenant === null)
        throw new Error(`the rollout ${ausrollung} names no Vorgang or no house`);
      await advanceWithProgress(deps, tenant, ausrollung, id);
    },
  };
}

async function advanceWithProgress(
  deps: WorkDeps,
  tenant: TenantId,
  id: string,
  vorgang: VorgangId,
): Promise<void> {
  await advance(deps, tenant, id, (done, of, kommune) =>
    deps.db.withTenant(tenant, actor, (tx) =>
      reportVorgang(tx, vorgang, {
        percent: of === 0 ? 99 : (done * 99) / of,
        message: `${done} von ${of} Kommunen, jetzt ${kommune}`,
      }),
    ),
  );
  await deps.db.withTenant(tenant, actor, (tx) =>
    finishVorgang(tx, vorgang, 'Für heute ist alles umgestellt, was an der Reihe war.', { ausrollung: id }),
  );
}

/** How long after a version was taken back the worker still looks for Kommunen that have it. */
const followDays = 30;

/** Looks after rollouts: rings whose day has come, Kommunen that lacked something, the rule that stops. */
export function releasesMaintenance(deps: WorkDeps): readonly MaintenanceTask[] {
  return [
    {
      name: 'releases.advance',
      everyMinutes: 15,
      run: async () => {
        const since = addDays(deps.clock.today(), -followDays);
        for (const { id, tenant } of await deps.db.withPublic((tx) => readBewegte(tx, since))) {
          const house = parseTenantId(tenant);
          if (house !== null) await advance(deps, house, id);
        }
      },
    },
  ];
}
