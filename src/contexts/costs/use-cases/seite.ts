import { type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { blattOf } from '../domain/blatt.ts';
import { billUnknown } from '../errors.ts';
import { managerOf, payerOf } from './actors.ts';
import { type Abrechnungsstand, abrechnungsstand, type EigenerAnteil, eigenerAnteil } from './anteile.ts';

/** A bill from the side from which somebody sees it: all of it, or the own share. */
export type Seite =
  | { readonly art: 'haus'; readonly haus: string; readonly stand: Abrechnungsstand }
  | { readonly art: 'kommune'; readonly anteil: EigenerAnteil };

interface Asked {
  readonly principal: Principal | null;
  readonly params: Readonly<Record<string, string>>;
}

/** The bill that somebody may see, from the side from which it is seen. */
export async function seiteFor(deps: CostsDeps, { principal, params }: Asked): Promise<Result<Seite>> {
  const id = params.id ?? '';
  const manager = await managerOf(deps, principal);
  if (manager.ok) {
    const stand = await abrechnungsstand(deps, manager.value, id);
    const haus = manager.value.anbieter.name;
    return stand.ok ? { ok: true, value: { art: 'haus', haus, stand: stand.value } } : stand;
  }
  const payer = await payerOf(deps, principal);
  if (!payer.ok) return principal === null ? refuse(billUnknown) : payer;
  const anteil = await eigenerAnteil(deps, payer.value, id);
  return anteil.ok ? { ok: true, value: { art: 'kommune', anteil: anteil.value } } : anteil;
}

/** The sheet of the whole bill for its house; what a Kommune may know of it for a Kommune. */
export function sheetJson(stand: Seite): unknown {
  return stand.art === 'haus' ? blattOf(stand.stand.abrechnung) : stand.anteil.blatt;
}
