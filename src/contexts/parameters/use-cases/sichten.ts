import type { LiveDienst } from '#efa';
import type { Anbindung } from '#efa/many';
import {
  type AngebundeneKommune,
  type ParameterDefinition,
  type ParameterFact,
  parameterTopic,
  readAnbindung,
  readAngebundene,
  readLiveOfDienst,
  readParameterFacts,
  readStated,
  readVorgaben,
  vorgabenFor,
} from '#efa/parameter';
import { actorOf, parseTenantId, type TenantId } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import type { Asker } from './asker.ts';

/** What somebody may see of the values of one Kommune. */
export interface Sicht {
  readonly tenant: TenantId;
  readonly ags: string;
  readonly name: string;
  readonly zustand: Anbindung['zustand'];
  readonly fassung: string;
  /** Everything, because it is the own Kommune or it shares; otherwise only what citizens read. */
  readonly alles: boolean;
  readonly facts: readonly ParameterFact[];
}

type Deps = Pick<ParametersDeps, 'efa' | 'betreute'>;

const system = actorOf('system', 'parameter');

/**
 * The Kommunen whose values somebody may see of a service: a Kommune its own, a provider those that share with it, and of all
 * others that are live what stands on their pages for everybody.
 */
export async function sichtenOf(
  deps: Deps,
  asker: Asker,
  dienst: string,
  definitions: readonly ParameterDefinition[],
): Promise<readonly Sicht[]> {
  const full =
    asker.art === 'kommune' ? await ownSicht(deps, asker, dienst) : await circleSichten(deps, asker, dienst);
  const known = new Set(full.map(({ ags }) => ags));
  const live = await deps.efa.db.withPublic((tx) => readLiveOfDienst(tx, dienst));
  const others = live.filter(({ ags }) => !known.has(ags));
  const names = publicNames(definitions);
  const seen: Sicht[] = [];
  for (let at = 0; at < others.length; at += atOnce)
    seen.push(
      ...(
        await Promise.all(others.slice(at, at + atOnce).map((each) => publicSicht(deps, each, names)))
      ).flat(),
    );
  return [...full, ...seen].toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** So many Kommunen are read at once, so that others get connections too. */
const atOnce = 4;

async function publicSicht(
  { efa }: Deps,
  { tenant, ags, kommune, fassung, ausgesetztGrund, dienst }: LiveDienst,
  names: ReadonlySet<string>,
): Promise<readonly Sicht[]> {
  const own = parseTenantId(tenant);
  if (own === null) return [];
  const facts = await efa.db.withTenant(own, system, (tx) => readParameterFacts(tx, dienst));
  const zustand = ausgesetztGrund === null ? 'live' : 'ausgesetzt';
  const shown = facts.filter(({ name }) => names.has(name));
  return [{ tenant: own, ags, name: kommune, zustand, fassung, alles: false, facts: shown }];
}

/** What stands on pages for everybody once a service is live: all but where Anträge go inside. */
function publicNames(definitions: readonly ParameterDefinition[]): ReadonlySet<string> {
  return new Set(definitions.filter((each) => parameterTopic(each) !== 'zustellpunkt').map(({ id }) => id));
}

/** The own Kommune's values, where it has an Anbindung. */
export async function ownSicht(
  { efa }: Pick<ParametersDeps, 'efa'>,
  { actor, kommune }: Extract<Asker, { readonly art: 'kommune' }>,
  dienst: string,
): Promise<readonly Sicht[]> {
  return efa.db.withTenant(kommune.tenant, actor, async (tx) => {
    const anbindung = await readAnbindung(tx, dienst);
    if (anbindung === null) return [];
    const { zustand, fassung } = anbindung;
    const facts = await readParameterFacts(tx, dienst);
    return [{ ...kommune, zustand, fassung, alles: true, facts }];
  });
}

async function circleSichten(
  { efa, betreute }: Deps,
  { actor, anbieter }: Extract<Asker, { readonly art: 'anbieter' }>,
  dienst: string,
): Promise<readonly Sicht[]> {
  const circle = new Map((await betreute(anbieter.tenant)).map((each) => [String(each.tenant), each]));
  const read = await efa.db.withCircle(anbieter.tenant, actor, async (tx) => ({
    angebunden: await readAngebundene(tx, dienst),
    stated: Map.groupBy(await readStated(tx, dienst), ({ tenant }) => tenant),
    vorgaben: await readVorgaben(tx, dienst),
  }));
  return read.angebunden.flatMap((anbindung: AngebundeneKommune) => {
    const kommune = circle.get(anbindung.tenant);
    if (!kommune?.teilt) return [];
    const { ags, zustand, fassung } = anbindung;
    const facts = [...vorgabenFor(read.vorgaben, ags), ...(read.stated.get(anbindung.tenant) ?? [])];
    return [{ tenant: kommune.tenant, ags, name: kommune.name, zustand, fassung, alles: true, facts }];
  });
}
