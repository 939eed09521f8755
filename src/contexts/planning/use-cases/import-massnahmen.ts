import { ok, type Result, refuse } from '#kernel';
import { type Einlesezeile, newId, type Tx } from '#platform';
import { einlesungGone } from '../errors.ts';
import { kennungOf } from '../felder/massnahme-felder.ts';
import { leseTabelle } from '../felder/tabelle.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { einlesungen } from '../store-einlesung.ts';
import { readMassnahmen } from '../store-grundlage.ts';
import type { Planner } from './actors.ts';
import { broken, type Durchgang, type Save, takeRow, type Vorschauzeile } from './massnahme-row.ts';
import { massnahmeSaver } from './save-massnahme.ts';

/** Keeps a table for its preview; gives the id under which it waits. */
export async function beginImport(
  { db, clock }: Pick<PlanningDeps, 'db' | 'clock'>,
  { actor, anbieter }: Planner,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<Result<string>> {
  const zeilen = leseTabelle(file.bytes);
  if (!zeilen.ok) return zeilen;
  const id = newId();
  const kept = { id, dateiname: file.name.slice(0, 200), zeilen: zeilen.value };
  await db.withTenant(anbieter.tenant, actor, (tx) =>
    einlesungen.keep(tx, anbieter.tenant, kept, clock.now()),
  );
  return ok(id);
}

/** Says what each row would do, by doing it in a transaction that is taken back. */
export async function previewImport(deps: PlanningDeps, planner: Planner, id: string) {
  return through(deps, planner, id, true);
}

/** Takes the sound rows, all in one; the others are told again. */
export async function applyImport(deps: PlanningDeps, planner: Planner, id: string) {
  return through(deps, planner, id, false);
}

/** Ends a transaction without keeping what it wrote. */
class TakenBack extends Error {
  readonly found: Durchgang;
  constructor(found: Durchgang) {
    super('a preview keeps nothing');
    this.found = found;
  }
}

async function through(
  deps: PlanningDeps,
  planner: Planner,
  id: string,
  onlyLook: boolean,
): Promise<Result<Durchgang>> {
  const save = await massnahmeSaver(deps, planner);
  try {
    return await deps.db.withTenant(planner.anbieter.tenant, planner.actor, async (tx) => {
      const kept = await einlesungen.read(tx, id, deps.clock.now());
      if (!kept) return refuse(einlesungGone);
      const found = { dateiname: kept.dateiname, zeilen: await rowsIn(tx, kept.zeilen, save) };
      if (onlyLook) throw new TakenBack(found);
      await einlesungen.drop(tx, id);
      return ok(found);
    });
  } catch (error) {
    if (error instanceof TakenBack) return ok(error.found);
    throw error;
  }
}

async function rowsIn(tx: Tx, rows: readonly Einlesezeile[], save: Save): Promise<readonly Vorschauzeile[]> {
  const done: Vorschauzeile[] = [];
  const seen = new Map<string, number>();
  const known = new Map((await readMassnahmen(tx)).map((one) => [one.id, one]));
  for (const row of rows) {
    const kennung = row.felder.kennung?.trim() || kennungOf(row.felder.titel ?? '');
    const before = seen.get(kennung);
    seen.set(kennung, row.zeile);
    done.push(
      before === undefined
        ? await takeRow(tx, row, kennung, known.get(kennung), save)
        : broken(row, kennung, [`Diese Maßnahme steht schon in Zeile ${before}.`]),
    );
  }
  return done;
}
