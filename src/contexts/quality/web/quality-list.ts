import { html } from 'hono/html';
import { type PageAnswer, type PageContent, type PageRequest, page, refusal } from '#platform';
import { emptyState, section, statTiles, textLink } from '#ui';
import type { Kommune } from '../deps.ts';
import type { QualityDeps } from '../doors-deps.ts';
import { kommuneFor, kommunenOf } from '../use-cases/kommune-for.ts';
import type { QualityRow } from '../use-cases/read-quality.ts';
import { deskCrumb, qualityTabs } from './desk.ts';
import { kommuneList } from './kommune-list.ts';
import { paths } from './paths.ts';
import { qualityColumns } from './quality-columns.ts';

/** Leads to the Kommune whose texts somebody looks after, or lets them choose one. */
export async function showStart(deps: QualityDeps, request: PageRequest): Promise<PageAnswer> {
  const own = await deps.ownKommune(request.principal);
  if (own) return { kind: 'redirect', to: paths.liste(own.ags) };
  return page(chooseContent(await kommunenOf(deps, request.principal)));
}

function chooseContent(kommunen: readonly Kommune[]): PageContent {
  const list = html`<ul class="kern-list">${kommunen.map(({ ags, name }) => html`<li>${textLink(paths.liste(ags), name)}</li>`)}</ul>`;
  return {
    title: 'Qualität der Texte',
    preline: 'Redaktion',
    breadcrumb: deskCrumb,
    lead: 'Von welcher Kommune möchten Sie die Texte ansehen?',
    main:
      kommunen.length > 0
        ? list
        : emptyState({
            title: 'Noch keine Kommune',
            body: 'Hier stehen die Kommunen, deren Texte Sie betreuen.',
          }),
  };
}

/** How well the Leistungen of a Kommune are described: points with their reasons, the weakest first. */
export async function showQuality(deps: QualityDeps, request: PageRequest): Promise<PageAnswer> {
  const kommune = await kommuneFor(deps, request.principal, request.params.kommune ?? '');
  if (!kommune.ok) return refusal(kommune.refusal);
  const { ags, name } = kommune.value;
  const rows = await deps.reader.rows(kommune.value);
  const action = paths.liste(ags);
  return kommuneList(deps, request, kommune.value, {
    definition: qualityColumns(ags),
    rows,
    file: 'textqualitaet',
    title: `Qualität der Texte: ${name}`,
    source: 'Texte aller Ebenen, gezählt nach der Regel in Leitwerk',
    action,
    caption: 'Leistungen mit ihren Punkten',
    noun: ['Leistung', 'Leistungen'],
    show: (list) =>
      page({
        title: `Qualität der Texte: ${name}`,
        preline: 'Redaktion',
        breadcrumb: deskCrumb,
        lead: 'Was Ihre Bürgerinnen und Bürger lesen, zusammengesetzt aus den Texten aller Ebenen. Jede Leistung hat bis zu 100 Punkte; wofür, steht bei ihr.',
        wide: true,
        main: html`${qualityTabs(ags, 'qualitaet')}${section('Überblick', tiles(rows, action))}${list}`,
      }),
  });
}

function tiles(rows: readonly QualityRow[], action: string) {
  const own = rows.filter(({ zustaendig }) => zustaendig === 'selbst');
  const count = (label: string, query: string, found: readonly QualityRow[]) => ({
    label,
    value: found.length.toLocaleString('de'),
    href: `${action}?${query}`,
  });
  return statTiles([
    count('Selbst zuständig', 'zustaendig=selbst', own),
    count(
      'davon unter 40 Punkte',
      'zustaendig=selbst&band=schwach',
      own.filter(({ punkte }) => punkte < 40),
    ),
    count(
      'Zur Durchsicht fällig',
      'durchsicht=faellig',
      rows.filter(({ faellig }) => faellig),
    ),
    count(
      'Links mit Fehler',
      'links=fehler',
      rows.filter(({ kaputt }) => kaputt > 0),
    ),
  ]);
}
