import { html } from 'hono/html';
import type { LocalDate } from '#kernel';
import { formatNumber, onDay, section } from '#ui';
import { dutyStatistics } from '../domain/duty-statistics.ts';
import type { VerdictWord } from '../domain/verdict.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { dutyTiles, verdictAddress, verdictChart } from './verdict-chart.ts';

/** The figures of one body, for a start page: tiles and chart that lead to the list; `null` for an unknown key. */
export function dutyFigures(world: DutiesWorld, ags: string, date: LocalDate) {
  const body = world.duties.bodyByAgs.get(ags);
  if (!body) return null;
  const statistics = dutyStatistics(world.duties, [body], date);
  const hrefOf = (...words: readonly VerdictWord[]) => verdictAddress(`/kommunen/${ags}/pflichten`, words);
  const caption = `${formatNumber(statistics.pairs)} Leistungen, gesehen von ${body.name} ${onDay(date)}`;
  return {
    name: body.name,
    date,
    figures: html`${dutyTiles(statistics, hrefOf, world.catalogue.fassung.stand)}${section('Wer ist zuständig?', verdictChart(statistics, caption, hrefOf))}`,
  };
}
