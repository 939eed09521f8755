import { ok, type Result, refuse } from '#kernel';
import type { Principal, Tx } from '#platform';
import { planUnknown } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { plannerOf } from './actors.ts';
import { keepDecision } from './decide.ts';
import { fertig, planstand, planuebersicht } from './read-plan.ts';

/** What a session decided about a plan. */
interface Sitzungsbeschluss {
  readonly titel: string;
  readonly text: string;
  readonly angenommen: boolean;
}

/** A plan as the matter of a session, in the shape that the working group asks for. */
interface Ziel {
  readonly art: string;
  readonly label: string;
  readonly beispiel: string;
  readonly mayRead: (permissions: ReadonlySet<string>) => boolean;
  readonly find: (
    principal: Principal,
    text: string,
  ) => Promise<Result<{ readonly id: string; readonly name: string; readonly href: string }>>;
  readonly onBeschluss: (tx: Tx, id: string, beschluss: Sitzungsbeschluss) => Promise<void>;
}

/** Accepted by a session, a finished plan is decided with its newest Fassung, in the same transaction. */
export function planZiel(depsOf: () => PlanningDeps): Ziel {
  return {
    art: 'plan',
    label: 'Plan',
    beispiel: 'plan:Wellen 2027',
    mayRead: (permissions) => permissions.has('planning.manage'),
    find: async (principal, text) => {
      const deps = depsOf();
      const planner = await plannerOf(deps, principal);
      if (!planner.ok) return planner;
      const { plaene } = await planuebersicht(deps, planner.value);
      const found = plaene.find(({ id, titel }) => id === text || titel === text);
      return found
        ? ok({ id: found.id, name: found.titel, href: `/planung/plaene/${found.id}` })
        : refuse(planUnknown);
    },
    onBeschluss: async (tx, id, { titel, text, angenommen }) => {
      if (!angenommen || tx.tenant === null || tx.actor === null) return;
      const deps = depsOf();
      const anbieter = await deps.anbieterOf(tx.tenant);
      if (anbieter === null) return;
      const planner = { actor: tx.actor, anbieter };
      const stand = await planstand(deps, planner, id);
      // A plan that is still being made has nothing to hold; the decision of the session stands all the same.
      const plan = stand.ok ? fertig(stand.value) : stand;
      if (!plan.ok) return;
      await keepDecision(deps, tx, planner, plan.value, {
        am: deps.clock.today(),
        wer: `Arbeitsgruppe (Beschluss „${titel.slice(0, 160)}“)`,
        grund: text.length < 3 ? 'Beschluss der Sitzung.' : text.slice(0, 2000),
      });
    },
  };
}
