import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest, type PageRoute } from '#platform';
import { answerList, emptyState, formatNumber, listEndings, listPage, section, statTiles } from '#ui';
import { groessenklasseLabel } from '../domain/groessenklasse.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { aenderungenText, answerWhatIf, type WhatIfAnswer } from '../use-cases/answer-what-if.ts';
import { unterschiedList } from './unterschied-list.ts';
import { addForm, addressOf, assumptions, balanceTable, path } from './what-if-parts.ts';

const definition = unterschiedList({
  id: 'was-waere-wenn',
  keeps: ['aenderungen', 'datum'],
  withBody: true,
  reasonsOn: null,
});

/** What a supposed change of status would move between Gemeinden and Kreise: the page and its two exports. */
export function whatIfRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const route = (ending: string): PageRoute => ({
    capability: 'duties.what-if',
    method: 'GET',
    path: `${path}${ending}`,
    access: 'public',
    handle: (request) => answer(deps, request),
  });
  return listEndings.map(route);
}

async function answer(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const { query } = request;
  const date = dayOfAddress(query, deps.clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const added = query.get('gemeinde') ?? '';
  const before = query.get('aenderungen') ?? '';
  const text = added === '' ? before : `${before},${added}:${query.get('klasse') ?? ''}`;
  const found = answerWhatIf(await deps.world(), text, date.value);
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const address = addressOf(found.value, aenderungenText(found.value.aenderungen));
  if (added !== '') return { kind: 'redirect', to: address };
  const answered = await answerList(
    deps,
    { definition, rows: found.value.paare },
    request,
    fileOf(found.value),
  );
  if (answered.kind === 'download') return answered;
  const list = listPage(definition, answered.result, {
    action: path,
    caption: 'Paare aus Leistung und Gemeinde',
    problems: answered.problems,
    noun: ['Paar', 'Paare'],
    emptyState: emptyState(
      found.value.aenderungen.length === 0
        ? {
            title: 'Noch keine Annahme',
            body: 'Nennen Sie oben eine Gemeinde und die Größenklasse, die sie hätte.',
          }
        : { title: 'Nichts wechselt', body: 'Unter diesen Annahmen wechselt keine Leistung die Stelle.' },
    ),
  });
  return { kind: 'page', content: content(found.value, list) };
}

function fileOf({ date, aenderungen }: WhatIfAnswer) {
  const supposed = aenderungen.map(({ body, klasse }) => `${body.name} als ${groessenklasseLabel[klasse]}`);
  return {
    fileName: `was-waere-wenn-${date}`,
    title: 'Was wäre, wenn: andere Größenklassen',
    source: 'Leitwerk, Regelwerk Nordrhein-Westfalen',
    state: `Stichtag ${formatLocalDate(date)}; angenommen: ${supposed.join('; ')}`,
  };
}

function content(answered: WhatIfAnswer, list: ReturnType<typeof listPage>): PageContent {
  const { date, aenderungen, paare, bilanzen, ohneGegenseite } = answered;
  return {
    title: 'Was wäre, wenn sich die Größenklasse ändert?',
    preline: 'Größenklassen',
    breadcrumb: [{ label: 'Größenklassen', href: '/groessenklassen' }],
    lead: `Angenommen, Gemeinden hätten am ${formatLocalDate(date)} einen anderen Status: Welche Leistung wechselte von wem zu wem? Nichts davon wird gespeichert.`,
    wide: true,
    main: html`${addForm(answered)}${assumptions(answered)}
      ${
        aenderungen.length === 0
          ? ''
          : html`${section(
              'Auf einen Blick',
              statTiles([
                { label: 'Wechselnde Paare', value: formatNumber(paare.length), note: 'Leistung × Gemeinde' },
                {
                  label: 'Davon mit beiden Seiten',
                  value: formatNumber(paare.length - ohneGegenseite),
                  note: 'eine Körperschaft verliert, eine gewinnt',
                },
                {
                  label: 'Ohne Gegenseite',
                  value: formatNumber(ohneGegenseite),
                  note: 'vorher oder nachher offen, Land oder andere Stelle',
                },
              ]),
            )}${section('Wer gewinnt, wer verliert?', balanceTable(bilanzen))}`
      }
      ${section('Was wechselt?', list)}`,
    nextSteps: [{ label: 'Wer nahe an einer Schwelle ist', href: '/groessenklassen' }],
  };
}
