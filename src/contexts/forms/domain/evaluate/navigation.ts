import type { Evaluation, PageState } from './evaluation.ts';
import { isComplete } from './problems.ts';

/** Where „Weiter“ leads: to a page, to the check of all answers, or nowhere, because this form is not the right one. */
export type NextStep =
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'summary' }
  | { readonly kind: 'end' };

/** How far somebody is: „Schritt 2 von 7“. The total changes with the answers. */
export interface Progress {
  readonly position: number;
  readonly total: number;
}

function wayOf(evaluation: Evaluation): readonly PageState[] {
  return evaluation.pages.filter(({ reachable }) => reachable);
}

/** The ids of the pages on the way, in order. */
export function reachablePages(evaluation: Evaluation): readonly string[] {
  return wayOf(evaluation).map(({ page }) => page.id);
}

/** Whether everything on the way is answered and right. */
export function isSubmittable(evaluation: Evaluation): boolean {
  return wayOf(evaluation).every((state) => !state.page.exit && isComplete(state));
}

export function nextPage(evaluation: Evaluation, pageId: string): NextStep {
  const way = wayOf(evaluation);
  const index = way.findIndex(({ page }) => page.id === pageId);
  if (way[index]?.page.exit) return { kind: 'end' };
  const next = way[index + 1];
  return next ? { kind: 'page', page: next.page.id } : { kind: 'summary' };
}

/** The page before this one, or null at the start; also for a page that has left the way. */
export function previousPage(evaluation: Evaluation, pageId: string): string | null {
  const position = evaluation.form.pageIndex.get(pageId) ?? 0;
  return wayOf(evaluation).findLast(({ page }) => page.index < position)?.page.id ?? null;
}

export function progressOf(evaluation: Evaluation, pageId: string): Progress {
  const way = wayOf(evaluation);
  const index = way.findIndex(({ page }) => page.id === pageId);
  return { position: Math.max(1, index + 1), total: way.length };
}

/**
 * Which page to show to somebody who asks for this one: itself where it is on the way and all before it is answered,
 * otherwise the first page that still needs something.
 */
export function pageToShow(evaluation: Evaluation, wanted: string | null): NextStep {
  for (const state of wayOf(evaluation)) {
    if (state.page.id === wanted || state.page.exit || !isComplete(state))
      return { kind: 'page', page: state.page.id };
  }
  return { kind: 'summary' };
}
