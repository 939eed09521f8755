import { formatLocalDate } from '#kernel';
import { formatShare, lineChart, stackedBars } from '#ui';
import { keineAngabe } from '../../messages.ts';
import { online, type Zeile } from './verlauf-list.ts';

/** The share of pairs that are online, month by month. */
export function onlineChart(zeilen: readonly Zeile[]) {
  const share = ({ paare, summe }: Zeile) => (summe === 0 ? null : ((paare[online] ?? 0) / summe) * 100);
  const [first, last] = [zeilen[0], zeilen.at(-1)];
  const said = (zeile: Zeile | undefined) =>
    zeile ? `${formatShare(zeile.paare[online] ?? 0, zeile.summe)} am ${formatLocalDate(zeile.tag)}` : '–';
  return lineChart({
    id: 'verlauf',
    caption: 'Anteil, der online ist',
    description: `Von ${said(first)} auf ${said(last)}.`,
    max: 100,
    format: (value) => formatShare(value, 100),
    series: [
      {
        label: 'online',
        kind: 'ist',
        points: zeilen.map((zeile) => ({ day: zeile.tag, value: share(zeile) })),
      },
    ],
  });
}

const gruppen = [
  { label: keineAngabe, tone: 'none', codes: [0] },
  { label: 'nicht begonnen', tone: 'open', codes: [1] },
  { label: 'vorgemerkt oder geplant', tone: '4', codes: [2, 3] },
  { label: 'in Umsetzung oder Erprobung', tone: '3', codes: [4, 5] },
  { label: 'online', tone: '1', codes: [6] },
  { label: 'abgeschaltet oder nicht anwendbar', tone: '5', codes: [7, 8] },
] as const;

/** All pairs by Zustand, every third month. */
export function stackedChart(zeilen: readonly Zeile[]) {
  return stackedBars({
    id: 'verlauf-zustaende',
    caption: 'Zustände alle drei Monate',
    description: 'Jeder Balken ist alles, was an einem Tag gezählt ist.',
    asShares: true,
    rowLabel: 'Tag',
    parts: gruppen.map(({ label, tone }) => ({ label, tone })),
    rows: zeilen
      .filter((_, at) => (zeilen.length - 1 - at) % 3 === 0)
      .map(({ tag, paare }) => ({
        label: formatLocalDate(tag),
        values: gruppen.map(({ codes }) => codes.reduce((sum: number, code) => sum + (paare[code] ?? 0), 0)),
      })),
  });
}
