import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest } from '#platform';
import { answerList, dateForm, listPage } from '#ui';
import type { TerritoryPageDeps } from '../doors-deps.ts';
import { addresses } from '../views/addresses.ts';
import { statusList } from '../views/status-list.ts';

/** All Gemeinden with status and watch: the page or a file. */
export async function showStatusList(
  { territory, clock, demo }: TerritoryPageDeps,
  request: PageRequest,
): Promise<PageAnswer> {
  const date = dayOfAddress(request.query, clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const { definition, rows } = statusList(await territory(), date.value);
  const answered = await answerList({ clock, demo }, { definition, rows }, request, {
    fileName: `groessenklassen-${date.value}`,
    title: 'Größenklassen nach § 4 GO NRW',
    source: 'Verordnung vom 13.11.1979 nach § 4 GO NRW; Einwohner je Zeile mit Stichtag',
    state: `Stichtag ${formatLocalDate(date.value)}`,
  });
  if (answered.kind === 'download') return answered;
  const list = listPage(definition, answered.result, {
    action: addresses.groessenklassen,
    caption: 'Größenklassen der Gemeinden',
    problems: answered.problems,
    noun: ['Gemeinde', 'Gemeinden'],
  });
  return { kind: 'page', content: content(date.value, list) };
}

function content(date: LocalDate, list: ReturnType<typeof listPage>): PageContent {
  return {
    title: 'Größenklassen',
    preline: '§ 4 GO NRW',
    lead: `Die Größenklasse ist ein Status durch Verordnung. Sie folgt nie allein aus der Einwohnerzahl. Gezeigt ist der Stand am ${formatLocalDate(date)} und, wie nah jede Gemeinde an einer Schwelle ist.`,
    wide: true,
    main: html`${dateForm(addresses.groessenklassen, date)}${list}`,
    nextSteps: [
      { label: 'Die Schwellen in allen Fassungen', href: addresses.schwellen },
      { label: 'Was wäre, wenn sich eine Größenklasse ändert?', href: '/groessenklassen/was-waere-wenn' },
      { label: 'Einwohnerzahlen einlesen', href: addresses.einwohnerImport },
    ],
  };
}
