import { activeMemberIds } from '#identity';
import { addDays, type LocalDate, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import type { FachbereichPerson } from '../domain/fachbereich.ts';
import type { Stand, StandAenderung } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { handOverChanged, invalidHandOver } from '../errors.ts';
import { endPerson, insertPerson, readFachbereiche } from '../store-fachbereiche.ts';
import { readStaende } from '../store-stand.ts';
import { changeStaendeIn } from './change-stand.ts';
import type { Editor } from './editor.ts';

/** Who hands over to whom; both are ids of members, and the first one may have left. */
export interface Uebergabe {
  readonly von: string;
  readonly an: string;
}

/** What a hand-over would move. */
export interface UebergabeVorschau {
  /** Cells for which the leaver is responsible or deputy. */
  readonly staende: readonly Stand[];
  /** The leaver's work for Fachbereiche that has not ended. */
  readonly personen: readonly FachbereichPerson[];
}

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world' | 'enden' | 'modelle' | 'fieldsFor'>;

/** Tells what would move, and changes nothing. */
export function previewHandOver(
  { db, clock }: Deps,
  { kommune, actor }: Editor,
  { von }: Pick<Uebergabe, 'von'>,
): Promise<UebergabeVorschau> {
  return db.withTenant(kommune.tenant, actor, (tx) => vorschau(tx, von, clock.today()));
}

/**
 * Moves everything of one member to another in one transaction. `anzahl` is what the preview counted: where it has
 * become another number meanwhile, nothing moves and the preview is to be looked at again.
 */
export async function handOver(
  deps: Deps,
  editor: Editor,
  persons: Uebergabe,
  anzahl: number,
): Promise<Result<UebergabeVorschau>> {
  try {
    return await deps.db.withTenant(editor.kommune.tenant, editor.actor, (tx) =>
      moveAll(tx, deps, editor, persons, anzahl),
    );
  } catch (error) {
    if (error instanceof Overtaken) return refuse(handOverChanged);
    throw error;
  }
}

/** Somebody stated something about one of the cells in the same moment; thrown, so that nothing at all is moved. */
class Overtaken extends Error {}

async function moveAll(
  tx: Tx,
  deps: Deps,
  editor: Editor,
  { von, an }: Uebergabe,
  anzahl: number,
): Promise<Result<UebergabeVorschau>> {
  const { tenant } = editor.kommune;
  const today = deps.clock.today();
  if (von === an) return refuse(invalidHandOver('an', 'Bitte wählen Sie zwei verschiedene Personen.'));
  if (!(await activeMemberIds(tx, tenant)).has(an))
    return refuse(invalidHandOver('an', 'Die Person, die übernimmt, gehört nicht (mehr) zu Ihrer Kommune.'));
  const moving = await vorschau(tx, von, today);
  if (moving.staende.length + moving.personen.length !== anzahl) return refuse(handOverChanged);
  await moveStaende(tx, deps, editor, moving.staende, { von, an });
  await movePersonen(tx, tenant, moving.personen, an, today);
  await recordAudit(tx, {
    action: 'compass.handed-over',
    object: { type: 'mitglied', id: von },
    summary: { an, leistungen: moving.staende.length, fachbereiche: moving.personen.length },
  });
  return ok(moving);
}

async function vorschau(tx: Tx, von: string, today: LocalDate): Promise<UebergabeVorschau> {
  const staende = await readStaende(tx);
  const { personen } = await readFachbereiche(tx);
  return {
    staende: staende.filter(({ zustaendig, vertretung }) => zustaendig === von || vertretung === von),
    personen: personen.filter(({ mitgliedId, bis }) => mitgliedId === von && (bis === null || bis >= today)),
  };
}

async function moveStaende(
  tx: Tx,
  deps: Deps,
  editor: Editor,
  staende: readonly Stand[],
  { von, an }: Uebergabe,
): Promise<void> {
  const answers = await changeStaendeIn(
    tx,
    deps,
    editor,
    staende.map((stand) => ({
      leistungId: stand.leistungId,
      grundlage: stand.fassung,
      aenderung: moved(stand, von, an),
      ohnePflicht: true,
    })),
  );
  const failed = answers.find(({ ok: done }) => !done);
  if (failed && !failed.ok) throw new Overtaken(failed.refusal.code);
}

function moved({ zustaendig, vertretung }: Stand, von: string, an: string): StandAenderung {
  const next = zustaendig === von ? an : zustaendig;
  const deputy = vertretung === von ? an : vertretung;
  return { zustaendig: next, vertretung: deputy === next ? null : deputy };
}

async function movePersonen(
  tx: Tx,
  tenant: Editor['kommune']['tenant'],
  personen: readonly FachbereichPerson[],
  an: string,
  today: LocalDate,
): Promise<void> {
  for (const { id, fachbereichId, rolle, bis } of personen) {
    await endPerson(tx, id, addDays(today, -1));
    await insertPerson(tx, tenant, { id: newId(), fachbereichId, mitgliedId: an, rolle, von: today, bis });
  }
}
