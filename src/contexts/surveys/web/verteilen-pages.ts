import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  numberIn,
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
  errorOf,
  form,
  formatNumber,
  problemsOf,
  refusalNotice,
  section,
  selectField,
  table,
  textareaField,
} from '#ui';
import { done, flashOf } from '../messages.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { delegate } from '../use-cases/delegate.ts';
import type { Antwortende } from '../use-cases/people.ts';
import { type Bogen, readBogen } from '../use-cases/read-bogen.ts';
import { ids } from './read-form.ts';
import { address, asAntwortende } from './wer.ts';

const access = { permission: 'surveys.answer' } as const;

/** Leistungen are given to the people who know the answer: singly, by Fachbereich or by Themenfeld. */
export function verteilenRoutes(deps: SurveysDeps): readonly PageRoute[] {
  const route = (method: 'GET' | 'POST', act: typeof receive): PageRoute => ({
    capability: 'surveys.delegate',
    method,
    path: '/bedarf/:id/verteilen',
    access,
    handle: asAntwortende(deps, 'verteilen', (who, request) => act(deps, who, request)),
  });
  return [route('GET', (deps, who, request) => show(deps, who, request, null)), route('POST', receive)];
}

async function show(
  deps: SurveysDeps,
  who: Antwortende,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const bogen = await readBogen(deps, who, request.params.id ?? '');
  if (!bogen.ok) return refusal(bogen.refusal);
  const shown = content(request, bogen.value, reason);
  return reason === null ? page(shown) : refusedPage(shown, reason);
}

async function receive(deps: SurveysDeps, who: Antwortende, request: PageRequest): Promise<PageAnswer> {
  const { form: sent, params } = request;
  const id = params.id ?? '';
  const [kind = '', key = ''] = formField(sent, 'was').split(':');
  const person = formField(sent, 'person');
  const given = await delegate(deps, who, id, {
    leistungen: ids(formField(sent, 'leistungen')),
    fachbereich: kind === 'fachbereich' ? key : null,
    themenfeld: kind === 'themenfeld' ? numberIn(key) : null,
    person: person === 'niemand' ? null : person,
  });
  return given.ok ? done(address(id, 'verteilen'), 'verteilt') : show(deps, who, request, given.refusal);
}

function content(request: PageRequest, bogen: Bogen, reason: Refusal | null): PageContent {
  const { umfrage } = bogen;
  return {
    title: 'Leistungen zuteilen',
    preline: umfrage.titel,
    lead: 'Wer kennt die Antwort? Wem eine Leistung zugeteilt ist, kann sie beantworten. Sie selbst können weiter alles beantworten.',
    breadcrumb: [
      { label: 'Bedarfsabfragen', href: '/bedarf' },
      { label: umfrage.titel, href: address(umfrage.id) },
    ],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${verteilForm(request, bogen, reason)}${section('Wer antwortet', uebersicht(bogen))}`,
    nextSteps: [{ label: 'Zurück zur Bedarfsabfrage', href: address(umfrage.id) }],
  };
}

function verteilForm({ csrfToken, form: sent }: PageRequest, bogen: Bogen, reason: Refusal | null) {
  const problems = problemsOf(reason);
  const typed = (name: string) => (reason ? (sent.get(name) ?? '') : '');
  const people = bogen.personen.filter(({ darfAntworten }) => darfAntworten);
  return form(
    { action: address(bogen.umfrage.id, 'verteilen'), csrfToken, label: 'Leistungen zuteilen' },
    html`${selectField({
      name: 'was',
      label: 'Welche Leistungen',
      options: gruppen(bogen),
      value: typed('was'),
      placeholder: 'nur die unten genannten',
      optional: true,
      error: errorOf(problems, 'was'),
    })}${textareaField({
      name: 'leistungen',
      label: 'Einzelne Leistungen',
      hint: 'Nummern wie L02950, getrennt durch Leerzeichen.',
      rows: 2,
      value: typed('leistungen'),
      optional: true,
    })}${selectField({
      name: 'person',
      label: 'Wer antwortet',
      options: [
        ...people.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'niemand', label: 'niemand Bestimmtes (zurück an die Koordination)' },
      ],
      value: typed('person'),
      error: errorOf(problems, 'person'),
    })}${buttonRow(button('Zuteilen'))}`,
  );
}

function gruppen({ zeilen }: Bogen) {
  const groups = new Map<string, { label: string; count: number }>();
  const add = (value: string, label: string) => {
    const known = groups.get(value) ?? { label, count: 0 };
    groups.set(value, { label, count: known.count + 1 });
  };
  for (const { fachbereich, ort } of zeilen) {
    if (fachbereich) add(`fachbereich:${fachbereich.id}`, `Fachbereich ${fachbereich.name}`);
    if (ort.themenfeldId !== null) add(`themenfeld:${ort.themenfeldId}`, `Themenfeld ${ort.themenfeld}`);
  }
  return [...groups]
    .map(([value, { label, count }]) => ({ value, label: `${label} (${formatNumber(count)})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'de'));
}

function uebersicht({ zeilen }: Bogen) {
  const byPerson = Map.groupBy(zeilen, ({ person }) => person?.name ?? 'niemand Bestimmtes');
  const rows = [...byPerson].map(([name, own]) => [
    name,
    formatNumber(own.length),
    formatNumber(own.filter(({ antwort }) => antwort !== null).length),
  ]);
  return table({
    caption: 'Wer wie viel beantwortet',
    captionHidden: true,
    columns: [
      { label: 'Person' },
      { label: 'Leistungen', numeric: true },
      { label: 'Beantwortet', numeric: true },
    ],
    rows,
  });
}
