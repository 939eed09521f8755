import { ok, type Result, refuse } from '#kernel';
import type { CostsDeps } from '../costs-deps.ts';
import type { Abrechnung } from '../domain/abrechnung.ts';
import { apportion } from '../domain/apportion.ts';
import { billUnknown } from '../errors.ts';
import { type Abrechnungskopf, readAbrechnungen, readEingefroren, readKopf } from '../store-abrechnung.ts';
import { type Anteil, type AnteilMitBlatt, readEigeneAnteile, readEigenenAnteil } from '../store-anteil.ts';
import { type Buchung, readBuchungen } from '../store-zahlung.ts';
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

/** A share with all its steps and what was booked on it. */
export type EigenerAnteil = AnteilMitBlatt & { readonly buchungen: readonly Buchung[] };

/** One share of the own Kommune with all its steps. */
export function eigenerAnteil(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, kommune }: Payer,
  id: string,
): Promise<Result<EigenerAnteil>> {
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    const found = await readEigenenAnteil(tx, id);
    if (found === null) return refuse(billUnknown);
    return ok({ ...found, buchungen: await readBuchungen(tx, id, found.zahler) });
  });
}
