import { addDays, type LocalDate, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { apportion } from '../domain/apportion.ts';
import { vorgabenFuer } from '../domain/finanzierungsmodell.ts';
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
  lockRechnungen,
  readKopf,
} from '../store-abrechnung.ts';
import { insertAnteile } from '../store-anteil.ts';
import { hebeAuf, umbuche } from '../store-aufhebung.ts';
import { readPlan } from '../store-plan.ts';
import type { Manager } from './actors.ts';
import { melde } from './melde.ts';
import { composedIn, type Planstelle } from './plan.ts';
import { bildIn, haltBildFest } from './rechnungsbild.ts';

type Deps = Pick<CostsDeps, 'db' | 'clock' | 'kommunen' | 'grundlagen'>;

/** Which bill another one takes the place of, and why. */
export interface Korrektur {
  readonly id: string;
  readonly grund: string;
}

/** Computes a bill from the plan of today and freezes it; nobody else sees it before it is issued. */
export function entwerfe(
  deps: Pick<CostsDeps, 'db' | 'clock' | 'grundlagen'>,
  { actor, anbieter }: Manager,
  stelle: Planstelle,
  korrektur: Korrektur | null = null,
  id: string = newId(),
): Promise<Result<string>> {
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    const plan = await readPlan(tx, stelle.dienst, stelle.jahr, stelle.art);
    if (plan === null) return refuse(planUnknown);
    const composed = await composedIn(tx, deps, plan, anbieter.name);
    if (!composed.ok) return composed;
    const computed = apportion(composed.value);
    if (!computed.ok) return computed;
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
    await haltBildFest(tx, anbieter.tenant, id, computed.value);
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
  const asked = await korrekturOf(deps, manager, id, grund);
  return asked.ok ? entwerfe(deps, manager, asked.value.stelle, asked.value.korrektur) : asked;
}

/** What a correction is of; refused without a reason, and where nothing can be corrected. */
export async function korrekturOf(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
  id: string,
  typed: string,
): Promise<Result<{ readonly stelle: Planstelle; readonly korrektur: Korrektur }>> {
  const grund = typed.trim();
  if (grund.length < 5 || grund.length > 1000)
    return refuse(
      invalid([
        { field: 'grund', message: 'Bitte in einem Satz sagen, was die neue Abrechnung korrigiert.' },
      ]),
    );
  const before = await db.withTenant(anbieter.tenant, actor, (tx) => readKopf(tx, id));
  if (before === null) return refuse(billUnknown);
  const possible = stepOf(before, 'korrigieren');
  return possible.ok ? ok({ stelle: before, korrektur: { id, grund } }) : possible;
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
    await lockRechnungen(tx, anbieter.tenant);
    const found = await readKopf(tx, id);
    if (found === null) return refuse(billUnknown);
    if (found.nummer !== null) return ok({ id, nummer: found.nummer, schonGestellt: true });
    const possible = await mayBeIssued(tx, found);
    if (!possible.ok) return possible;
    const bild = await bildIn(tx, anbieter.tenant, id);
    if (bild === null) return refuse(billUnknown);
    const gestelltAm = deps.clock.now();
    const heute = deps.clock.today();
    const due =
      faelligAm ??
      (await gesetzlichFaellig(deps, bild.modell, found.jahr, heute)) ??
      addDays(heute, tageBisFaellig);
    const dates = { gestelltAm, faelligAm: due };
    const nummernjahr = Number(heute.slice(0, 4));
    const nummer = await insertRechnung(tx, anbieter.tenant, { ...found, nummernjahr, ...dates });
    if (nummer === null) return refuse(otherBillIssued);
    await insertAnteile(
      tx,
      anbieter.tenant,
      { ...found, abrechnung: id, rechnungsnummer: nummer, haus: anbieter.name, ...dates },
      recipients,
    );
    const { korrigiert } = found;
    if (korrigiert !== null) {
      const both = { alt: korrigiert, neu: id, nummer, grund: found.grund };
      await umbuche(tx, anbieter.tenant, both, { am: heute, now: gestelltAm });
      await hebeAuf(tx, anbieter.tenant, both, gestelltAm);
    }
    await melde(tx, id, korrigiert);
    await audit(tx, 'costs.bill.issued', id, { nummer, zahler: bild.zahler });
    return ok({ id, nummer, schonGestellt: false });
  });
}

/** The day that the funding's rule sets, as far as it has not passed. */
async function gesetzlichFaellig(
  { grundlagen }: Pick<CostsDeps, 'grundlagen'>,
  modellId: string,
  jahr: number,
  heute: LocalDate,
): Promise<LocalDate | null> {
  const modell = (await grundlagen()).finanzierungen.find(({ id }) => id === modellId);
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
