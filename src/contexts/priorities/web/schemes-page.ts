import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  button,
  buttonRow,
  emptyState,
  errorOf,
  form,
  formatInstant,
  inputField,
  linkButton,
  refusalNotice,
  section,
  selectField,
  table,
  textLink,
} from '#ui';
import type { Beschluss, Schemafassung } from '../domain/beschluss.ts';
import { ueblicheGewichtung } from '../domain/gewichtung.ts';
import { manage, type PrioritiesDeps } from '../priorities-deps.ts';
import { readSchemes, saveSchema } from '../use-cases/schemata.ts';
import { managerOf, viewerOf } from '../use-cases/viewer.ts';
import { done, flashOf } from './answers.ts';
import { paths } from './paths.ts';
import { weightFields } from './weights-form.ts';
import { gewichtungIn } from './weights-query.ts';

const neu = `${paths.schemata}/neu`;

/** The schemes of weights, what was decided, and the way to a new one. */
export function schemesRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return [
    {
      capability: 'priorities.schemes',
      method: 'GET',
      path: paths.schemata,
      access: 'signed-in',
      handle: (request) => list(deps, request),
    },
    {
      capability: 'priorities.schemes.save',
      method: 'GET',
      path: neu,
      access: manage,
      handle: async (request) => page(newContent(request, request.query, null)),
    },
    {
      capability: 'priorities.schemes.save',
      method: 'POST',
      path: neu,
      access: manage,
      handle: (request) => create(deps, request),
    },
  ];
}

async function create(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const manager = await managerOf(deps, request.principal, 'Schemata speichern');
  if (!manager.ok) return refusal(manager.refusal);
  const saved = await saveSchema(deps, manager.value, {
    id: null,
    grundlage: null,
    titel: request.form.get('titel') ?? '',
    gewichtung: gewichtungIn(request.form, ueblicheGewichtung),
  });
  return saved.ok
    ? done(paths.schema(saved.value.id), 'gespeichert')
    : refusedPage(newContent(request, request.form, saved.refusal), saved.refusal);
}

function newContent(
  { csrfToken }: PageRequest,
  values: URLSearchParams,
  reason: Refusal | null,
): PageContent {
  const problems = reason?.fields ?? [];
  return {
    title: 'Neues Schema',
    preline: 'Prioritäten',
    lead: 'Ein Schema hält Gewichte unter einem Namen fest. Es bleibt ein Entwurf, bis es beschlossen ist.',
    breadcrumb: [
      { label: 'Prioritäten', href: paths.rang },
      { label: 'Schemata', href: paths.schemata },
    ],
    scripts: ['weights'],
    main: html`${refusalNotice(reason)}${form(
      { action: neu, csrfToken, label: 'Neues Schema', id: 'gewichte' },
      html`${inputField({
        name: 'titel',
        label: 'Name',
        maxLength: 120,
        value: values.get('titel'),
        error: errorOf(problems, 'titel'),
      })}${weightFields({
        gewichtung: gewichtungIn(values, ueblicheGewichtung),
        typed: reason ? values : undefined,
        problems,
      })}${buttonRow(button('Schema speichern'), linkButton('Abbrechen', paths.schemata, { kind: 'tertiary' }))}`,
    )}`,
  };
}

async function list(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const viewer = await viewerOf(deps, request.principal);
  if (!viewer.ok) return refusal(viewer.refusal);
  const { schemata, beschluesse } = await readSchemes(deps, viewer.value);
  const { darfFuehren } = viewer.value;
  return page({
    title: darfFuehren ? 'Schemata und Beschlüsse' : 'Beschlossene Schemata',
    preline: 'Prioritäten',
    lead: 'Entwürfe lassen sich vergleichen und ändern. Was beschlossen ist, bleibt mit allen Werten für immer und lässt sich genau so wieder öffnen.',
    breadcrumb: [{ label: 'Prioritäten', href: paths.rang }],
    ...flashOf(request),
    main: html`${decidedSection(beschluesse)}${darfFuehren ? html`${draftSection(schemata, beschluesse)}${compareSection(schemata)}` : ''}`,
    nextSteps: [
      { label: 'Zur Rangfolge', href: paths.rang },
      ...(darfFuehren ? [{ label: 'Neues Schema', href: neu }] : []),
    ],
  });
}

function decidedSection(beschluesse: readonly Beschluss[]) {
  return section(
    'Beschlossen',
    table({
      caption: 'Beschlossene Schemata',
      captionHidden: true,
      columns: [
        { label: 'Beschluss' },
        { label: 'Wer' },
        { label: 'Wann' },
        { label: 'Stichtag der Werte' },
        { label: 'Warum', width: 'wide' },
      ],
      rows: beschluesse.map(({ nummer, titel, gremium, beschlossenAm, stichtag, grund }, index) => [
        html`${textLink(paths.beschluss(nummer), `${nummer}. ${titel}`)}${index === 0 ? ' (gilt)' : ''}`,
        gremium,
        formatInstant(beschlossenAm),
        formatLocalDate(stichtag),
        grund,
      ]),
      empty: emptyState({
        title: 'Noch nichts beschlossen',
        body: 'Bis dahin rechnet die Rangfolge mit den üblichen Gewichten.',
      }),
    }),
  );
}

function draftSection(schemata: readonly Schemafassung[], beschluesse: readonly Beschluss[]) {
  const decided = new Set(beschluesse.map(({ schemaId, fassung }) => `${schemaId} ${fassung}`));
  return section(
    'Schemata',
    table({
      caption: 'Schemata',
      captionHidden: true,
      columns: [
        { label: 'Schema', width: 'wide' },
        { label: 'Fassung', numeric: true },
        { label: 'Gespeichert' },
        { label: 'Zustand' },
      ],
      rows: schemata.map(({ id, titel, fassung, gespeichertAm }) => [
        textLink(paths.schema(id), titel),
        String(fassung),
        formatInstant(gespeichertAm),
        decided.has(`${id} ${fassung}`) ? 'beschlossen' : 'Entwurf',
      ]),
      empty: emptyState({
        title: 'Noch kein Schema',
        body: 'Probieren Sie in der Rangfolge Gewichte aus und speichern Sie sie unter einem Namen.',
        action: linkButton('Neues Schema', neu, { kind: 'secondary' }),
      }),
    }),
  );
}

/** Chooses two schemes to compare. */
export function compareSection(schemata: readonly Schemafassung[], a = '', b = '') {
  if (schemata.length < 2) return '';
  const options = schemata.map(({ id, titel }) => ({ value: id, label: titel }));
  return section(
    'Zwei Schemata vergleichen',
    form(
      { action: paths.schemavergleich, method: 'get', label: 'Schemata wählen' },
      html`${selectField({ name: 'a', label: 'Vorher', options, value: a || options[1]?.value, placeholder: null })}${selectField({ name: 'b', label: 'Nachher', options, value: b || options[0]?.value, placeholder: null })}${buttonRow(button('Vergleichen', { kind: 'secondary' }))}`,
    ),
    { lead: 'Wer steigt, wer fällt, und um wie viele Plätze.' },
  );
}
