import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { SurveysDeps } from '../surveys-deps.ts';
import {
  type Antwortende,
  antwortendeOf,
  type Fragende,
  fragendeOf,
  type Recht,
} from '../use-cases/people.ts';

/** Handles a page for whoever runs surveys. */
export function asFragende(
  deps: SurveysDeps,
  recht: 'lesen' | 'fuehren',
  act: (who: Fragende, request: PageRequest) => Promise<PageAnswer>,
): PageRoute['handle'] {
  return async (request) => {
    const who = await fragendeOf(deps, request.principal, recht);
    return who.ok ? act(who.value, request) : refusal(who.refusal);
  };
}

/** Handles a page for whoever answers for a Kommune. */
export function asAntwortende(
  deps: SurveysDeps,
  recht: Recht,
  act: (who: Antwortende, request: PageRequest) => Promise<PageAnswer>,
): PageRoute['handle'] {
  return async (request) => {
    const who = await antwortendeOf(deps, request.principal, recht);
    return who.ok ? act(who.value, request) : refusal(who.refusal);
  };
}

/** The address of a survey, and of what belongs to it. */
export function address(id: string, part = ''): string {
  return part === '' ? `/bedarf/${id}` : `/bedarf/${id}/${part}`;
}
