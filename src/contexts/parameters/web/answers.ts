import { type LocalDate, ok, parseLocalDate, type Refusal, type Result } from '#kernel';
import { flashesOf, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import { type Asker, askerOf, changerOf } from '../use-cases/asker.ts';

export const { done, flashOf } = flashesOf({
  vorgabe: 'Der Wert ist vorgegeben. Kommunen darunter sehen ihn ab dem genannten Tag, mit Ihrem Grund.',
  eingelesen: 'Die Tabelle ist übernommen.',
  recht: 'Das ist gespeichert.',
});

export const root = { label: 'Parameter', href: '/parameter' } as const;

export const pathOf = (dienst: string, part = '') => `/parameter/${dienst}${part === '' ? '' : `/${part}`}`;

type Act = (asker: Asker, request: PageRequest) => Promise<PageAnswer>;

/** A page for Kommunen and providers; `changes` only for those who may change something. */
export function askerRoute(
  deps: ParametersDeps,
  route: Pick<PageRoute, 'capability' | 'method' | 'path'> & { readonly changes?: boolean },
  act: Act,
): PageRoute {
  const { changes = false, ...rest } = route;
  return {
    ...rest,
    access: 'signed-in',
    handle: async (request) => {
      const asker = await (changes ? changerOf : askerOf)(deps, request.principal);
      return asker.ok ? act(asker.value, request) : refusal(asker.refusal);
    },
  };
}

/** The day that an address names; today without one. */
export function tagOf(text: string | null | undefined, today: LocalDate): Result<LocalDate, Refusal> {
  return text ? parseLocalDate(text.trim()) : ok(today);
}
