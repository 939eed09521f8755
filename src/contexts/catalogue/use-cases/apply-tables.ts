import { type Clock, ok, type Refusal, type Result, refuse } from '#kernel';
import {
  type Actor,
  type Database,
  type ImportOutcome,
  type IncomingFassung,
  importFassung,
  type Kopf,
  readVersions,
  type Tx,
} from '#platform';
import { catalogueTables, readFassungen } from '../store.ts';
import { insertNachfolgen, lockImports } from '../store-versions.ts';
import type { Report, TableConsent, TableOrder } from '../table/table-order.ts';
import { type PlannedTables, planTables } from './plan-tables.ts';

/** What applying tables needs. */
export interface ApplyTablesDeps {
  readonly db: Pick<Database, 'withReference'>;
  readonly clock: Clock;
}

/**
 * Makes a Fassung of tables, all or nothing. Refused while a proposal is undecided, while broken rows or ended
 * Leistungen are not consented to, and where the catalogue is another one than the preview showed.
 */
export async function applyTables(
  { db, clock }: ApplyTablesDeps,
  actor: Actor,
  order: TableOrder,
  consent: TableConsent,
  report: Report = async () => {},
): Promise<Result<ImportOutcome>> {
  if (order.origin.stand > clock.today()) return refuse(standInFuture);
  return db.withReference(actor, async (tx) => {
    await lockImports(tx);
    const planned = await planTables(tx, order, report);
    if (!planned.ok) return planned;
    const newest = (await readFassungen(tx)).at(-1);
    const again = newest?.hash === planned.value.hash;
    const refusal = again ? null : missingConsent(planned.value, consent);
    if (refusal) return refuse(refusal);
    await report(80, 'Die Fassung wird geschrieben.');
    const outcome = await importFassung(tx, await incomingOf(tx, order, planned.value));
    if (outcome.changed) await insertNachfolgen(tx, outcome.fassung, planned.value.plan.nachfolgen);
    return ok(outcome);
  });
}

function missingConsent({ base, problems, plan }: PlannedTables, consent: TableConsent): Refusal | null {
  if (consent.base !== null && consent.base !== base) return changedMeanwhile;
  if (problems.length > 0 && !consent.skipBroken) {
    const lines = new Set(problems.map(({ table, line }) => `${table} ${line}`)).size;
    return conflict(
      'CATALOGUE_TABLE_BROKEN_ROWS',
      `${lines} Zeilen sind fehlerhaft. Bitte berichtigen Sie die Tabelle, oder bestätigen Sie, dass diese Zeilen wegbleiben.`,
    );
  }
  if (plan.undecided.length > 0)
    return conflict(
      'CATALOGUE_TABLE_UNDECIDED',
      `Über ${plan.undecided.length} Vorschläge ist noch nicht entschieden. Bitte entscheiden Sie, welche Leistung welche fortsetzt.`,
    );
  if (plan.ended.length > 0 && !consent.endMissing)
    return conflict(
      'CATALOGUE_TABLE_ENDS',
      `${plan.ended.length} Leistungen stehen nicht mehr in der Tabelle und würden enden. Bitte bestätigen Sie das.`,
    );
  return null;
}

async function incomingOf(tx: Tx, order: TableOrder, planned: PlannedTables): Promise<IncomingFassung> {
  const { plan, ozgLeistungen, newVerrichtungen, tables } = planned;
  const saetze = (await readFassungen(tx)).at(-1)?.saetze ?? {};
  const head = (satz: string, zeilen: number) => {
    const kopf = saetze[satz];
    return kopf ? { [satz]: headFrom(kopf, order, planned, zeilen) } : {};
  };
  return {
    context: 'catalogue',
    kopf: { stand: order.origin.stand, hash: planned.hash },
    saetze: {
      ...saetze,
      ...head('leistungen', plan.leistungen.length),
      ...(tables.ozg ? head('ozgLeistungen', ozgLeistungen.length) : {}),
    },
    tables: [
      { ...catalogueTables.leistungen, rows: plan.leistungen.map((facts) => ({ ...facts })) },
      { ...catalogueTables.ozgLeistungen, rows: ozgLeistungen.map((ozg) => ({ ...ozg })) },
      ...(newVerrichtungen.length > 0 ? [await verrichtungenWith(tx, planned)] : []),
    ],
    earlier: readFassungen,
  };
}

async function verrichtungenWith(tx: Tx, { newVerrichtungen }: PlannedTables) {
  const versions = (await readFassungen(tx)).map(({ nummer }) => nummer);
  const known = await readVersions(tx, catalogueTables.verrichtungen, versions);
  const added = newVerrichtungen.map((row) => ({ ...row, belege: 0, widersprueche: 0 }));
  return { ...catalogueTables.verrichtungen, rows: [...known, ...added] };
}

function headFrom(
  kopf: Kopf,
  { files, origin, complete }: TableOrder,
  { problems }: PlannedTables,
  zeilen: number,
): Kopf {
  const names = Object.values(files).map(({ fileName }) => `„${fileName}“`);
  const broken = new Set(problems.map(({ table, line }) => `${table} ${line}`)).size;
  const hinweis = [
    `Eingelesen aus ${names.join(' und ')}${complete ? '' : ' als Teilliste'}.`,
    broken > 0 ? `${broken} fehlerhafte Zeilen blieben weg.` : '',
  ];
  return {
    ...kopf,
    ...origin,
    evidenz: 'sekundaerquelle',
    hinweis: hinweis.filter(Boolean).join(' '),
    zeilen,
  };
}

function conflict(code: string, message: string): Refusal {
  return { kind: 'conflict', code, message: `${message} Es wurde nichts übernommen.` };
}

const changedMeanwhile = conflict(
  'CATALOGUE_CHANGED_MEANWHILE',
  'Der Katalog hat sich seit der Vorschau geändert. Bitte sehen Sie sich die Vorschau noch einmal an.',
);

const standInFuture: Refusal = {
  kind: 'invalid',
  code: 'CATALOGUE_TABLE_ORIGIN',
  message:
    'Der Stand liegt in der Zukunft. Bitte geben Sie den Tag an, von dem die Tabelle stammt. Es wurde nichts übernommen.',
  fields: [{ field: 'stand', message: 'Der Stand liegt in der Zukunft.' }],
};
