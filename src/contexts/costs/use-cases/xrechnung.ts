import { dayInGermany, ok, type Result, refuse } from '#kernel';
import { actorOf, type TenantId, type Tx } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import {
  type ERechnung,
  eRechnung,
  eStorno,
  hindernis,
  kategorieBy,
  type Rechnungsanteil,
  teileOf,
} from '../domain/e-rechnung.ts';
import { hausKennung } from '../domain/rechnungsangaben.ts';
import { billUnknown, notCancelled, notIssued, particularsMissing } from '../errors.ts';
import { readKopf } from '../store-abrechnung.ts';
import { readAnteilsort, readRechnungsanteile, readSteuerregeln } from '../store-dokument.ts';
import { countAngaben, readAlleAngaben, readAngaben } from '../store-rechnungsangaben.ts';
import type { Reader } from './actors.ts';
import { unterKennung } from './rechnungsangaben.ts';

const system = actorOf('system', 'kosten');

/** Which share, in the house that wrote it. */
export interface Anteilsort {
  readonly haus: TenantId;
  readonly abrechnung: string;
  readonly zahler: string;
}

/** The share that somebody may see: a house any of its own, a Kommune the one that is addressed to it. */
export async function anteilsort(
  { db }: Pick<CostsDeps, 'db'>,
  reader: Reader,
  abrechnung: string,
  zahler: string,
): Promise<Result<Anteilsort>> {
  if (reader.art === 'dienstleister') return ok({ haus: reader.manager.anbieter.tenant, abrechnung, zahler });
  const { actor, kommune } = reader.payer;
  const found = await db.withTenant(kommune.tenant, actor, (tx) => readAnteilsort(tx, abrechnung));
  return found ? ok({ ...found, abrechnung }) : refuse(billUnknown);
}

/** The electronic bills of one share or those that take it back, or what keeps it from being any. */
export interface XRechnungen {
  readonly anteil: Rechnungsanteil;
  readonly rechnungen: readonly ERechnung[];
  readonly hindernis: string | null;
}

/** All shares of a bill, or one, as electronic bills. */
export function xrechnungenIn(
  tx: Tx,
  abrechnung: string,
  zahler: string | null,
): Promise<readonly XRechnungen[]> {
  return eRechnungenIn(tx, abrechnung, zahler, 'rechnung');
}

/** The shares of a replaced bill that were taken back, or one of them, as electronic cancellations. */
export function stornosIn(
  tx: Tx,
  abrechnung: string,
  zahler: string | null,
): Promise<readonly XRechnungen[]> {
  return eRechnungenIn(tx, abrechnung, zahler, 'storno');
}

async function eRechnungenIn(
  tx: Tx,
  abrechnung: string,
  zahler: string | null,
  art: 'rechnung' | 'storno',
): Promise<readonly XRechnungen[]> {
  const nurStornierte = art === 'storno';
  const anteile = await readRechnungsanteile(tx, abrechnung, { zahler, nurStornierte });
  const kategorieOf = kategorieBy(await readSteuerregeln(tx, abrechnung));
  const alle = zahler === null ? await readAlleAngaben(tx) : await readAngaben(tx, [hausKennung, zahler]);
  const angabenUnter = unterKennung(alle);
  return anteile.map((anteil) => {
    const parteien = { haus: angabenUnter(hausKennung), zahler: angabenUnter(anteil.zahler) };
    const teile = teileOf(anteil, kategorieOf);
    const { storno } = anteil;
    return {
      anteil,
      rechnungen: teile.map((teil) =>
        nurStornierte && storno !== null
          ? eStorno(anteil, storno, teil, parteien)
          : eRechnung(anteil, teil, parteien, dayInGermany(anteil.gestelltAm), kategorieOf),
      ),
      hindernis: hindernis(anteil, teile, parteien),
    };
  });
}

/** What the electronic bills of a share are made of, as it stands; refused with words where something is missing. */
export interface Bereit extends XRechnungen {
  readonly stand: string;
}

/**
 * Looks whether a share can become an electronic bill. A Kommune may see its own share, so it is looked up in the house that
 * wrote it: bank account and address of that house stand on every bill.
 */
export function bereit(
  { db }: Pick<CostsDeps, 'db'>,
  { haus, abrechnung, zahler }: Anteilsort,
  art: 'rechnung' | 'storno' = 'rechnung',
): Promise<Result<Bereit>> {
  return db.withTenant(haus, system, async (tx) => {
    const kopf = await readKopf(tx, abrechnung);
    if (kopf === null) return refuse(billUnknown);
    if (kopf.nummer === null) return refuse(notIssued);
    const [found] = await eRechnungenIn(tx, abrechnung, zahler, art);
    if (!found) return refuse(art === 'storno' ? notCancelled : billUnknown);
    if (found.hindernis !== null) return refuse(particularsMissing(found.hindernis));
    return ok({ ...found, stand: await angabenstand(tx) });
  });
}

/** Particulars are only ever added, so their count names their state. */
export async function angabenstand(tx: Tx): Promise<string> {
  return `angaben-${await countAngaben(tx)}`;
}
