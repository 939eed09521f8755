import { parametersOf, readDefinition, readLive, stelleOn, type ZustaendigeStelle } from '#efa';
import { type FormContext, type ParameterValues, type Places, parseParameters } from '#forms';
import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import { type Clock, ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { dienstNotOffered, dienstUnfit } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import type { AntragRow } from '../store-antrag.ts';

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

/** With what an Antrag was made. */
export type MadeWith = Pick<AntragRow, 'dienst' | 'fassung' | 'eingangstag' | 'eingegangenAm'>;

/** A version of a service, with the amounts of the day on which an Antrag made with it arrived. */
export interface VersionOffer extends Pick<Offer, 'dienst'> {
  /** For what is answered today. */
  readonly context: FormContext;
  /** For what counts by the law of the arrival. */
  readonly onArrival: FormContext;
}

/** Reads what a Kommune offers. Versions are never changed, so each is compiled once a process. */
export interface Offers {
  readonly read: (tx: Tx, site: PortalSite, dienst: string) => Promise<Result<Offer>>;
  /** The same offer in an older version, for a draft that stays with it. */
  readonly pinned: (tx: Tx, offer: Offer, fassung: string) => Promise<Result<Offer>>;
  /** The version with which an Antrag was made, whether or not the service is still offered. */
  readonly version: (tx: Tx, site: PortalSite, antrag: MadeWith) => Promise<Result<VersionOffer>>;
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
    version: async (tx, _site, { dienst: id, fassung, eingangstag, eingegangenAm }) => {
      const dienst = await compiledOf(tx, id, fassung);
      if (!dienst.ok) return refuse(dienstUnfit);
      const values = await parametersOf(tx, id, { date: eingangstag, knownAt: eingegangenAm });
      const parameters = formParameters(dienst.value, values);
      if (!parameters.ok) return refuse(dienstUnfit);
      const onArrival = { parameters: parameters.value, today: eingangstag, places: await places?.() };
      return ok({ dienst: dienst.value, context: { ...onArrival, today: clock.today() }, onArrival });
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
