import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import type { PageContent } from '#platform';
import {
  alert,
  badge,
  dateForm,
  descriptionList,
  externalLink,
  formatNumber,
  section,
  table,
  textLink,
} from '#ui';
import { groessenklasseOn } from '../domain/groessenklasse-on.ts';
import type { Body, Territory } from '../domain/territory.ts';
import { groessenklasseLabel, messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import { bestandOf } from '../views/body-json.ts';
import { einwohnerOn } from '../views/body-row.ts';
import { klasseSection } from './klasse-section.ts';

/** One body: names, keys, class, population, PLZ, website, and for a Kreis its Gemeinden. */
export function kommunePage(territory: Territory, body: Body, date: LocalDate): PageContent {
  const kreis = body.kreisAgs === null ? undefined : territory.bodyByAgs.get(body.kreisAgs);
  const klasse = groessenklasseOn(territory, body.ags, date);
  return {
    title: body.name,
    preline: klasse ? groessenklasseLabel[klasse.klasse] : body.bezeichnung,
    breadcrumb: [
      { label: messages.kommunen, href: addresses.kommunen },
      ...(kreis ? [{ label: kreis.name, href: addresses.kommune(kreis.ags) }] : []),
    ],
    main: html`
${dateForm(addresses.kommune(body.ags), date)}
${klasse ? '' : alert({ kind: 'info', title: messages.ohneKlasse, body: messages.keineKlasse })}
${section(messages.steckbrief, facts(territory, body, kreis))}
${klasse ? klasseSection(territory, body, klasse, date) : ''}
${section(messages.einwohner, einwohner(territory, body))}
${plzSection(territory, body)}
${gemeindenSection(territory, body, date)}
${stateNote(territory, body)}`,
    nextSteps: [
      ...(klasse
        ? [
            { label: messages.pflichten, href: `${addresses.pflichten(body.ags)}?datum=${date}` },
            { label: 'Was hat sich geändert?', href: `/kommunen/${body.ags}/aenderungen?bis=${date}` },
            ...(body.ags.length === 8
              ? [
                  {
                    label: 'Größenklasse: Verordnung und Schwellen',
                    href: `${addresses.status(body.ags)}?datum=${date}`,
                  },
                ]
              : []),
            { label: messages.radar, href: addresses.radar(body.ags) },
          ]
        : []),
      { label: messages.alle, href: addresses.kommunen },
    ],
  };
}

function facts(territory: Territory, body: Body, kreis: Body | undefined) {
  const land = territory.laender.find(({ code }) => code === body.land);
  return descriptionList([
    ['Amtlicher Name', body.officialName],
    ['Art', body.bezeichnung],
    [body.ags.length === 8 ? 'Gemeindeschlüssel (AGS)' : 'Kreisschlüssel', body.ags],
    ['Regionalschlüssel (ARS)', body.ars],
    ['Kreis', kreis ? textLink(addresses.kommune(kreis.ags), kreis.name) : ''],
    [messages.regierungsbezirk, body.regierungsbezirk],
    ['Land', land?.name ?? body.land],
    ['Website', website(body)],
  ]);
}

function website(body: Body) {
  if (!body.website) return '';
  return html`${externalLink(`https://${body.website}`, body.website)} ${badge('warning', body.websiteStatus ?? messages.ungeprueft)}`;
}

function einwohner(territory: Territory, body: Body) {
  const figures = territory.einwohnerByAgs.get(body.ags) ?? [];
  if (figures.length === 0) return html`<p class="kern-body">${messages.keineEinwohner}</p>`;
  const figureTable = table({
    caption: messages.einwohnerTitle,
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Stichtag' },
      { label: messages.einwohner, numeric: true },
      { label: 'Quelle', width: 'wide' },
    ],
    rows: figures.map(({ stichtag, zahl, source }) => [
      formatLocalDate(stichtag),
      formatNumber(zahl),
      source.url ? externalLink(source.url, source.title) : source.title,
    ]),
  });
  const sum =
    body.ags.length === 5 ? html`<p class="kern-body kern-body--small">${messages.kreisSumme}</p>` : '';
  return html`${figureTable}${sum}`;
}

function plzSection(territory: Territory, body: Body) {
  const plz = territory.plzByAgs.get(body.ags) ?? [];
  if (plz.length === 0) return '';
  return section(
    messages.plz,
    html`<p class="kern-body">${plz.join(', ')}</p>
<p class="kern-body kern-body--small kern-body--muted">${messages.plzNote} ${externalLink(messages.plzLicenceUrl, messages.plzLicence)}</p>`,
  );
}

function gemeindenSection(territory: Territory, body: Body, date: LocalDate) {
  const gemeinden = territory.gemeindenByKreis.get(body.ags) ?? [];
  if (gemeinden.length === 0) return '';
  const gemeindenTable = table({
    caption: messages.gemeinden,
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Name', width: 'wide' },
      { label: 'AGS' },
      { label: messages.groessenklasse },
      { label: messages.einwohner, numeric: true },
    ],
    rows: gemeinden.map((gemeinde) => gemeindeCells(territory, gemeinde, date)),
  });
  return section(`${messages.gemeinden} (${formatNumber(gemeinden.length)})`, gemeindenTable);
}

function gemeindeCells(territory: Territory, gemeinde: Body, date: LocalDate) {
  const klasse = groessenklasseOn(territory, gemeinde.ags, date);
  const figure = einwohnerOn(territory, gemeinde.ags, date);
  return [
    textLink(addresses.kommune(gemeinde.ags), gemeinde.name),
    gemeinde.ags,
    klasse ? groessenklasseLabel[klasse.klasse] : '–',
    figure ? formatNumber(figure.zahl) : '–',
  ];
}

function stateNote(territory: Territory, body: Body) {
  const bestand = bestandOf(territory, body);
  if (!bestand) return '';
  const { titel, stand, quelle, lizenz } = bestand;
  return html`<div class="lw-section"><p class="kern-body kern-body--small kern-body--muted">${titel}, Stand ${formatLocalDate(stand)}. Quelle: ${quelle}. Lizenz: ${lizenz}.</p></div>`;
}
