import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { istAngabe, type Stand } from '../domain/stand.ts';
import { konfliktOf } from '../domain/unterschied.ts';
import type { CompassDeps } from '../doors-deps.ts';
import {
  changedBeforeTakingBack,
  changedMeanwhile,
  namedTwice,
  nothingStated,
  takenBackMeanwhile,
} from '../errors.ts';
import { readFassungen, readNeueste } from '../store-stand.ts';
import { appendStaende } from '../store-stand-neu.ts';
import { type Bekannt, bekanntesIn } from './bekannt.ts';
import type { Editor } from './editor.ts';
import { planOne } from './plan-stand.ts';
import type { StandErgebnis, StandWunsch } from './stand-wunsch.ts';
import { tellStated } from './tell-stated.ts';

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world' | 'enden' | 'modelle' | 'fieldsFor'>;

/** Changes one cell. Refuses with a `StandKonflikt` where somebody else stated something after it was read. */
export async function changeStand(deps: Deps, editor: Editor, wunsch: StandWunsch): Promise<Result<Stand>> {
  const { db } = deps;
  const [ergebnis] = await db.withTenant(editor.kommune.tenant, editor.actor, (tx) =>
    changeStaendeIn(tx, deps, editor, [wunsch]),
  );
  return angabeOf(ergebnis);
}

/** The statement that came of a wish that takes nothing back. */
export function angabeOf(ergebnis: StandErgebnis | undefined): Result<Stand> {
  if (!ergebnis) throw new Error('a wish got no answer');
  if (!ergebnis.ok) return ergebnis;
  const { stand } = ergebnis.value;
  if (!istAngabe(stand)) throw new Error('a change took a statement back');
  return ok(stand);
}

/** Changes many cells in one transaction; each wish is answered singly, and what is refused stops none of the others. */
export function changeStaende(
  deps: Deps,
  editor: Editor,
  wuensche: readonly StandWunsch[],
): Promise<readonly StandErgebnis[]> {
  return deps.db.withTenant(editor.kommune.tenant, editor.actor, (tx) =>
    changeStaendeIn(tx, deps, editor, wuensche),
  );
}

/** Tells what would become of each wish, and writes nothing. */
export async function planStaendeIn(
  tx: Tx,
  deps: Deps,
  editor: Editor,
  wuensche: readonly StandWunsch[],
): Promise<Plan> {
  const bekannt = await bekanntesIn(tx, deps, editor, wuensche);
  const named = new Set<string>();
  const geplant = wuensche.map((wunsch) => {
    const twice = named.has(wunsch.leistungId);
    named.add(wunsch.leistungId);
    return twice ? refuse(namedTwice(wunsch.leistungId)) : planOne(bekannt, editor, wunsch);
  });
  return { geplant, bekannt };
}

/** What would become of wishes, and what they were checked against. */
export interface Plan {
  readonly geplant: readonly StandErgebnis[];
  readonly bekannt: Bekannt;
}

/** The same inside a transaction of the Kommune. A cell may be named once. */
export async function changeStaendeIn(
  tx: Tx,
  deps: Deps,
  editor: Editor,
  wuensche: readonly StandWunsch[],
): Promise<readonly StandErgebnis[]> {
  const { geplant, bekannt } = await planStaendeIn(tx, deps, editor, wuensche);
  const neue = geplant.flatMap((each) => (each.ok && each.value.neu ? [each.value.stand] : []));
  if (neue.length === 0) return geplant;
  const taken = await appendStaende(tx, neue);
  await tellStated(
    tx,
    neue.filter(({ leistungId }) => taken.has(leistungId)),
    bekannt.aktuell,
  );
  return taken.size === neue.length ? geplant : answerLost(tx, wuensche, geplant, taken);
}

/** Somebody else was faster between reading and writing; what they stated is committed now and can be told. */
async function answerLost(
  tx: Tx,
  wuensche: readonly StandWunsch[],
  geplant: readonly StandErgebnis[],
  taken: ReadonlySet<string>,
): Promise<readonly StandErgebnis[]> {
  const antworten: StandErgebnis[] = [];
  for (const [index, ergebnis] of geplant.entries()) {
    const wunsch = wuensche[index];
    const lost = ergebnis.ok && ergebnis.value.neu && !taken.has(ergebnis.value.stand.leistungId);
    antworten.push(wunsch && lost ? refuse(await lostTo(tx, wunsch)) : ergebnis);
  }
  return antworten;
}

async function lostTo(
  tx: Tx,
  { leistungId, grundlage, aenderung, zuruecknehmen }: StandWunsch,
): Promise<Refusal> {
  const [inzwischen] = await readNeueste(tx, [leistungId]);
  if (!inzwischen) throw new Error(`${leistungId} was overtaken by nobody`);
  if (!istAngabe(inzwischen)) return zuruecknehmen ? nothingStated : takenBackMeanwhile(inzwischen.fassung);
  const [before] = await readFassungen(tx, [{ leistungId, fassung: grundlage }]);
  const gelesen = before && istAngabe(before) ? before : null;
  return zuruecknehmen
    ? changedBeforeTakingBack(gelesen, inzwischen)
    : changedMeanwhile(konfliktOf(gelesen, inzwischen, aenderung));
}
