import type { FieldProblem, Result } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import { confirm, ownDelegationAngaben, reject } from '../../delegation-actions.ts';
import { unknownDelegationAngabe } from '../../delegation-errors.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import type { DelegationAngabe } from '../../store-delegation.ts';
import { paths } from './paths.ts';
import { statementContent } from './statement-content.ts';

/** One statement: what it says, whom it concerns, and the forms of whoever confirms. */
export function showStatement(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  return showOne(deps, request, []);
}

/** A second person confirms. */
export async function confirmStatement(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  return decided(deps, request, await confirm(deps, request.principal, request.params.id ?? ''));
}

/** A second person rejects. */
export async function rejectStatement(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const answer = request.form.get('antwort') ?? '';
  return decided(deps, request, await reject(deps, request.principal, request.params.id ?? '', answer));
}

async function decided(
  deps: DutiesDeps,
  request: PageRequest,
  result: Result<DelegationAngabe>,
): Promise<PageAnswer> {
  if (result.ok) return { kind: 'redirect', to: paths.statement(result.value.id) };
  return result.refusal.fields
    ? showOne(deps, request, result.refusal.fields)
    : { kind: 'refusal', refusal: result.refusal };
}

async function showOne(
  deps: DutiesDeps,
  request: PageRequest,
  problems: readonly FieldProblem[],
): Promise<PageAnswer> {
  const own = await ownDelegationAngaben(deps, request.principal);
  const angabe = own.find(({ id }) => id === request.params.id);
  if (!angabe) return { kind: 'refusal', refusal: unknownDelegationAngabe() };
  const content = statementContent(deps, await deps.world(), angabe, request, problems);
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content };
}
