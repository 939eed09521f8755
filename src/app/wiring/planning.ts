import type { CompassDeps } from '#compass';
import { type DiscussionDeps, rueckfragenHinweis } from '#discussion';
import type { EfaDeps } from '#efa';
import { listOrganisations, readCircle } from '#identity';
import type { LocalDate } from '#kernel';
import { type Bedarf, type PlanningDeps, readZiele, runSolver, type Verweis } from '#planning';
import { type Actor, actorOf, type TenantId } from '#platform';
import { type PrioritiesDeps, viewerOf } from '#priorities';
import { readProjekte } from '#projects';
import { latestUmfrage, readBedarf } from '#surveys';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';
import { abweichungenOf, gewichteOf, strategieOf } from './planning-strategie.ts';

const system = actorOf('system', 'planung');

/** What planning needs of need, priorities, projects, and the people and houses. */
export function planningDeps(
  services: Services,
  { ownKommune, ownAnbieter }: Pick<EfaDeps, 'ownKommune' | 'ownAnbieter'>,
  priorities: PrioritiesDeps,
  discussion: DiscussionDeps,
): PlanningDeps {
  const { db, clock, demo, worlds } = services;
  return {
    db,
    clock,
    demo,
    catalogue: worlds.catalogue,
    ownKommune,
    ownAnbieter,
    anbieterOf: async (tenant) => {
      const house = (await listOrganisations(services, system)).find(({ id }) => id === tenant);
      return house ? { tenant, name: house.name } : null;
    },
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
    kreis: (actor, { tenant }) => kreisOf(services, tenant, actor),
    bedarf: (actor, { tenant }) => bedarfOf(services, tenant, actor),
    gewichte: (actor, { tenant, name }) => gewichteOf(priorities, { id: tenant, name }, actor),
    strategie: async (principal) => {
      const viewer = await viewerOf(priorities, principal);
      return viewer.ok ? strategieOf(services, viewer.value) : [];
    },
    abweichungen: (actor, tenant) => abweichungenOf(services, tenant, actor),
    verfuegbarkeit: () => verfuegbarkeitOf(services),
    verweise: async (principal, _, leistungen) => {
      const all = await Promise.all(
        leistungen.map(async (id): Promise<readonly [string, readonly Verweis[]]> => {
          const hinweis = await rueckfragenHinweis(discussion, principal, { art: 'leistung', id });
          const stand = { label: 'Stand dieser Leistung', href: `/stand/${id}` };
          if (!hinweis || hinweis.offen === 0) return [id, [stand]];
          const offen = hinweis.offen === 1 ? 'Eine offene Rückfrage' : `${hinweis.offen} offene Rückfragen`;
          return [id, [stand, { label: offen, href: hinweis.href }]];
        }),
      );
      return new Map(all);
    },
  };
}

/** What the worker needs to make plans: each in a thread of its own. */
export function solvingDeps({ db, clock }: Services) {
  return { db, clock, rechne: runSolver };
}

/** What a decided plan sets for a Leistung of a Kommune: the port of the Umsetzungsstand. */
export function zielPort({ db }: Services): CompassDeps['ziele'] {
  return async (actor, kommune, leistungId) => {
    const all = await db.withTenant(kommune.tenant, actor, (tx) => readZiele(tx, kommune));
    return all.flatMap(({ planTitel, wer, ziele }) =>
      ziele
        .filter((ziel) => ziel.leistungId === leistungId)
        .map(({ quartal }) => ({
          quartal,
          quelle: `${planTitel}, beschlossen von ${wer}`,
          href: '/naechste-schritte',
        })),
    );
  };
}

async function kreisOf(services: Services, tenant: TenantId, actor: Actor) {
  const circle = await readCircle(services, { tenant, actor, permissions: new Set() });
  return circle.flatMap(({ id, bodyKey, name }) =>
    bodyKey === null ? [] : [{ tenant: id, ags: bodyKey, name }],
  );
}

/** The newest evaluated survey: who needs a Leistung now, and who later. */
async function bedarfOf(services: Services, tenant: TenantId, actor: Actor): Promise<readonly Bedarf[]> {
  const circle = await kreisOf(services, tenant, actor);
  const agsOf = new Map(circle.map((one) => [String(one.tenant), one.ags]));
  return services.db.withCircle(tenant, actor, async (tx) => {
    const umfrage = await latestUmfrage(tx);
    if (umfrage === null) return [];
    return (await readBedarf(tx, umfrage.id)).flatMap(({ leistungId, kommunen }) => {
      const wanted = kommunen.flatMap(({ kommuneId, bedarf, wunschquartal }) => {
        const ags = agsOf.get(kommuneId);
        return bedarf === 'nein' || ags === undefined ? [] : [{ ags, wunsch: wunschquartal }];
      });
      return wanted.length > 0 ? [{ leistungId, kommunen: wanted }] : [];
    });
  });
}

/** The first planned day of a roll-out in Nordrhein-Westfalen, of projects that are not over. */
async function verfuegbarkeitOf({ db, clock }: Services): Promise<ReadonlyMap<string, LocalDate>> {
  const days = new Map<string, LocalDate>();
  for (const { projekt, phase } of await readProjekte({ db }, null, clock.today())) {
    const { planBeginn, istBeginn } = projekt.inhalt.phasen['rollout-nrw'];
    if (planBeginn === null || istBeginn !== null || phase === 'abgebrochen' || phase === 'abgeschlossen')
      continue;
    for (const id of projekt.inhalt.leistungen) {
      const known = days.get(id);
      if (known === undefined || planBeginn < known) days.set(id, planBeginn);
    }
  }
  return days;
}
