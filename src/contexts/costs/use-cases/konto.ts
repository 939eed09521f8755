import { ok, type Result, refuse } from '#kernel';
import type { CostsDeps } from '../costs-deps.ts';
import { type Kontostand, kontostand } from '../domain/kontostand.ts';
import { noAccountYet } from '../errors.ts';
import type { Anteil } from '../store-anteil.ts';
import type { Buchung } from '../store-zahlung.ts';
import type { Reader } from './actors.ts';
import { eigenerAnteil } from './anteile.ts';
import { zahleransicht } from './rechnungsbild.ts';

/** What was billed to a payer by one bill, what was booked on it, and what is open. */
export interface Konto {
  readonly anteil: Anteil;
  readonly buchungen: readonly Buchung[];
  readonly stand: Kontostand;
}

/** The account of one share: of any payer for the house, of its own for a Kommune. */
export async function kontoFor(
  deps: Pick<CostsDeps, 'db'>,
  reader: Reader,
  abrechnung: string,
  zahler: string,
): Promise<Result<Konto>> {
  if (reader.art === 'kommune') {
    const own = await eigenerAnteil(deps, reader.payer, abrechnung);
    return own.ok ? ok(kontoOf(own.value, own.value.buchungen)) : own;
  }
  const found = await zahleransicht(deps, reader.manager, abrechnung, zahler);
  if (!found.ok) return found;
  const { anteil, buchungen } = found.value;
  return anteil ? ok(kontoOf(anteil, buchungen)) : refuse(noAccountYet);
}

export function kontoOf(anteil: Anteil, buchungen: readonly Buchung[]): Konto {
  return { anteil, buchungen, stand: kontostand(anteil) };
}
