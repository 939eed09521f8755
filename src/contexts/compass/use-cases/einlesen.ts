import { ok, type Result, refuse } from '#kernel';
import { newId, publish, startVorgang, type Tx } from '#platform';
import type { Sammel, SammelArt, SammelZeile, Tabelle, TabellenWahl } from '../domain/sammel.ts';
import { isUsable } from '../domain/tabellen-spalten.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { sammelNichtGut, sammelUnknown } from '../errors.ts';
import {
  forgetSammel,
  insertSammel,
  putDatei,
  putTabelle,
  putVorgang,
  putWahl,
  putZeilen,
  readDatei,
  readSammel,
} from '../store-sammel.ts';
import type { Namen } from '../views/feld-text.ts';
import type { Editor } from './editor.ts';
import { type Alle, nachschlagewerkIn, namenOf } from './nachschlagewerk.ts';
import { previewSammelIn } from './preview-sammel.ts';
import { type GeleseneTabelle, readTabelle, wahlFrom } from './read-tabelle.ts';
import { wunschOf } from './zeilen-wunsch.ts';

type Deps = Pick<
  CompassDeps,
  'db' | 'clock' | 'world' | 'enden' | 'modelle' | 'fieldsFor' | 'personen' | 'loesungen'
>;

/** What the worker does with a file. */
export type DateiArbeit = 'compass.import.read' | 'compass.import.apply';

/** Keeps a file and lets the worker read it; gives the id of the bulk change that it becomes. */
export function beginEinlesen(
  deps: Deps,
  editor: Editor,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Buffer },
): Promise<string> {
  const { kommune, actor } = editor;
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const id = newId();
    const now = deps.clock.now();
    await forgetSammel(tx, now);
    await insertSammel(tx, kommune.tenant, { id, art: 'datei', titel: titleOf(fileName), erstelltAm: now });
    await putDatei(tx, id, bytes);
    await handToWorker(tx, editor, 'compass.import.read', id);
    return id;
  });
}

function titleOf(fileName: string): string {
  return `Datei ${fileName.trim().slice(0, 150) || 'ohne Namen'}`;
}

/** Gives work on a bulk change to the worker; the event names ids only. */
export async function handToWorker(
  tx: Tx,
  { kommune, actor, darfVerwalten }: Editor,
  work: DateiArbeit,
  sammel: string,
): Promise<void> {
  const vorgang = await startVorgang(tx, work, 'Wartet auf den nächsten freien Platz.');
  await putVorgang(tx, sammel, vorgang);
  await publish(tx, work, { vorgang, sammel, actor, ags: kommune.ags, verwaltet: darfVerwalten });
}

export type Melden = (percent: number, message: string) => Promise<void>;

const silent: Melden = async () => {};

/** Reads the kept file, or the table that it became, and previews it. Refuses a file that is no table. */
export async function readEingelesenes(
  deps: Deps,
  editor: Editor,
  id: string,
  melden: Melden = silent,
): Promise<Result<readonly SammelZeile[]>> {
  const { kommune, actor } = editor;
  const namen = await namenOf(deps, editor);
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const sammel = await readSammel(tx, id, true);
    if (!sammel) return refuse(sammelUnknown);
    await melden(10, 'Die Datei wird gelesen.');
    const gelesen = await gelesenesIn(tx, sammel);
    if (!gelesen.ok) return gelesen;
    const { tabelle, wahl } = gelesen.value;
    await melden(40, `${tabelle.zeilen.length} Zeilen gelesen. Sie werden mit dem Stand verglichen.`);
    if (!isUsable(wahl.spalten)) return ok([]);
    const zeilen = await zeilenIn(tx, deps, editor, gelesen.value, namen);
    await melden(80, `${zeilen.length} Zeilen verglichen.`);
    await putZeilen(tx, id, zeilen);
    return ok(zeilen);
  });
}

