import { addDays, type LocalDate, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type TenantId, type Tx } from '#platform';
import { anteilsblaetter } from '../anteilsblatt.ts';
import type { CostsDeps } from '../costs-deps.ts';
import type { Abrechnung } from '../domain/abrechnung.ts';
import { apportion } from '../domain/apportion.ts';
import { vorgabenFuer } from '../domain/finanzierungsmodell.ts';
import type { Kostenplan } from '../domain/kostenplan.ts';
import { afterStep, type Rechnungsschritt } from '../domain/rechnungszustand.ts';
import {
  basisChanged,
  billUnknown,
  changedMeanwhile,
  invalid,
  otherBillIssued,
  planUnknown,
  stepImpossible,
} from '../errors.ts';
import { schrittLabel, zustandLabel } from '../messages.ts';
import {
  type Abrechnungskopf,
  insertAbrechnung,
  insertRechnung,
  insertSchritt,
  lockNummern,
  readEingefroren,
  readKopf,
} from '../store-abrechnung.ts';
import { insertAnteile, type NeuerAnteil, umbuche } from '../store-anteil.ts';
import { readPlan } from '../store-plan.ts';
import type { Manager } from './actors.ts';
import { composedIn, type Planstelle } from './plan.ts';

type Deps = Pick<CostsDeps, 'db' | 'clock' | 'kommunen' | 'grundlagen'>;

/** Computes a bill from the plan of today and freezes it; nobody else sees it before it is issued. */
export function entwerfe(
  deps: Pick<CostsDeps, 'db' | 'clock' | 'grundlagen'>,
  { actor, anbieter }: Manager,
  stelle: Planstelle,
  korrektur: { readonly id: string; readonly grund: string } | null = null,
): Promise<Result<string>> {
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    const plan = await readPlan(tx, stelle.dienst, stelle.jahr, stelle.art);
    if (plan === null) return refuse(planUnknown);
    const composed = await composedIn(tx, deps, plan, anbieter.name);
    if (!composed.ok) return composed;
    const computed = apportion(composed.value);
    if (!computed.ok) return computed;
    const id = newId();
    const { dienst, jahr, art, fassung: planFassung } = plan;
    await insertAbrechnung(
      tx,
      anbieter.tenant,
      {
        ...{ id, dienst, jahr, art, planFassung },
        titel: composed.value.titel,
        korrigiert: korrektur?.id ?? null,
        grund: korrektur?.grund ?? '',
        erstelltAm: deps.clock.now(),
      },
      composed.value,
    );
    await audit(tx, 'costs.bill.drafted', id, { dienst, jahr });
    return ok(id);
  });
}

/** Computes the bill that takes the place of an issued one. */
export async function korrigiere(
  deps: Deps,
  manager: Manager,
  id: string,
  grund: string,
): Promise<Result<string>> {
  const reason = grund.trim();
  if (reason.length < 5 || reason.length > 1000)
    return refuse(
      invalid([
        { field: 'grund', message: 'Bitte in einem Satz sagen, was die neue Abrechnung korrigiert.' },
      ]),
    );
  const before = await deps.db.withTenant(manager.anbieter.tenant, manager.actor, (tx) => readKopf(tx, id));
  if (before === null) return refuse(billUnknown);
  const possible = stepOf(before, 'korrigieren');
  return possible.ok ? entwerfe(deps, manager, before, { id, grund: reason }) : possible;
}

/** Notes that somebody checked a draft, or throws it away. */
export function gehe(
  { db, clock }: Pick<CostsDeps, 'db' | 'clock'>,
  { actor, anbieter }: Manager,
  id: string,
  schritt: 'pruefen' | 'verworfen',
  bemerkung: string,
): Promise<Result<string>> {
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const found = await readKopf(tx, id);
    if (found === null) return refuse(billUnknown);
    const possible = stepOf(found, schritt);
    if (!possible.ok) return possible;
    const kept = schritt === 'pruefen' ? 'geprueft' : 'verworfen';
    if (!(await insertSchritt(tx, anbieter.tenant, id, kept, bemerkung.slice(0, 1000), clock.now())))
      return refuse(changedMeanwhile);
    await audit(tx, schritt === 'pruefen' ? 'costs.bill.checked' : 'costs.bill.dropped', id, {});
    return ok(id);
  });
}

