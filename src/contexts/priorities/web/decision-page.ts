import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  alert,
  answerList,
  descriptionList,
  formatInstant,
  type ListDefinition,
  listEndings,
  listPage,
  section,
  table,
} from '#ui';
import { kriterien } from '../domain/kriterium.ts';
import { kriteriumText, unbekanntLabel } from '../messages.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { type GeoeffneterBeschluss, openBeschluss } from '../use-cases/beschluesse.ts';
import { viewerOf } from '../use-cases/viewer.ts';
import { flashOf } from './answers.ts';
import { paths, withWeights } from './paths.ts';
import { type Rangzeile, rangDefinition, rangzeilen } from './rank-list.ts';
import { gewichtungQuery } from './weights-query.ts';

/** A decided scheme exactly as it was: ranking, values and reasons. */
export function decisionRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'priorities.decisions',
    method: 'GET',
    path: `/prioritaeten/beschluesse/:nummer${ending === '' ? '' : `/rangfolge${ending}`}`,
    access: 'signed-in',
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const viewer = await viewerOf(deps, request.principal);
  if (!viewer.ok) return refusal(viewer.refusal);
  const opened = await openBeschluss(deps, viewer.value, request.params.nummer ?? '');
  if (!opened.ok) return refusal(opened.refusal);
  const { beschluss } = opened.value;
  const definition: ListDefinition<Rangzeile> = {
    ...rangDefinition(opened.value, (id) =>
      withWeights(paths.leistung(id), gewichtungQuery(beschluss.gewichtung)),
    ),
    id: 'prioritaeten-beschluss',
    keeps: [],
  };
  const answered = await answerList(deps, { definition, rows: rangzeilen(opened.value) }, request, {
    fileName: `prioritaeten-beschluss-${beschluss.nummer}`,
    title: `Beschluss ${beschluss.nummer}: ${beschluss.titel}`,
    source: `Beschluss von ${beschluss.gremium}; Prüfsumme ${beschluss.pruefsumme}`,
    state: `Stichtag ${formatLocalDate(beschluss.stichtag)}`,
  });
  if (answered.kind !== 'list') return answered;
  const here = paths.beschluss(beschluss.nummer);
  return page({
    title: `Beschluss ${beschluss.nummer}: ${beschluss.titel}`,
    preline: 'Beschlossenes Schema',
    lead: `So galt es am ${formatLocalDate(beschluss.stichtag)}, mit allen Werten von damals.`,
    wide: true,
    breadcrumb: [
      { label: 'Prioritäten', href: paths.rang },
      { label: 'Schemata und Beschlüsse', href: paths.schemata },
    ],
    ...flashOf(request),
    main: html`${checkNotice(opened.value)}${facts(opened.value)}${weights(opened.value)}${section(
      'Die Rangfolge',
      listPage(definition, answered.result, {
        action: here,
        caption: 'Beschlossene Rangfolge',
        files: `${here}/rangfolge`,
        problems: answered.problems,
        noun: ['Leistung', 'Leistungen'],
      }),
    )}`,
    nextSteps: [
      {
        label: 'Dieselben Gewichte mit den Werten von heute',
        href: withWeights(paths.rang, gewichtungQuery(beschluss.gewichtung)),
      },
      { label: 'Alle Beschlüsse', href: paths.schemata },
      { label: 'Planung: was daraus wann kommt', href: '/planung' },
    ],
  });
}

function checkNotice({ unveraendert, beschluss }: GeoeffneterBeschluss) {
  return unveraendert
    ? alert({
        kind: 'success',
        title: 'Nachgerechnet: stimmt überein',
        body: html`<p class="kern-body">Aus den festgehaltenen Werten und Gewichten ergibt sich genau die festgehaltene Rangfolge. Prüfsumme (SHA-256): <span class="lw-break">${beschluss.pruefsumme}</span></p>`,
      })
    : alert({
        kind: 'warning',
        title: 'Nachgerechnet ergibt sich etwas anderes als damals festgehalten',
        body: html`<p class="kern-body">Bitte melden Sie das dem Betrieb.</p>`,
      });
}

function facts({
  beschluss: { gremium, beschlossenAm, grund, sitzungsbeschluss, leistungen },
}: GeoeffneterBeschluss) {
  return section(
    'Der Beschluss',
    descriptionList([
      ['Wer', gremium],
      ['Wann', formatInstant(beschlossenAm)],
      ['Warum', grund],
      ['Beschluss der Sitzung', sitzungsbeschluss],
      ['Leistungen', leistungen.toLocaleString('de-DE')],
    ]),
  );
}

function weights({ gewichtung }: GeoeffneterBeschluss) {
  return section(
    'Die Gewichte',
    table({
      caption: 'Beschlossene Gewichte',
      captionHidden: true,
      small: true,
      columns: [{ label: 'Kriterium' }, { label: 'Gewicht', numeric: true }, { label: 'Unbekanntes zählt' }],
      rows: kriterien.map((kriterium) => [
        kriteriumText[kriterium].label,
        String(gewichtung.gewichte[kriterium]),
        unbekanntLabel[gewichtung.unbekannt[kriterium]],
      ]),
    }),
  );
}
