import { html } from 'hono/html';
import { localDate, type Refusal } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import {
  badge,
  button,
  buttonRow,
  emptyState,
  errorOf,
  form,
  inputField,
  type ListDefinition,
  linkButton,
  listDownload,
  listIndex,
  listPage,
  readListQuery,
  section,
  table,
  textLink,
} from '#ui';
import type { BetreuteKommune } from '../domain/organisation.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { readCircle } from '../use-cases/circle.ts';
import { onboardKommune, renewOnboarding } from '../use-cases/onboard-kommune.ts';
import { postButton } from './account-pages.ts';
import {
  done,
  field,
  flashOf,
  page,
  problemsOf,
  refusal,
  refusalNotice,
  refusedPage,
  withCaller,
} from './answers.ts';
import { emailField } from './fields.ts';

const definition: ListDefinition<BetreuteKommune> = {
  id: 'betreuung',
  defaultSort: { key: 'name', descending: false },
  search: ({ name, bodyKey }) => `${name} ${bodyKey}`,
  columns: [
    {
      key: 'name',
      label: 'Kommune',
      value: ({ name }) => name,
      cell: ({ name, bodyKey, erfunden }) =>
        html`${textLink(`/kommunen/${bodyKey}`, name)}${erfunden ? ' (Zugang erfunden)' : ''}`,
      sortable: true,
      width: 'wide',
    },
    { key: 'ags', label: 'Schlüssel', value: ({ bodyKey }) => bodyKey, sortable: true },
    { key: 'seit', label: 'Betreut seit', kind: 'date', value: ({ seit }) => seit, sortable: true },
    {
      key: 'uebergeben',
      label: 'Übergeben',
      kind: 'date',
      value: ({ uebergebenAm }) => uebergebenAm && localDate(uebergebenAm.toISOString().slice(0, 10)),
      sortable: true,
    },
    {
      key: 'teilt',
      label: 'Teilt ihre Zahlen',
      value: ({ teiltSeit }) => (teiltSeit ? 'ja' : 'nein'),
      cell: ({ teiltSeit }) => (teiltSeit ? badge('success', 'ja') : badge('neutral', 'nein')),
      sortable: true,
    },
  ],
  filters: [
    {
      key: 'teilt',
      label: 'Teilt ihre Zahlen',
      options: [
        { value: 'ja', label: 'ja' },
        { value: 'nein', label: 'nein' },
      ],
      values: ({ teiltSeit }) => (teiltSeit ? 'ja' : 'nein'),
    },
    {
      key: 'uebergeben',
      label: 'Übergabe',
      options: [
        { value: 'ja', label: 'übergeben' },
        { value: 'nein', label: 'noch nicht angenommen' },
      ],
      values: ({ uebergebenAm }) => (uebergebenAm ? 'ja' : 'nein'),
    },
  ],
};

/** The Kommunen that a provider cares for, and taking one in. */
export function circleRoutes(deps: IdentityDeps): readonly PageRoute[] {
  const list = {
    capability: 'identity.circle.list',
    access: { permission: 'circle.read' },
    method: 'GET',
  } as const;
  const onboard = {
    capability: 'identity.kommune.onboard',
    access: { permission: 'kommune.onboard' },
    path: '/betreuung/aufnehmen',
  } as const;
  return [
    { ...list, path: '/betreuung', handle: (request) => showCircle(deps, request) },
    { ...list, path: '/betreuung.csv', handle: (request) => exportCircle(deps, request, 'csv') },
    { ...list, path: '/betreuung.xlsx', handle: (request) => exportCircle(deps, request, 'xlsx') },
    { ...onboard, method: 'GET', handle: async (request) => page(onboardContent(request, null)) },
    { ...onboard, method: 'POST', handle: (request) => takeIn(deps, request) },
    {
      capability: 'identity.kommune.renew',
      access: { permission: 'kommune.onboard' },
      method: 'POST',
      path: '/betreuung/:id/einladung',
      handle: (request) => renew(deps, request),
    },
  ];
}

