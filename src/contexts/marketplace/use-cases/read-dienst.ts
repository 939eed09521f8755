import { findLuecken, readAllLive } from '#efa';
import { allParameters } from '#efa/parameter';
import { type LocalDate, ok, type Result } from '#kernel';
import type { Principal } from '#platform';
import { type Dienstinhalt, ohneAngaben } from '../domain/angaben.ts';
import type { Bestellung } from '../domain/bestellung.ts';
import type { Dauer } from '../domain/dauer.ts';
import type { Dienstdokument } from '../domain/dienstdokument.ts';
import type { Einladung } from '../domain/einladung.ts';
import { type Einmalig, einmaligFuer } from '../domain/einmalig.ts';
import type { Interesse } from '../domain/interesse.ts';
import type { Rahmenvereinbarung } from '../domain/rahmen.ts';
import { giltFuer, type Sammelbestellung } from '../domain/sammelbestellung.ts';
import type { MarketplaceDeps, Pruefpunkt } from '../marketplace-deps.ts';
import { readBestellungen } from '../store/bestellungen.ts';
import { readDokumente } from '../store/dokumente.ts';
import { readEinladungen } from '../store/einladungen.ts';
import { readInteressen } from '../store/interesse.ts';
import { readSammelbestellungen } from '../store/sammel.ts';
import { dauerAnderer } from './dauer.ts';
import { findOffering, type Offering } from './offering.ts';
import { anbindungOf } from './own-anbindung.ts';
import { type EigenerPreis, eigenerPreis } from './preis-fuer-kommune.ts';
import { rahmenOn } from './rahmen.ts';
import { anbietendeOf, type Bestellende, bestellendeOf } from './wer.ts';

/** A gap of the asking Kommune that the service closes. */
export interface GeschlosseneLuecke {
  readonly id: string;
  readonly name: string;
  readonly verdict: 'selbst' | 'offen';
}

/** What the marketplace says to one Kommune. */
export interface EigeneSicht {
  readonly wer: Bestellende;
  readonly preis: EigenerPreis;
  readonly einmalig: Einmalig;
  readonly luecken: readonly GeschlosseneLuecke[];
  readonly interesse: Interesse | null;
  readonly anbindung: Awaited<ReturnType<typeof anbindungOf>>;
  /** The newest order, perhaps one that is over. */
  readonly bestellung: Bestellung | null;
  readonly fuerAlle: Sammelbestellung | null;
  readonly rahmen: Rahmenvereinbarung | null;
  /** The provider's newest invitation to order. */
  readonly einladung: Einladung | null;
}

/** A service as its page shows it. */
export interface Dienstseite {
  readonly offering: Offering;
  readonly inhalt: Dienstinhalt;
  readonly dokumente: readonly Dienstdokument[];
  /** What the house took back, for itself to read. */
  readonly zurueckgenommen: readonly Dienstdokument[];
  readonly live: number;
  readonly dauer: Dauer;
  readonly parameter: readonly { readonly label: string; readonly pflicht: boolean }[];
  readonly zustellpunkte: readonly string[];
  readonly pruefliste: readonly Pruefpunkt[] | null;
  readonly eigene: EigeneSicht | null;
  /** Who asks is of the house that offers it. */
  readonly pflegt: boolean;
  /** The form of the offered version is here, to be tried. */
  readonly probierbar: boolean;
  readonly today: LocalDate;
}

/** Everything about one service on the marketplace, for whoever asks. */
export async function readDienstseite(
  deps: MarketplaceDeps,
  principal: Principal | null,
  dienst: string,
): Promise<Result<Dienstseite>> {
  const { db, clock } = deps;
  const found = await db.withPublic(async (tx) => {
    const offering = await findOffering(tx, deps, dienst);
    return offering.ok
      ? ok({ offering: offering.value, dokumente: await readDokumente(tx, dienst) })
      : offering;
  });
  if (!found.ok) return found;
  const { offering, dokumente } = found.value;
  const own = await bestellendeOf(deps, principal, 'lesen');
  const house = own.ok ? null : await anbietendeOf(deps, principal);
  const all = allParameters(offering.angebot.data);
  const today = clock.today();
  const pflegt = house?.ok === true && house.value.anbieter.tenant === offering.angebot.anbieterId;
  return ok({
    offering,
    dokumente: dokumente.filter(({ ruecknahme }) => ruecknahme === null),
    zurueckgenommen: pflegt ? dokumente.filter(({ ruecknahme }) => ruecknahme !== null) : [],
    inhalt: offering.angaben?.inhalt ?? ohneAngaben,
    live: await countLive(deps, dienst),
    dauer: await dauerAnderer(deps, dienst, own.ok ? own.value.kommune.tenant : null),
    parameter: all
      .filter(({ kind }) => kind !== 'zustellpunkt')
      .map(({ label, required }) => ({ label, pflicht: required })),
    zustellpunkte: all.filter(({ kind }) => kind === 'zustellpunkt').map(({ label }) => label),
    pruefliste: deps.pruefliste && (await deps.pruefliste(dienst, today)),
    eigene: own.ok ? await eigeneSicht(deps, own.value, offering) : null,
    pflegt,
    probierbar: (await deps.efa.onlinedienste()).some(
      ({ id, version }) => id === dienst && version === offering.angebot.data.version,
    ),
    today,
  });
}

async function countLive({ db }: Pick<MarketplaceDeps, 'db'>, dienst: string): Promise<number> {
  const live = await db.withPublic(readAllLive);
  return live.filter((each) => each.dienst === dienst && each.ausgesetztGrund === null).length;
}

async function eigeneSicht(
  deps: MarketplaceDeps,
  wer: Bestellende,
  offering: Offering,
): Promise<EigeneSicht> {
  const { dienst, anbieterId } = offering.angebot;
  const { tenant, ags } = wer.kommune;
  const stored = await deps.db.withTenant(tenant, wer.actor, async (tx) => ({
    preis: await eigenerPreis(tx, deps, offering, wer.kommune),
    interesse: (await readInteressen(tx)).find((each) => each.dienst === dienst) ?? null,
    bestellung: (await readBestellungen(tx, dienst))[0] ?? null,
    einladung: (await readEinladungen(tx)).find((each) => each.dienst === dienst) ?? null,
    rahmen: await rahmenOn(tx, anbieterId, deps.clock.today()),
    sammel: await readSammelbestellungen(tx, dienst),
  }));
  const { sammel, ...own } = stored;
  const { preis, schaetzung } = own.preis;
  const blatt = offering.preisblatt?.inhalt ?? null;
  return {
    ...own,
    einmalig: einmaligFuer({ preis, schaetzung, blatt, bestellung: own.bestellung }),
    wer,
    luecken: await closedGaps(deps, ags, dienst),
    anbindung: await anbindungOf(deps, wer, dienst),
    fuerAlle: sammel.find((each) => giltFuer(each, ags, deps.clock.today())) ?? null,
  };
}

/** The gaps of a Kommune that a service closes; none for a body of which no rules are known. */
async function closedGaps(
  { efa }: Pick<MarketplaceDeps, 'efa'>,
  ags: string,
  dienst: string,
): Promise<readonly GeschlosseneLuecke[]> {
  const view = await findLuecken(efa, ags);
  if (!view.ok) return [];
  return view.value.luecken
    .filter(({ angebote }) => angebote.some((each) => each.dienst === dienst))
    .map(({ leistung: { id, name }, verdict }) => ({ id, name, verdict }));
}
