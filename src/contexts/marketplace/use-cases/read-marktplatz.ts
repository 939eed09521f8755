import { findLuecken, readAllLive } from '#efa';
import type { Principal } from '#platform';
import { type Dienstinhalt, ohneAngaben } from '../domain/angaben.ts';
import type { Bestellzustand } from '../domain/bestellung.ts';
import { type Einmalig, einmaligFuer } from '../domain/einmalig.ts';
import { type Kriterienstand, kriterienstand } from '../domain/mindestkriterien.ts';
import { type Preis, preisFuer } from '../domain/preisblatt.ts';
import { giltFuer } from '../domain/sammelbestellung.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { readBestellungen } from '../store/bestellungen.ts';
import { readInteressen } from '../store/interesse.ts';
import { readSammelbestellungen } from '../store/sammel.ts';
import { type Offering, readOfferings } from './offering.ts';
import { eigenerPreis } from './preis-fuer-kommune.ts';
import { type Bestellende, bestellendeOf } from './wer.ts';

/** Where the asking Kommune stands with a service on the marketplace. */
export type Eigenstand = 'nichts' | 'interesse' | 'fuer-alle' | Bestellzustand;

/** A service in the list. */
export interface Marktzeile {
  readonly offering: Offering;
  readonly inhalt: Dienstinhalt;
  readonly kriterien: Kriterienstand;
  readonly live: number;
  /** What it costs the asking Kommune; for everybody else as far as one price holds for all. */
  readonly preis: Preis;
  readonly einmalig: Einmalig;
  /** `null` for whoever asks for no Kommune. */
  readonly luecken: number | null;
  readonly stand: Eigenstand | null;
}

/** The marketplace as whoever asks sees it. */
export interface Marktplatz {
  readonly zeilen: readonly Marktzeile[];
  readonly wer: Bestellende | null;
}

/** Every service with its price, its criteria, and what it would do for the asking Kommune. */
export async function readMarktplatz(
  deps: MarketplaceDeps,
  principal: Principal | null,
): Promise<Marktplatz> {
  const own = await bestellendeOf(deps, principal, 'lesen');
  const wer = own.ok ? own.value : null;
  const [{ offerings, live }, mine, gaps] = await Promise.all([
    deps.db.withPublic(async (tx) => ({
      offerings: await readOfferings(tx, deps),
      live: await readAllLive(tx),
    })),
    wer ? readMine(deps, wer) : null,
    wer ? findLuecken(deps.efa, wer.kommune.ags) : null,
  ]);
  const usable = live.filter(({ ausgesetztGrund }) => ausgesetztGrund === null);
  return {
    wer,
    zeilen: offerings.map((offering) => {
      const { dienst } = offering.angebot;
      const inhalt = offering.angaben?.inhalt ?? ohneAngaben;
      const luecken = gaps?.ok ? gaps.value.luecken : [];
      return {
        offering,
        inhalt,
        kriterien: kriterienstand(inhalt.kriterien),
        live: usable.filter((each) => each.dienst === dienst).length,
        ...(mine?.preise.get(dienst) ?? fuerAlle(offering)),
        luecken: wer
          ? luecken.filter(({ angebote }) => angebote.some((each) => each.dienst === dienst)).length
          : null,
        stand: mine ? mine.standOf(dienst) : null,
      };
    }),
  };
}

/** What the sheet alone says, for somebody of no Kommune. */
function fuerAlle({ preisblatt }: Offering): Pick<Marktzeile, 'preis' | 'einmalig'> {
  const blatt = preisblatt?.inhalt ?? null;
  const preis = preisFuer(blatt, null, null);
  return { preis, einmalig: einmaligFuer({ preis, blatt, schaetzung: null, bestellung: null }) };
}

async function readMine(deps: MarketplaceDeps, wer: Bestellende) {
  const { ags, tenant } = wer.kommune;
  return deps.db.withTenant(tenant, wer.actor, async (tx) => {
    const preise = new Map<string, Pick<Marktzeile, 'preis' | 'einmalig'>>();
    const orders = await readBestellungen(tx);
    for (const offering of await readOfferings(tx, deps)) {
      const { dienst } = offering.angebot;
      const { preis, schaetzung } = await eigenerPreis(tx, deps, offering, wer.kommune);
      const bestellung = orders.find((each) => each.dienst === dienst) ?? null;
      const blatt = offering.preisblatt?.inhalt ?? null;
      preise.set(dienst, { preis, einmalig: einmaligFuer({ preis, blatt, schaetzung, bestellung }) });
    }
    const interested = (await readInteressen(tx)).filter(({ interessiert }) => interessiert);
    const sammel = (await readSammelbestellungen(tx)).filter((each) =>
      giltFuer(each, ags, deps.clock.today()),
    );
    const standOf = (dienst: string): Eigenstand =>
      orders.find((each) => each.dienst === dienst)?.zustand ??
      (sammel.some((each) => each.dienst === dienst) ? 'fuer-alle' : null) ??
      (interested.some((each) => each.dienst === dienst) ? 'interesse' : 'nichts');
    return { preise, standOf };
  });
}
