import type { Refusal } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import type { DutiesDeps } from '../../doors-deps.ts';
import { note, propose } from '../../review-actions.ts';
import { ruleAnswer } from '../rule-page.ts';

/** Somebody confirms a rule as it stands, or proposes to remove it. */
export async function receiveVerdict(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const { params, form, principal } = request;
  const proposed = await propose(deps, principal, {
    regelId: params.id ?? '',
    art: form.get('art') === 'entfernen' ? 'entfernen' : 'bestaetigen',
    begruendung: form.get('begruendung') ?? '',
    regel: null,
  });
  if (proposed.ok) return { kind: 'redirect', to: `/regeln/vorschlaege/${proposed.value.id}` };
  return again(deps, request, proposed.refusal);
}

/** Somebody writes into the discussion of a rule. */
export async function receiveNote(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const { params, form, principal } = request;
  const noted = await note(deps, principal, params.id ?? '', form.get('text') ?? '');
  return noted.ok ? { kind: 'redirect', to: `/regeln/${params.id}` } : again(deps, request, noted.refusal);
}

/** The rule once more with what was typed and what is wrong with it. */
function again(deps: DutiesDeps, request: PageRequest, refusal: Refusal): PageAnswer | Promise<PageAnswer> {
  return refusal.fields ? ruleAnswer(deps, request, refusal.fields) : { kind: 'refusal', refusal };
}
