import { z } from 'zod';
import {
  type Actor,
  type EventHandlers,
  failVorgang,
  finishVorgang,
  parseActor,
  parseVorgangId,
  reportVorgang,
  type TenantId,
  type VorgangId,
} from '#platform';
import { lueckeOf } from './domain/kosten.ts';
import { pruefe } from './domain/pruefung.ts';
import { prozent } from './messages.ts';
import type { SolveDeps } from './planning-deps.ts';
import type { Ergebnis, Fortschritt } from './solver/loese.ts';
import { insertFassung, readAuftrag } from './store-plan.ts';
import { planEvent } from './use-cases/begin-plan.ts';

const payloadShape = z.object({
  vorgang: z.string(),
  plan: z.uuid(),
  actor: z.string(),
});

/**
 * The worker's part: makes plans. It may come twice, for a worker that was killed: a plan that has its places already is
 * left alone, any other is made from the start; nothing half made is ever kept.
 */
export function planningHandlers(deps: SolveDeps): EventHandlers {
  return {
    [planEvent]: async (payload, { tenant }) => {
      const { vorgang, plan, actor: named } = payloadShape.parse(payload);
      const [id, actor] = [parseVorgangId(vorgang), parseActor(named)];
      if (id === null || actor === null || tenant === null)
        throw new Error(`the plan ${plan} names no Vorgang, no actor or no house`);
      await makePlan(deps, { vorgang: id, plan, tenant, actor });
    },
  };
}

/** The plan to be made, and for whom. */
interface Job {
  readonly vorgang: VorgangId;
  readonly plan: string;
  readonly tenant: TenantId;
  readonly actor: Actor;
}

/** Makes one plan that was asked for and keeps it as a whole. */
export async function makePlan(deps: SolveDeps, { vorgang, plan, tenant, actor }: Job): Promise<void> {
  const within: <T>(fn: Parameters<typeof deps.db.withTenant<T>>[2]) => Promise<T> = (fn) =>
    deps.db.withTenant(tenant, actor, fn);
  const auftrag = await within((tx) => readAuftrag(tx, plan));
  if (auftrag === null || auftrag.fertig) return;
  const report = (percent: number, message: string) =>
    within((tx) => reportVorgang(tx, vorgang, { percent, message }));
  // Over already: whoever asked has cancelled it.
  if (!(await report(1, 'Der Plan wird gerechnet.'))) return;
  const { problem, sekunden } = auftrag;
  const ergebnis = await deps.rechne({ problem, sekunden, seed: 1 }, (fortschritt) =>
    report(1 + fortschritt.anteil * 98, standOf(fortschritt)),
  );
  if (ergebnis === null) return;
  if (pruefe(problem, ergebnis.zuteilung).length > 0)
    throw new Error(`the plan ${plan} breaks its own rules`);
  await within(async (tx) => {
    // Cancelled in the last moment: then nothing is kept.
    if (!(await finishVorgang(tx, vorgang, 'Der Plan ist fertig.', { plan }))) return;
    await insertFassung(tx, tenant, plan, fassungOf(ergebnis, deps.clock.now()));
  });
}

/** Ends a plan that is being made; `false` where it was over already. Nothing of it is kept. */
export function cancelled(deps: Pick<SolveDeps, 'db'>, tenant: TenantId, actor: Actor, vorgang: VorgangId) {
  return deps.db.withTenant(tenant, actor, (tx) =>
    failVorgang(tx, vorgang, 'Abgebrochen. Von diesem Plan ist nichts gespeichert.'),
  );
}

function standOf({ wert, schranke }: Fortschritt): string {
  return `Bisher beste Verspätung: ${wert.toLocaleString('de-DE')}; höchstens ${prozent(lueckeOf(wert, schranke))} über der bewiesenen Grenze.`;
}

function fassungOf({ zuteilung, wert, schranke, verfahren }: Ergebnis, angelegtAm: Date) {
  return {
    fassung: 1,
    art: 'gerechnet' as const,
    zuteilung,
    zielwert: wert,
    schranke,
    verfahren,
    bemerkung: '',
    angelegtAm,
  };
}
