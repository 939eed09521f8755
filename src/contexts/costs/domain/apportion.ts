import { ok, type Result } from '#kernel';
import type { Abrechnung, Steuergruppe, Zahlung } from './abrechnung.ts';
import { abschnitteOf } from './abschnitte.ts';
import { hinweiseOf } from './hinweise.ts';
import type { Kostenplan } from './kostenplan.ts';
import { pruefePlan } from './pruefe-plan.ts';
import { runde } from './runden.ts';
import { readSchluesselwerte } from './schluesselwerte.ts';
import { gruppenOf } from './steuergruppen.ts';
import { verteilungOf } from './toepfe.ts';
import { zahlungenOf } from './zahlungen.ts';

/**
 * Apportions the costs of a plan to its payers, exact to the cent, and keeps every step. Refuses (`COSTS_…`) a plan that cannot be
 * apportioned as it stands: nobody pays, layers or keys that do not make a whole, a value missing, a tax rule not in force.
 */
export function apportion(plan: Kostenplan): Result<Abrechnung> {
  const checked = pruefePlan(plan);
  if (!checked.ok) return checked;
  const werte = readSchluesselwerte(plan);
  if (!werte.ok) return werte;
  const abschnitte = abschnitteOf(plan, werte.value);
  if (!abschnitte.ok) return abschnitte;
  const verteilung = verteilungOf(plan, werte.value, abschnitte.value);
  if (!verteilung.ok) return verteilung;
  const gruppen = runde(plan, gruppenOf(plan, abschnitte.value, verteilung.value));
  const zahlungen = zahlungenOf(plan, gruppen);
  const steps = { plan, abschnitte: abschnitte.value, ...verteilung.value, gruppen, zahlungen };
  const bill = { ...steps, summe: summeOf(plan, gruppen, zahlungen) };
  return ok({ ...bill, hinweise: hinweiseOf(bill) });
}

function summeOf(
  { rundung }: Kostenplan,
  gruppen: readonly Steuergruppe[],
  zahlungen: readonly Zahlung[],
): Abrechnung['summe'] {
  let [kosten, netto, steuer] = [0n, 0n, 0n];
  for (const { cent } of gruppen) kosten += cent;
  for (const each of zahlungen) {
    netto += each.netto;
    steuer += each.steuer;
  }
  return {
    kosten,
    netto,
    steuer,
    brutto: netto + steuer,
    rest: rundung === 'kaufmaennisch' ? kosten - netto : 0n,
    aufrundung: rundung === 'voller-euro' ? netto - kosten : 0n,
  };
}
