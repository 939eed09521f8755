import { ok, type Result, refuse } from '#kernel';
import { formField, type PageRequest } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { anbindungUnknown } from '../errors.ts';
import { type Begleiter, begleiterOf, within } from '../use-cases/begleiter.ts';
import { type Anbindungsstand, readAnbindungsstand } from '../use-cases/read-stand.ts';
import { type PunktZeile, zeilenOf } from '../views/zeilen.ts';

/** What the pages of one Anbindung show. */
export interface Shown {
  readonly begleiter: Begleiter;
  readonly stand: Anbindungsstand;
  readonly zeilen: readonly PunktZeile[];
}

/** Reads the checklist of the Anbindung that an address names. */
export async function readShown(
  deps: ConnectionDeps,
  { principal, params, query, form }: Pick<PageRequest, 'principal' | 'params' | 'query' | 'form'>,
  recht: 'lesen' | 'aendern' = 'lesen',
): Promise<Result<Shown>> {
  const named = formField(query, 'kommune') || formField(form, 'kommune');
  const begleiter = await begleiterOf(deps, principal, recht, named);
  return begleiter.ok ? shownFor(deps, begleiter.value, params.dienst ?? '') : begleiter;
}

/** The checklist of one Anbindung, for somebody who works on it. */
export async function shownFor(
  deps: Pick<ConnectionDeps, 'db' | 'clock' | 'katalog' | 'auftraege'>,
  begleiter: Begleiter,
  dienst: string,
): Promise<Result<Shown>> {
  const kommunen = [begleiter.kommune];
  const [stand] = await within(deps, begleiter, (tx) => readAnbindungsstand(tx, deps, { dienst, kommunen }));
  if (stand === undefined) return refuse(anbindungUnknown(dienst));
  return ok({ begleiter, stand, zeilen: zeilenOf(deps.katalog, stand, deps.clock.today()) });
}
