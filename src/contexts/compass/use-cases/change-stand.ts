import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { Stand } from '../domain/stand.ts';
import { konfliktOf } from '../domain/unterschied.ts';
import { changedMeanwhile, namedTwice } from '../errors.ts';
import { appendStaende, readFassung, readStand } from '../store-stand.ts';
import type { Editor } from './editor.ts';
import { type Bekannt, bekanntesIn } from './known-stand.ts';
import { planOne } from './plan-stand.ts';
import type { StandErgebnis, StandWunsch, WunschDeps } from './stand-wunsch.ts';
import { tellStated } from './tell-stated.ts';

/** Changes one cell. Refuses with a `StandKonflikt` where somebody else stated something after it was read. */
export async function changeStand(
  deps: WunschDeps,
  editor: Editor,
  wunsch: StandWunsch,
): Promise<Result<Stand>> {
  const { db } = deps;
  const [ergebnis] = await db.withTenant(editor.kommune.tenant, editor.actor, (tx) =>
    changeStaendeIn(tx, deps, editor, [wunsch]),
  );
  if (!ergebnis) throw new Error('a wish got no answer');
  return ergebnis.ok ? ok(ergebnis.value.stand) : ergebnis;
}

/** Changes many cells in one transaction; each wish is answered singly, and what is refused stops none of the others. */
export function changeStaende(
  deps: WunschDeps,
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
  deps: WunschDeps,
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
  deps: WunschDeps,
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
    const inzwischen = wunsch && lost ? await readStand(tx, wunsch.leistungId) : null;
    if (!wunsch || inzwischen === null) antworten.push(ergebnis);
    else {
      const gelesen = await readFassung(tx, wunsch.leistungId, wunsch.grundlage);
      antworten.push(refuse(changedMeanwhile(konfliktOf(gelesen, inzwischen, wunsch.aenderung))));
    }
  }
  return antworten;
}
