import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { textLink } from '#ui';
import { findAtPlace, type Suchantwort } from '../../use-cases/find-at-place.ts';
import { placeIn } from '../../use-cases/ortsantwort.ts';
import { searchForm, searchScripts } from '../search-form.ts';
import { whatThere } from '../search-page.ts';
import { searchResults } from '../search-results.ts';
import { readSuchadresse } from '../suchadresse.ts';
import { fieldValue, type SucheVisit } from './context.ts';

/** What somebody's words find, wherever they live: each hit with who is competent there. */
export async function sucheSearch(visit: SucheVisit): Promise<PageContent> {
  const { deps, request } = visit;
  const adresse = readSuchadresse(request.query);
  const common = {
    scripts: searchScripts,
    nextSteps: [{ label: 'Lebenslagen: Schritt für Schritt', href: '/lebenslagen' }],
  };
  if (adresse.text === '' && adresse.ort === '')
    return { ...common, title: 'Leistungen suchen', main: html`${searchForm({ ort: '' })}${hint}` };
  const gezaehlt = request.doNotTrack !== true;
  const antwort = await findAtPlace(deps, { ...adresse, own: null, gezaehlt });
  const { catalogue } = await deps.routing.world();
  const hrefOf = (id: string, place: { readonly ags: string } | null) =>
    `/leistungen/${id}${place === null ? '' : `?ort=${place.ags}`}`;
  const results = searchResults(antwort, adresse, { own: null, hrefOf, catalogue, nothing });
  return {
    ...common,
    title: titleOf(antwort),
    main: html`${searchForm({ words: antwort.worte, ort: await placeShown(visit, antwort, adresse.ort) })}${onlyPlace(antwort)}${results}`,
  };
}

const hint = html`<p class="kern-body">Bitte schreiben Sie, worum es geht und wo, so wie Sie es sagen würden.</p>`;
const nothing = html`<p class="kern-body">Dazu haben wir nichts gefunden. Versuchen Sie ein anderes Wort, oder beginnen Sie bei einer ${textLink('/lebenslagen', 'Lebenslage')}.</p>`;

function titleOf({ worte, ort }: Suchantwort): string {
  const place = placeIn(ort);
  if (worte === '') return place === null ? 'Leistungen suchen' : `Suche in ${place.name}`;
  return `Suche: ${worte}${place === null ? '' : `, ${place.name}`}`;
}

function onlyPlace({ worte, ort }: Suchantwort) {
  const place = placeIn(ort);
  return worte === '' && place !== null ? whatThere(place.name) : '';
}

async function placeShown(visit: SucheVisit, { ort }: Suchantwort, typed: string): Promise<string> {
  const place = placeIn(ort);
  return place === null ? typed : fieldValue(visit, place);
}
