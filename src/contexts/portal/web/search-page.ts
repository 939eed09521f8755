import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { alert } from '#ui';
import type { PortalReadDeps, PortalSite } from '../deps.ts';
import { placeOfBody } from '../use-cases/find-place-of-words.ts';
import { findServices } from '../use-cases/find-services.ts';
import type { Visit } from './context.ts';
import { phoneLink } from './hours-parts.ts';
import { leistungHref } from './leistung-href.ts';
import { searchForm, searchScripts } from './search-form.ts';
import { searchResults } from './search-results.ts';
import { readSuchadresse } from './suchadresse.ts';

/** What a citizen's words find, and who is competent for what is not done here. */
export async function searchPage({ deps, site, description, request }: Visit): Promise<PageContent> {
  const adresse = readSuchadresse(request.query);
  const form = searchForm({ words: adresse.text });
  const nextSteps = [
    { label: 'Lebenslagen: Schritt für Schritt', href: '/lebenslagen' },
    { label: 'Alle Leistungen von A bis Z', href: '/leistungen' },
  ];
  const common = { scripts: searchScripts, nextSteps };
  if (adresse.text === '') return { ...common, title: 'Leistungen suchen', main: html`${form}${hint}` };
  const antwort = await findServices(deps, site, { ...adresse, gezaehlt: request.doNotTrack !== true });
  const nothing = html`<p class="kern-body">Dazu haben wir nichts gefunden. Versuchen Sie ein anderes Wort, oder rufen Sie uns an: ${phoneLink(description.telefon)}.</p>`;
  const raum = await portalRaum(deps, site);
  const onlyPlace = antwort.worte === '' && antwort.ort.kind === 'einer';
  return {
    ...common,
    title: `Suche: ${adresse.text}`,
    main: html`${form}${onlyPlace ? whatThere(antwort.ort.kind === 'einer' ? antwort.ort.place.name : '') : ''}${searchResults(antwort, adresse, { ...raum, nothing })}`,
  };
}

const hint = html`<p class="kern-body">Bitte schreiben Sie, worum es geht, so wie Sie es sagen würden.</p>`;

/** Only a place was typed. */
export function whatThere(name: string) {
  return alert({
    kind: 'info',
    title: `Was möchten Sie in ${name} erledigen?`,
    body: 'Schreiben Sie es dazu, zum Beispiel „Hund anmelden“.',
  });
}

async function portalRaum(deps: PortalReadDeps, site: PortalSite) {
  const world = await deps.routing.world();
  const hrefOf = leistungHref(world, deps, site.ags);
  return { own: placeOfBody(world, site.ags), hrefOf, catalogue: world.catalogue };
}
