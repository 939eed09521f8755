import { ok, type Result, refuse } from '#kernel';
import { newId, type Principal, readSpreadsheet } from '#platform';
import { importGone, invalidLoesung, nothingToImport } from '../errors.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import {
  type Blatt,
  deleteEinlesung,
  type Einlesung,
  insertEinlesung,
  readEinlesung,
} from '../store-einlesung.ts';
import { houseFor } from './house.ts';
import { keepBeitrag, newLoesungId } from './keep-beitrag.ts';
import { type ImportPlan, type KnownWorld, type PlannedRow, planImport } from './plan-import.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A table that was read, and what it would do. */
export interface PlannedTable {
  readonly id: string;
  readonly dateiname: string;
  readonly notes: readonly string[];
  readonly plan: ImportPlan;
}

type PlanDeps = Pick<SolutionsDeps, 'register' | 'catalogue' | 'clock' | 'felderOf'>;

async function knownWorld(deps: PlanDeps, principal: Principal | null): Promise<KnownWorld> {
  return {
    register: await deps.register(),
    catalogue: await deps.catalogue(),
    today: deps.clock.today(),
    felder: await deps.felderOf(principal),
  };
}

/** Reads a table and plans it; keeps nothing and changes nothing. */
export async function previewTable(
  deps: PlanDeps,
  principal: Principal | null,
  bytes: Buffer,
): Promise<Result<{ readonly blatt: Blatt; readonly plan: ImportPlan }>> {
  const sheet = readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const { notes, rows } = sheet.value;
  const blatt: Blatt = {
    notes: [...notes],
    rows: rows.map(({ line, cells, problems }) => ({ line, cells: [...cells], problems: [...problems] })),
  };
  const plan = planImport(blatt, await knownWorld(deps, principal));
  return plan.ok ? ok({ blatt, plan: plan.value }) : plan;
}

/** Keeps an uploaded table until it is confirmed, a day at most. */
export async function keepTable(
  deps: SolutionsDeps,
  principal: Principal | null,
  dateiname: string,
  bytes: Buffer,
): Promise<Result<PlannedTable>> {
  const house = await houseFor(deps, principal, 'propose');
  if (!house.ok) return house;
  const preview = await previewTable(deps, principal, bytes);
  if (!preview.ok) return preview;
  const { blatt, plan } = preview.value;
  const einlesung: Einlesung = { id: newId(), dateiname: dateiname.slice(0, 200), blatt };
  await deps.db.withTenant(house.value.tenant, house.value.actor, (tx) =>
    insertEinlesung(tx, house.value.tenant, einlesung),
  );
  return ok({ id: einlesung.id, dateiname: einlesung.dateiname, notes: blatt.notes, plan });
}

/** A kept table with what it would do to the register as it is now. */
export async function findTable(
  deps: SolutionsDeps,
  principal: Principal | null,
  id: string,
): Promise<Result<PlannedTable>> {
  const house = await houseFor(deps, principal, 'propose');
  if (!house.ok) return house;
  const { tenant, actor } = house.value;
  const kept = uuid.test(id) ? await deps.db.withTenant(tenant, actor, (tx) => readEinlesung(tx, id)) : null;
  if (kept === null) return refuse(importGone);
  const plan = planImport(kept.blatt, await knownWorld(deps, principal));
  return plan.ok ? ok({ id, dateiname: kept.dateiname, notes: kept.blatt.notes, plan: plan.value }) : plan;
}

/** What became of a table: the contributions that wait for the decision now. */
export interface TakenTable {
  readonly beitraege: readonly string[];
  readonly plan: ImportPlan;
}

/** Makes contributions of the good rows of a kept table, all or none. */
export async function takeTable(
  deps: SolutionsDeps,
  principal: Principal | null,
  id: string,
  trotzFehlern: boolean,
): Promise<Result<TakenTable>> {
  const found = await findTable(deps, principal, id);
  if (!found.ok) return found;
  const taken = await contributeRows(deps, principal, found.value.plan, found.value.dateiname, trotzFehlern);
  if (!taken.ok) return taken;
  const house = await houseFor(deps, principal, 'propose');
  if (house.ok)
    await deps.db.withTenant(house.value.tenant, house.value.actor, (tx) => deleteEinlesung(tx, id));
  return taken;
}

/** Makes contributions of the good rows of a plan, in one transaction. */
export async function contributeRows(
  deps: SolutionsDeps,
  principal: Principal | null,
  plan: ImportPlan,
  dateiname: string,
  trotzFehlern: boolean,
): Promise<Result<TakenTable>> {
  const house = await houseFor(deps, principal, 'propose');
  if (!house.ok) return house;
  if (plan.brokenRows > 0 && !trotzFehlern) return refuse(brokenRows(plan.brokenRows));
  if (plan.planned.length === 0) return refuse(nothingToImport);
  const register = await deps.register();
  const today = deps.clock.today();
  const beitraege = await deps.db.withTenant(house.value.tenant, house.value.actor, async (tx) => {
    const ids: string[] = [];
    for (const row of plan.planned) {
      const newest = row.id === null ? undefined : register.byId.get(row.id)?.fassungen.at(-1)?.giltAb;
      const giltAb = newest !== undefined && newest > today ? newest : today;
      ids.push(await keepBeitrag(tx, house.value, { ...draftOf(row, dateiname), giltAb }));
    }
    return ids;
  });
  return ok({ beitraege, plan });
}

function draftOf({ id, grundlage, inhalt, line }: PlannedRow, dateiname: string) {
  return {
    art: id === null ? ('neu' as const) : ('aendern' as const),
    loesungId: id ?? newLoesungId(inhalt.name),
    grundlage,
    inId: null,
    inhalt,
    begruendung: `Aus der Tabelle „${dateiname.slice(0, 200)}“, Zeile ${line}.`,
    eingereicht: true,
  };
}

function brokenRows(count: number) {
  const message = `${count === 1 ? 'Eine Zeile ist' : `${count} Zeilen sind`} fehlerhaft. Bitte berichtigen Sie die Tabelle, oder bestätigen Sie, dass diese Zeilen wegbleiben.`;
  return invalidLoesung([{ field: 'auslassen', message }]);
}
