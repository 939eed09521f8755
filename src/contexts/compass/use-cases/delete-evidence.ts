import { isUuid, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { Stand } from '../domain/stand.ts';
import { evidenceGone } from '../errors.ts';
import { deleteDatei, readDateien } from '../store-nachweis.ts';
import { readStand } from '../store-stand.ts';
import type { Editor } from './editor.ts';
import { type EvidenceDeps, inOne, stateIn } from './evidence-parts.ts';

/** Deletes a file for good; where the newest statement names it, a new one says that there is no evidence any more. */
export function deleteEvidence(
  deps: EvidenceDeps,
  editor: Editor,
  {
    leistungId,
    grundlage,
    id,
  }: { readonly leistungId: string; readonly grundlage: number; readonly id: string },
): Promise<Result<Stand>> {
  return inOne(deps, editor, async (tx) => {
    const current = await readStand(tx, leistungId);
    const aenderung = current?.nachweis?.datei === id ? { nachweis: null } : {};
    const stated = await stateIn(tx, deps, editor, { leistungId, grundlage, aenderung, ohnePflicht: true });
    if (!stated.ok) return stated;
    const [datei] = isUuid(id) ? await readDateien(tx, [id]) : [];
    if (datei?.leistungId !== leistungId || !(await deleteDatei(tx, id, 'von-hand', deps.clock.now())))
      return refuse(evidenceGone);
    await recordAudit(tx, {
      action: 'compass.evidence.deleted',
      object: { type: 'compass.nachweis', id },
      summary: { leistung: leistungId, grund: 'von-hand' },
    });
    return stated;
  });
}
