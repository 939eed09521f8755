import { readDefinition, readLive, stelleOn, type ZustaendigeStelle } from '#efa';
import { rowsIn } from '#efa/parameter';
import type { FormContext, Places } from '#forms';
import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import { addDays, type Clock, type LocalDate, localDate, ok, type Result, refuse } from '#kernel';
import { createEffectives, openServing } from '#overlays';
import { type InForceReader, openInForce } from '#parameters';
import type { Tx } from '#platform';
import { dienstNotOffered, dienstUnfit } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import type { AntragRow } from '../store-antrag.ts';

/** Whose layers and values count. */
type OfferSite = Pick<PortalSite, 'ags' | 'name'>;

/** A service as a Kommune offers it at this moment: the form with its layers, and the law and amounts of today. */
export interface Offer {
  readonly site: OfferSite;
  readonly dienst: Onlinedienst;
  readonly fassung: string;
  readonly titel: string;
  readonly context: FormContext;
  readonly stelle: ZustaendigeStelle | null;
  /** Days of the next two months on which the office is closed beside holidays. */
  readonly geschlossen: readonly Schliesszeit[];
  /** Why it rests; `null` while it can be used. */
  readonly ausgesetztGrund: string | null;
}

export interface Schliesszeit {
  readonly von: LocalDate;
  readonly bis: LocalDate;
  readonly anlass: string;
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

/** What counts for a service in a Kommune at a moment: definition with its layers, and its values. */
interface InForce {
  readonly geschlossen: readonly Schliesszeit[];
  readonly dienst: Onlinedienst;
  readonly context: FormContext;
}

/** Which version of a service, and the day and the knowledge that count. */
interface Asked {
  readonly dienst: string;
  readonly fassung: string;
  readonly today: LocalDate;
  readonly knownAt: Date;
}

/**
 * `places` knows the towns of postcodes, for addresses; `counting` lays the published layers and the values that count over a
 * version. Refuses what is not live (`DIENST_NOT_OFFERED`) or does not work with the Kommune's layers and values (`DIENST_UNFIT`).
 */
export function openOffers(
  clock: Clock,
  places?: () => Promise<Places>,
  counting: InForceReader = openInForce(openServing(createEffectives())),
): Offers {
  const compiledOf = versionsCompiledOnce();
  const inForce = async (tx: Tx, site: OfferSite, asked: Asked): Promise<Result<InForce>> => {
    const { dienst: id, fassung, today, knownAt } = asked;
    const base = await compiledOf(tx, id, fassung);
    if (!base.ok) return refuse(dienstUnfit);
    const { ags, name } = site;
    const found = await counting(tx, base.value, { ags, name }, { date: today, knownAt });
    if (!found.ok) return refuse(dienstUnfit);
    const { dienst, values: parameters, stated } = found.value;
    const geschlossen = geschlossenAb(stated.stelleSchliesstage, today);
    return ok({ dienst, geschlossen, context: { parameters, today, places: await places?.() } });
  };
  const now = () => ({ today: clock.today(), knownAt: clock.now() });
  return {
    read: async (tx, site, dienst) => {
      const live = (await readLive(tx, site.ags)).find((each) => each.dienst === dienst);
      if (!live || live.tenant !== site.tenant) return refuse(dienstNotOffered);
      const found = await inForce(tx, site, { dienst, fassung: live.fassung, ...now() });
      if (!found.ok) return found;
      return ok({
        ...found.value,
        site: { ags: site.ags, name: site.name },
        fassung: live.fassung,
        titel: live.titel,
        stelle: stelleOn(live.stellen, clock.today()) ?? null,
        ausgesetztGrund: live.ausgesetztGrund,
      });
    },
    pinned: async (tx, offer, fassung) => {
      const found = await inForce(tx, offer.site, { dienst: offer.dienst.id, fassung, ...now() });
      return found.ok ? ok({ ...offer, ...found.value, fassung }) : found;
    },
    version: async (tx, site, { dienst, fassung, eingangstag, eingegangenAm }) => {
      const arrival = { today: eingangstag, knownAt: eingegangenAm };
      const found = await inForce(tx, site, { dienst, fassung, ...arrival });
      if (!found.ok) return found;
      const { context: onArrival } = found.value;
      return ok({ ...found.value, context: { ...onArrival, today: clock.today() }, onArrival });
    },
  };
}

const lookAhead = 60;

function geschlossenAb(value: unknown, today: LocalDate): readonly Schliesszeit[] {
  const last = addDays(today, lookAhead);
  return rowsIn(value)
    .flatMap(({ von, bis, anlass }) =>
      typeof von === 'string'
        ? [
            {
              von: localDate(von),
              bis: localDate(typeof bis === 'string' ? bis : von),
              anlass: String(anlass ?? ''),
            },
          ]
        : [],
    )
    .filter(({ von, bis }) => bis >= today && von <= last);
}

/** Reads and compiles each offered version once: it never changes. */
function versionsCompiledOnce() {
  const compiled = new Map<string, Result<Onlinedienst>>();
  return async (tx: Tx, dienst: string, fassung: string): Promise<Result<Onlinedienst>> => {
    const key = `${dienst}@${fassung}`;
    const known = compiled.get(key);
    if (known) return known;
    const definition = await readDefinition(tx, dienst, fassung);
    if (!definition) return refuse(dienstUnfit);
    const parsed = parseOnlinedienst(JSON.stringify(definition.dienst), JSON.stringify(definition.formular));
    compiled.set(key, parsed);
    return parsed;
  };
}
