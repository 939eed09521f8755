import { html } from 'hono/html';
import { type FieldProblem, formatLocalDate, type LocalDate } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest } from '#platform';
import {
  alert,
  button,
  dateForm,
  descriptionList,
  errorOf,
  errorSummary,
  evidenceBadge,
  externalLink,
  form,
  inputField,
  section,
  textareaField,
  textLink,
} from '#ui';
import { delegationPermissions, stateItsEnd } from '../../delegation-actions.ts';
import { befundText, periodText, unknownDelegation } from '../../delegation-errors.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import type { DutiesWorld } from '../../duties-world.ts';
import {
  befundeIn,
  bodyNames,
  type DelegationRow,
  delegationRow,
} from '../../use-cases/answer-delegations.ts';
import { paths } from './paths.ts';

/** One transfer of the register with what is found about it. */
export function showDelegation(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  return showOne(deps, request, []);
}

/** Somebody states that the transfer ends. */
export async function receiveEnd(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const { params, form: values, principal } = request;
  const stated = await stateItsEnd(deps, principal, {
    id: params.id ?? '',
    letzterTag: values.get('letzterTag') ?? '',
    begruendung: values.get('begruendung') ?? '',
  });
  if (stated.ok) return { kind: 'redirect', to: paths.statement(stated.value.id) };
  return stated.refusal.fields
    ? showOne(deps, request, stated.refusal.fields)
    : { kind: 'refusal', refusal: stated.refusal };
}

async function showOne(
  deps: DutiesDeps,
  request: PageRequest,
  problems: readonly FieldProblem[],
): Promise<PageAnswer> {
  const date = dayOfAddress(request.query, deps.clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const world = await deps.world();
  const id = request.params.id ?? '';
  const found = world.duties.facts.regelwerk.uebertragungen.find((each) => each.id === id);
  if (found === undefined) return { kind: 'refusal', refusal: unknownDelegation(id) };
  const row = delegationRow(world, found, date.value);
  return {
    kind: 'page',
    status: problems.length > 0 ? 422 : 200,
    content: content(world, row, date.value, request, problems),
  };
}

function content(
  world: DutiesWorld,
  row: DelegationRow,
  date: LocalDate,
  request: PageRequest,
  problems: readonly FieldProblem[],
): PageContent {
  const { uebertragung, von, nach } = row;
  const findings = befundeIn(world).filter(({ belege }) => belege.some(({ id }) => id === uebertragung.id));
  const mayState = request.principal?.permissions.has(delegationPermissions.state) === true;
  return {
    title: `${von} → ${nach}`,
    preline: 'Übertragung',
    breadcrumb: [{ label: 'Register der Übertragungen', href: paths.register }],
    error: problems.length > 0,
    main: html`${errorSummary(problems)}${dateForm(paths.one(uebertragung.id), date)}${facts(row, date)}
      ${findings.length > 0 ? alert({ kind: 'warning', title: 'Dazu ist aufgefallen', body: html`<ul class="kern-list kern-list--bullet">${findings.map((each) => html`<li>${befundText(each, bodyNames(world))}</li>`)}</ul>` }) : ''}
      ${mayState ? section('Ende angeben', endForm(uebertragung.id, request, problems), { lead: 'Das Ende gilt, sobald eine zweite Person es bestätigt hat.' }) : ''}`,
    nextSteps: [{ label: 'Alle Übertragungen', href: `${paths.register}?datum=${date}` }],
  };
}

function facts({ uebertragung, von, nach, gebiet, aufgaben, stand }: DelegationRow, date: LocalDate) {
  const { source, evidenz, norm, validFrom, validTo, note, erfunden } = uebertragung;
  const target = uebertragung.nach?.ags;
  return descriptionList([
    [`Stand am ${formatLocalDate(date)}`, stand],
    ['Von', textLink(`/kommunen/${uebertragung.von}`, von)],
    ['Auf', target ? textLink(`/kommunen/${target}`, nach) : nach],
    ['Aufgaben', aufgaben],
    ['Gebiet', gebiet],
    ['Gilt', periodText(validFrom, validTo)],
    ['Norm', norm],
    ['Beleg', evidenceBadge(evidenz)],
    ['Quelle', source.url ? externalLink(source.url, source.title) : source.title],
    ['Anmerkung', note],
    ['Herkunft', erfunden ? 'erfunden, nur zur Vorführung' : null],
  ]);
}

function endForm(id: string, { csrfToken, form: values }: PageRequest, problems: readonly FieldProblem[]) {
  const field = (name: string) => ({ name, value: values.get(name) ?? '', error: errorOf(problems, name) });
  return form(
    { action: `${paths.one(id)}/beenden`, csrfToken, label: 'Ende angeben' },
    html`${inputField({ ...field('letzterTag'), type: 'date', label: 'Letzter Tag' })}
      ${textareaField({ ...field('begruendung'), label: 'Quelle des Endes', hint: 'Zum Beispiel die Kündigung mit Datum und Fundstelle', rows: 3, maxLength: 1000 })}
      ${button('Ende angeben', { kind: 'secondary' })}`,
  );
}
