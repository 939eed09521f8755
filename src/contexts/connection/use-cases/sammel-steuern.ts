import { ok, type Result, refuse } from '#kernel';
import {
  failVorgang,
  parseVorgangId,
  publish,
  readVorgang,
  recordAudit,
  startVorgang,
  type Tx,
  type Vorgang,
  type VorgangId,
} from '#platform';
import type { CockpitDeps } from '../cockpit-deps.ts';
import {
  bilanzOf,
  hasLeftSomething,
  type Laufschritt,
  laufNach,
  type Sammelzeile,
} from '../domain/sammellauf.ts';
import { laufSchritt, laufUnknown, nobodyToDo } from '../errors-cockpit.ts';
import { readLauf, readZeilen, reopenZeilen, type Sammellauf, setLauf } from '../store-sammel.ts';
import { type Leader, within } from './cockpit-actors.ts';

/** Tells the worker of a step for many. */
export const sammelEvent = 'connection.sammellauf.wanted';

/** A step for many with its Kommunen and how far the worker is. */
export interface Laufstand {
  readonly lauf: Sammellauf;
  readonly zeilen: readonly Sammelzeile[];
  readonly vorgang: Vorgang | null;
}

type Deps = Pick<CockpitDeps, 'db' | 'clock'>;

/** A step of the own house, as it stands. */
export function readLaufstand(deps: Deps, leader: Leader, id: string): Promise<Result<Laufstand>> {
  return within(deps, leader, async (tx) => {
    const lauf = await readLauf(tx, id);
    if (lauf === null) return refuse(laufUnknown);
    const vorgangId = parseVorgangId(lauf.vorgang ?? '');
    const vorgang = vorgangId && (await readVorgang(tx, vorgangId));
    return ok({ lauf, zeilen: await readZeilen(tx, id), vorgang });
  });
}

/**
 * Lets the worker take the step that the preview showed, or go on with the Kommunen that came not all the way. A second
 * press while it works starts nothing.
 */
export function beginSammel(deps: Deps, leader: Leader, id: string): Promise<Result<Sammellauf>> {
  return handOver(deps, leader, id, 'beginnen', async (tx, lauf) => {
    if (lauf.zustand !== 'vorschau') await reopenZeilen(tx, id);
    return (await readZeilen(tx, id)).some(({ ergebnis }) => ergebnis === 'offen');
  });
}

/** Lets the worker take the whole step back, Kommune by Kommune, as far as nothing later happened there. */
export function takeBackSammel(deps: Deps, leader: Leader, id: string): Promise<Result<Sammellauf>> {
  return handOver(deps, leader, id, 'zuruecknehmen', async (tx) =>
    (await readZeilen(tx, id)).some(hasLeftSomething),
  );
}

function handOver(
  deps: Deps,
  leader: Leader,
  id: string,
  schritt: Laufschritt,
  hasWork: (tx: Tx, lauf: Sammellauf) => Promise<boolean>,
): Promise<Result<Sammellauf>> {
  return within(deps, leader, async (tx) => {
    const lauf = await readLauf(tx, id, true);
    if (lauf === null) return refuse(laufUnknown);
    const zustand = laufNach(lauf.zustand, schritt);
    if (zustand === null) return isSecondPress(lauf, schritt) ? ok(lauf) : refuse(laufSchritt);
    if (!(await hasWork(tx, lauf))) return refuse(nobodyToDo);
    const vorgang: VorgangId = await startVorgang(tx, sammelEvent, 'Wartet auf den nächsten freien Platz.');
    await publish(tx, sammelEvent, { vorgang, lauf: id, actor: leader.actor });
    const next = { zustand, vorgang, beendetAm: null };
    await setLauf(tx, id, next);
    const { offen, ausgelassen } = bilanzOf(await readZeilen(tx, id));
    await recordAudit(tx, {
      action: `connection.zug.${schritt}`,
      object: { type: 'connection.zug', id },
      summary: { dienst: lauf.dienst, art: lauf.auftrag.art, kommunen: offen, ausgelassen },
    });
    return ok({ ...lauf, ...next });
  });
}

function isSecondPress({ zustand }: Sammellauf, schritt: Laufschritt): boolean {
  return zustand === (schritt === 'beginnen' ? 'laeuft' : 'nimmt-zurueck');
}

/** Ends the work early: the Kommunen in hand are finished, the others stay as they are. */
export function cancelSammel(deps: Deps, leader: Leader, id: string): Promise<Result<null>> {
  return within(deps, leader, async (tx) => {
    const lauf = await readLauf(tx, id, true);
    if (lauf === null) return refuse(laufUnknown);
    const zustand = laufNach(lauf.zustand, 'abbrechen');
    if (zustand === null) return refuse(laufSchritt);
    const vorgang = parseVorgangId(lauf.vorgang ?? '');
    if (vorgang !== null)
      await failVorgang(
        tx,
        vorgang,
        'Abgebrochen. Was bis dahin geschehen ist, bleibt. Sie können den Zug fortsetzen oder zurücknehmen.',
      );
    await setLauf(tx, id, { zustand, vorgang: lauf.vorgang, beendetAm: deps.clock.now() });
    await recordAudit(tx, {
      action: 'connection.zug.abbrechen',
      object: { type: 'connection.zug', id },
      summary: { dienst: lauf.dienst },
    });
    return ok(null);
  });
}
