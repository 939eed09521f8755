import { html } from 'hono/html';
import { evidenceGrades, evidenceLabel, type FieldProblem, formatLocalDate, type Refusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import {
  button,
  descriptionList,
  errorOf,
  errorSummary,
  externalLink,
  form,
  radioGroup,
  section,
  textareaField,
} from '#ui';
import { confirmAngabe, ownAngaben, rejectAngabe } from '../bestimmung-actions.ts';
import type { Angabe } from '../domain/angabe.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { unknownAngabe } from '../errors.ts';
import { angabeRows, stateOf } from './bestimmung-list.ts';

/** One Angabe, and the forms of whoever decides on it. */
export function showBestimmung(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  return showOne(deps, request, []);
}

/** Confirms an Angabe. */
export async function confirmBestimmungPage(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal, params, form: values } = request;
  const refusal = await confirmAngabe(deps, principal, params.id ?? '', values.get('evidenz') ?? '');
  return decided(deps, request, refusal);
}

/** Rejects an Angabe. */
export async function rejectBestimmungPage(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal, params, form: values } = request;
  const refusal = await rejectAngabe(deps, principal, params.id ?? '', values.get('begruendung') ?? '');
  return decided(deps, request, refusal);
}

async function decided(deps: DutiesDeps, request: PageRequest, refusal: Refusal | null): Promise<PageAnswer> {
  if (refusal === null) return { kind: 'redirect', to: `/bestimmungen/${request.params.id}` };
  return refusal.fields ? showOne(deps, request, refusal.fields) : { kind: 'refusal', refusal };
}

async function showOne(
  deps: DutiesDeps,
  request: PageRequest,
  problems: readonly FieldProblem[],
): Promise<PageAnswer> {
  const angabe = (await ownAngaben(deps, request.principal)).find(({ id }) => id === request.params.id);
  if (!angabe) return { kind: 'refusal', refusal: unknownAngabe() };
  const content = angabeContent(await deps.world(), angabe, request, problems);
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content };
}

function angabeContent(
  world: DutiesWorld,
  angabe: Angabe,
  request: PageRequest,
  problems: readonly FieldProblem[],
): PageContent {
  const [row] = angabeRows(world, [angabe]);
  const mayDecide =
    request.principal?.permissions.has('duties.bestimmung.confirm') === true && angabe.entscheidung === null;
  return {
    title: `Bestimmung: ${row?.kommune ?? angabe.ags}`,
    breadcrumb: [{ label: 'Bestimmungen', href: '/bestimmungen' }],
    error: problems.length > 0,
    main: html`${errorSummary(problems)}
      ${descriptionList([
        ['Aufgabe', row?.aufgabe],
        ['Nimmt sie selbst wahr', angabe.bestimmt ? 'ja' : 'nein'],
        ['Gilt ab', formatLocalDate(angabe.validFrom)],
        ['Gilt bis einschließlich', angabe.validTo ? formatLocalDate(angabe.validTo) : 'ohne Ende'],
        [
          'Quelle',
          angabe.source.url ? externalLink(angabe.source.url, angabe.source.title) : angabe.source.title,
        ],
        ['Anmerkung', angabe.note],
        ['Stand', stateOf(angabe)],
        ['Begründung', angabe.begruendung],
      ])}
      ${mayDecide ? decisionForms(angabe, request.csrfToken, problems) : ''}`,
    nextSteps: [{ label: 'Was die Kommune schuldet', href: `/kommunen/${angabe.ags}/pflichten` }],
  };
}

function decisionForms({ id }: Angabe, csrfToken: string, problems: readonly FieldProblem[]) {
  const confirm = form(
    { action: `/bestimmungen/${id}/bestaetigen`, csrfToken, label: 'Bestätigen' },
    html`${radioGroup({ name: 'evidenz', label: 'Wie haben Sie die Quelle geprüft?', error: errorOf(problems, 'evidenz'), options: evidenceGrades.map((value) => ({ value, label: evidenceLabel[value] })) })}${button('Bestätigen')}`,
  );
  const reject = form(
    { action: `/bestimmungen/${id}/ablehnen`, csrfToken, label: 'Ablehnen' },
    html`${textareaField({ name: 'begruendung', label: 'Warum lehnen Sie ab?', error: errorOf(problems, 'begruendung') })}${button('Ablehnen', { kind: 'secondary' })}`,
  );
  return html`${section('Bestätigen', confirm, { lead: 'Danach gilt die Bestimmung für alle Ansichten, auch die des Kreises.' })}${section('Ablehnen', reject)}`;
}
