import { dutyList } from '#duties';
import type { LocalDate } from '#kernel';
import { actorOf, nextTurn } from '#platform';
import { resolveBody } from '#territory';
import { leistungenIm, wirdGefragt } from '../domain/umfang.ts';
import type { Umfang } from '../domain/umfrage.ts';
import type { Gefragte } from '../store-gefragte.ts';
import type { Betreute, SurveysDeps } from '../surveys-deps.ts';
import { umfangLeistungen } from './leistung-orte.ts';

const system = actorOf('system', 'bedarf');

type Deps = Pick<SurveysDeps, 'world' | 'betreute' | 'kompass'>;

/**
 * Whom a survey asks about what, on a day: each cared-for Kommune about those Leistungen in scope that it owes. What is
 * online already is left out only for those that share their Stand, so that the list tells nothing else.
 */
export async function wenFragen(
  deps: Deps,
  anbieter: Betreute['tenant'],
  umfang: Umfang,
  date: LocalDate,
): Promise<readonly Gefragte[]> {
  const world = await deps.world();
  const inScope = leistungenIm(umfang, umfangLeistungen(world.catalogue));
  const gefragte: Gefragte[] = [];
  for (const kommune of await deps.betreute(anbieter)) {
    const body = resolveBody(world.territory, kommune.ags);
    if (!body.ok) continue;
    await nextTurn();
    const pflichten = new Set(
      dutyList(world.duties, body.value, date)
        .leistungen.filter(({ verdict }) => verdict === 'selbst')
        .map(({ id }) => id),
    );
    const known = umfang.nurLuecken && kommune.teilt ? await deps.kompass(system, kommune) : null;
    const leistungen = inScope
      .filter(({ id }) =>
        wirdGefragt(umfang, { pflicht: pflichten.has(id), online: known?.get(id)?.stand?.online ?? null }),
      )
      .map(({ id }) => id);
    if (leistungen.length > 0)
      gefragte.push({ kommune: kommune.tenant, ags: kommune.ags, name: kommune.name, leistungen });
  }
  return gefragte;
}