function showCircle(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const { query, problems } = readListQuery(definition, request.query);
    const circle = await readCircle(deps, caller);
    const result = listIndex(definition, circle).run(query);
    const mayOnboard = caller.permissions.has('kommune.onboard');
    const waiting = mayOnboard ? circle.filter(({ uebergebenAm }) => uebergebenAm === null) : [];
    const action = linkButton('Kommune aufnehmen', '/betreuung/aufnehmen');
    return page({
      title: 'Betreute Kommunen',
      lead: 'Ihr Kreis von Kommunen. Deren Mitglieder und Daten sehen Sie hier nicht; sie gehören den Kommunen.',
      wide: true,
      ...flashOf(request),
      main: html`${mayOnboard ? html`<p>${action}</p>` : ''}${listPage(definition, result, {
        action: '/betreuung',
        caption: 'Betreute Kommunen',
        exportLinks: { csv: '/betreuung.csv', xlsx: '/betreuung.xlsx' },
        problems,
        noun: ['Kommune', 'Kommunen'],
        emptyState: emptyState({
          title: 'Noch keine Kommunen',
          body: 'Nehmen Sie die erste auf. Ihre Administration übernimmt dann selbst.',
          action,
        }),
      })}${waitingList(request, waiting)}`,
    });
  });
}

function exportCircle(deps: IdentityDeps, request: PageRequest, format: 'csv' | 'xlsx'): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const { query } = readListQuery(definition, request.query);
    const rows = listIndex(definition, await readCircle(deps, caller)).select(query);
    const notes = {
      title: 'Betreute Kommunen',
      source: 'Leitwerk',
      state: '',
      demo: deps.demo,
      createdAt: deps.clock.now(),
    };
    return listDownload(definition, rows, query, format, { fileName: 'betreute-kommunen', notes });
  });
}

function onboardContent(request: PageRequest, reason: Refusal | null) {
  const { form: values } = request;
  const problems = problemsOf(reason);
  return {
    title: 'Kommune aufnehmen',
    lead: 'Sie legen die Organisation an und laden eine Person der Kommune als Administration ein. Mit deren Annahme ist die Organisation übergeben; ab dann sehen Sie deren Mitglieder nicht.',
    breadcrumb: [{ label: 'Betreute Kommunen', href: '/betreuung' }],
    main: html`${refusalNotice(reason)}${form(
      { action: '/betreuung/aufnehmen', csrfToken: request.csrfToken },
      html`${inputField({ name: 'kommune', label: 'Kommune', hint: 'Name oder amtlicher Schlüssel, zum Beispiel 05766044.', value: values.get('kommune'), error: errorOf(problems, 'kommune') })}
      ${inputField({ name: 'name', label: 'Vor- und Nachname der Administration', value: values.get('name'), autocomplete: 'off', error: errorOf(problems, 'name') })}
      ${emailField({ name: 'email', label: 'Dienstliche E-Mail-Adresse', value: values.get('email'), autocomplete: 'off', error: errorOf(problems, 'email') })}
      ${buttonRow(button('Aufnehmen und einladen'), linkButton('Abbrechen', '/betreuung', { kind: 'secondary' }))}`,
    )}`,
  };
}

function takeIn(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const founded = await onboardKommune(deps, caller, {
      body: field(request.form, 'kommune'),
      administrator: { name: field(request.form, 'name'), email: field(request.form, 'email') },
    });
    if (!founded.ok) return refusedPage(onboardContent(request, founded.refusal), founded.refusal);
    return done('/betreuung', founded.value.mailSent ? 'aufgenommen' : 'aufgenommen-ohne-mail');
  });
}

/** Kommunen whose first administrator has not accepted yet. */
function waitingList(request: PageRequest, waiting: readonly BetreuteKommune[]) {
  if (waiting.length === 0) return '';
  return section(
    'Noch nicht übernommen',
    table({
      caption: 'Kommunen, deren Administration die Einladung noch nicht angenommen hat',
      captionHidden: true,
      columns: [{ label: 'Kommune' }, { label: 'Einladung' }],
      rows: waiting.map(({ id, name }) => [
        name,
        postButton(`/betreuung/${id}/einladung`, request.csrfToken, 'Noch einmal senden', name),
      ]),
    }),
  );
}

function renew(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const sent = await renewOnboarding(deps, caller, request.params.id ?? '');
    if (!sent.ok) return refusal(sent.refusal);
    return done('/betreuung', sent.value.mailSent ? 'eingeladen' : 'aufgenommen-ohne-mail');
  });
}