/** An issued bill: its number, and whether it had been issued before this press. */
export interface Gestellt {
  readonly id: string;
  readonly nummer: string;
  readonly schonGestellt: boolean;
}

const tageBisFaellig = 30;

/**
 * Issues a checked bill: its number, the share of every payer and the audit line come in one transaction, or nothing does.
 * Pressed twice, or again after a process ended in between, there is one bill with one number.
 */
export async function stelle(
  deps: Deps,
  { actor, anbieter }: Manager,
  id: string,
  faelligAm: LocalDate | null = null,
): Promise<Result<Gestellt>> {
  const recipients = new Map((await deps.kommunen(actor)).map(({ ags, tenant }) => [ags, tenant]));
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    await lockNummern(tx, anbieter.tenant);
    const found = await readKopf(tx, id);
    if (found === null) return refuse(billUnknown);
    if (found.nummer !== null) return ok({ id, nummer: found.nummer, schonGestellt: true });
    const possible = await mayBeIssued(tx, found);
    if (!possible.ok) return possible;
    const plan = await readEingefroren(tx, id);
    if (plan === null) return refuse(billUnknown);
    const computed = apportion(plan);
    if (!computed.ok) throw new Error(`the frozen plan of ${id} cannot be apportioned any more`);
    const gestelltAm = deps.clock.now();
    const heute = deps.clock.today();
    const due = faelligAm ?? (await gesetzlichFaellig(deps, plan, heute)) ?? addDays(heute, tageBisFaellig);
    const dates = { gestelltAm, faelligAm: due };
    const nummernjahr = Number(heute.slice(0, 4));
    const nummer = await insertRechnung(tx, anbieter.tenant, { ...found, nummernjahr, ...dates });
    if (nummer === null) return refuse(otherBillIssued);
    await insertAnteile(
      tx,
      anbieter.tenant,
      { ...found, abrechnung: id, rechnungsnummer: nummer, haus: anbieter.name, ...dates },
      anteileOf(computed.value, recipients),
    );
    const { korrigiert } = found;
    if (korrigiert !== null)
      await umbuche(tx, anbieter.tenant, { alt: korrigiert, neu: id }, { am: heute, now: gestelltAm });
    await audit(tx, 'costs.bill.issued', id, { nummer, zahler: computed.value.zahlungen.length });
    return ok({ id, nummer, schonGestellt: false });
  });
}

/** The day that the funding's rule sets, as far as it has not passed. */
async function gesetzlichFaellig(
  { grundlagen }: Pick<CostsDeps, 'grundlagen'>,
  { finanzierung, jahr }: Kostenplan,
  heute: LocalDate,
): Promise<LocalDate | null> {
  const modell = (await grundlagen()).finanzierungen.find(({ id }) => id === finanzierung.modell);
  const day = modell ? vorgabenFuer(modell, jahr).faelligAm : null;
  return day !== null && day >= heute ? day : null;
}

/** Only what was checked, and only while its plan is the newest: nobody issues what somebody has changed since. */
async function mayBeIssued(tx: Tx, found: Abrechnungskopf): Promise<Result<null>> {
  const possible = stepOf(found, 'stellen');
  if (!possible.ok) return possible;
  const plan = await readPlan(tx, found.dienst, found.jahr, found.art);
  return plan?.fassung === found.planFassung ? ok(null) : refuse(basisChanged);
}

function anteileOf(
  abrechnung: Abrechnung,
  recipients: ReadonlyMap<string, TenantId>,
): readonly NeuerAnteil[] {
  const blaetter = anteilsblaetter(abrechnung);
  return abrechnung.zahlungen.flatMap(({ kennung, name, brutto }, index) => {
    const blatt = blaetter[index];
    const recipient = recipients.get(kennung) ?? null;
    return blatt ? [{ zahler: kennung, recipient, name, brutto: Number(brutto), blatt }] : [];
  });
}

/** Whether a step can be taken from where a bill is. */
export function stepOf(
  { zustand }: Pick<Abrechnungskopf, 'zustand'>,
  schritt: Rechnungsschritt,
): Result<null> {
  if (afterStep(zustand, schritt) !== null) return ok(null);
  return refuse(stepImpossible(zustandLabel[zustand], schrittLabel[schritt]));
}

function audit(tx: Tx, action: string, id: string, summary: Readonly<Record<string, string | number>>) {
  return recordAudit(tx, { action, object: { type: 'abrechnung', id }, summary });
}
