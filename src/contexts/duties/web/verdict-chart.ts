import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { formatNumber, stackedBar, statTiles } from '#ui';
import type { DutyStatistics } from '../domain/duty-statistics.ts';
import { type VerdictWord, verdictWords } from '../domain/verdict.ts';

const toneOf: Readonly<Record<VerdictWord, '1' | '2' | '3' | '4' | '5' | 'open' | 'none'>> = {
  selbst: '1',
  Kreis: '2',
  Land: '3',
  Bund: '4',
  'andere Stelle': '5',
  'nicht einschlägig': 'none',
  offen: 'open',
};

/** How the Leistungen divide by verdict: a bar, its legend with links, the table behind it. */
export function verdictChart(
  statistics: DutyStatistics,
  caption: string,
  hrefOf: (word: VerdictWord) => string,
) {
  const { byVerdict, pairs, decided } = statistics;
  return stackedBar({
    id: 'urteile',
    caption,
    description: `Von ${formatNumber(pairs)} sind ${formatNumber(decided)} entschieden und ${formatNumber(byVerdict.offen)} offen.`,
    parts: verdictWords.map((word) => ({
      label: word,
      value: byVerdict[word],
      tone: toneOf[word],
      href: hrefOf(word),
    })),
  });
}

/** The three figures that a coordinator looks for first. */
export function dutyTiles(
  { byVerdict, pairs, decided }: DutyStatistics,
  hrefOf: (word: VerdictWord) => string,
  stand: LocalDate,
) {
  return html`${statTiles([
    {
      label: 'Selbst zuständig',
      value: formatNumber(byVerdict.selbst),
      note: 'muss die Kommune online anbieten',
      href: hrefOf('selbst'),
    },
    {
      label: 'Andere zuständig',
      value: formatNumber(decided - byVerdict.selbst - byVerdict['nicht einschlägig']),
      note: 'Kreis, Land, Bund oder andere Stelle',
    },
    {
      label: 'Noch offen',
      value: formatNumber(byVerdict.offen),
      note: 'Niemand hat sie bisher belegt',
      href: hrefOf('offen'),
    },
    {
      label: 'Leistungen im Katalog',
      value: formatNumber(pairs),
      note: `Katalogstand ${formatLocalDate(stand)}`,
    },
  ])}`;
}
