import { localDate } from '#kernel';
import type { Tx } from '#platform';
import { leikaParts } from '#standards/leika';
import { buildCatalogue } from '../domain/build-catalogue.ts';
import type { Catalogue, Fassung, Leistung } from '../domain/catalogue.ts';
import {
  type LeistungRow,
  lageRow,
  leistungRow,
  ozgLeistungRow,
  themenfeldRow,
  typisierungRow,
  verrichtungRow,
} from '../reference-files.ts';
import { type FassungRow, readFassungen, readTable } from '../store.ts';

/** Reads the catalogue as one immutable value: the newest version, or the one numbered `upTo`. Throws before the first import. */
export async function loadCatalogue(tx: Tx, upTo = Number.POSITIVE_INFINITY): Promise<Catalogue> {
  const fassungen = (await readFassungen(tx)).filter(({ nummer }) => nummer <= upTo);
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
    leistungen: leistungen.map((row) => leistungOf(row, labels)),
    typisierungen: typisierungen.map(({ evidenz, quelle, ...row }) => ({
      ...row,
      evidence: evidenz,
      source: quelle,
    })),
    verrichtungen: verrichtungen.map(({ code, name }) => ({ code, name })),
  });
}

function leistungOf(row: LeistungRow, labels: ReadonlyMap<string, string | null>): Leistung {
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
