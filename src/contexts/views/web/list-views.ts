import { html } from 'hono/html';
import type { LocalDate } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import { alert, fillListMark, form, type Html, type ListMark, readListMark } from '#ui';
import type { ViewsDeps } from '../deps.ts';
import {
  type Ansicht,
  addressOf,
  differs,
  forgottenParameters,
  lastingQuery,
  viewParameter,
  withoutView,
} from '../domain/ansicht.ts';
import { darfAendern, type Person, personOf } from '../use-cases/person.ts';
import { listViews } from '../use-cases/read-views.ts';
import { originOf } from '../views.ts';
import { saveForm } from './save-form.ts';

/**
 * Puts the control of saved views beside the list of every page that has one, for whoever is signed in, and opens a list
 * with its start view. The pages themselves know nothing of it.
 */
export function withListViews(deps: ViewsDeps, routes: readonly PageRoute[]): readonly PageRoute[] {
  return routes.map((route) =>
    route.method === 'GET'
      ? { ...route, handle: async (request) => withViews(deps, request, await route.handle(request)) }
      : route,
  );
}

async function withViews(deps: ViewsDeps, request: PageRequest, answer: PageAnswer): Promise<PageAnswer> {
  if (answer.kind !== 'page' || request.principal?.kind !== 'mitglied') return answer;
  const person = personOf(request.principal);
  if (!person.ok) return answer;
  const main = String(await answer.content.main);
  const mark = readListMark(main);
  if (mark === null) return answer;
  const all = await listViews(deps, person.value, request.path);
  const start = all.find((one) => one.start);
  if (start && request.query.size === 0) return { kind: 'redirect', to: addressOf(start) };
  const list: ShownList = { person: person.value, request, mark, all, today: deps.clock.today() };
  const { title } = answer.content;
  return { ...answer, content: { ...answer.content, main: fillListMark(main, control(list, title)) } };
}

/** A list on its page, and the views of it. */
interface ShownList {
  readonly person: Person;
  readonly request: PageRequest;
  readonly mark: ListMark;
  readonly all: readonly Ansicht[];
  readonly today: LocalDate;
}

function control(list: ShownList, title: string): Html {
  const { person, request, all } = list;
  const asked = request.query.get(viewParameter);
  const current = all.find(({ id }) => id === asked) ?? null;
  const adresse = shownAddress(list);
  const eingabe = { name: '', adresse, liste: title, geteilt: 'nein', start: false };
  return html`<div class="lw-views">${current ? currentView(list, current, adresse) : goneView(asked)}
<details class="lw-views__box"><summary class="lw-filter__summary"><span>Gespeicherte Ansichten</span>${all.length > 0 ? html`<span class="lw-count">${all.length}</span>` : ''}</summary>
<div class="lw-views__body">${links(list, current)}${saveForm(person, request.csrfToken, eingabe, { prefix: 'ansicht' })}
<p class="kern-body kern-body--small"><a class="kern-link" href="/ansichten">Alle Ansichten verwalten</a></p></div></details></div>`;
}

/** The address of the list as it is shown, whatever page of it. */
function shownAddress({ request: { path }, mark, today }: ShownList): string {
  const lasting = lastingQuery(new URLSearchParams(mark.query), today);
  return lasting === '' ? path : `${path}?${lasting}`;
}

function currentView({ person, request, mark, today }: ShownList, ansicht: Ansicht, adresse: string): Html {
  const shown = [request.query, new URLSearchParams(mark.query)];
  const changed = shown.every((query) => differs(ansicht, query, today));
  const forgotten = forgottenParameters(ansicht, mark.parameters);
  const restore = changed
    ? html` · <a class="kern-link" href="${addressOf(ansicht)}">Ansicht wiederherstellen</a>`
    : '';
  return html`${forgotten.length > 0 ? forgottenNotice(forgotten) : ''}<p class="kern-body">Ansicht „${ansicht.name}“${changed ? ' (geändert)' : ''} · <a class="kern-link" href="${request.path}?${viewParameter}=${withoutView}">ohne Ansicht zeigen</a>${restore}</p>
${changed && darfAendern(person, ansicht) ? updateForm(ansicht, request.csrfToken, adresse) : ''}`;
}

function updateForm({ id, name, version }: Ansicht, csrfToken: string, adresse: string): Html {
  return form(
    {
      action: `/ansichten/${id}/abfrage`,
      csrfToken,
      label: 'Ansicht ändern',
      hidden: { adresse, version: String(version) },
    },
    html`<button class="kern-btn kern-btn--secondary kern-btn--x-small" type="submit"><span class="kern-label">Änderung in „${name}“ speichern</span></button>`,
  );
}

function forgottenNotice(names: readonly string[]): Html {
  const [quoted, several] = [names.map((name) => `„${name}“`).join(', '), names.length > 1];
  return alert({
    kind: 'warning',
    title: `Diese Ansicht filtert nach ${quoted}; das kennt die Liste nicht mehr.`,
    body: `Sie sehen die Liste ohne ${several ? 'diese Angaben' : 'diese Angabe'}. Speichern Sie die Ansicht neu, so wie Sie sie brauchen.`,
  });
}

/** Somebody opened a view that is gone, or is no longer shared with them. */
function goneView(asked: string | null): Html | '' {
  if (asked === null || asked === withoutView) return '';
  return alert({
    kind: 'info',
    title:
      'Die Ansicht dieser Adresse gibt es nicht mehr, oder sie ist nicht mit Ihnen geteilt. Filter und Sortierung der Adresse gelten.',
  });
}

function links({ all, person }: ShownList, current: Ansicht | null): Html {
  if (all.length === 0)
    return html`<p class="kern-body">Eine Ansicht merkt sich Suche, Filter und Sortierung dieser Liste und zeigt immer die Daten von heute.</p>`;
  return html`<ul class="kern-list">${all.map((ansicht) => {
    const marks = [originOf(person, ansicht), ansicht.start ? 'Startansicht' : ''].filter(Boolean).join(', ');
    return html`<li><a class="kern-link kern-link--no-visited-state" href="${addressOf(ansicht)}"${current?.id === ansicht.id ? html` aria-current="true"` : ''}>${ansicht.name}</a> <span class="kern-body--small kern-body--muted">${marks}</span></li>`;
  })}</ul>`;
}
