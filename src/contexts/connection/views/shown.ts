import { readAngebot } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { ConnectionDeps } from '../connection-deps.ts';
import { anbindungUnknown } from '../errors.ts';
import { readBefunde } from '../use-cases/befunde.ts';
import { type Begleiter, within } from '../use-cases/begleiter.ts';
import { type Anbindungsstand, readAnbindungsstand } from '../use-cases/read-stand.ts';
import { type PunktZeile, zeilenOf } from './zeilen.ts';

/** What every door shows of one Anbindung. */
export interface Shown {
  readonly begleiter: Begleiter;
  /** What the Onlinedienst is called. */
  readonly titel: string;
  readonly stand: Anbindungsstand;
  readonly zeilen: readonly PunktZeile[];
}

/** The checklist of one Anbindung, for somebody who works on it. */
export async function shownFor(
  deps: Pick<ConnectionDeps, 'db' | 'clock' | 'katalog' | 'auftraege' | 'efa'>,
  begleiter: Begleiter,
  dienst: string,
): Promise<Result<Shown>> {
  const kommunen = [begleiter.kommune];
  const read = await within(deps, begleiter, async (tx) => {
    const [stand] = await readAnbindungsstand(tx, deps, { dienst, kommunen });
    if (stand === undefined) return null;
    const angebot = await readAngebot(tx, dienst, stand.anbindung.fassung);
    return { stand, titel: angebot?.data.title ?? dienst };
  });
  if (read === null) return refuse(anbindungUnknown(dienst));
  const befunde = await readBefunde(deps, begleiter, dienst);
  const zeilen = zeilenOf(deps.katalog, read.stand, deps.clock.today(), befunde);
  return ok({ begleiter, ...read, zeilen });
}