async function gelesenesIn(tx: Tx, { id, tabelle, wahl }: Sammel): Promise<Result<GeleseneTabelle>> {
  if (tabelle && wahl) return ok({ tabelle, wahl });
  const datei = await readDatei(tx, id);
  if (!datei) return refuse(sammelUnknown);
  const gelesen = readTabelle(datei);
  if (gelesen.ok) await putTabelle(tx, id, gelesen.value);
  return gelesen;
}

/** What each row of a table would do. */
async function zeilenIn(
  tx: Tx,
  deps: Deps,
  editor: Editor,
  { tabelle, wahl }: GeleseneTabelle,
  namen: Namen & Alle,
): Promise<readonly SammelZeile[]> {
  const werk = await nachschlagewerkIn(tx, deps, editor, namen, fassungenOf(tabelle, wahl));
  const wuensche = tabelle.zeilen.map((row) => wunschOf(werk, wahl, row));
  return previewSammelIn(tx, deps, editor, namen, wuensche);
}

/** The Fassungen on which rows say that they rest. */
function fassungenOf({ zeilen }: Tabelle, { spalten }: TabellenWahl) {
  const [nummer, fassung] = [spalten.nummer ?? -1, spalten.fassung ?? -1];
  return zeilen.flatMap(({ zellen }) => {
    const text = zellen[fassung] ?? '';
    return /^\d{1,9}$/.test(text) ? [{ leistungId: zellen[nummer] ?? '', fassung: Number(text) }] : [];
  });
}

/** Makes a bulk change of a table that was read, with its preview where the columns say enough. */
export async function sammelOfTabelle(
  deps: Deps,
  editor: Editor,
  { art, titel }: { readonly art: SammelArt; readonly titel: string },
  gelesen: GeleseneTabelle,
): Promise<string> {
  const { kommune, actor } = editor;
  const namen = await namenOf(deps, editor);
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const id = newId();
    const erstelltAm = deps.clock.now();
    await forgetSammel(tx, erstelltAm);
    const zeilen = isUsable(gelesen.wahl.spalten) ? await zeilenIn(tx, deps, editor, gelesen, namen) : null;
    await insertSammel(tx, kommune.tenant, { id, art, titel, erstelltAm, zeilen, ...gelesen });
    return id;
  });
}

/** Takes another choice of columns and previews again: a file by the worker, pasted rows at once. */
export async function changeWahl(
  deps: Deps,
  editor: Editor,
  id: string,
  { spalten, leeren }: { readonly spalten: Readonly<Record<string, number>>; readonly leeren: boolean },
): Promise<Result<null>> {
  const { kommune, actor } = editor;
  const namen = await namenOf(deps, editor);
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const sammel = await readSammel(tx, id, true);
    if (!sammel?.tabelle || sammel.ergebnis) return refuse(sammelUnknown);
    const wahl = wahlFrom(sammel.tabelle, spalten, leeren);
    if (!wahl.ok) return wahl;
    await putWahl(tx, id, wahl.value);
    if (sammel.art === 'datei') await handToWorker(tx, editor, 'compass.import.read', id);
    else
      await putZeilen(
        tx,
        id,
        await zeilenIn(tx, deps, editor, { tabelle: sammel.tabelle, wahl: wahl.value }, namen),
      );
    return ok(null);
  });
}

/** Lets the worker write what the preview of a file showed. A second press while it works starts nothing. */
export function beginUebernahme(
  deps: Deps,
  editor: Editor,
  id: string,
  nurGute: boolean,
): Promise<Result<null>> {
  const { kommune, actor } = editor;
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const sammel = await readSammel(tx, id, true);
    if (!sammel?.zeilen) return refuse(sammelUnknown);
    if (sammel.ergebnis) return ok(null);
    if (!nurGute && sammel.zeilen.some(({ art }) => art === 'refused')) return refuse(sammelNichtGut);
    await handToWorker(tx, editor, 'compass.import.apply', id);
    return ok(null);
  });
}
