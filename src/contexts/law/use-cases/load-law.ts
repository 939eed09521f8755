import type { Kopf, Tx } from '#platform';
import type { Akteur } from '../domain/akteur.ts';
import type { Law } from '../domain/law.ts';
import type { AkteurRow, ItDienstleisterRow } from '../reference-files.ts';
import { readLawRows } from '../store.ts';

/** Akteure, roles, registers, deadlines and wordings in force: the newest imports. */
export async function loadLaw(tx: Tx): Promise<Law> {
  const rows = await readLawRows(tx);
  const kopf = rows.akteureSaetze.itDienstleister;
  const akteure = [
    ...rows.akteure.map((row): Akteur => withValidity(row)),
    ...(kopf ? rows.itDienstleister.map((row) => akteurOf(row, kopf)) : []),
  ];
  const eintraege = rows.eintraege.map((row) => withValidity(row));
  return {
    akteure,
    rollen: rows.rollen.map((row) => withValidity(row)),
    eintraege,
    fristen: rows.fristen.map((row) => withValidity(row)),
    wortlaute: rows.wortlaute,
    akteurById: new Map(akteure.map((akteur) => [akteur.id, akteur])),
    eintragById: new Map(eintraege.map((eintrag) => [eintrag.id, eintrag])),
    stand: rows.ozg2Saetze.fristen?.stand ?? '',
    quelle: rows.ozg2Saetze.fristen?.quelle ?? '',
  };
}

/** An IT-Dienstleister is an Akteur whose source and grade stand in the head of its file. */
function akteurOf({ id, name, ort, website, hinweis }: ItDienstleisterRow, kopf: Kopf): Akteur {
  return {
    id: `it-dienstleister-${id}`,
    name,
    kurz: null,
    art: 'it-dienstleister',
    ebene: 'kommune',
    aufgabe: `Kommunaler IT-Dienstleister, Sitz ${ort}.`,
    website,
    quelle: { title: kopf.quelle, url: kopf.quelleUrl },
    evidenz: kopf.evidenz,
    hinweis: hinweis ?? kopf.hinweis,
    validFrom: null,
    validTo: null,
  };
}

function withValidity<Row extends Pick<AkteurRow, 'gueltigVon' | 'gueltigBis'>>(row: Row) {
  const { gueltigVon, gueltigBis, ...rest } = row;
  return { ...rest, validFrom: gueltigVon, validTo: gueltigBis };
}
