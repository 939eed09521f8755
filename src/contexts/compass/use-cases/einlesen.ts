import { ok, type Result, refuse } from '#kernel';
import { newId, publish, startVorgang, type Tx } from '#platform';
import type { SammelArt } from '../domain/sammel.ts';
import { isUsable } from '../domain/tabellen-spalten.ts';
import { sammelNichtGut, sammelUnknown } from '../errors.ts';
import {
  forgetSammel,
  insertSammel,
  putDatei,
  putVorgang,
  putWahl,
  putZeilen,
  readSammel,
} from '../store-sammel.ts';
import type { Editor } from './editor.ts';
import { namenOf } from './nachschlagewerk.ts';
import { type Deps, zeilenIn } from './read-eingelesenes.ts';
import { type GeleseneTabelle, wahlFrom } from './read-tabelle.ts';

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
