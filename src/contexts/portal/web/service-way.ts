import { html } from 'hono/html';
import { type Route, reasonList } from '#routing';
import { accordion, alert, descriptionList, externalLink, type Html, linkButton, textLink } from '#ui';
import type { ServiceView } from '../use-cases/service-view.ts';
import { phoneLink } from './hours-parts.ts';

/** Who shows a service page: a Kommune on its site, or the search of the whole country (null). */
export type Herausgeber = string | null;

/** How to get a service: online, at the office, or somewhere else; then the facts, and why. */
export function wayOf(view: ServiceView, kommune: Herausgeber): Html {
  return html`${firstWord(view, kommune)}${view.route === null ? '' : facts(view.route)}${kommune === null && view.texte.length === 0 ? undescribed : ''}`;
}

const undescribed = html`<p class="kern-body">Eine Beschreibung dieser Leistung liegt hier noch nicht vor.</p>`;

function firstWord(view: ServiceView, kommune: Herausgeber): Html {
  const { online, anderswo, route } = view;
  if (online?.ausgesetzt === null)
    return html`<p class="kern-body">${linkButton('Online beantragen', `/antrag/${online.dienst}`)}</p>`;
  if (route?.onlinedienst) return onlineElsewhere(route.onlinedienst);
  if (online)
    return alert({
      kind: 'warning',
      title: 'Zurzeit nicht online',
      body: html`<p>${online.ausgesetzt}</p>${call(view)}`,
    });
  if (route?.verdict === 'nicht einschlägig')
    return alert({ kind: 'info', title: 'Diese Leistung gibt es hier nicht', body: niemand(route) });
  if (route && route.stelle === null)
    return alert({ kind: 'warning', title: 'Wer zuständig ist, ist offen', body: offen(view, route) });
  if (anderswo !== null)
    return alert({
      kind: 'info',
      title: `Zuständig ist ${anderswo}`,
      body: html`${kommune === null ? '' : html`<p>${kommune} bearbeitet diese Leistung nicht.</p>`}<p>Hier noch nicht online.</p>${stattdessen(route)}`,
    });
  return alert({
    kind: 'info',
    title: 'Hier noch nicht online',
    body: html`${silent(view, kommune)}${call(view)}`,
  });
}

function onlineElsewhere({ name, href, quelle }: NonNullable<Route['onlinedienst']>): Html {
  const whose = quelle === 'fremd' ? 'Dieser Onlinedienst gehört einem anderen Anbieter.' : '';
  return html`<p class="kern-body">${linkButton(`Online beantragen: ${name}`, href)}</p><p class="kern-body kern-body--small">Sie verlassen dabei diese Seite. ${whose}</p>`;
}

function silent({ texte }: ServiceView, kommune: Herausgeber): Html | '' {
  if (texte.length > 0 || kommune === null) return '';
  return html`<p>${kommune} ist zuständig, hat die Leistung aber noch nicht beschrieben.</p>`;
}

/** Whom to call: the first office of the page. */
function call({ stellen: [stelle], route }: ServiceView): Html | '' {
  if (!stelle) return stattdessen(route);
  const phone = stelle.telefon === '' ? '' : html`, Telefon ${phoneLink(stelle.telefon)}`;
  return html`<p>Bitte wenden Sie sich an: ${stelle.name}${phone}.</p>${route?.statt?.art === 'verwandt' ? stattdessen(route) : ''}`;
}

/** The nearest way where nothing works online. */
function stattdessen(route: Route | null): Html | '' {
  const statt = route?.statt;
  if (!statt) return '';
  if (statt.href === null) return html`<p>${statt.text}</p>`;
  const link = /^https?:/.test(statt.href)
    ? externalLink(statt.href, statt.text)
    : textLink(statt.href, statt.text);
  return html`<p>${link}</p>`;
}

function niemand({ gruende }: Route): Html {
  const last = gruende.at(-1);
  return html`<p>${last?.text ?? 'Der Katalog nennt sie, aber hier nimmt sie niemand wahr.'}</p>`;
}

function offen(view: ServiceView, { offen: reason, place }: Route): Html {
  return html`<p>${reason}</p>${view.stellen.length > 0 ? html`<p>Fragen Sie zuerst in ${place.name}.</p>${call(view)}` : stattdessen(view.route)}`;
}

/** Feeds give a code whose list is not at hand: it would tell nobody anything. */
function ausweisText(niveau: string | null | undefined): string {
  if (!niveau) return '';
  return /^\d+$/.test(niveau) ? 'Das sagt Ihnen der Onlinedienst zu Beginn.' : `Vertrauensniveau: ${niveau}`;
}

function facts(route: Route): Html {
  const { stelle, onlinedienst, amt, gruende } = route;
  return html`${descriptionList([
    ['Zuständig', stelle?.name ?? (route.verdict === 'nicht einschlägig' ? 'niemand' : 'offen')],
    ['Online', onlinedienst ? onlinedienst.name : 'noch nicht'],
    ['Gebühr', onlinedienst?.gebuehr],
    ['So weisen Sie sich aus', ausweisText(onlinedienst?.vertrauensniveau)],
    ['Auskunft gibt', amt?.name],
  ])}${accordion({ title: 'Warum diese Stelle?', body: reasonList(gruende) })}`;
}
