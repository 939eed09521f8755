import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, type Refusal, type Result } from '#kernel';
import type { PageContent } from '#platform';
import {
  alert,
  button,
  descriptionList,
  externalLink,
  form,
  type Html,
  inputField,
  positionButton,
  radioGroup,
  refusalNotice,
  section,
  textLink,
} from '#ui';
import type { Anlaufstelle, Nutzergruppe, Reason, Route } from '../domain/route.ts';
import { placeText } from '../use-cases/find-place.ts';
import { niveauText, stelleText, validityOf } from '../views/route-text.ts';

/** What was typed. */
export interface RouteForm {
  readonly leistung: string;
  readonly ort: string;
  readonly tag: LocalDate;
  readonly fuer: Nutzergruppe;
}

/** Try a route: the form, and below it the answer with all reasons. */
export function routeContent(values: RouteForm, answer: Result<Route> | null): PageContent {
  return {
    title: 'Wege zur zuständigen Stelle',
    preline: 'Zuständigkeit',
    lead: 'Leistung und Ort eingeben: Die Antwort nennt Stelle, Amt und Onlinedienst, und warum.',
    main: html`${askForm(values)}${answer === null ? '' : answered(values, answer)}`,
    scripts: ['position'],
    nextSteps: [
      { label: 'Einen Ort nachschlagen', href: '/orte' },
      { label: 'Leistungen im Katalog', href: '/katalog' },
    ],
  };
}

function askForm({ leistung, ort, tag, fuer }: RouteForm): Html {
  return form(
    { action: '/wege', method: 'get', label: 'Weg suchen' },
    html`${inputField({
      name: 'leistung',
      label: 'Leistung',
      hint: 'Name, LeiKa-Schlüssel oder Nummer, zum Beispiel 99102013002000',
      value: leistung,
      maxLength: 300,
    })}${inputField({
      name: 'ort',
      label: 'Ort',
      hint: 'Gemeinde, Postleitzahl, Adresse oder Gemeindeschlüssel',
      value: ort,
      maxLength: 300,
    })}${positionButton('ort')}${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: tag })}${radioGroup(
      {
        name: 'fuer',
        label: 'Für wen?',
        value: fuer,
        horizontal: true,
        options: [
          { value: 'buerger', label: 'Bürgerin oder Bürger' },
          { value: 'unternehmen', label: 'Unternehmen' },
        ],
      },
    )}${button('Weg zeigen')}`,
  );
}

function answered(values: RouteForm, answer: Result<Route>): Html {
  return answer.ok ? routeSections(answer.value) : chooseSection(values, answer.refusal);
}

/** What is not known or not clear, with the near ones as links that fill the form. */
function chooseSection(values: RouteForm, reason: Refusal): Html {
  const field = reason.code.startsWith('ROUTING_PLACE') ? 'ort' : 'leistung';
  const links = (reason.suggestions ?? []).map(
    ({ key, label }) => html`<li>${textLink(addressOf({ ...values, [field]: key }), label)}</li>`,
  );
  const list = links.length > 0 ? html`<ul class="kern-list kern-list--bullet">${links}</ul>` : '';
  const notice =
    reason.kind === 'ambiguous'
      ? alert({ kind: 'info', title: reason.message, live: true })
      : refusalNotice({ ...reason, kind: 'not-found' });
  return html`${notice}${list}`;
}

function addressOf({ leistung, ort, tag, fuer }: RouteForm): string {
  return `/wege?${new URLSearchParams({ leistung, ort, datum: tag, fuer })}`;
}

function routeSections(route: Route): Html {
  const { amt, statt, ruht, leistung, place, tag } = route;
  const heading = `${leistung}: ${placeText(place)}, ${formatLocalDate(tag)}`;
  return html`${section(
    heading,
    html`${route.offen ? alert({ kind: 'warning', title: 'Die Zuständigkeit ist offen', body: route.offen }) : ''}
${descriptionList([
  ['Zuständig', stelleText(route)],
  ['Online', onlineText(route)],
  ['Gebühr', route.onlinedienst?.gebuehr],
  ['Vertrauensniveau', niveauText(route.onlinedienst?.vertrauensniveau)],
  ['Ruht', ruht],
  ['Stattdessen', statt && linked(statt.href, statt.text)],
  ['Zustellpunkt', route.destination?.name],
])}`,
    { id: 'antwort' },
  )}${amt ? section('Amt', officeList(amt)) : ''}${section('Warum?', reasonList(route.gruende))}`;
}

function onlineText({ onlinedienst }: Route): Html | string {
  if (onlinedienst === null) return 'Hier noch nicht online';
  const label =
    onlinedienst.quelle === 'fremd' ? `${onlinedienst.name} (anderer Anbieter)` : onlinedienst.name;
  return linked(onlinedienst.href, label);
}

function linked(href: string | null, label: string): Html | string {
  if (href === null) return label;
  return /^https?:/.test(href) ? externalLink(href, label) : textLink(href, label);
}

function officeList(amt: Anlaufstelle): Html {
  return descriptionList([
    ['Name', amt.name],
    ['Anschrift', amt.anschrift?.replaceAll('\n', ', ')],
    ['Telefon', amt.telefon && linked(`tel:${amt.telefon.replace(/[^\d+]/g, '')}`, amt.telefon)],
    ['E-Mail', amt.email && linked(`mailto:${amt.email}`, amt.email)],
    ['Geöffnet', amt.zeiten],
    ['Website', amt.website && externalLink(amt.website, amt.website)],
  ]);
}

/** Why a route is as it is: each reason with its source and its validity. */
export function reasonList(gruende: readonly Reason[]): Html {
  return html`<ol class="kern-list kern-list--number">${gruende.map(
    (grund) => html`<li><p class="kern-body"><strong>${grund.schritt}:</strong> ${grund.text}</p>
${reasonFacts(grund)}</li>`,
  )}</ol>`;
}

function reasonFacts(grund: Reason): Html | '' {
  const { quelle, evidenz, hinweis } = grund;
  const facts = [evidenz, validityOf(grund) || null, hinweis].filter((fact) => fact !== null);
  if (facts.length === 0 && quelle === null) return '';
  const source = quelle && (quelle.url ? externalLink(quelle.url, quelle.title) : quelle.title);
  return html`<p class="kern-body kern-body--small">${facts.join('. ')}${source ? html`${facts.length > 0 ? '. ' : ''}Quelle: ${source}` : ''}</p>`;
}
