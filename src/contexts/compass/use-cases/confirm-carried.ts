import { ok, type Result } from '#kernel';
import type { CompassDeps } from '../doors-deps.ts';
import { changeStaende } from './change-stand.ts';
import type { Editor } from './editor.ts';
import { standListe } from './stand-liste.ts';

/** Confirms every statement that was carried along by a split or a merge: each becomes one of its Leistung's own. */
export async function confirmCarried(
  deps: CompassDeps,
  editor: Editor,
): Promise<Result<{ readonly bestaetigt: number }>> {
  const liste = await standListe(deps, editor);
  if (!liste.ok) return liste;
  const carried = liste.value.zeilen.filter(({ mitgezogenAus }) => mitgezogenAus !== null);
  const wuensche = carried.map(({ ort }) => ({
    leistungId: ort.id,
    grundlage: 0,
    aenderung: {},
    bestaetigen: true,
  }));
  const answers = await changeStaende(deps, editor, wuensche);
  return ok({ bestaetigt: answers.filter(({ ok: taken }) => taken).length });
}
