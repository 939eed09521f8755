import { type LiveDienst, readAngebote } from '#efa';
import { readLiveOfDienst, withdrawFassung } from '#efa/fassungen';
import { clockFrom, type Refusal } from '#kernel';
import { actorOf, parseTenantId, type TenantId } from '#platform';
import type { ReleasesDeps } from '../deps.ts';
import {
  type Ausrollung,
  faelligeRinge,
  istFertig,
  offeneZuege,
  type Zug,
  type ZugZustand,
} from '../domain/ausrollung.ts';
import { haeltFest, stichtag } from '../domain/festhalten.ts';
import { haeltAn, vergleichOf, vergleichText } from '../domain/regel.ts';
import { nachSchritt, type Schritt } from '../domain/zustand.ts';
import { pilotsGone } from '../errors.ts';
import {
  insertBeobachtung,
  insertSchritt,
  readAusrollung,
  readBeobachtung,
  updateAusrollung,
} from '../store-ausrollung.ts';
import { readNotizen } from '../store-meldung.ts';
import { insertZuege, readFesthaltungen, readZuege, updateZug } from '../store-zug.ts';
import { earlierOf } from './vorschau.ts';

const actor = actorOf('system', 'ausrollung');

type AdvanceDeps = Pick<ReleasesDeps, 'db' | 'clock' | 'wechsel' | 'zahlen'>;

/** Tells how far it is; `false` ends the work. */
export type Melde = (done: number, of: number, kommune: string) => Promise<boolean>;

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

interface Step {
  readonly deps: AdvanceDeps;
  readonly tenant: TenantId;
  readonly ausrollung: Ausrollung;
  readonly melde: Melde;
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

/** Why it cannot go on: the rule, or no Pilotkommune at work with the new version. */
async function stopReason(
  step: Step,
  zuege: readonly Zug[],
  live: readonly LiveDienst[],
  due: readonly number[],
): Promise<string | null> {
  const { deps, tenant, ausrollung } = step;
  const { id, dienst, fassung, regel, begonnenAm, angelegtAm } = ausrollung;
  const tenants = live.flatMap((one) => parseTenantId(one.tenant) ?? []);
  const counted = await deps.zahlen(tenants, dienst, begonnenAm ?? angelegtAm);
  const vergleich = vergleichOf(counted, fassung);
  const stops = haeltAn(regel, vergleich);
  await deps.db.withTenant(tenant, actor, async (tx) => {
    const last = await readBeobachtung(tx, id);
    const same = JSON.stringify([last?.neu, last?.alt]) === JSON.stringify([vergleich.neu, vergleich.alt]);
    if (!same)
      await insertBeobachtung(tx, tenant, id, { ...vergleich, haeltAn: stops, am: deps.clock.now() });
  });
  if (stops) return `Von selbst angehalten. ${vergleichText(vergleich)}`;
  const resting = new Set(live.filter((one) => one.ausgesetztGrund !== null).map((one) => one.tenant));
  const pilots = zuege.filter(({ ring }) => ring === 0);
  const working = pilots.some(
    ({ zustand, kommuneId }) => zustand === 'umgestellt' && !resting.has(kommuneId),
  );
  return working || due.every((ring) => ring === 0) ? null : pilotsGone;
}

/** Moves Kommune by Kommune; `false` where it was stopped meanwhile. */
async function moveEach(step: Step, open: readonly Zug[], live: readonly LiveDienst[]): Promise<boolean> {
  const { ausrollung, melde } = step;
  const there = new Map(live.map((one) => [one.tenant, one]));
  const holds = await holdingOf(step);
  for (const [index, zug] of open.entries()) {
    if (!(await isStillOn(step)) || !(await melde(index, open.length, zug.kommune))) return false;
    const at = there.get(zug.kommuneId);
    const outcome: Outcome = holds(zug)
      ? { zustand: 'festgehalten', fehlt: [] }
      : await moveOne(step, zug, ausrollung.fassung, at !== undefined);
    // Where the move was made by a worker that died before it noted it, the version of before stands here already.
    const von = at && at.fassung !== ausrollung.fassung ? at.fassung : zug.vonFassung;
    await noted(step, { ...zug, vonFassung: von }, outcome);
  }
  return true;
}

async function isStillOn({ deps, tenant, ausrollung }: Step): Promise<boolean> {
  const now = await deps.db.withTenant(tenant, actor, (tx) => readAusrollung(tx, ausrollung.id));
  return now?.version === ausrollung.version;
}

async function holdingOf({ deps, tenant, ausrollung }: Step): Promise<(zug: Zug) => boolean> {
  const { dienst, fassung, sicherheit } = ausrollung;
  const { holding, notiz, angebotenAm } = await deps.db.withTenant(tenant, actor, async (tx) => ({
    holding: new Map((await readFesthaltungen(tx, dienst)).map((one) => [one.kommuneId, one])),
    notiz: (await readNotizen(tx, dienst)).find((one) => one.fassung === fassung) ?? null,
    angebotenAm: (await readAngebote(tx)).find((one) => one.dienst === dienst && one.fassung === fassung)
      ?.angebotenAm,
  }));
  const bis = stichtag(notiz, clockFrom(() => angebotenAm ?? ausrollung.angelegtAm).today());
  return ({ kommuneId }) => haeltFest(holding.get(kommuneId), deps.clock.today(), { sicherheit, bis });
}

interface Outcome {
  readonly zustand: ZugZustand;
  readonly fehlt: readonly string[];
}

async function moveOne(
  { deps }: Step,
  { kommuneId, ags, kommune, dienst }: Zug,
  fassung: string,
  isThere: boolean,
): Promise<Outcome> {
  const tenant = parseTenantId(kommuneId);
  if (tenant === null || !isThere) return { zustand: 'entfallen', fehlt: [] };
  const editor = { actor, kommune: { tenant, ags, name: kommune } };
  const moved = await deps.wechsel.stelleUm(editor, { dienst, fassung });
  if (moved.ok) return { zustand: 'umgestellt', fehlt: [] };
  // Somebody else changed the Anbindung in this very moment: the next round finds it.
  if (moved.refusal.code === 'EFA_CHANGED_MEANWHILE') return { zustand: 'wartet', fehlt: [] };
  if (moved.refusal.code === 'EFA_ANBINDUNG_UNKNOWN') return { zustand: 'entfallen', fehlt: [] };
  return { zustand: 'zurueckgeblieben', fehlt: linesOf(moved.refusal) };
}

function linesOf({ message, fields = [] }: Refusal): readonly string[] {
  return fields.length > 0 ? fields.map((field) => field.message) : [message];
}

function noted({ deps, tenant }: Step, zug: Zug, { zustand, fehlt }: Outcome): Promise<void> {
  return deps.db.withTenant(tenant, actor, (tx) =>
    updateZug(tx, zug, { zustand, fehlt, am: deps.clock.now() }),
  );
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
