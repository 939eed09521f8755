import { ok, type Result, refuse } from '#kernel';
import type { TenantId, Tx } from '#platform';
import { type Anteilsblatt, anteilsblaetter } from '../anteilsblatt.ts';
import type { CostsDeps } from '../costs-deps.ts';
import type { Abrechnung } from '../domain/abrechnung.ts';
import { apportion } from '../domain/apportion.ts';
import { billUnknown } from '../errors.ts';
import { type Abrechnungskopf, readEingefroren, readKopf } from '../store-abrechnung.ts';
import { type AnteilMitBlatt, readAnteilMitBlatt } from '../store-anteil.ts';
import { readStornierte } from '../store-aufhebung.ts';
import {
  countZeilen,
  insertBild,
  type Rechnungsbild,
  type Rechnungszeile,
  readBild,
  readZahlerblatt,
  readZeilen,
} from '../store-rechnungsbild.ts';
import { type Buchung, readBuchungen, readGuthaben } from '../store-zahlung.ts';
import type { Manager } from './actors.ts';

/** Keeps what the pages of a bill show, with every payer's sheet: who looks at one of 10,796 payers reads one row. */
export function haltBildFest(tx: Tx, tenant: TenantId, id: string, abrechnung: Abrechnung): Promise<void> {
  const { plan, summe, hinweise, zahlungen } = abrechnung;
  const blaetter = anteilsblaetter(abrechnung);
  const byName = zahlungen
    .flatMap((zahlung, at) => {
      const blatt = blaetter[at];
      return blatt ? [{ ...zahlung, blatt }] : [];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  const zeilen = byName.map(({ kennung: zahler, name, netto, steuer, brutto, blatt }, rang) => ({
    ...{ zahler, rang, name, blatt },
    ...{ netto: String(netto), steuer: String(steuer), brutto: String(brutto) },
  }));
  const { von, bis, rundung, finanzierung } = plan;
  const bild = {
    ...{ von, bis, rundung, summe, finanzierung: finanzierung.titel, modell: finanzierung.modell },
    zahler: zahlungen.length,
    hinweise: hinweise.map(({ text }) => text),
  };
  return insertBild(tx, tenant, id, bild, zeilen);
}

/** What is kept of a bill; made once more from its frozen plan where an earlier version of Leitwerk kept nothing. */
export async function bildIn(tx: Tx, tenant: TenantId, id: string): Promise<Rechnungsbild | null> {
  const kept = await readBild(tx, id);
  if (kept !== null) return kept;
  const plan = await readEingefroren(tx, id);
  if (plan === null) return null;
  const computed = apportion(plan);
  if (!computed.ok) throw new Error(`the frozen plan of ${id} cannot be apportioned any more`);
  await haltBildFest(tx, tenant, id, computed.value);
  return readBild(tx, id);
}

/** Which payers of a bill are shown. */
export interface Zahlerwahl {
  readonly suche: string;
  /** From 1. */
  readonly seite: number;
  readonly jeSeite: number;
}

/** A bill as its house looks at it: the whole, and some of its payers. */
export interface Rechnungsansicht {
  readonly kopf: Abrechnungskopf;
  readonly bild: Rechnungsbild;
  readonly zeilen: readonly Rechnungszeile[];
  /** How many payers the search found. */
  readonly gefunden: number;
  readonly wahl: Zahlerwahl;
  /** Whose shares of the bill before it takes back. */
  readonly storniert: Awaited<ReturnType<typeof readStornierte>>;
  /** To whom something can be given back. */
  readonly guthaben: Awaited<ReturnType<typeof readGuthaben>>;
}

const mostListed = 50;
const alle: Zahlerwahl = { suche: '', seite: 1, jeSeite: 1_000_000 };

/** A bill of the own house with the payers that are asked for; all of them where nothing is asked. */
export function rechnungsansicht(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
  id: string,
  asked: Zahlerwahl = alle,
): Promise<Result<Rechnungsansicht>> {
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const kopf = await readKopf(tx, id);
    const bild = kopf && (await bildIn(tx, anbieter.tenant, id));
    if (!bild) return refuse(billUnknown);
    const { suche, jeSeite } = asked;
    const gefunden = suche === '' ? bild.zahler : await countZeilen(tx, id, suche);
    const seite = Math.min(Math.max(1, asked.seite), Math.max(1, Math.ceil(gefunden / jeSeite)));
    const zeilen = await readZeilen(tx, id, { suche, ab: (seite - 1) * jeSeite, hoechstens: jeSeite });
    const storniert = await readStornierte(tx, id, mostListed);
    const gilt = kopf.ersetztDurch === null;
    const guthaben = await readGuthaben(tx, id, { gilt, hoechstens: mostListed });
    return ok({ kopf, bild, zeilen, gefunden, wahl: { suche, seite, jeSeite }, storniert, guthaben });
  });
}

/** One payer of a bill of the own house with every step. */
export interface Zahleransicht {
  readonly kopf: Abrechnungskopf;
  readonly zahler: string;
  readonly name: string;
  readonly blatt: Anteilsblatt;
  /** Of an issued bill: what it corrects, what takes it back, what was paid. */
  readonly anteil: AnteilMitBlatt | null;
  readonly buchungen: readonly Buchung[];
}

export function zahleransicht(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
  id: string,
  zahler: string,
): Promise<Result<Zahleransicht>> {
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const kopf = await readKopf(tx, id);
    if (kopf === null || (await bildIn(tx, anbieter.tenant, id)) === null) return refuse(billUnknown);
    const found = await readZahlerblatt(tx, id, zahler);
    if (found === null) return refuse(billUnknown);
    const anteil = await readAnteilMitBlatt(tx, id, zahler);
    return ok({ kopf, zahler, ...found, anteil, buchungen: await readBuchungen(tx, id, zahler) });
  });
}
