import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { Sammel, SammelZeile, Tabelle, TabellenWahl } from '../domain/sammel.ts';
import { isUsable } from '../domain/tabellen-spalten.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { sammelUnknown } from '../errors.ts';
import { putTabelle, putZeilen, readDatei, readSammel } from '../store-sammel.ts';
import type { Namen } from '../views/feld-text.ts';
import type { Editor } from './editor.ts';
import { type Alle, nachschlagewerkIn, namenOf } from './nachschlagewerk.ts';
import { previewSammelIn } from './preview-sammel.ts';
import { type GeleseneTabelle, readTabelle } from './read-tabelle.ts';
import { wunschOf } from './zeilen-wunsch.ts';

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
export async function zeilenIn(
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

export type Deps = Pick<
  CompassDeps,
  'db' | 'clock' | 'world' | 'enden' | 'modelle' | 'fieldsFor' | 'personen' | 'loesungen'
>;
