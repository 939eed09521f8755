import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { type PageAnswer, type PageContent, type PageRequest, page, refusedPage } from '#platform';
import { formatInstant, section } from '#ui';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { fertig, type Planstand, type Planuebersicht, planuebersicht } from '../use-cases/read-plan.ts';
import { flashOf, planung } from './answers.ts';
import { engpassSection } from './engpass-section.ts';
import { compareForm, decideForm, moveForm } from './plan-forms.ts';
import { kopfSection, wellenSection } from './plan-parts.ts';
import { failed, standing, waiting } from './plan-progress.ts';
import { geltung, verlauf } from './plan-verlauf.ts';
import { preisSection } from './preis-section.ts';

export async function show(
  deps: PlanningDeps,
  planner: Planner,
  request: PageRequest,
  stand: Planstand,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const uebersicht = await planuebersicht(deps, planner);
  const content = contentOf(deps, request, stand, uebersicht, reason);
  return reason ? refusedPage(content, reason) : page(content);
}

function contentOf(
  deps: PlanningDeps,
  request: PageRequest,
  stand: Planstand,
  uebersicht: Planuebersicht,
  reason: Refusal | null,
): PageContent {
  const { plan, vorgang } = stand;
  const head = {
    title: plan.titel,
    preline: `Plan ${plan.nummer}, gerechnet am ${formatInstant(plan.angelegtAm)}`,
    breadcrumb: [planung],
    ...flashOf(request),
  };
  const made = fertig(stand);
  if (!made.ok) {
    const over = standing(stand).done;
    return {
      ...head,
      ...(over ? {} : { refreshSeconds: 2 }),
      main: over ? failed(vorgang?.message ?? '') : waiting(stand, request.csrfToken),
      nextSteps: [{ label: over ? 'Plan noch einmal rechnen' : 'Zur Planung', href: '/planung' }],
    };
  }
  const options = {
    csrfToken: request.csrfToken,
    form: request.form,
    reason,
    path: request.path,
    today: deps.clock.today(),
  };
  return {
    ...head,
    wide: true,
    main: html`${geltung(stand, uebersicht)}${section('Wie gut der Plan ist', kopfSection(made.value))}${engpassSection(made.value)}${wellenSection(made.value)}${preisSection(made.value)}${moveForm(made.value, options)}${compareForm(made.value, uebersicht)}${decideForm(made.value, options)}${verlauf(stand)}`,
    nextSteps: [
      { label: 'Sitzung der Arbeitsgruppe, die beschließt', href: '/arbeitsgruppe' },
      { label: 'Zur Planung', href: '/planung' },
    ],
  };
}
