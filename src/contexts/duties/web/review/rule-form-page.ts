import { html } from 'hono/html';
import { resolveLeistung } from '#catalogue';
import type { FieldProblem } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import type { Regel } from '../../domain/regel.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import { unknownRule } from '../../errors.ts';
import { propose } from '../../review-actions.ts';
import { previewEffect } from '../../use-cases/preview-effect.ts';
import type { VorschlagInput } from '../../use-cases/propose-rule.ts';
import { effectSection } from './effect-section.ts';
import { ruleForm } from './rule-form.ts';
import { rowOfForm, valuesFor, valuesOf } from './rule-form-values.ts';

/** The form for changing a rule, or for a new one where the address names none. */
export async function showRuleForm(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const world = await deps.world();
  const { id } = request.params;
  if (id !== undefined) {
    const regel = world.duties.facts.regelwerk.regeln.find((each) => each.id === id);
    if (!regel) return { kind: 'refusal', refusal: unknownRule(id) };
    return { kind: 'page', content: formContent(request, regel, valuesOf(regel), []) };
  }
  const asked = request.query.get('leistung');
  const leistung = asked === null ? null : resolveLeistung(world.catalogue, asked);
  if (leistung !== null && !leistung.ok) return { kind: 'refusal', refusal: leistung.refusal };
  return { kind: 'page', content: formContent(request, null, valuesFor(leistung?.value ?? null), []) };
}

/** Shows what the change would do, or takes it as a proposal. */
export async function receiveRuleForm(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const { duties } = await deps.world();
  const { id } = request.params;
  const regel = duties.facts.regelwerk.regeln.find((each) => each.id === id) ?? null;
  if (id !== undefined && regel === null) return { kind: 'refusal', refusal: unknownRule(id) };
  const input: VorschlagInput = {
    regelId: id ?? request.form.get('id') ?? '',
    art: regel === null ? 'neu' : 'aendern',
    begruendung: request.form.get('begruendung') ?? '',
    regel: rowOfForm(regel, request.form),
  };
  if (request.form.get('aktion') === 'vorschau') return preview(deps, request, regel, input);
  const proposed = await propose(deps, request.principal, input);
  if (proposed.ok) return { kind: 'redirect', to: `/regeln/vorschlaege/${proposed.value.id}` };
  if (!proposed.refusal.fields) return { kind: 'refusal', refusal: proposed.refusal };
  return invalid(request, regel, proposed.refusal.fields);
}

async function preview(
  deps: DutiesDeps,
  request: PageRequest,
  regel: Regel | null,
  input: VorschlagInput,
): Promise<PageAnswer> {
  const { duties } = await deps.world();
  const effect = previewEffect(duties, input, deps.clock.today());
  if (!effect.ok) return invalid(request, regel, effect.refusal.fields ?? []);
  const content = formContent(request, regel, request.form, [], effectSection(effect.value, null));
  return { kind: 'page', content };
}

function invalid(request: PageRequest, regel: Regel | null, problems: readonly FieldProblem[]): PageAnswer {
  return { kind: 'page', status: 422, content: formContent(request, regel, request.form, problems) };
}

function formContent(
  { csrfToken }: PageRequest,
  regel: Regel | null,
  values: URLSearchParams,
  problems: readonly FieldProblem[],
  effect: ReturnType<typeof effectSection> | '' = '',
): PageContent {
  const action = regel === null ? '/regeln/neu' : `/regeln/${regel.id}/aendern`;
  const back = regel === null ? '/regeln/offen' : `/regeln/${regel.id}`;
  return {
    title: regel === null ? 'Neue Regel vorschlagen' : `Regel ändern: ${regel.aufgabe}`,
    breadcrumb: [
      { label: 'Regeln', href: '/regeln' },
      ...(regel === null ? [] : [{ label: regel.aufgabe, href: back }]),
    ],
    lead: 'Ihr Vorschlag ändert noch nichts. Eine zweite Person beim IT-Dienstleister nimmt ihn an oder lehnt ihn mit Begründung ab.',
    error: problems.length > 0,
    main: html`${effect}${ruleForm({ action, back, csrfToken, values, problems, isNew: regel === null })}`,
  };
}
