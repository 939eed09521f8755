import { html } from 'hono/html';
import { allLebenslagen, findLebenslage } from '#finder';
import type { PageAnswer, PageRoute } from '#platform';
import type { AuskunftDeps } from '../../deps.ts';
import { placeIn } from '../../use-cases/ortsantwort.ts';
import { lebenslageContent, lebenslagenContent } from '../lebenslagen-pages.ts';
import { robotsFile, sitemapFile } from '../machine-files.ts';
import { placeNote } from '../place-note.ts';
import { canonicalLink } from '../service-head.ts';
import { suggestions } from '../suggestions.ts';
import { fieldValue, placeOfAddress, type SucheAnswer, type SucheVisit } from './context.ts';
import { sucheEmbed } from './embed-page.ts';
import { sucheHome } from './home-page.ts';
import { sucheLeistung } from './leistung-page.ts';
import { placeForm } from './place-form.ts';
import { sucheSearch } from './search-page.ts';

const pages: readonly (readonly [
  capability: string,
  path: string,
  answer: (visit: SucheVisit) => Promise<SucheAnswer>,
])[] = [
  ['finder.suche', '/', sucheHome],
  ['finder.suche', '/suche', sucheSearch],
  ['finder.vorschlaege', '/suche/vorschlaege.json', ({ deps, request }) => suggestions(deps, request)],
  ['finder.lebenslagen', '/lebenslagen', showLebenslagen],
  ['finder.lebenslage', '/lebenslagen/:lage', showLebenslage],
  ['portal.answer', '/leistungen/:leistung', sucheLeistung],
  ['portal.embed', '/suchfeld', sucheEmbed],
  ['portal.machine-files', '/robots.txt', async ({ deps }) => robotsFile(deps.demo, deps.sucheOrigin)],
  ['portal.machine-files', '/sitemap.xml', showSitemap],
];

/** All pages of the search that answers for every place, on its own host. */
export function sucheRoutes(deps: AuskunftDeps): readonly PageRoute[] {
  return pages.map(([capability, path, answer]) => ({
    capability,
    path,
    method: 'GET',
    access: 'public',
    handle: async (request) => asAnswer(await answer({ deps, request })),
  }));
}

function asAnswer(answer: SucheAnswer): PageAnswer {
  if ('kind' in answer) return answer;
  if ('refusal' in answer) return { kind: 'refusal', refusal: answer.refusal };
  return { kind: 'page', content: answer };
}

async function showLebenslagen(visit: SucheVisit): Promise<SucheAnswer> {
  const place = placeIn(await placeOfAddress(visit));
  const lagen = await allLebenslagen(visit.deps.finder);
  return {
    ...lebenslagenContent(lagen, place?.ags ?? ''),
    head: canonicalLink(`${visit.deps.sucheOrigin}/lebenslagen`),
  };
}

async function showLebenslage(visit: SucheVisit): Promise<SucheAnswer> {
  const { deps, request } = visit;
  const found = await findLebenslage(deps.finder, request.params.lage ?? '');
  if (!found.ok) return { refusal: found.refusal };
  const ort = await placeOfAddress(visit);
  const place = placeIn(ort);
  const query = place === null ? '' : `?ort=${place.ags}`;
  const content = await lebenslageContent(deps, found.value, place, (id) => `/leistungen/${id}${query}`);
  const note = placeNote(ort, (ags) => `${request.path}?ort=${ags}`, '', null);
  const choose = placeForm(request.path, await fieldValue(visit, place), place);
  return {
    ...content,
    scripts: [...(content.scripts ?? []), 'position'],
    // Without a place the steps name nobody yet, so the question stands before them.
    main: html`${note}${place === null ? choose : ''}${content.main as string}${place === null ? '' : choose}`,
    head: canonicalLink(`${deps.sucheOrigin}${request.path}`),
  };
}

async function showSitemap({ deps }: SucheVisit): Promise<SucheAnswer> {
  const [{ leistungen }, lagen, ended] = await Promise.all([
    deps.finder.catalogue(),
    allLebenslagen(deps.finder),
    deps.ended(deps.clock.today()),
  ]);
  return sitemapFile(deps.sucheOrigin, [
    '/',
    '/lebenslagen',
    ...lagen.map(({ id }) => `/lebenslagen/${id}`),
    ...leistungen.filter(({ id }) => !ended.has(id)).map(({ id }) => `/leistungen/${id}`),
  ]);
}
