import type { Actor, TenantId, Tx } from '#platform';
import type { Angebot } from '../domain/angebot.ts';
import type { CheckItem } from '../domain/check-item.ts';
import { type ParameterFact, valuesAt } from '../domain/parameter-facts.ts';
import { vorgabenFor } from '../domain/vorgaben-for.ts';
import type { EfaDeps, GoLiveProbe, Kommune, ProbeSubject } from '../doors-deps.ts';
import { readParameterFacts } from '../store-anbindung.ts';
import { readAngebot, readDefinition } from '../store-angebot.ts';
import { type AnbindungOf, readAnbindungenOf } from '../store-circle.ts';
import { readStated, readVorgaben } from '../store-vorgabe.ts';
import type { CheckDeps } from './check-deps.ts';
import { formItemWith, parsedOf } from './form-works.ts';
import { itemsOf } from './go-live-check.ts';

type Deps = CheckDeps & Pick<EfaDeps, 'zustellpunkteVieler'>;

interface Fassung {
  readonly angebot: Angebot;
  readonly definition: ProbeSubject['definition'];
  readonly parsed: ReturnType<typeof parsedOf>;
}

/**
 * The go-live check of one service for many Kommunen, in the transaction of the IT-Dienstleister that cares for them: each
 * table is read once and each version compiled once. A Kommune without an Anbindung is missing.
 */
export async function goLiveChecks(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  dienst: string,
  kommunen: readonly Kommune[],
): Promise<ReadonlyMap<TenantId, readonly CheckItem[]>> {
  const anbindungen = new Map((await readAnbindungenOf(tx, dienst)).map((each) => [each.tenant, each]));
  const fassungen = await fassungenOf(tx, dienst, [...anbindungen.values()]);
  const date = deps.clock.today();
  const connected = kommunen.filter(({ tenant }) => anbindungen.has(tenant));
  const facts = await factsOf(tx, deps, actor, dienst, connected);
  const checked = kommunen.flatMap((kommune) => {
    const fassung = fassungen.get(anbindungen.get(kommune.tenant)?.fassung ?? '');
    if (fassung === undefined) return [];
    const parameters = valuesAt(facts.get(kommune.tenant) ?? [], { date });
    const { angebot, definition } = fassung;
    return [{ fassung, subject: { actor, kommune, dienst: angebot.data, definition, parameters, date } }];
  });
  const own = await known(deps, kommunen);
  const subjects = checked.map(({ subject }) => subject);
  const probed = await probeAll(tx, deps.probes, subjects);
  const lists = new Map<TenantId, readonly CheckItem[]>();
  for (const { fassung, subject } of checked) {
    const items = await itemsOf(own, fassung.angebot, subject, (each) => formItemWith(fassung.parsed, each));
    lists.set(subject.kommune.tenant, [...items, ...(probed.get(subject.kommune.tenant) ?? [])]);
  }
  return lists;
}

async function fassungenOf(
  tx: Tx,
  dienst: string,
  anbindungen: readonly AnbindungOf[],
): Promise<ReadonlyMap<string, Fassung>> {
  const fassungen = new Map<string, Fassung>();
  for (const fassung of new Set(anbindungen.map((each) => each.fassung))) {
    const angebot = await readAngebot(tx, dienst, fassung);
    const definition = await readDefinition(tx, dienst, fassung);
    if (angebot && definition) fassungen.set(fassung, { angebot, definition, parsed: parsedOf(definition) });
  }
  return fassungen;
}

/**
 * What counts for each Kommune. Of those that consent to share their values everything is read at once; of the others each in
 * a transaction of its own, as when it is checked by itself: what the check lacks is said, a value never.
 */
async function factsOf(
  tx: Tx,
  { db }: Deps,
  actor: Actor,
  dienst: string,
  kommunen: readonly Kommune[],
): Promise<ReadonlyMap<TenantId, readonly ParameterFact[]>> {
  const stated = Map.groupBy(await readStated(tx, dienst), ({ tenant }) => tenant);
  const vorgaben = await readVorgaben(tx, dienst);
  const facts = new Map<TenantId, readonly ParameterFact[]>();
  const unseen: Kommune[] = [];
  for (const kommune of kommunen) {
    const own = stated.get(kommune.tenant);
    if (own === undefined) unseen.push(kommune);
    else facts.set(kommune.tenant, [...vorgabenFor(vorgaben, kommune.ags), ...own]);
  }
  for (const { tenant } of unseen)
    facts.set(tenant, await db.withTenant(tenant, actor, (own) => readParameterFacts(own, dienst)));
  return facts;
}

/** The same dependencies with everything of these Kommunen read before. */
async function known(
  deps: Deps,
  kommunen: readonly Kommune[],
): Promise<Pick<CheckDeps, 'zustellpunkte' | 'world' | 'ended'>> {
  const [world, ended] = [await deps.world(), await deps.ended(deps.clock.today())];
  const read = await deps.zustellpunkteVieler?.(kommunen);
  return {
    world: async () => world,
    ended: async () => ended,
    zustellpunkte: read ? async ({ tenant }) => read.get(tenant) ?? [] : deps.zustellpunkte,
  };
}

/** What the probes say of each Kommune, in their order. */
async function probeAll(
  tx: Tx,
  probes: readonly GoLiveProbe[],
  subjects: readonly ProbeSubject[],
): Promise<ReadonlyMap<TenantId, readonly CheckItem[]>> {
  const all = new Map<TenantId, CheckItem[]>(subjects.map(({ kommune }) => [kommune.tenant, []]));
  for (const { probe, probeMany } of probes) {
    const found = await probeMany?.(subjects, tx);
    for (const subject of subjects) {
      const { tenant } = subject.kommune;
      all.get(tenant)?.push(...(found ? (found.get(tenant) ?? []) : await probe(subject)));
    }
  }
  return all;
}
