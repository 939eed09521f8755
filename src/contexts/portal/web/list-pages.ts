import { html } from 'hono/html';
import { foldGerman, type Refusal } from '#kernel';
import type { PageContent } from '#platform';
import { badge, section, textLink } from '#ui';
import { themaUnknown } from '../errors.ts';
import { type Angebot, readAngebote } from '../use-cases/read-bestand.ts';
import { themenOf } from '../use-cases/themen.ts';
import type { Visit } from './context.ts';
import { searchForm, searchScripts } from './search-form.ts';

/** All services of a Kommune by their first letter. */
export async function allServicesPage({ deps, site }: Visit): Promise<PageContent> {
  const { angebote } = await readAngebote(deps, site);
  const letters = [...new Set(angebote.map(letterOf))].toSorted((a, b) => a.localeCompare(b, 'de'));
  return {
    title: 'Leistungen von A bis Z',
    scripts: searchScripts,
    lead: `Was ${site.name} beschrieben hat. Anderes finden Sie über die Suche.`,
    main: html`${searchForm()}${
      angebote.length === 0 ? html`<p class="kern-body">Noch sind hier keine Leistungen beschrieben.</p>` : ''
    }${letters.map((letter) =>
      section(letter, serviceList(angebote.filter((each) => letterOf(each) === letter)), {
        id: `buchstabe-${letter === '#' ? 'sonstige' : letter.toLowerCase()}`,
      }),
    )}`,
  };
}

function letterOf({ name }: Angebot): string {
  const first = foldGerman(name).slice(0, 1).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}

/** A list of services; what can be done online says so. */
function serviceList(angebote: readonly Angebot[]) {
  return html`<ul class="lw-stack">${angebote.map(
    ({ name, href, online }) =>
      html`<li class="kern-body">${textLink(href, name)}${online ? html` ${badge('success', 'online')}` : ''}</li>`,
  )}</ul>`;
}

/** The services of one Themenfeld, by life situation. */
export async function themaPage({
  deps,
  site,
  request,
}: Visit): Promise<PageContent | { readonly refusal: Refusal }> {
  const { angebote, catalogue } = await readAngebote(deps, site);
  const themen = themenOf(catalogue, angebote);
  const thema = themen.find(({ themenfeld }) => themenfeld.slug === request.params.thema);
  if (!thema) return { refusal: themaUnknown };
  return {
    title: thema.themenfeld.name,
    preline: 'Lebenslagen und Themen',
    main: html`${thema.lagen.map(({ lage, angebote }) => section(lage.name, serviceList(angebote), { id: `lage-${lage.id}` }))}`,
    nextSteps: [{ label: 'Alle Leistungen von A bis Z', href: '/leistungen' }],
  };
}
