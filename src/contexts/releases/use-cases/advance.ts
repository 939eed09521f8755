import type { LiveDienst } from '#efa';
import { readLiveOfDienst, withdrawFassung } from '#efa/fassungen';
import type { TenantId } from '#platform';
import { faelligeRinge, istFertig, offeneZuege, type Zug } from '../domain/ausrollung.ts';
import { nachSchritt, type Schritt } from '../domain/zustand.ts';
import { insertSchritt, readAusrollung, updateAusrollung } from '../store-ausrollung.ts';
import { insertZuege, readZuege } from '../store-zug.ts';
import {
  type AdvanceDeps,
  actor,
  type Melde,
  moveEach,
  moveOne,
  noted,
  type Step,
  stopReason,
} from './move-kommunen.ts';
import { earlierOf } from './vorschau.ts';

const quiet: Melde = async () => true;

/**
 * Brings a rollout as far as its days, its rule and what the Kommunen have allow. It can be broken off at any moment and done
 * again: each Kommune is moved by itself, and one that has the version already is left alone.
 */
export async function advance(
  deps: AdvanceDeps,
  tenant: TenantId,
  id: string,
  melde: Melde = quiet,
): Promise<void> {
  const ausrollung = await deps.db.withTenant(tenant, actor, (tx) => readAusrollung(tx, id));
  if (ausrollung === null || ausrollung.tenant !== tenant) return;
  const step = { deps, tenant, ausrollung, melde };
  if (ausrollung.zustand === 'zurueckgenommen') return putAllBack(step);
  if (ausrollung.zustand === 'laeuft') return moveDue(step);
}

async function moveDue(step: Step): Promise<void> {
  const { deps, ausrollung } = step;
  const live = await deps.db.withPublic((tx) => readLiveOfDienst(tx, ausrollung.dienst));
  await joinLate(step, live);
  for (let tried = -1; ; ) {
    const zuege = await zuegeOf(step);
    const due = faelligeRinge(ausrollung, zuege, deps.clock.today());
    if (due.length <= tried) return closeWhenDone(step, zuege);
    const stop = zuege.some(({ zustand }) => zustand === 'umgestellt')
      ? await stopReason(step, zuege, live, due)
      : null;
    if (stop !== null) return stepByItself(step, 'anhalten', stop);
    const open = offeneZuege(
      zuege,
      due.filter((ring) => ring >= tried),
    );
    if (!(await moveEach(step, open, live))) return;
    tried = due.length;
  }
}

function zuegeOf({ deps, tenant, ausrollung }: Step): Promise<readonly Zug[]> {
  return deps.db.withTenant(tenant, actor, (tx) => readZuege(tx, ausrollung.id));
}

/** Kommunen that went live with an earlier version meanwhile come along with all that are left. */
async function joinLate({ deps, tenant, ausrollung }: Step, live: readonly LiveDienst[]): Promise<void> {
  const { id, dienst, fassung, ringe } = ausrollung;
  const ring = ringe.length - 1;
  const ab = ringe[ring]?.ab ?? deps.clock.today();
  await deps.db.withTenant(tenant, actor, async (tx) => {
    const known = new Set((await readZuege(tx, id)).map(({ kommuneId }) => kommuneId));
    const late = earlierOf(live, fassung).filter((one) => !known.has(one.tenant));
    const zuege = late.map((one) => ({
      ausrollung: id,
      ...{ dienst, fassung, ring, ab, ags: one.ags, kommune: one.kommune },
      kommuneId: one.tenant,
      vonFassung: one.fassung,
      zustand: 'wartet' as const,
      geaendertAm: deps.clock.now(),
    }));
    await insertZuege(tx, tenant, zuege);
  });
}

async function closeWhenDone(step: Step, zuege: readonly Zug[]): Promise<void> {
  const { ringe } = step.ausrollung;
  const lastDay = ringe.at(-1)?.ab;
  if (lastDay === undefined || lastDay > step.deps.clock.today() || !istFertig(zuege)) return;
  await stepByItself(step, 'abschliessen', null);
}

/** A step that nobody pressed; where somebody was faster, theirs counts. */
async function stepByItself({ deps, tenant, ausrollung }: Step, schritt: Schritt, grund: string | null) {
  const zustand = nachSchritt(ausrollung.zustand, schritt);
  if (zustand === null) return;
  const am = deps.clock.now();
  await deps.db.withReference(
    actor,
    async (tx) => {
      if (await updateAusrollung(tx, ausrollung, { zustand, grund, am }))
        await insertSchritt(tx, tenant, ausrollung.id, { schritt, grund, am });
    },
    tenant,
  );
}

/** Everybody goes back to where they came from. Drafts follow by the transitions; what was submitted stays as it is. */
async function putAllBack(step: Step): Promise<void> {
  const { deps, tenant, ausrollung } = step;
  const { dienst, fassung, grund } = ausrollung;
  // Whoever pressed may have been cut off before the version was withdrawn; said twice, it is said once.
  const lead = { actor, anbieter: { tenant, name: '' } };
  await withdrawFassung(deps, lead, {
    dienst,
    fassung,
    zurueckgezogen: true,
    grund: grund ?? 'Zurückgenommen.',
  });
  const moved = (await zuegeOf(step)).filter(({ zustand }) => zustand === 'umgestellt');
  for (const [index, zug] of moved.entries()) {
    if (!(await step.melde(index, moved.length, zug.kommune))) return;
    const outcome = await moveOne(step, zug, zug.vonFassung, true);
    const zustand = outcome.zustand === 'umgestellt' ? 'zurueckgestellt' : outcome.zustand;
    // Changed in this very moment: it stays among those who have the version, and the next round finds it.
    if (zustand !== 'wartet') await noted(step, zug, { ...outcome, zustand });
  }
}
