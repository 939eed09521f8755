import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { type Angabe, hausKennung, leseAngaben, ohneAngaben } from '../domain/rechnungsangaben.ts';
import { zahlerKey } from '../domain/zahler-name.ts';
import { changedMeanwhile, invalid, payerUnknown } from '../errors.ts';
import {
  type Angabenstand,
  insertAngaben,
  readAlleAngaben,
  readAngabenverlauf,
} from '../store-rechnungsangaben.ts';
import type { Manager } from './actors.ts';

/** The billing particulars of the own house and of its payers. */
export function alleAngaben(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
): Promise<readonly Angabenstand[]> {
  return db.withCircle(anbieter.tenant, actor, readAlleAngaben);
}

/** The particulars under one key with all their Fassungen, the newest first; none where nothing is stated yet. */
export async function angabenverlauf(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
  kennung: string,
): Promise<Result<readonly Angabenstand[]>> {
  if (!isKennung(kennung)) return refuse(payerUnknown);
  return ok(await db.withCircle(anbieter.tenant, actor, (tx) => readAngabenverlauf(tx, kennung)));
}

function isKennung(kennung: string): boolean {
  return kennung === hausKennung || zahlerKey.test(kennung);
}

/** A change of particulars; `grundlage` is the Fassung that was read, 0 for new ones. */
export interface Angabenwunsch {
  readonly kennung: string;
  readonly grundlage: number;
  /** All of them: what is left out is empty. */
  readonly angaben: Readonly<Partial<Record<Angabe, string | undefined>>>;
}

/** Keeps particulars as the next Fassung; a number whose check digits are wrong is refused at its field. */
export function saveAngaben(
  deps: Pick<CostsDeps, 'db' | 'clock'>,
  { actor, anbieter }: Manager,
  wunsch: Angabenwunsch,
): Promise<Result<{ readonly kennung: string; readonly fassung: number }>> {
  return deps.db.withCircle(anbieter.tenant, actor, (tx) => saveAngabenIn(tx, deps, anbieter, wunsch));
}

/** The same within a transaction that does more, in the circle of its house: what Kommunen said counts too. */
export async function saveAngabenIn(
  tx: Tx,
  { clock }: Pick<CostsDeps, 'clock'>,
  anbieter: Manager['anbieter'],
  { kennung, grundlage, angaben }: Angabenwunsch,
): Promise<Result<{ readonly kennung: string; readonly fassung: number }>> {
  if (!isKennung(kennung)) return refuse(payerUnknown);
  const read = leseAngaben(kennung, angaben);
  if (read.fehler.length > 0) return refuse(invalid(read.fehler));
  const before = (await readAngabenverlauf(tx, kennung))[0];
  if ((before?.fassung ?? 0) !== grundlage) return refuse(changedMeanwhile);
  const next = { kennung, angaben: read.angaben, angegebenAm: clock.now() };
  if (!(await insertAngaben(tx, anbieter.tenant, next))) return refuse(changedMeanwhile);
  await recordAudit(tx, {
    action: 'costs.particulars.stated',
    object: { type: 'rechnungsangaben', id: kennung },
    summary: { fassung: grundlage + 1 },
  });
  return ok({ kennung, fassung: grundlage + 1 });
}

/** Gives the particulars under a key as they stand; empty ones where nothing is stated. */
export function unterKennung(all: readonly Angabenstand[]): (kennung: string) => Angabenstand['angaben'] {
  const byKey = new Map(all.map(({ kennung, angaben }) => [kennung, angaben]));
  return (kennung) => byKey.get(kennung) ?? ohneAngaben;
}
