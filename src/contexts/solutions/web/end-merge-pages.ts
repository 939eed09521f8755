import type { Result } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { contributeEnd, contributeMerge } from '../use-cases/end-or-merge.ts';
import { paths } from '../views/paths.ts';
import { loesungAnswer } from './loesung-page.ts';

/** Takes the last day of a Lösung. */
export async function receiveEnd(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const { form, params, principal } = request;
  const kept = await contributeEnd(deps, principal, {
    id: params.id ?? '',
    letzterTag: form.get('letzterTag') ?? '',
    begruendung: form.get('begruendung') ?? '',
  });
  return keptOnPage(deps, request, kept);
}

/** Takes the report of a duplicate. */
export async function receiveMerge(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const { form, params, principal } = request;
  const kept = await contributeMerge(deps, principal, {
    id: params.id ?? '',
    inId: (form.get('inId') ?? '').trim(),
    begruendung: form.get('begruendung') ?? '',
  });
  return keptOnPage(deps, request, kept);
}

async function keptOnPage(
  deps: SolutionsDeps,
  request: PageRequest,
  kept: Result<Beitrag>,
): Promise<PageAnswer> {
  if (kept.ok) return { kind: 'redirect', to: paths.beitrag(kept.value.id) };
  return kept.refusal.fields
    ? loesungAnswer(deps, request, kept.refusal.fields)
    : { kind: 'refusal', refusal: kept.refusal };
}
