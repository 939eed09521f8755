import { ok, type Result, refuse } from '#kernel';
import { longestGrund } from '../domain/parse-aenderung.ts';
import { istAngabe, type Zuruecknahme } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { invalidStand } from '../errors.ts';
import { changeStaende } from './change-stand.ts';
import type { Editor } from './editor.ts';

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world' | 'enden' | 'modelle' | 'fieldsFor'>;

/** Takes the statement about one cell back to „keine Angabe“, if it still is the one that was read. */
export async function takeBack(
  deps: Deps,
  editor: Editor,
  {
    leistungId,
    grundlage,
    grund,
  }: { readonly leistungId: string; readonly grundlage: number; readonly grund: string },
): Promise<Result<Zuruecknahme>> {
  const said = grund.trim();
  if (said.length > longestGrund)
    return refuse(
      invalidStand([{ field: 'grundZurueck', message: `Grund: Bitte höchstens ${longestGrund} Zeichen.` }]),
    );
  const zuruecknehmen = { grund: said || null };
  const [answer] = await changeStaende(deps, editor, [
    { leistungId, grundlage, aenderung: {}, zuruecknehmen },
  ]);
  if (!answer) throw new Error('a wish got no answer');
  if (!answer.ok) return answer;
  const { stand } = answer.value;
  if (istAngabe(stand)) throw new Error('a statement stands although it was taken back');
  return ok(stand);
}
