import { flashesOf, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { PlanningDeps } from '../planning-deps.ts';
import { type Planner, plannerOf } from '../use-cases/actors.ts';

export const { done, flashOf } = flashesOf({
  team: 'Das Team ist gespeichert. Pläne, die schon gerechnet sind, bleiben, wie sie sind.',
  vorlage: 'Die Aufwandsvorlage ist gespeichert.',
  massnahme: 'Die Maßnahme ist gespeichert.',
  uebernommen: 'Die Maßnahmen sind angelegt.',
  eingelesen: 'Die Tabelle ist übernommen.',
  verschoben: 'Verschoben. Der Plan hat eine neue Fassung.',
  abgebrochen: 'Abgebrochen. Von diesem Plan ist nichts gespeichert.',
  beschlossen: 'Der Beschluss ist festgehalten. Jede Kommune sieht jetzt ihre Ziele.',
});

export const manage = { permission: 'planning.manage' } as const;

/** A page of those who plan. */
export function plannerRoute(
  deps: PlanningDeps,
  capability: string,
  method: 'GET' | 'POST',
  path: string,
  act: (planner: Planner, request: PageRequest) => Promise<PageAnswer>,
): PageRoute {
  return {
    capability,
    method,
    path,
    access: manage,
    handle: async (request) => {
      const planner = await plannerOf(deps, request.principal);
      return planner.ok ? act(planner.value, request) : refusal(planner.refusal);
    },
  };
}

export const planung = { label: 'Planung', href: '/planung' } as const;
