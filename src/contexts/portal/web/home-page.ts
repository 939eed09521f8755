import { html } from 'hono/html';
import type { Catalogue } from '#catalogue';
import { allLebenslagen, type Lebenslage } from '#finder';
import type { PageContent } from '#platform';
import { card, cardGrid, section, textLink } from '#ui';
import type { Moment } from '../domain/opening-hours.ts';
import type { Site } from '../domain/site.ts';
import { type Angebot, readAngebote } from '../use-cases/read-bestand.ts';
import { type Thema, themenOf } from '../use-cases/themen.ts';
import { momentOf, type Visit } from './context.ts';
import { contactList, hoursTable, openNow } from './hours-parts.ts';
import { searchForm, searchScripts } from './search-form.ts';

/** The start of a Kommune's site. */
export async function homePage({ deps, site, description }: Visit): Promise<PageContent> {
  const [offered, lagen] = await Promise.all([readAngebote(deps, site), allLebenslagen(deps.finder)]);
  return homeContent(description, { ...offered, lagen }, momentOf(deps));
}

/** What a Kommune has, and the life situations that lead to it. */
export interface HomeFacts {
  readonly angebote: readonly Angebot[];
  readonly catalogue: Catalogue;
  readonly lagen: readonly Lebenslage[];
}

/** What stands on the start page; the staff area shows the same before it is published. */
export function homeContent(
  description: Site,
  { angebote, catalogue, lagen }: HomeFacts,
  moment: Moment,
): PageContent {
  const { name, oeffnungszeiten } = description;
  const themen = themenOf(catalogue, angebote);
  const online = angebote.filter((angebot) => angebot.online && !angebot.id.startsWith('L'));
  return {
    title: `Willkommen bei ${name}`,
    lead: 'Hier finden Sie, was Sie bei uns erledigen können, und wen Sie dafür fragen.',
    main: html`${searchForm()}
      ${online.length > 0 ? section('Online erledigen', onlineList(online)) : ''}
      ${lagen.length > 0 ? section('Lebenslagen', lagenLinks(lagen)) : ''}
      ${section('Themen', themen.length > 0 ? themenCards(themen) : nothingYet)}
      ${section('Öffnungszeiten', html`<p class="kern-body"><strong>${openNow(oeffnungszeiten, moment)}</strong></p>${hoursTable(oeffnungszeiten, name, moment.tag)}`)}
      ${section('Kontakt', html`${contactList(description)}<p class="kern-body">${textLink('/kontakt', 'Alle Ämter mit Telefon und Öffnungszeiten')}</p>`)}`,
    scripts: searchScripts,
    nextSteps: [
      { label: 'Lebenslagen: Schritt für Schritt', href: '/lebenslagen' },
      { label: 'Alle Leistungen von A bis Z', href: '/leistungen' },
      { label: 'Informationen in Leichter Sprache', href: '/leichte-sprache' },
      { label: 'Informationen in Gebärdensprache', href: '/gebaerdensprache' },
    ],
  };
}

function lagenLinks(lagen: readonly Lebenslage[]) {
  return html`<ul class="lw-inline-list">${lagen.map(({ id, titel }) => html`<li class="kern-body">${textLink(`/lebenslagen/${id}`, titel)}</li>`)}</ul>`;
}

const nothingYet = html`<p class="kern-body">Noch sind hier keine Leistungen beschrieben. Nutzen Sie die Suche: Sie sagt Ihnen auch dann, wer zuständig ist.</p>`;

function onlineList(angebote: readonly Angebot[]) {
  return cardGrid(
    ...angebote.map(({ name, href }) =>
      card({ title: name, href, headingLevel: 3, body: 'Sie können den Antrag hier online stellen.' }),
    ),
  );
}

function themenCards(themen: readonly Thema[]) {
  return cardGrid(
    ...themen.map(({ themenfeld, lagen, anzahl }) =>
      card({
        title: themenfeld.name,
        href: `/themen/${themenfeld.slug}`,
        headingLevel: 3,
        preline: anzahl === 1 ? '1 Leistung' : `${anzahl} Leistungen`,
        body: lagen.map(({ lage }) => lage.name).join(', '),
      }),
    ),
  );
}
