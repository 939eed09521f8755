import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import type { Abrechnung } from '../domain/abrechnung.ts';
import { apportion } from '../domain/apportion.ts';
import { billUnknown, invalid } from '../errors.ts';
import { type Abrechnungskopf, readAbrechnungen, readEingefroren, readKopf } from '../store-abrechnung.ts';
import {
  type Anteil,
  type AnteilMitBlatt,
  insertZahlung,
  readAnteil,
  readEigeneAnteile,
  readEigenenAnteil,
} from '../store-anteil.ts';
import { stepOf } from './abrechnen.ts';
import type { Manager, Payer } from './actors.ts';

/** A bill with all its steps, for the files that show all of it. */
export interface Abrechnungsstand {
  readonly kopf: Abrechnungskopf;
  readonly abrechnung: Abrechnung;
}

export function abrechnungenOf(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
): Promise<readonly Abrechnungskopf[]> {
  return db.withTenant(anbieter.tenant, actor, readAbrechnungen);
}

/** A bill of the own house, computed once more from its frozen plan. */
export function abrechnungsstand(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
  id: string,
): Promise<Result<Abrechnungsstand>> {
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const kopf = await readKopf(tx, id);
    const plan = kopf && (await readEingefroren(tx, id));
    if (!plan) return refuse(billUnknown);
    const computed = apportion(plan);
    return computed.ok ? ok({ kopf, abrechnung: computed.value }) : computed;
  });
}

/** What was billed to a Kommune, the newest first. */
export function eigeneAnteile(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, kommune }: Payer,
): Promise<readonly Anteil[]> {
  return db.withTenant(kommune.tenant, actor, readEigeneAnteile);
}

/** One share of the own Kommune with all its steps. */
export async function eigenerAnteil(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, kommune }: Payer,
  id: string,
): Promise<Result<AnteilMitBlatt>> {
  const found = await db.withTenant(kommune.tenant, actor, (tx) => readEigenenAnteil(tx, id));
  return found ? ok(found) : refuse(billUnknown);
}

/** What somebody paid, or with the opposite sign what was entered by mistake. */
export interface Zahlungseingang {
  readonly abrechnung: string;
  readonly zahler: string;
  readonly cent: bigint;
  readonly am: LocalDate;
  readonly bemerkung: string;
}

const mostCent = 100_000_000_000n;

/** Notes a payment on an issued bill. */
export function trageZahlungEin(
  { db, clock }: Pick<CostsDeps, 'db' | 'clock'>,
  { actor, anbieter }: Manager,
  eingang: Zahlungseingang,
): Promise<Result<{ readonly offenCent: bigint }>> {
  const { abrechnung, zahler, cent, am } = eingang;
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const found = await readKopf(tx, abrechnung);
    if (found === null) return refuse(billUnknown);
    if (found.zustand !== 'bezahlt') {
      const possible = stepOf(found, 'bezahlen');
      if (!possible.ok) return possible;
    }
    const anteil = await readAnteil(tx, abrechnung, zahler);
    if (!anteil)
      return refuse(invalid([{ field: 'zahler', message: 'Dieser Zahler steht nicht in der Abrechnung.' }]));
    if (cent === 0n || cent > mostCent || cent < -mostCent)
      return refuse(
        invalid([{ field: 'betrag', message: 'Bitte einen Betrag angeben, zum Beispiel 1.234,56.' }]),
      );
    if (am > clock.today())
      return refuse(invalid([{ field: 'am', message: 'Ein Zahlungseingang liegt nicht in der Zukunft.' }]));
    await insertZahlung(tx, anbieter.tenant, { ...eingang, recipient: anteil.recipient }, clock.now());
    await recordAudit(tx, {
      action: 'costs.payment.entered',
      object: { type: 'abrechnung', id: abrechnung },
      summary: { zahler, cent: Number(cent) },
    });
    return ok({ offenCent: anteil.bruttoCent - anteil.bezahltCent - cent });
  });
}
