import { parametersOf, readDefinition, readLive, stelleOn, type ZustaendigeStelle } from '#efa';
import {
  type FormContext,
  type Onlinedienst,
  type ParameterValues,
  type Places,
  parseOnlinedienst,
  parseParameters,
} from '#forms';
import { type Clock, ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { dienstNotOffered, dienstUnfit } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';

/** A service as a Kommune offers it at this moment: the form, and the law and amounts of today. */
export interface Offer {
  readonly dienst: Onlinedienst;
  readonly fassung: string;
  readonly titel: string;
  readonly context: FormContext;
  readonly stelle: ZustaendigeStelle | null;
  /** Why it rests; `null` while it can be used. */
  readonly ausgesetztGrund: string | null;
}

/** Reads what a Kommune offers. Versions are never changed, so each is compiled once a process. */
export interface Offers {
  readonly read: (tx: Tx, site: PortalSite, dienst: string) => Promise<Result<Offer>>;
  /** The same offer in an older version, for a draft that stays with it. */
  readonly pinned: (tx: Tx, offer: Offer, fassung: string) => Promise<Result<Offer>>;
}

/** `places` knows the towns of postcodes, for addresses. Refuses what is not live (`DIENST_NOT_OFFERED`) or does not work with the Kommune's values (`DIENST_UNFIT`). */
export function openOffers(clock: Clock, places?: () => Promise<Places>): Offers {
  const compiled = new Map<string, Result<Onlinedienst>>();
  const compiledOf = async (tx: Tx, dienst: string, fassung: string): Promise<Result<Onlinedienst>> => {
    const key = `${dienst}@${fassung}`;
    const known = compiled.get(key);
    if (known) return known;
    const definition = await readDefinition(tx, dienst, fassung);
    if (!definition) return refuse(dienstUnfit);
    const parsed = parseOnlinedienst(JSON.stringify(definition.dienst), JSON.stringify(definition.formular));
    compiled.set(key, parsed);
    return parsed;
  };
  return {
    read: async (tx, site, dienstId) => {
      const live = (await readLive(tx, site.ags)).find(({ dienst }) => dienst === dienstId);
      if (!live || live.tenant !== site.tenant) return refuse(dienstNotOffered);
      const dienst = await compiledOf(tx, dienstId, live.fassung);
      if (!dienst.ok) return refuse(dienstUnfit);
      const today = clock.today();
      const context = await contextOf(tx, clock, dienst.value, places);
      if (!context.ok) return context;
      return ok({
        dienst: dienst.value,
        fassung: live.fassung,
        titel: live.titel,
        context: context.value,
        stelle: stelleOn(live.stellen, today) ?? null,
        ausgesetztGrund: live.ausgesetztGrund,
      });
    },
    pinned: async (tx, offer, fassung) => {
      const dienst = await compiledOf(tx, offer.dienst.id, fassung);
      if (!dienst.ok) return refuse(dienstUnfit);
      const context = await contextOf(tx, clock, dienst.value, places);
      return context.ok ? ok({ ...offer, dienst: dienst.value, fassung, context: context.value }) : context;
    },
  };
}

/** The law and amounts of today, as the Kommune of the transaction gives them. */
async function contextOf(
  tx: Tx,
  clock: Clock,
  dienst: Onlinedienst,
  places?: () => Promise<Places>,
): Promise<Result<FormContext>> {
  const today = clock.today();
  const values = await parametersOf(tx, dienst.id, { date: today, knownAt: clock.now() });
  const parameters = formParameters(dienst, values);
  return parameters.ok
    ? ok({ parameters: parameters.value, today, places: await places?.() })
    : refuse(dienstUnfit);
}

/** The values that the form knows; office and data protection are every service's own matter. */
function formParameters(
  { definition }: Onlinedienst,
  values: Readonly<Record<string, unknown>>,
): Result<ParameterValues> {
  const known = Object.entries(values).filter(([name]) => Object.hasOwn(definition.parameters, name));
  return parseParameters(definition.parameters, Object.fromEntries(known));
}
