import { localDate } from '#kernel';
import { mapInSteps, type Tx } from '#platform';
import { leikaParts } from '#standards/leika';
import { buildCatalogue } from '../domain/build-catalogue.ts';
import type { Catalogue, Fassung, Leistung } from '../domain/catalogue.ts';
import type { LeistungFacts } from '../domain/table-import/raw-leistung.ts';
import {
  lageRow,
  leistungRow,
  ozgLeistungRow,
  themenfeldRow,
  typisierungRow,
  verrichtungRow,
} from '../reference-files.ts';
import { type AnyFassungRow, type FassungRow, readAllFassungen, readFassungen, readTable } from '../store.ts';
import { readKeyHistory, readNachfolgen } from '../store-versions.ts';

/** Reads the catalogue as one immutable value: as it counts now. Throws before the first import. */
export async function loadCatalogue(tx: Tx): Promise<Catalogue> {
  return catalogueOf(tx, await readFassungen(tx));
}

/** The catalogue as the Fassung `nummer` made it, also where it was taken back since; null where there is none. */
export async function loadFassung(tx: Tx, nummer: number): Promise<Catalogue | null> {
  const all = await readAllFassungen(tx);
  const wanted = all.find((fassung) => fassung.nummer === nummer);
  if (!wanted) return null;
  const stood = ({ zurueckgenommen }: AnyFassungRow) =>
    zurueckgenommen === null || zurueckgenommen.am > wanted.eingelesen_am;
  return catalogueOf(
    tx,
    all.filter((fassung) => fassung.nummer <= nummer && stood(fassung)),
  );
}

async function catalogueOf(tx: Tx, fassungen: readonly FassungRow[]): Promise<Catalogue> {
  const newest = fassungen.at(-1);
  if (!newest)
    throw new Error(
      'Der Katalog ist noch nicht eingelesen. Bitte „leitwerk start“ oder „leitwerk import“ ausführen.',
    );
  const versions = fassungen.map(({ nummer }) => nummer);
  const verrichtungen = await readTable(tx, 'verrichtungen', versions, verrichtungRow);
  const labels = new Map(verrichtungen.map((row) => [row.code, row.name]));
  const leistungen = await readTable(tx, 'leistungen', versions, leistungRow);
  const typisierungen = await readTable(tx, 'typisierungen', versions, typisierungRow);
  return buildCatalogue({
    fassung: fassungOf(newest),
    themenfelder: await readTable(tx, 'themenfelder', versions, themenfeldRow),
    lagen: await readTable(tx, 'lagen', versions, lageRow),
    ozgLeistungen: await readTable(tx, 'ozgLeistungen', versions, ozgLeistungRow),
    leistungen: await mapInSteps(leistungen, (row) => leistungOf(row, labels)),
    typisierungen: typisierungen.map(({ evidenz, quelle, ...row }) => ({
      ...row,
      evidence: evidenz,
      source: quelle,
    })),
    verrichtungen: verrichtungen.map(({ code, name }) => ({ code, name })),
    nachfolgen: await readNachfolgen(tx, versions),
    keyHistory: await readKeyHistory(tx),
  });
}

/** A Leistung with the parts of its key. */
export function leistungOf(row: LeistungFacts, labels: ReadonlyMap<string, string | null>): Leistung {
  const parts = row.leika ? leikaParts(row.leika) : null;
  return {
    ...row,
    gruppe: parts?.group ?? null,
    objekt: parts?.object ?? null,
    verrichtung: parts?.verrichtung ?? null,
    verrichtungName: (parts && labels.get(parts.verrichtung)) ?? null,
    detail: parts?.detail ?? null,
  };
}

function fassungOf({ nummer, stand, saetze }: FassungRow): Fassung {
  const { leistungen: kopf } = saetze;
  if (!kopf) throw new Error(`catalogue.fassung ${nummer} has no head for leistungen`);
  return {
    nummer,
    stand: localDate(stand),
    titel: kopf.titel,
    quelle: kopf.quelle,
    quelleUrl: kopf.quelleUrl,
    lizenz: kopf.lizenz,
    evidence: kopf.evidenz,
    hinweis: kopf.hinweis,
  };
}
