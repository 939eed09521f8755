import { type Feld, missingInForm } from '#fields';
import { activeMemberIds } from '#identity';
import { type FieldProblem, ok, type Refusal, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { applyReifegrad, type Reifegradmodelle } from '../domain/apply-reifegrad.ts';
import { mitEigenenWerten } from '../domain/eigene-werte.ts';
import { nextStand } from '../domain/next-stand.ts';
import type { Stand, StandAenderung } from '../domain/stand.ts';
import { konfliktOf, nurMeineOf, unterschied } from '../domain/unterschied.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { changedMeanwhile, evidenceGone, invalidStand, leistungUnknown, namedTwice } from '../errors.ts';
import { readDateien } from '../store-nachweis.ts';
import { appendStaende, readFassung, readFassungen, readStaende, readStand } from '../store-stand.ts';
import { eigeneFelder } from './check-felder.ts';
import type { Editor } from './editor.ts';
import { inheritedStaende, withLineage } from './inherited.ts';
import { zellenSchutz } from './own-cells.ts';
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
  /** Takes the cell although required fields say nothing: what is moved or taken back was stated before. */
  readonly ohnePflicht?: boolean;
}

/** What became of a wish: the statement that holds now, whether it is new, or why nothing was written. */
export type StandErgebnis = Result<{ readonly stand: Stand; readonly neu: boolean }>;

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world' | 'enden' | 'modelle' | 'fieldsFor'>;

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
  readonly felder: readonly Feld[];
  /** Files that wishes name as evidence and that are kept, with the Leistung for which they were handed in. */
  readonly dateien: ReadonlyMap<string, string>;
  /** Why a person may not change a cell; `null` where it may. */
  readonly gesperrt: (leistungId: string, stand: Stand | null) => Refusal | null;
}

async function bekanntesIn(
  tx: Tx,
  { world, enden, clock, modelle, fieldsFor }: Deps,
  editor: Editor,
  wuensche: readonly StandWunsch[],
): Promise<Bekannt> {
  const { kommune } = editor;
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
    felder: await fieldsFor(kommune.tenant, 'stand'),
    dateien: await keptDateien(tx, wuensche),
    gesperrt: await zellenSchutz(tx, catalogue, editor, heute),
  };
}

async function keptDateien(tx: Tx, wuensche: readonly StandWunsch[]): Promise<ReadonlyMap<string, string>> {
  const named = wuensche.flatMap(({ aenderung }) => aenderung.nachweis?.datei ?? []);
  const kept = (await readDateien(tx, named)).filter(({ geloeschtAm }) => geloeschtAm === null);
  return new Map(kept.map(({ id, leistungId }) => [id, leistungId]));
}

const zelle = (leistungId: string, fassung: number) => `${leistungId}.${fassung}`;

function planOne(bekannt: Bekannt, editor: Editor, wunsch: StandWunsch): StandErgebnis {
  const { leistungId, bestaetigen = false } = wunsch;
  if (!bekannt.istLeistung(leistungId)) return refuse(leistungUnknown(leistungId));
  const current = bekannt.aktuell.get(leistungId) ?? null;
  const gesperrt = bekannt.gesperrt(leistungId, current);
  if (gesperrt) return refuse(gesperrt);
  const meine = meineOf(bekannt, current, wunsch);
  if (!meine.ok) return meine;
  const next = nextOf(bekannt, editor, current, wunsch, meine.value);
  if (!next.ok) return next;
  if (current !== null && !bestaetigen && unterschied(current, next.value).length === 0)
    return ok({ stand: current, neu: false });
  return ok({ stand: next.value, neu: true });
}

/** What a wish changes of what holds now; refused where somebody else changed the same meanwhile. */
function meineOf(
  bekannt: Bekannt,
  current: Stand | null,
  { leistungId, grundlage, aenderung, zusammenfuehren = false }: StandWunsch,
): Result<StandAenderung> {
  if (current === null || current.fassung === grundlage) return ok(mitEigenenWerten(current, aenderung));
  const gelesen = bekannt.gelesen.get(zelle(leistungId, grundlage)) ?? null;
  const konflikt = konfliktOf(gelesen, current, mitEigenenWerten(gelesen, aenderung));
  if (konflikt.strittig.length > 0 || !zusammenfuehren) return refuse(changedMeanwhile(konflikt));
  return ok(nurMeineOf(konflikt));
}

/** The statement that follows, or everything that is wrong with it. */
function nextOf(
  { heute, jetzt, modelle, felder, ...bekannt }: Bekannt,
  { kommune, actor }: Editor,
  current: Stand | null,
  { leistungId, bestaetigen = false, ohnePflicht = bestaetigen }: StandWunsch,
  meine: StandAenderung,
): Result<Stand> {
  const eigene = eigeneFelder(felder, current, meine, heute);
  const wrong = [
    ...personProblems(bekannt, meine),
    ...dateiProblems(bekannt, current, leistungId, meine),
    ...eigene.problems,
  ];
  if (wrong.length > 0) return refuse(invalidStand(wrong));
  const rated = applyReifegrad(modelle, current, eigene.aenderung);
  if (!rated.ok) return refuse(invalidStand(rated.refusal));
  const next = nextStand(current, rated.value, {
    tenant: kommune.tenant,
    ags: kommune.ags,
    leistungId,
    angegebenAm: jetzt,
    angegebenVon: actor,
    heute,
  });
  if (!next.ok) return refuse(invalidStand(next.refusal));
  const says = !ohnePflicht && Object.keys(meine).length > 0;
  const missing = says ? missingInForm(felder, { ...next.value, ...next.value.felder }, heute) : [];
  return missing.length > 0 ? refuse(invalidStand(missing)) : next;
}

function personProblems(
  { mitglieder }: Pick<Bekannt, 'mitglieder'>,
  aenderung: StandAenderung,
): readonly FieldProblem[] {
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

/** A statement names a file of its own Leistung that is kept, or the one that it named before. */
function dateiProblems(
  { dateien }: Pick<Bekannt, 'dateien'>,
  current: Stand | null,
  leistungId: string,
  { nachweis }: StandAenderung,
): readonly FieldProblem[] {
  const id = nachweis?.datei;
  if (id === undefined || id === current?.nachweis?.datei || dateien.get(id) === leistungId) return [];
  return [{ field: 'nachweis', message: evidenceGone.message }];
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
