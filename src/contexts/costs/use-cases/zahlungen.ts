import { formatCents, type LocalDate, ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { kontostand } from '../domain/kontostand.ts';
import { billUnknown, changedMeanwhile, invalidField } from '../errors.ts';
import { lockRechnungen, readKopf } from '../store-abrechnung.ts';
import { type Anteil, readAnteil } from '../store-anteil.ts';
import { insertZahlung, readBuchungen } from '../store-zahlung.ts';
import { stepOf } from './abrechnen.ts';
import type { Manager } from './actors.ts';

type Deps = Pick<CostsDeps, 'db' | 'clock'>;

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
  deps: Deps,
  { actor, anbieter }: Manager,
  eingang: Zahlungseingang,
): Promise<Result<{ readonly offenCent: bigint }>> {
  const { abrechnung, zahler, cent } = eingang;
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    // Nobody books on a bill while another one takes its place, and two who book wait for each other.
    await lockRechnungen(tx, anbieter.tenant);
    const found = await readKopf(tx, abrechnung);
    if (found === null) return refuse(billUnknown);
    if (found.zustand !== 'bezahlt') {
      const possible = stepOf(found, 'bezahlen');
      if (!possible.ok) return possible;
    }
    const anteil = await readAnteil(tx, abrechnung, zahler);
    if (!anteil) return refuse(payerNotInBill);
    const wrong =
      wrongAmount(cent) ?? wrongDay(deps, eingang.am, 'Ein Zahlungseingang') ?? stillPaid(anteil, cent);
    if (wrong) return refuse(wrong);
    const buchung = { ...eingang, recipient: anteil.recipient, art: 'zahlung', beleg: '' } as const;
    await insertZahlung(tx, anbieter.tenant, buchung, deps.clock.now());
    await audit(tx, 'costs.payment.entered', eingang);
    return ok({ offenCent: kontostand({ ...anteil, bezahltCent: anteil.bezahltCent + cent }).offenCent });
  });
}

/** What goes back to a payer, or with the opposite sign what was entered by mistake. */
export interface Rueckzahlung {
  readonly abrechnung: string;
  readonly zahler: string;
  readonly cent: bigint;
  readonly am: LocalDate;
  /** Under which reference the money went back. */
  readonly beleg: string;
  /** How many bookings stood in the account that was read; `null` where nobody read it. */
  readonly stand: number | null;
}

/** Books what a payer gets back of what it paid: on a share that no longer holds, or of what is too much. */
export function zahleZurueck(
  deps: Deps,
  { actor, anbieter }: Manager,
  wunsch: Rueckzahlung,
): Promise<Result<{ readonly guthabenCent: bigint }>> {
  const { abrechnung, zahler, cent, am, stand } = wunsch;
  const beleg = wunsch.beleg.trim();
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    await lockRechnungen(tx, anbieter.tenant);
    const found = await readKopf(tx, abrechnung);
    if (found === null) return refuse(billUnknown);
    const possible = stepOf(found, 'zurueckzahlen');
    if (!possible.ok) return possible;
    const anteil = await readAnteil(tx, abrechnung, zahler);
    if (!anteil) return refuse(payerNotInBill);
    const booked = await readBuchungen(tx, abrechnung, zahler);
    if (stand !== null && stand !== booked.length) return refuse(changedMeanwhile);
    const wrong =
      wrongAmount(cent) ??
      tooMuchBack(anteil, cent) ??
      wrongDay(deps, am, 'Eine Rückzahlung') ??
      wrongBeleg(beleg);
    if (wrong) return refuse(wrong);
    const buchung = { abrechnung, zahler, am, beleg, bemerkung: '', recipient: anteil.recipient };
    await insertZahlung(
      tx,
      anbieter.tenant,
      { ...buchung, art: 'rueckzahlung', cent: -cent },
      deps.clock.now(),
    );
    await audit(tx, 'costs.repayment.entered', wunsch);
    const zurueckgezahltCent = anteil.zurueckgezahltCent + cent;
    return ok({ guthabenCent: kontostand({ ...anteil, zurueckgezahltCent }).guthabenCent });
  });
}

const payerNotInBill = invalidField('zahler', 'Dieser Zahler steht nicht in der Abrechnung.');

function wrongAmount(cent: bigint) {
  if (cent !== 0n && cent <= mostCent && cent >= -mostCent) return null;
  return invalidField('betrag', 'Bitte einen Betrag angeben, zum Beispiel 1.234,56.');
}

function wrongDay({ clock }: Pick<CostsDeps, 'clock'>, am: LocalDate, what: string) {
  return am > clock.today() ? invalidField('am', `${what} liegt nicht in der Zukunft.`) : null;
}

function wrongBeleg(beleg: string) {
  if (beleg.length >= 3 && beleg.length <= 100) return null;
  return invalidField(
    'beleg',
    'Bitte mit 3 bis 100 Zeichen angeben, unter welchem Verwendungszweck oder Beleg zurückgezahlt wurde.',
  );
}

/** What went back must have been paid: a payment is not taken back below it. */
function stillPaid({ bezahltCent, zurueckgezahltCent }: Anteil, cent: bigint) {
  if (cent > 0n || zurueckgezahltCent === 0n || bezahltCent + cent >= zurueckgezahltCent) return null;
  return invalidField(
    'betrag',
    `Davon sind ${formatCents(zurueckgezahltCent)} schon zurückgezahlt. Bitte gleichen Sie zuerst die Rückzahlung aus.`,
  );
}

function tooMuchBack(anteil: Anteil, cent: bigint) {
  const { rueckzahlbarCent } = kontostand(anteil);
  const { zurueckgezahltCent } = anteil;
  if (cent < 0n)
    return -cent <= zurueckgezahltCent
      ? null
      : invalidField(
          'betrag',
          `Ausgleichen lässt sich höchstens, was zurückgezahlt ist: ${formatCents(zurueckgezahltCent)}.`,
        );
  if (cent <= rueckzahlbarCent) return null;
  return invalidField(
    'betrag',
    rueckzahlbarCent === 0n
      ? 'Hier ist nichts zurückzuzahlen: Es ist nicht mehr bezahlt, als geschuldet ist.'
      : `Zurückzahlen lassen sich höchstens ${formatCents(rueckzahlbarCent)}.`,
  );
}

function audit(
  tx: Tx,
  action: string,
  { abrechnung, zahler, cent }: Pick<Zahlungseingang, 'abrechnung' | 'zahler' | 'cent'>,
): Promise<void> {
  const summary = { zahler, cent: Number(cent) };
  return recordAudit(tx, { action, object: { type: 'abrechnung', id: abrechnung }, summary });
}
