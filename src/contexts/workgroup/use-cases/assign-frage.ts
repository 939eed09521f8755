import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { frageNach } from '../domain/frage.ts';
import { frageUnbekannt, gleichzeitig, nichtInDiesemZustand, ungueltig } from '../errors.ts';
import { frageZustandLabel } from '../messages.ts';
import { insertZuteilung, readZuteilungen } from '../store/fragen.ts';
import { type Felder, leserVon } from './felder.ts';
import { type Deps, readFragen } from './fragen.ts';
import { type Getan, getan, type Mitwirkende } from './wer.ts';

/** Says who answers a question; empty takes the owner away. Whoever leads assigns, everybody else takes a question on. */
export async function assignFrage(
  deps: Deps & Pick<WorkgroupDeps, 'clock'>,
  wer: Mitwirkende,
  frageId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const leser = leserVon(felder);
  const zustaendig = leser.id('zustaendig', 'Diesen Sitz');
  const grund = leser.text('grund', [0, 500], 'den Hinweis');
  const { fragen, sitze } = await readFragen(deps, wer);
  const frage = fragen.find(({ id }) => id === frageId);
  if (frage === undefined) return refuse(frageUnbekannt);
  const schritt = zustaendig === null ? 'abgeben' : 'zuteilen';
  if (frageNach(frage.zustand, schritt) === null)
    return refuse(nichtInDiesemZustand('Die Frage', frageZustandLabel[frage.zustand]));
  const sitz = sitze.find(
    ({ id, bis, providerId }) => id === zustaendig && bis === null && providerId === frage.providerId,
  );
  if (zustaendig !== null && sitz === undefined)
    leser.probleme.push({
      field: 'zustaendig',
      message: 'Bitte wählen Sie einen Sitz der Arbeitsgruppe, der nicht beendet ist.',
    });
  const own = [zustaendig, frage.zustaendig].every(
    (one) => one === null || sitze.some(({ id, hausId }) => id === one && hausId === wer.tenant),
  );
  if (!wer.leitet && !own)
    leser.probleme.push({
      field: 'zustaendig',
      message: 'Sie können Fragen nur für die eigene Organisation übernehmen oder abgeben.',
    });
  if (leser.probleme.length > 0) return refuse(ungueltig(leser.probleme));
  return deps.db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const nr = ((await readZuteilungen(tx)).get(frage.id)?.nr ?? 0) + 1;
    const neu = { rueckfrageId: frage.id, nr, zustaendig, grund, am: deps.clock.now() };
    if (!(await insertZuteilung(tx, neu, frage.providerId))) return refuse(gleichzeitig);
    await recordAudit(tx, {
      action: 'workgroup.frage.assigned',
      object: { type: 'rueckfrage', id: frage.id },
      summary: { sitz: zustaendig },
    });
    return ok(getan(frage.id));
  });
}
