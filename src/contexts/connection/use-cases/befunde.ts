import type { ConnectionDeps } from '../connection-deps.ts';
import { type Befunde, befundeIn } from '../domain/befunde.ts';
import { readProbelaeufe } from '../store-probelauf.ts';
import { type Begleiter, within } from './begleiter.ts';
import { readGate } from './gate.ts';

type Wer = Pick<Begleiter, 'seite' | 'haus' | 'actor' | 'kommune'>;

/** What the probes of the gate and the newest rehearsal say against the lines of a checklist. */
export async function readBefunde(
  deps: Pick<ConnectionDeps, 'db' | 'efa'>,
  wer: Wer,
  dienst: string,
): Promise<Befunde> {
  const gate = await readGate(deps, wer, dienst);
  // Without an Anbindung there is nothing to contradict; who asks is told so elsewhere.
  if (!gate.ok) return new Map();
  const [newest] = await within(deps, wer, (tx) => readProbelaeufe(tx, wer.kommune.tenant, dienst));
  return befundeIn(
    gate.value.gruppen.flatMap(({ zeilen }) => zeilen),
    newest?.bestanden === true,
  );
}
