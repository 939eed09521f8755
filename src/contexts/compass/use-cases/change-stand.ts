import { activeMemberIds } from '#identity';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { applyReifegrad, type Reifegradmodelle } from '../domain/apply-reifegrad.ts';
import { nextStand } from '../domain/next-stand.ts';
import type { Stand, StandAenderung } from '../domain/stand.ts';
import { konfliktOf, nurMeineOf, unterschied } from '../domain/unterschied.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { changedMeanwhile, invalidStand, leistungUnknown, namedTwice } from '../errors.ts';
import { appendStaende, readFassung, readFassungen, readStaende, readStand } from '../store-stand.ts';
import type { Editor } from './editor.ts';
import { inheritedStaende, withLineage } from './inherited.ts';
import { tellStated } from './tell-stated.ts';

/** One cell and what shall become of it. */
export interface StandWunsch {
  readonly leistungId: string;
  /** The fassung that the person had before their eyes; 0 where nothing was stated. */
  readonly grundlage: number;
  readonly aenderung: StandAenderung;
  /** Joins the change with what others made of other fields meanwhile. */
  readonly zusammenfuehren?: boolean;
  /** States what holds once more, though nothing changes: it was looked at again. */
  readonly bestaetigen?: boolean;
}

/** What became of a wish: the statement that holds now, whether it is new, or why nothing was written. */
export type StandErgebnis = Result<{ readonly stand: Stand; readonly neu: boolean }>;

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world' | 'enden' | 'modelle'>;

/** Changes one cell. Refuses with a `StandKonflikt` where somebody else stated something after it was read. */
export async function changeStand(deps: Deps, editor: Editor, wunsch: StandWunsch): Promise<Result<Stand>> {
  const { db } = deps;
  const [ergebnis] = await db.withTenant(editor.kommune.tenant, editor.actor, (tx) =>
    changeStaendeIn(tx, deps, editor, [wunsch]),
  );
  if (!ergebnis) throw new Error('a wish got no answer');
  return ergebnis.ok ? ok(ergebnis.value.stand) : ergebnis;
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

/** What the changes are checked against, read once for all of them. */
export interface Bekannt {
  readonly heute: Stand['giltAb'];
  readonly jetzt: Date;
  readonly aktuell: ReadonlyMap<string, Stand>;
  /** The statements that people had before their eyes, where newer ones have come, by `zelle`. */
  readonly gelesen: ReadonlyMap<string, Stand>;
  readonly istLeistung: (id: string) => boolean;
  readonly mitglieder: ReadonlySet<string> | null;
  readonly modelle: Reifegradmodelle;
}

async function bekanntesIn(
  tx: Tx,
  { world, enden, clock, modelle }: Deps,
  { kommune }: Editor,
  wuensche: readonly StandWunsch[],
): Promise<Bekannt> {
  const { catalogue } = await world();
  const heute = clock.today();
  const ids = wuensche.map(({ leistungId }) => leistungId);
  const aktuell = await readStaende(tx, [...new Set(withLineage(catalogue, ids, heute))]);
  const naming = wuensche.some(({ aenderung }) => aenderung.zustaendig || aenderung.vertretung);
  const byId = new Map(aktuell.map((stand) => [stand.leistungId, stand]));
  for (const [id, { stand }] of inheritedStaende(catalogue, aktuell, heute)) byId.set(id, stand);
  const ueberholt = wuensche.filter(
    ({ leistungId, grundlage }) =>
      grundlage > 0 && (byId.get(leistungId)?.fassung ?? grundlage) !== grundlage,
  );
  const gelesen = await readFassungen(
    tx,
    ueberholt.map(({ leistungId, grundlage }) => ({ leistungId, fassung: grundlage })),
  );
  return {
    heute,
    jetzt: clock.now(),
    aktuell: byId,
    gelesen: new Map(gelesen.map((stand) => [zelle(stand.leistungId, stand.fassung), stand])),
    istLeistung: (id) => catalogue.leistungById.has(id) || enden.has(id) || byId.has(id),
    mitglieder: naming ? await activeMemberIds(tx, kommune.tenant) : null,
    modelle,
  };
}

const zelle = (leistungId: string, fassung: number) => `${leistungId}.${fassung}`;

function planOne(
  bekannt: Bekannt,
  { kommune, actor }: Editor,
  { leistungId, grundlage, aenderung, zusammenfuehren = false, bestaetigen = false }: StandWunsch,
): StandErgebnis {
  if (!bekannt.istLeistung(leistungId)) return refuse(leistungUnknown(leistungId));
  const current = bekannt.aktuell.get(leistungId) ?? null;
  let meine = aenderung;
  if (current !== null && current.fassung !== grundlage) {
    const konflikt = konfliktOf(
      bekannt.gelesen.get(zelle(leistungId, grundlage)) ?? null,
      current,
      aenderung,
    );
    if (konflikt.strittig.length > 0 || !zusammenfuehren) return refuse(changedMeanwhile(konflikt));
    meine = nurMeineOf(konflikt);
  }
  const wrong = personProblems(bekannt, meine);
  if (wrong.length > 0) return refuse(invalidStand(wrong));
  const rated = applyReifegrad(bekannt.modelle, current, meine);
  if (!rated.ok) return refuse(invalidStand(rated.refusal));
  const next = nextStand(current, rated.value, {
    tenant: kommune.tenant,
    ags: kommune.ags,
    leistungId,
    angegebenAm: bekannt.jetzt,
    angegebenVon: actor,
    heute: bekannt.heute,
  });
  if (!next.ok) return refuse(invalidStand(next.refusal));
  if (current !== null && !bestaetigen && unterschied(current, next.value).length === 0)
    return ok({ stand: current, neu: false });
  return ok({ stand: next.value, neu: true });
}

function personProblems({ mitglieder }: Bekannt, aenderung: StandAenderung): readonly FieldProblem[] {
  return (['zustaendig', 'vertretung'] as const).flatMap((field) => {
    const id = aenderung[field];
    return id && mitglieder && !mitglieder.has(id)
      ? [
          {
            field,
            message: 'Diese Person gehört nicht (mehr) zu Ihrer Kommune. Bitte wählen Sie eine andere.',
          },
        ]
      : [];
  });
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
