import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageContent } from '#platform';
import { descriptionList, section, textLink } from '#ui';
import type { Visit } from './context.ts';
import { contactList, lines, mailLink, phoneLink } from './hours-parts.ts';
import { inNrw, ownWords } from './own-words.ts';

/** Whose site it is. */
export async function imprintPage(visit: Visit): Promise<PageContent> {
  const { deps, site, description } = visit;
  const dienstleister = await deps.dienstleisterOf(site);
  const { anschrift, telefon, email, vertretung, name } = description;
  return {
    title: 'Impressum',
    main: html`${section(
      'Anbieter',
      descriptionList([
        ['Kommune', name],
        ['Anschrift', lines(anschrift)],
        ['Vertreten durch', vertretung],
        ['Telefon', phoneLink(telefon)],
        ['E-Mail', mailLink(email)],
        ['Technischer Betrieb', dienstleister],
      ]),
    )}
    ${(await ownWords(visit, 'impressum')) as string}
    ${section('Herkunft der Daten', html`<p class="kern-body lw-measure">Die Namen der Leistungen stammen aus dem OZG-Umsetzungskatalog, Stand 05.10.2019, aus der OZG-Datenbank des KDN (MIT-Lizenz). Die Texte der Leistungen hat ${name} freigegeben.</p>`)}`,
  };
}

/** How accessible the site is, as far as anybody examined it. */
export async function accessibilityPage(visit: Visit): Promise<PageContent> {
  const { description, site } = visit;
  const { barrierefreiheitGeprueftAm: geprueft, name } = description;
  const stand = geprueft
    ? `${name} hat diesen Auftritt zuletzt am ${formatLocalDate(geprueft)} überprüft.`
    : `${name} hat diesen Auftritt noch nicht überprüft. Das steht noch aus.`;
  return {
    title: 'Erklärung zur Barrierefreiheit',
    lead: `Diese Erklärung gilt für ${site.origin}.`,
    main: html`${section('Stand der Vereinbarkeit', html`<p class="kern-body lw-measure">${stand}</p><p class="kern-body lw-measure">Ziel sind BITV 2.0 und WCAG 2.2, Stufe AA. Die Seitenvorlagen werden maschinell geprüft; das findet nur einen Teil möglicher Barrieren. Eine Prüfung durch Menschen mit Behinderung steht noch aus.</p>`)}
      ${(await ownWords(visit, 'barrierefreiheit')) as string}
      ${section('Was noch fehlt', html`<ul class="kern-list kern-list--bullet"><li>Informationen in Leichter Sprache: noch nicht vorhanden</li><li>Informationen in Deutscher Gebärdensprache: noch nicht vorhanden</li></ul>`)}
      ${section('Barriere melden', html`<p class="kern-body lw-measure">Ist Ihnen etwas nicht zugänglich? ${textLink('/feedback', 'Sagen Sie es uns.')} Sie müssen keinen Namen nennen. Oder rufen Sie an: ${phoneLink(description.telefon)}.</p>`)}
      ${section('Schlichtung', html`<p class="kern-body lw-measure">${schlichtung(site)}</p>`)}`,
  };
}

function schlichtung(site: Visit['site']): string {
  return inNrw(site)
    ? 'Hilft unsere Antwort nicht, können Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen wenden (§ 10d BGG NRW).'
    : 'Hilft unsere Antwort nicht, können Sie sich an die Stelle wenden, die in Ihrem Land bei Streit über Barrierefreiheit vermittelt.';
}

/** Says honestly that there is nothing yet, and how else to get help. */
export function notYetPage(title: string) {
  return ({ description }: Visit): PageContent => ({
    title,
    lead: 'Noch nicht vorhanden.',
    main: html`<p class="kern-body lw-measure">${description.name} bietet diese Informationen noch nicht an. Wir helfen Ihnen gern persönlich:</p>${contactList(description)}`,
    nextSteps: [{ label: 'Sagen, was Ihnen fehlt', href: '/feedback' }],
  });
}
