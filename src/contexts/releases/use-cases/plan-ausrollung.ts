import { ok, type Result, refuse } from '#kernel';
import { newId, recordAudit } from '#platform';
import type { Lead, ReleasesDeps } from '../deps.ts';
import { type Ausrollung, ueblicheRegel } from '../domain/ausrollung.ts';
import { istUnterwegs } from '../domain/zustand.ts';
import { alreadyUnderWay } from '../errors.ts';
import { insertAusrollung, insertSchritt, readAusrollungen } from '../store-ausrollung.ts';
import { insertZuege } from '../store-zug.ts';
import { type Rolloutwunsch, vorschau } from './vorschau.ts';

/** Plans a rollout: rings, and each Kommune in its ring. Of two who plan at once the second is refused and told which one there is. */
export async function planAusrollung(
  deps: ReleasesDeps,
  lead: Lead,
  wunsch: Rolloutwunsch,
): Promise<Result<Pick<Ausrollung, 'id' | 'version'>>> {
  const seen = await vorschau(deps, lead, wunsch);
  if (!seen.ok) return seen;
  const { dienst, fassung, ringe, sicherheit, zeilen } = seen.value;
  const { tenant } = lead.anbieter;
  const id = newId();
  const am = deps.clock.now();
  return deps.db.withReference(
    lead.actor,
    async (tx) => {
      const plan = { id, dienst, fassung, ringe, regel: ueblicheRegel, sicherheit, angelegtAm: am };
      if (!(await insertAusrollung(tx, tenant, plan))) {
        const other = (await readAusrollungen(tx, dienst)).find(({ zustand }) => istUnterwegs(zustand));
        return refuse(alreadyUnderWay(other?.fassung ?? fassung));
      }
      await insertZuege(
        tx,
        tenant,
        zeilen.map(({ kommuneId, ags, kommune, ring, ab, vonFassung }) => ({
          ausrollung: id,
          ...{ kommuneId, dienst, fassung, ags, kommune, ring, ab, vonFassung },
          zustand: 'wartet' as const,
          geaendertAm: am,
        })),
      );
      await insertSchritt(tx, tenant, id, { schritt: 'planen', grund: null, am });
      await recordAudit(tx, {
        action: 'releases.ausrollung.planned',
        object: { type: 'releases.ausrollung', id },
        summary: { dienst, fassung, kommunen: zeilen.length, ringe: ringe.length },
      });
      return ok({ id, version: 1 });
    },
    tenant,
  );
}
