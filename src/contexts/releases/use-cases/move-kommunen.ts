import { type LiveDienst, readAngebot } from '#efa';
import { dayInGermany, type Refusal } from '#kernel';
import { actorOf, parseTenantId, type TenantId } from '#platform';
import type { ReleasesDeps } from '../deps.ts';
import type { Ausrollung, Zug, ZugZustand } from '../domain/ausrollung.ts';
import { haeltFest, stichtag } from '../domain/festhalten.ts';
import { haeltAn, vergleichOf, vergleichText } from '../domain/regel.ts';
import { pilotsGone } from '../errors.ts';
import { insertBeobachtung, readAusrollung, readBeobachtung } from '../store-ausrollung.ts';
import { readNotizen } from '../store-meldung.ts';
import { readFesthaltungen, updateZug } from '../store-zug.ts';

export const actor = actorOf('system', 'ausrollung');

export type AdvanceDeps = Pick<ReleasesDeps, 'db' | 'clock' | 'wechsel' | 'zahlen'>;

/** Tells how far it is; `false` ends the work. */
export type Melde = (done: number, of: number, kommune: string) => Promise<boolean>;

export interface Step {
  readonly deps: AdvanceDeps;
  readonly tenant: TenantId;
  readonly ausrollung: Ausrollung;
  readonly melde: Melde;
}

/** Why it cannot go on: the rule, or no Pilotkommune at work with the new version. */
export async function stopReason(
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
export async function moveEach(
  step: Step,
  open: readonly Zug[],
  live: readonly LiveDienst[],
): Promise<boolean> {
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
    angebotenAm: (await readAngebot(tx, dienst, fassung))?.angebotenAm,
  }));
  const bis = stichtag(notiz, dayInGermany(angebotenAm ?? ausrollung.angelegtAm));
  return ({ kommuneId }) => haeltFest(holding.get(kommuneId), deps.clock.today(), { sicherheit, bis });
}

interface Outcome {
  readonly zustand: ZugZustand;
  readonly fehlt: readonly string[];
}

export async function moveOne(
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

export function noted({ deps, tenant }: Step, zug: Zug, { zustand, fehlt }: Outcome): Promise<void> {
  return deps.db.withTenant(tenant, actor, (tx) =>
    updateZug(tx, zug, { zustand, fehlt, am: deps.clock.now() }),
  );
}
