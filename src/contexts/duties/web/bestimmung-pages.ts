import { html } from 'hono/html';
import { evidenceGrades, evidenceLabel, type FieldProblem, formatLocalDate, type Refusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import {
  button,
  descriptionList,
  emptyState,
  errorOf,
  errorSummary,
  externalLink,
  form,
  linkButton,
  listDownload,
  listIndex,
  listPage,
  radioGroup,
  readListQuery,
  section,
  textareaField,
} from '#ui';
import {
  confirmAngabe,
  ownAngaben,
  rejectAngabe,
  rulesWithBestimmung,
  stateAngabe,
} from '../bestimmung-actions.ts';
import type { Angabe } from '../domain/angabe.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { unknownAngabe } from '../errors.ts';
import { bestimmungForm, inputOf } from './bestimmung-form.ts';
import { angabenDefinition, angabeRows, stateOf } from './bestimmung-list.ts';

/** The pages on which a Kommune states a Bestimmung and its IT-Dienstleister decides on it. */
export function bestimmungRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const see = { access: 'signed-in' } as const;
  const state = {
    capability: 'duties.bestimmung.state',
    access: { permission: 'duties.bestimmung.state' },
  } as const;
  const decide = { access: { permission: 'duties.bestimmung.confirm' } } as const;
  return [
    {
      ...see,
      capability: 'duties.bestimmungen',
      method: 'GET',
      path: '/bestimmungen',
      handle: (request) => showList(deps, request, null),
    },
    {
      ...see,
      capability: 'duties.bestimmungen',
      method: 'GET',
      path: '/bestimmungen.csv',
      handle: (request) => showList(deps, request, 'csv'),
    },
    {
      ...see,
      capability: 'duties.bestimmungen',
      method: 'GET',
      path: '/bestimmungen.xlsx',
      handle: (request) => showList(deps, request, 'xlsx'),
    },
    {
      ...state,
      method: 'GET',
      path: '/bestimmungen/neu',
      handle: (request) => showForm(deps, request, new URLSearchParams(), []),
    },
    { ...state, method: 'POST', path: '/bestimmungen', handle: (request) => receiveForm(deps, request) },
    {
      ...see,
      capability: 'duties.bestimmungen',
      method: 'GET',
      path: '/bestimmungen/:id',
      handle: (request) => showOne(deps, request, []),
    },
    {
      ...decide,
      capability: 'duties.bestimmung.confirm',
      method: 'POST',
      path: '/bestimmungen/:id/bestaetigen',
      handle: async (request) =>
        decided(
          deps,
          request,
          await confirmAngabe(
            deps,
            request.principal,
            request.params.id ?? '',
            request.form.get('evidenz') ?? '',
          ),
        ),
    },
    {
      ...decide,
      capability: 'duties.bestimmung.reject',
      method: 'POST',
      path: '/bestimmungen/:id/ablehnen',
      handle: async (request) =>
        decided(
          deps,
          request,
          await rejectAngabe(
            deps,
            request.principal,
            request.params.id ?? '',
            request.form.get('begruendung') ?? '',
          ),
        ),
    },
  ];
}

async function showList(
  deps: DutiesDeps,
  request: PageRequest,
  format: 'csv' | 'xlsx' | null,
): Promise<PageAnswer> {
  const world = await deps.world();
  const rows = angabeRows(world, await ownAngaben(deps, request.principal));
  const index = listIndex(angabenDefinition, rows);
  const { query, problems } = readListQuery(angabenDefinition, request.query);
  if (format !== null) {
    const notes = {
      title: 'Bestimmungen',
      source: 'Angaben der Kommunen',
      state: formatLocalDate(deps.clock.today()),
      demo: deps.demo,
      createdAt: deps.clock.now(),
    };
    return listDownload(angabenDefinition, index.select(query), query, format, {
      fileName: 'bestimmungen',
      notes,
    });
  }
  const mayState = request.principal?.permissions.has('duties.bestimmung.state') === true;
  return {
    kind: 'page',
    content: {
      title: 'Bestimmungen',
      lead: 'Manche Aufgaben, etwa das Jugendamt, nimmt eine Stadt nur wahr, wenn das Land sie dazu bestimmt hat. Die Kommune gibt Datum und Quelle an, ihr IT-Dienstleister bestätigt.',
      wide: true,
      main: html`${mayState ? html`<p>${linkButton('Bestimmung angeben', '/bestimmungen/neu')}</p>` : ''}${listPage(
        angabenDefinition,
        index.run(query),
        {
          action: '/bestimmungen',
          caption: 'Angegebene Bestimmungen',
          exportLinks: { csv: '/bestimmungen.csv', xlsx: '/bestimmungen.xlsx' },
          problems,
          noun: ['Angabe', 'Angaben'],
          emptyState: emptyState({
            title: 'Noch keine Angaben',
            body: 'Hier stehen die Bestimmungen, die Kommunen angeben. Solange keine bestätigt ist, bleiben die betroffenen Leistungen offen.',
          }),
        },
      )}`,
    },
  };
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

async function receiveForm(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
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

async function decided(deps: DutiesDeps, request: PageRequest, refusal: Refusal | null): Promise<PageAnswer> {
  if (refusal === null) return { kind: 'redirect', to: `/bestimmungen/${request.params.id}` };
  return refusal.fields ? showOne(deps, request, refusal.fields) : { kind: 'refusal', refusal };
}
