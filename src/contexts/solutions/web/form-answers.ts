import type { FieldProblem, Result } from '#kernel';
import type { PageAnswer, PageContent } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import { paths } from '../views/paths.ts';
import { rowStep, rowsOfForm } from './read-form.ts';

/** Leads to what was kept, or shows the form again with what is wrong. */
export function keptOr(
  kept: Result<Beitrag>,
  content: (problems: readonly FieldProblem[]) => PageContent,
): PageAnswer {
  if (kept.ok) return { kind: 'redirect', to: paths.beitrag(kept.value.id) };
  return kept.refusal.fields
    ? formAnswer(content(kept.refusal.fields), kept.refusal.fields)
    : { kind: 'refusal', refusal: kept.refusal };
}

/** The same form with more rows of Leistungen. */
export function moreRows(values: URLSearchParams): URLSearchParams {
  const more = new URLSearchParams(values);
  more.set('zeilen', String(rowsOfForm(values) + rowStep));
  return more;
}

/** A page with a form. */
export function formAnswer(content: PageContent, problems: readonly FieldProblem[]): PageAnswer {
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content };
}
