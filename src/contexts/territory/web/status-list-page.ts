import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import { listDownload, listPage, readListQuery } from '#ui';
import type { TerritoryPageDeps } from '../doors-deps.ts';
import { addresses } from '../views/addresses.ts';
import { statusList } from '../views/status-list.ts';
import { dateForm } from './date-form.ts';
import { readDate } from './read-date.ts';

/** All Gemeinden with status and watch: the page or a file. */
export async function showStatusList(
  { territory, clock, demo }: TerritoryPageDeps,
  request: PageRequest,
  format: 'csv' | 'xlsx' | null,
): Promise<PageAnswer> {
  const date = readDate(request.query, clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const { definition, index } = statusList(await territory(), date.value);
  const { query, problems } = readListQuery(definition, request.query);
  if (format !== null)
    return listDownload(definition, index.select(query), query, format, {
      fileName: `groessenklassen-${date.value}`,
      notes: {
        title: 'Größenklassen nach § 4 GO NRW',
        source: 'Verordnung vom 13.11.1979 nach § 4 GO NRW; Einwohner je Zeile mit Stichtag',
        state: `Stichtag ${formatLocalDate(date.value)}`,
        demo,
        createdAt: clock.now(),
      },
    });
  const list = listPage(definition, index.run(query), {
    action: addresses.groessenklassen,
    caption: 'Größenklassen der Gemeinden',
    exportLinks: { csv: `${addresses.groessenklassen}.csv`, xlsx: `${addresses.groessenklassen}.xlsx` },
    problems,
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
