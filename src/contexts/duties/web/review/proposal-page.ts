import type { FieldProblem, Result } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import type { DutiesDeps } from '../../doors-deps.ts';
import { unknownVorschlag } from '../../errors.ts';
import { accept, reject } from '../../review-actions.ts';
import type { Vorschlag } from '../../store-vorschlag.ts';
import { readOwnVorschlaege } from '../../use-cases/read-review.ts';
import { wortlautSection } from '../wortlaut-section.ts';
import { proposalContent, regelOf } from './proposal-content.ts';

/** One proposal: what would change, whom it concerns, and the forms of whoever decides. */
export function showProposal(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  return showOne(deps, request, []);
}

/** A second person accepts the proposal. */
export async function acceptProposal(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  return decided(deps, request, await accept(deps, request.principal, request.params.id ?? ''));
}

/** A second person rejects the proposal. */
export async function rejectProposal(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const answer = request.form.get('antwort') ?? '';
  return decided(deps, request, await reject(deps, request.principal, request.params.id ?? '', answer));
}

async function decided(
  deps: DutiesDeps,
  request: PageRequest,
  result: Result<Vorschlag>,
): Promise<PageAnswer> {
  if (result.ok) return { kind: 'redirect', to: `/regeln/vorschlaege/${request.params.id}` };
  return result.refusal.fields
    ? showOne(deps, request, result.refusal.fields)
    : { kind: 'refusal', refusal: result.refusal };
}

async function showOne(
  deps: DutiesDeps,
  request: PageRequest,
  problems: readonly FieldProblem[],
): Promise<PageAnswer> {
  const { principal, params } = request;
  const own = principal === null ? [] : await readOwnVorschlaege(deps.db, principal);
  const vorschlag = own.find(({ id }) => id === params.id);
  if (!vorschlag) return { kind: 'refusal', refusal: unknownVorschlag() };
  const world = await deps.world();
  const regel = regelOf(world, vorschlag);
  const wortlaut = regel && wortlautSection(regel, await deps.wortlautOf(regel.norm), true);
  const content = proposalContent(deps, world, vorschlag, request, { problems, wortlaut });
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content };
}
