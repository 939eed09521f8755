import { formatNumber, formatShare, stackedBars, statTiles } from '#ui';
import type { Auswertung, Auswertungszeile } from '../use-cases/evaluate.ts';

/** How many took part, and what they want, in a few figures. */
export function kennzahlen({
  kommunen,
  beteiligt,
  zeilen,
}: Pick<Auswertung, 'kommunen' | 'beteiligt' | 'zeilen'>) {
  const wanted = zeilen.filter(({ ja, spaeter }) => ja + spaeter > 0).length;
  const faelle = zeilen.reduce((sum, each) => sum + each.faelle, 0);
  return statTiles([
    {
      label: 'Kommunen haben geantwortet',
      value: `${formatNumber(beteiligt)} von ${formatNumber(kommunen)}`,
      note: formatShare(beteiligt, kommunen),
    },
    {
      label: 'Leistungen mit Bedarf',
      value: formatNumber(wanted),
      note: `von ${formatNumber(zeilen.length)}, nach denen gefragt wurde`,
    },
    {
      label: 'Fälle im Jahr',
      value: formatNumber(faelle),
      note: 'bei denen, die sie brauchen, soweit angegeben',
    },
  ]);
}

const shownBars = 15;

/** The Leistungen that most Kommunen want, as a picture with its table. */
export function bedarfBild(zeilen: readonly Auswertungszeile[], href: ((id: string) => string) | null) {
  const top = zeilen
    .filter(({ ja, spaeter }) => ja + spaeter > 0)
    .toSorted((a, b) => b.ja - a.ja || b.spaeter - a.spaeter || a.ort.name.localeCompare(b.ort.name, 'de'))
    .slice(0, shownBars);
  const [first] = top;
  if (!first) return '';
  return stackedBars({
    id: 'bedarf',
    caption: 'Was am meisten gebraucht wird',
    description: `Am meisten gebraucht wird „${first.ort.name}“: ${formatNumber(first.ja)} Kommunen brauchen es jetzt, ${formatNumber(first.spaeter)} später.`,
    parts: [{ label: 'ja' }, { label: 'später' }, { label: 'nein' }, { label: 'ohne Angabe', tone: 'open' }],
    rowLabel: 'Leistung',
    rows: top.map(({ ort, ja, spaeter, nein, gefragt, geantwortet }) => ({
      label: ort.name,
      href: href?.(ort.id),
      values: [ja, spaeter, nein, gefragt - geantwortet],
    })),
  });
}
