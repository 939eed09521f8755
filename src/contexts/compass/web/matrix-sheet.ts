import { ok, type Result } from '#kernel';
import type { PageRequest } from '#platform';
import { type ListResult, listIndex, readListQuery } from '#ui';
import type { CompassDeps, LoesungName } from '../doors-deps.ts';
import { type Editor, editorOf } from '../use-cases/editor.ts';
import {
  type StandListe,
  type StandZeile,
  standListe,
  type Umfang,
  zeilenIn,
} from '../use-cases/stand-liste.ts';
import { standDefinition } from '../views/stand-list.ts';

export const matrixAddress = '/stand/matrix';
export const rowsPerPage = 25;

export interface MatrixSheet {
  readonly editor: Editor;
  readonly liste: StandListe;
  readonly loesungen: readonly LoesungName[];
  readonly umfang: Umfang;
  readonly result: ListResult<StandZeile>;
}

/** The page of rows that a query asks for; without a word about the Umfang, the own Leistungen of who has some. */
export async function matrixSheetOf(
  deps: CompassDeps,
  request: PageRequest,
  query: URLSearchParams,
): Promise<Result<MatrixSheet>> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return editor;
  const liste = await standListe(deps, editor.value);
  if (!liste.ok) return liste;
  const meine = zeilenIn(liste.value, 'meine');
  const said = query.get('umfang');
  const umfang =
    said === 'meine' || (said === null && meine.length > 0 && !editor.value.darfVerwalten)
      ? 'meine'
      : 'pflichten';
  const index = listIndex(standDefinition, zeilenIn(liste.value, umfang));
  const asked = { ...readListQuery(standDefinition, query).query, size: rowsPerPage };
  return ok({
    editor: editor.value,
    liste: liste.value,
    loesungen: await deps.loesungen(),
    umfang,
    result: index.run({ ...asked, kept: { umfang } }),
  });
}
