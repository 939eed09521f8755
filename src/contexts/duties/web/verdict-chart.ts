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

/** Who else may be competent: what „Andere zuständig“ counts. */
const others: readonly VerdictWord[] = ['Kreis', 'Land', 'Bund', 'andere Stelle'];

/** The address of the list of duties narrowed to some verdicts. */
export function verdictAddress(action: string, words: readonly VerdictWord[], date?: LocalDate): string {
  const chosen = words.map((word) => `urteil=${encodeURIComponent(word)}`);
  return `${action}?${[...(date ? [`datum=${date}`] : []), ...chosen].join('&')}#liste`;
}

/** The three figures that a coordinator looks for first. */
export function dutyTiles(
  { byVerdict, pairs, decided }: DutyStatistics,
  hrefOf: (...words: readonly VerdictWord[]) => string,
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
      href: hrefOf(...others),
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
