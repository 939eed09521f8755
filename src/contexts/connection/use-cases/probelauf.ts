import { readAnbindungenOf } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { bestanden, type ProbeSchritt } from '../domain/probelauf.ts';
import { anbindungUnknown } from '../errors.ts';
import { insertProbelauf, type Probelauf, readProbelaeufe } from '../store-probelauf.ts';
import { type Begleiter, within } from './begleiter.ts';
import { Ende, type Probe, rehearse } from './probelauf-gang.ts';
import { punkteErledigen } from './punkte-erledigen.ts';
import { readAnbindungsstand } from './read-stand.ts';

type Deps = Pick<ConnectionDeps, 'db' | 'clock' | 'katalog' | 'auftraege' | 'delivery' | 'musterAntworten'>;

const punkt = 'testantrag';

/**
 * Sends a test Antrag through form, sealing, ledger and opening, as an applicant's would go, in a transaction that is never
 * committed: nothing is counted, no event goes out, nobody is mailed, and nothing has to be deleted. What was found is noted,
 * and where all went well the line of the checklist is ticked off.
 */
export async function probelauf(deps: Deps, wer: Begleiter, dienst: string): Promise<Result<Probelauf>> {
  const { kommune, actor } = wer;
  const fassung = await within(deps, wer, async (tx) => {
    const found = (await readAnbindungenOf(tx, dienst)).find(({ tenant }) => tenant === kommune.tenant);
    return found?.fassung ?? null;
  });
  if (fassung === null) return refuse(anbindungUnknown(dienst));
  const schritte: ProbeSchritt[] = [];
  try {
    await deps.db.withTenant(kommune.tenant, actor, async (tx) => {
      await rehearse(tx, deps, kommune.tenant, { dienst, fassung, schritte });
      throw new Ende();
    });
  } catch (error) {
    if (!(error instanceof Ende)) throw error;
  }
  return ok(await note(deps, wer, dienst, { fassung, schritte }));
}

function note(
  deps: Deps,
  wer: Begleiter,
  dienst: string,
  { fassung, schritte }: Pick<Probe, 'fassung' | 'schritte'>,
): Promise<Probelauf> {
  const { kommune, haus, actor } = wer;
  const lauf = { fassung, schritte, bestanden: bestanden(schritte), am: deps.clock.now(), haus: haus.name };
  return within(deps, wer, async (tx) => {
    const nummer = await insertProbelauf(tx, kommune.tenant, dienst, lauf);
    await recordAudit(tx, {
      action: 'connection.probelauf',
      object: { type: 'connection.anbindung', id: dienst },
      summary: { nummer, bestanden: lauf.bestanden, ags: kommune.ags },
    });
    if (lauf.bestanden) await tickOff(tx, deps, wer, dienst, nummer);
    return { ...lauf, nummer, von: actor };
  });
}

/** Ticks the line off where the checklist has it and it waits for nothing. */
async function tickOff(tx: Tx, deps: Deps, wer: Begleiter, dienst: string, lauf: number): Promise<void> {
  const [stand] = await readAnbindungsstand(tx, deps, { dienst, kommunen: [wer.kommune] });
  if (stand?.staende.get(punkt) !== 'offen') return;
  const eingabe = {
    art: 'erledigt',
    nachweis: `Probelauf Nummer ${lauf}`,
    grund: '',
    gueltigBis: '',
  } as const;
  const nummer = stand.lage.get(punkt)?.nummer ?? 0;
  await punkteErledigen(tx, deps, wer, { dienst, punkt, eingabe }, [{ kommune: wer.kommune, nummer }]);
}

/** The rehearsals of an Anbindung, newest first. */
export function listProbelaeufe(
  deps: Pick<Deps, 'db'>,
  wer: Begleiter,
  dienst: string,
): Promise<readonly Probelauf[]> {
  return within(deps, wer, (tx) => readProbelaeufe(tx, wer.kommune.tenant, dienst));
}
