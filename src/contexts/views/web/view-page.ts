import { html } from 'hono/html';
import { formatLocalDate, parseLocalDate, type Refusal } from '#kernel';
import { type PageAnswer, type PageContent, type PageRequest, page, refusal, refusedPage } from '#platform';
import {
  button,
  buttonRow,
  descriptionList,
  errorOf,
  form,
  formatInstant,
  inputField,
  linkButton,
  refusalNotice,
  section,
  textLink,
} from '#ui';
import type { ViewsDeps } from '../deps.ts';
import { type Ansicht, addressOf } from '../domain/ansicht.ts';
import { changeView } from '../use-cases/change-view.ts';
import { darfAendern, type Person } from '../use-cases/person.ts';
import { readView } from '../use-cases/read-views.ts';
import { originOf, sharedWith } from '../views.ts';
import { flashOf, withPerson } from './answers.ts';
import { sharingField } from './save-form.ts';

/** One view: what it shows, whose it is, and what its owner can do with it. */
export function showView(deps: ViewsDeps, request: PageRequest): Promise<PageAnswer> {
  return withPerson(request, async (person) => {
    const ansicht = await readView(deps, person, request.params.id ?? '');
    return ansicht.ok ? page(content(person, request, ansicht.value, null)) : refusal(ansicht.refusal);
  });
}

/** Renames a view or shares it otherwise. */
export function postView(deps: ViewsDeps, request: PageRequest): Promise<PageAnswer> {
  return withPerson(request, async (person) => {
    const id = request.params.id ?? '';
    const sent = (name: string) => request.form.get(name) ?? '';
    const said = { name: sent('name'), geteilt: sent('geteilt') };
    const changed = await changeView(deps, person, id, { ...said, version: Number(sent('version')) });
    if (changed.ok) return { kind: 'redirect', to: `/ansichten/${id}?getan=gespeichert` };
    const ansicht = await readView(deps, person, id);
    if (!ansicht.ok) return refusal(ansicht.refusal);
    const typed = { ...ansicht.value, name: said.name };
    return refusedPage(content(person, request, typed, changed.refusal), changed.refusal);
  });
}

function content(
  person: Person,
  request: PageRequest,
  ansicht: Ansicht,
  reason: Refusal | null,
): PageContent {
  const { csrfToken } = request;
  return {
    title: reason === null ? ansicht.name : 'Ansicht ändern',
    preline: 'Ansicht',
    breadcrumb: [{ label: 'Ansichten', href: '/ansichten' }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${descriptionList([
      ['Liste', ansicht.liste],
      ['Was sie zeigt', queryText(ansicht.abfrage)],
      ['Herkunft', originOf(person, ansicht)],
      ['Wer sie sieht', sharedWith(person, ansicht)],
      ['Geändert', formatInstant(ansicht.geaendertAm)],
      ['Öffnen', textLink(addressOf(ansicht), `${ansicht.liste} mit dieser Ansicht`)],
    ])}${startForm(ansicht, csrfToken)}${darfAendern(person, ansicht) ? ownForms(person, ansicht, csrfToken, reason) : ''}`,
  };
}

const parameterLabel: ReadonlyMap<string, string> = new Map([
  ['suche', 'Suche'],
  ['sortierung', 'Sortierung'],
  ['dann', 'danach'],
  ['spalte', 'Spalte'],
  ['gruppieren', 'gruppiert nach'],
  ['anzahl', 'Zeilen je Seite'],
  ['datum', 'Stichtag'],
]);

/** What a view asks of its list; filters and columns by the names that stand in the address. */
function queryText(abfrage: string) {
  const parts = [...new URLSearchParams(abfrage)].map(
    ([name, value]) => html`<li>${parameterLabel.get(name) ?? name}: ${valueText(name, value)}</li>`,
  );
  return parts.length === 0 ? 'die ganze Liste' : html`<ul class="kern-list kern-list--bullet">${parts}</ul>`;
}

function valueText(name: string, value: string): string {
  if (['sortierung', 'dann'].includes(name))
    return value.startsWith('-') ? `${value.slice(1)}, absteigend` : `${value}, aufsteigend`;
  const day = parseLocalDate(value);
  return day.ok ? formatLocalDate(day.value) : value;
}

function startForm({ id, start }: Ansicht, csrfToken: string) {
  return form(
    {
      action: `/ansichten/${id}/start`,
      csrfToken,
      label: 'Startansicht',
      hidden: { start: start ? 'nein' : 'ja' },
    },
    buttonRow(
      button(start ? 'Liste wieder ohne diese Ansicht öffnen' : 'Liste immer mit dieser Ansicht öffnen', {
        kind: 'secondary',
      }),
    ),
  );
}

function ownForms(
  person: Person,
  { id, name, geteilt, version }: Ansicht,
  csrfToken: string,
  reason: Refusal | null,
) {
  const problems = reason?.fields;
  return html`${section(
    'Umbenennen und teilen',
    form(
      { action: `/ansichten/${id}`, csrfToken, hidden: { version: String(version) } },
      html`${inputField({ name: 'name', label: 'Name der Ansicht', value: name, maxLength: 80, error: errorOf(problems, 'name') })}
${sharingField(person, geteilt, { error: errorOf(problems, 'geteilt') })}${buttonRow(button('Speichern'))}`,
    ),
  )}${section(
    'Löschen',
    form(
      { action: `/ansichten/${id}/loeschen`, csrfToken, label: 'Ansicht löschen' },
      buttonRow(
        button('Ansicht löschen', { kind: 'secondary' }),
        linkButton('Zurück', '/ansichten', { kind: 'tertiary' }),
      ),
    ),
    { lead: 'Sie verschwindet auch für alle, mit denen sie geteilt ist. Die Liste selbst bleibt.' },
  )}`;
}
