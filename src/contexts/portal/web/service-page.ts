import { html } from 'hono/html';
import { abschnittLabel } from '#efa';
import type { Refusal, Result } from '#kernel';
import type { PageContent } from '#platform';
import { alert, externalLink, linkButton, section } from '#ui';
import type { Moment } from '../domain/opening-hours.ts';
import { dienstView, leistungView, type ServiceView } from '../use-cases/service-view.ts';
import { momentOf, type Visit } from './context.ts';
import { anlaufstelle, lines, phoneLink } from './hours-parts.ts';

type Shown = Promise<PageContent | { readonly refusal: Refusal }>;

/** The page of an Onlinedienst. */
export async function dienstPage(visit: Visit): Shown {
  const { deps, site, description, request } = visit;
  return shown(visit, await dienstView(deps, site, description, request.params.dienst ?? ''));
}

/** The page of a Leistung. */
export async function leistungPage(visit: Visit): Shown {
  const { deps, site, description, request } = visit;
  return shown(visit, await leistungView(deps, site, description, request.params.leistung ?? ''));
}

function shown({ deps, site }: Visit, view: Result<ServiceView>) {
  return view.ok ? serviceContent(view.value, site.name, momentOf(deps)) : { refusal: view.refusal };
}

/** A service page: what it is, how to get it, whom to ask. */
export function serviceContent(view: ServiceView, kommune: string, moment: Moment): PageContent {
  const recht = view.texte.some(({ abschnitt }) => abschnitt === 'recht');
  return {
    title: view.name,
    preline: `Leistung, ${kommune}`,
    breadcrumb: [{ label: 'Leistungen von A bis Z', href: '/leistungen' }],
    main: html`${wayOf(view, kommune)}
      ${view.texte.map(({ abschnitt, text }) => section(abschnittLabel[abschnitt], html`${textOf(text)}${abschnitt === 'recht' ? norms(view) : ''}`, { id: `abschnitt-${abschnitt}` }))}
      ${!recht && view.normen.length > 0 ? section(abschnittLabel.recht, norms(view)) : ''}
      ${view.stellen.length > 0 ? section('Ansprechstelle', html`${view.stellen.map((stelle) => anlaufstelle(stelle, moment))}`) : ''}`,
    nextSteps: [{ label: 'Andere Leistung suchen', href: '/suche' }],
  };
}

/** How to get it: online, at the office, or somewhere else. */
function wayOf({ online, anderswo, stellen, texte }: ServiceView, kommune: string) {
  if (anderswo !== null)
    return alert({
      kind: 'info',
      title: `Zuständig ist ${anderswo}`,
      body: `${kommune} bearbeitet diese Leistung nicht. Bitte wenden Sie sich dorthin.`,
    });
  if (online?.ausgesetzt === null)
    return html`<p class="kern-body">${linkButton('Online beantragen', `/antrag/${online.dienst}`)}</p>`;
  const [stelle] = stellen;
  const call = stelle
    ? html`<p>Bitte wenden Sie sich an: ${stelle.name}, Telefon ${phoneLink(stelle.telefon)}.</p>`
    : '';
  if (online)
    return alert({
      kind: 'warning',
      title: 'Zurzeit nicht online',
      body: html`<p>${online.ausgesetzt}</p>${call}`,
    });
  const silent =
    texte.length === 0
      ? html`<p>${kommune} ist zuständig, hat die Leistung aber noch nicht beschrieben.</p>`
      : '';
  return alert({ kind: 'info', title: 'Hier noch nicht online', body: html`${silent}${call}` });
}

function textOf(text: string | readonly string[]) {
  if (typeof text !== 'string')
    return html`<ul class="kern-list kern-list--bullet lw-measure">${text.map((item) => html`<li>${item}</li>`)}</ul>`;
  const paragraphs = text.split(/\n\s*\n/);
  return html`${paragraphs.map((paragraph) => html`<p class="kern-body lw-measure">${lines(paragraph)}</p>`)}`;
}

function norms({ normen }: ServiceView) {
  if (normen.length === 0) return '';
  return html`<ul class="kern-list kern-list--bullet">${normen.map(({ text, url }) => html`<li>${url ? externalLink(url, text) : text}</li>`)}</ul>`;
}
