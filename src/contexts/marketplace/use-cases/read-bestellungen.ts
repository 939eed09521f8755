import { isUuid, type LocalDate, ok, type Result, refuse } from '#kernel';
import type { Principal, TenantId, Tx } from '#platform';
import type { Befugnis, Pruefung } from '../domain/befugnis.ts';
import type { Bestellung, Bestellzustand } from '../domain/bestellung.ts';
import type { Dienstdokument } from '../domain/dienstdokument.ts';
import { type ErsterZeitraum, ersterZeitraum } from '../domain/erster-zeitraum.ts';
import { giltFuer, type Sammelbestellung } from '../domain/sammelbestellung.ts';
import { type Vertretungsregel, vertretungsregel } from '../domain/vertretungsregeln.ts';
import { orderUnknown } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { readBestellung, readBestellungen } from '../store/bestellungen.ts';
import { readSammelbestellungen } from '../store/sammel.ts';
import { befugnisseIn } from './befugnisse.ts';
import { earliestEnd } from './bestellschritte.ts';
import { dokumenteZu } from './dienstdokumente.ts';
import { type Anbietende, anbietendeOf, type Bestellende, bestellendeOf } from './wer.ts';
import { eigenePruefung } from './zeichnen.ts';

/** Who looks at orders: somebody of the Kommune, or of the provider to whom they go. */
export type Betrachtende =
  | { readonly seite: 'kommune'; readonly wer: Bestellende }
  | { readonly seite: 'anbieter'; readonly wer: Anbietende };

export async function betrachtendeOf(
  deps: Pick<MarketplaceDeps, 'efa'>,
  principal: Principal | null,
): Promise<Result<Betrachtende>> {
  const own = await bestellendeOf(deps, principal, 'lesen');
  if (own.ok) return ok({ seite: 'kommune', wer: own.value });
  const house = await anbietendeOf(deps, principal);
  return house.ok ? ok({ seite: 'anbieter', wer: house.value }) : own;
}

function tenantOf({ seite, wer }: Betrachtende) {
  return seite === 'kommune' ? wer.kommune.tenant : wer.anbieter.tenant;
}

/** A Kommune's orders, or the signed ones that go to a provider. */
export function listBestellungen(
  { db }: Pick<MarketplaceDeps, 'db'>,
  who: Betrachtende,
): Promise<readonly Bestellung[]> {
  return db.withTenant(tenantOf(who), who.wer.actor, (tx) => readBestellungen(tx));
}

/** An order with all that its page needs. */
export interface Bestelldetail {
  readonly bestellung: Bestellung;
  readonly regel: Vertretungsregel;
  /** The first period as it would be if the contract came about today; as agreed once it exists. */
  readonly zeitraum: ErsterZeitraum;
  /** Only for the Kommune: whether the person who looks may sign, and who else may. */
  readonly eigene: {
    readonly pruefung: Pruefung;
    readonly befugnisse: readonly Befugnis[];
    readonly fruehestesEnde: LocalDate;
  } | null;
  /** What the offer said when the order was prepared. */
  readonly dokumente: readonly Dienstdokument[];
}

/** One order for those whom it concerns. */
export function readBestelldetail(
  deps: Pick<MarketplaceDeps, 'db' | 'clock' | 'keys'>,
  who: Betrachtende,
  id: string,
): Promise<Result<Bestelldetail>> {
  return deps.db.withTenant(tenantOf(who), who.wer.actor, async (tx) => {
    const bestellung = isUuid(id) ? await readBestellung(tx, id) : null;
    if (bestellung === null) return refuse(orderUnknown);
    const eigene =
      who.seite === 'kommune'
        ? {
            pruefung: await eigenePruefung(tx, deps, who.wer, bestellung.inhalt),
            befugnisse: await befugnisseIn(tx, deps, who.wer),
            fruehestesEnde: await earliestEnd(tx, deps, bestellung),
          }
        : null;
    return ok({
      bestellung,
      regel: vertretungsregel(bestellung.ags),
      zeitraum: bestellung.zeitraum ?? ersterZeitraum(deps.clock.today(), bestellung.inhalt.ersteCent),
      eigene,
      dokumente: await dokumenteZu(tx, bestellung),
    });
  });
}

/** How far a Kommune's order of a service is: its own, or one that a Land or a Bündler made for it. */
export interface Auftragsstand {
  readonly zustand: Bestellzustand;
  readonly gezeichnetVon: string | null;
  /** The day on which it was signed. */
  readonly am: LocalDate | null;
  readonly bestellung: string | null;
  /** Who ordered for all; `null` for the Kommune's own order. */
  readonly fuerAlle: string | null;
}

/**
 * The order of a service by the Kommune of the transaction, or the one that counts for it on a day; `null` where there is
 * none. An order that is over is named only where nothing else is.
 */
export async function bestellungOf(
  tx: Tx,
  { dienst, kommune, day }: { readonly dienst: string; readonly kommune: string; readonly day: LocalDate },
): Promise<Auftragsstand | null> {
  const own = (await readBestellungen(tx, dienst)).filter(({ ags }) => ags === kommune);
  return auftragOf(own, await readSammelbestellungen(tx, dienst), kommune, day);
}

function standOf({ id, zustand, zeichnung }: Bestellung): Auftragsstand {
  return {
    zustand,
    gezeichnetVon: zeichnung?.von ?? null,
    am: zeichnung?.am ?? null,
    bestellung: id,
    fuerAlle: null,
  };
}

/** The orders of several Kommunen for one service, by organisation; set-based, for one as for four hundred. */
export async function auftraegeOf(
  tx: Tx,
  {
    dienst,
    kommunen,
    day,
  }: {
    readonly dienst: string;
    readonly kommunen: readonly { readonly tenant: TenantId; readonly ags: string }[];
    readonly day: LocalDate;
  },
): Promise<ReadonlyMap<TenantId, Auftragsstand>> {
  const own = Map.groupBy(await readBestellungen(tx, dienst), ({ tenant }) => tenant);
  const sammel = await readSammelbestellungen(tx, dienst);
  return new Map(
    kommunen.flatMap(({ tenant, ags }) => {
      const stand = auftragOf(own.get(tenant) ?? [], sammel, ags, day);
      return stand ? [[tenant, stand] as const] : [];
    }),
  );
}

/** A contract or a signed order counts before an order for all, that one before an order that is over or only prepared. */
function auftragOf(
  own: readonly Bestellung[],
  sammel: readonly Sammelbestellung[],
  ags: string,
  day: LocalDate,
): Auftragsstand | null {
  const open = own.find(({ zustand }) => zustand === 'angenommen' || zustand === 'gezeichnet');
  if (open) return standOf(open);
  const forAll = sammel.find((each) => giltFuer(each, ags, day));
  if (forAll) return standOfAll(forAll);
  const [last] = own;
  return last ? standOf(last) : null;
}

function standOfAll({ gezeichnetVon, gezeichnetAm, auftraggeber }: Sammelbestellung): Auftragsstand {
  return { zustand: 'angenommen', gezeichnetVon, am: gezeichnetAm, bestellung: null, fuerAlle: auftraggeber };
}
