import { type Cents, formatCents, largestRemainder, ok, type Result, ratio, refuse } from '#kernel';
import type { Abschnitt } from './abrechnung.ts';
import type { Kostenplan, Position, Steuerregel, Uebertrag } from './kostenplan.ts';
import { alleMonate, type Monat, monateBetween } from './monat.ts';
import { planRefusal } from './refusals.ts';
import type { Schluesselwerte } from './schluesselwerte.ts';
import { type Besteuerung, besteuerungIn, steuergruppe } from './steuer.ts';

/** Every position cut where its tax changes, and what earlier years left. */
export function abschnitteOf(plan: Kostenplan, werte: Schluesselwerte): Result<readonly Abschnitt[]> {
  const regeln = new Map(plan.steuerregeln.map((each) => [each.id, each]));
  const all: Abschnitt[] = [];
  for (const position of plan.positionen) {
    const parts = partsOf(plan, position, regeln, werte);
    if (!parts.ok) return parts;
    all.push(...parts.value);
  }
  return ok([...all, ...plan.uebertraege.map((each) => uebertragOf(plan, each))]);
}

interface Lauf extends Besteuerung {
  readonly von: Monat;
  readonly bis: Monat;
}

function partsOf(
  plan: Kostenplan,
  position: Position,
  regeln: ReadonlyMap<string, Steuerregel>,
  werte: Schluesselwerte,
): Result<readonly Abschnitt[]> {
  const cent = centOf(plan, position, werte);
  if (cent < 0n) return refuse(negative(position, cent));
  const [von, bis] = [position.von ?? plan.von, position.bis ?? plan.bis];
  const monateGesamt = monateBetween(von, bis);
  if (von < plan.von || bis > plan.bis || monateGesamt === 0) return refuse(outsidePeriod(position));
  const runs = runsOf(position, von, bis, regeln);
  if (!runs.ok) return runs;
  const months = runs.value.map((each) => monateBetween(each.von, each.bis));
  const shares = largestRemainder(
    cent,
    months.map((count, at) => ({ key: placeOf(at), weight: ratio.rational(BigInt(count)) })),
  );
  return ok(
    runs.value.map(
      (run, at): Abschnitt => ({
        id: runs.value.length === 1 ? position.id : `${position.id}#${at + 1}`,
        position: position.id,
        titel: position.titel,
        art: position.art,
        von: run.von,
        bis: run.bis,
        monate: months[at] ?? 0,
        monateGesamt,
        cent: shares.get(placeOf(at)) ?? 0n,
        schluessel: position.schluessel,
        zahler: null,
        merkmal: position.merkmal ?? null,
        gruppe: run.gruppe,
        norm: run.norm,
      }),
    ),
  );
}

/** Months one after the other that are taxed alike. */
function runsOf(
  position: Position,
  von: Monat,
  bis: Monat,
  regeln: ReadonlyMap<string, Steuerregel>,
): Result<readonly Lauf[]> {
  const runs: Lauf[] = [];
  for (const month of alleMonate(von, bis)) {
    const tax = besteuerungIn(position, month, regeln);
    if (!tax.ok) return tax;
    const last = runs.at(-1);
    if (last?.gruppe === tax.value.gruppe && last.norm === tax.value.norm)
      runs.splice(-1, 1, { ...last, bis: month });
    else runs.push({ ...tax.value, von: month, bis: month });
  }
  return ok(runs);
}

/** A fixed sum; or cases times price, rounded as in commerce to the cent. */
function centOf(plan: Kostenplan, { betrag, schluessel }: Position, werte: Schluesselwerte): Cents {
  if (betrag.art === 'fest') return betrag.cent;
  const cases = werte.get(schluessel);
  const sum = ratio.sum(plan.zahler.map(({ kennung }) => cases?.get(kennung) ?? ratio.zero));
  return ratio.roundHalfAway(ratio.mul(sum, ratio.ofDecimal(betrag.preisCent)));
}

function uebertragOf(plan: Kostenplan, uebertrag: Uebertrag): Abschnitt {
  const monate = monateBetween(plan.von, plan.bis);
  const { id, titel, cent, schluessel, zahler, steuer } = uebertrag;
  return {
    id,
    position: id,
    titel,
    art: 'uebertrag',
    von: plan.von,
    bis: plan.bis,
    monate,
    monateGesamt: monate,
    cent,
    schluessel,
    zahler,
    merkmal: null,
    gruppe: steuergruppe(steuer.regel, steuer.satz),
    norm: steuer.norm,
  };
}

/** Sorts as the parts follow each other: of equal remainders the earlier gets the cent. */
function placeOf(at: number): string {
  return String(at).padStart(4, '0');
}

function negative({ titel }: Position, cent: Cents) {
  return planRefusal(
    'COSTS_POSITION_NEGATIVE',
    `„${titel}“ steht mit ${formatCents(cent)}. Eine Position ist ein Betrag ab 0 €. Eine Gutschrift tragen Sie als Übertrag ein.`,
    'betrag',
  );
}

function outsidePeriod({ titel }: Position) {
  return planRefusal(
    'COSTS_PERIOD_OUTSIDE',
    `Der Leistungszeitraum von „${titel}“ liegt nicht im Zeitraum der Abrechnung oder endet vor seinem Beginn. Ändern Sie die Monate.`,
    'von',
  );
}
