import type { FieldProblem } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import { emptyState } from '#ui';
import { rulesWithBestimmung, stateAngabe } from '../bestimmung-actions.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { bestimmungForm, inputOf } from './bestimmung-form.ts';

/** The empty form on which a Kommune states a Bestimmung. */
export function newBestimmung(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  return showForm(deps, request, new URLSearchParams(), []);
}

/** Takes what a Kommune states. */
export async function receiveBestimmung(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const chosen = request.form.get('bestimmt');
  const missing =
    chosen === 'ja' || chosen === 'nein'
      ? []
      : [{ field: 'bestimmt', message: 'Bitte wählen Sie, ob Ihre Kommune die Aufgabe selbst wahrnimmt.' }];
  if (missing.length > 0) return showForm(deps, request, request.form, missing);
  const result = await stateAngabe(deps, request.principal, inputOf(request.form));
  if (result.ok) return { kind: 'redirect', to: `/bestimmungen/${result.value.id}` };
  if (result.refusal.fields) return showForm(deps, request, request.form, result.refusal.fields);
  return { kind: 'refusal', refusal: result.refusal };
}

async function showForm(
  deps: DutiesDeps,
  request: PageRequest,
  values: URLSearchParams,
  problems: readonly FieldProblem[],
): Promise<PageAnswer> {
  const world = await deps.world();
  const ags = await deps.ownAgs(request.principal);
  const regeln = ags === null ? [] : rulesWithBestimmung(world, ags, deps.clock.today());
  const content: PageContent = {
    title: 'Bestimmung angeben',
    breadcrumb: [{ label: 'Bestimmungen', href: '/bestimmungen' }],
    error: problems.length > 0,
    main:
      regeln.length === 0
        ? emptyState({
            title: 'Für Ihre Kommune gibt es nichts anzugeben',
            body: 'Keine der Regeln macht für Ihre Größenklasse eine Aufgabe von einer Bestimmung abhängig.',
          })
        : bestimmungForm(regeln, request.csrfToken, values, problems),
  };
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content };
}
