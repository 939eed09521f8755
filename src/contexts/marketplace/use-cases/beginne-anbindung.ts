import { changeState, expressInterest } from '#efa';
import { ok, type Result } from '#kernel';
import type { Bestellung } from '../domain/bestellung.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { anbindungOf } from './own-anbindung.ts';
import type { Bestellende } from './wer.ts';

type Deps = Pick<MarketplaceDeps, 'efa'>;
type Wer = Pick<Bestellende, 'actor' | 'kommune'>;

/** The Anbindung is efa's: it begins where there is none, and anew where it was over. */
export async function beginneAnbindung({ efa }: Deps, wer: Wer, dienst: string): Promise<Result<null>> {
  const anbindung = await anbindungOf(efa, wer, dienst);
  const { version = 0, zustand = null } = anbindung ?? {};
  const begun =
    zustand === null
      ? await expressInterest(efa, wer, dienst)
      : zustand === 'beendet'
        ? await changeState(efa, wer, { dienst, version, schritt: 'neu-beginnen' })
        : ok(null);
  // Somebody else began it at the same moment: that is what was wanted.
  return begun.ok || begun.refusal.code === 'EFA_ALREADY_CONNECTED' ? ok(null) : begun;
}

/** Whoever has ordered goes on with the Anbindung; an order that was signed stands even where that does not begin. */
export async function andBegin(
  deps: Deps,
  wer: Wer,
  signed: Result<Bestellung>,
): Promise<Result<Bestellung>> {
  if (signed.ok) await beginneAnbindung(deps, wer, signed.value.dienst);
  return signed;
}
