import { html } from 'hono/html';
import type { Begruendung, RankedSolution } from '#solutions';
import { formatNumber, table, textLink } from '#ui';

/** Thousandths of points as people read them: „57,5“. */
export function punkteText(punkte: number): string {
  return formatNumber(Math.round(punkte / 100) / 10);
}

const worthSaying = 3;

/** The grounds that gave most points, in one line. */
export function kurzgrund({ gruende }: Pick<RankedSolution, 'gruende'>): string {
  return gruende
    .filter(({ punkte }) => punkte > 0)
    .toSorted((a, b) => b.punkte - a.punkte)
    .slice(0, worthSaying)
    .map(({ satz }) => satz)
    .join(' ');
}

/** A Lösung by name with the grounds in short. */
export function loesungCell(rang: RankedSolution | undefined) {
  if (rang === undefined) return 'keine im Register';
  const { id, inhalt } = rang.loesung;
  return html`${textLink(`/loesungen/${id}`, inhalt.name)}<p class="kern-body kern-body--small">${kurzgrund(rang)}</p>`;
}

/** Every ground with its points and what it could give at most. */
export function gruendeTable(name: string, { gruende, punkte }: RankedSolution) {
  return table({
    caption: `Warum dieser Rang: ${name}`,
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Grund' },
      { label: 'Was dafür und dagegen spricht', width: 'wide' },
      { label: 'Punkte', numeric: true },
      { label: 'höchstens', numeric: true },
    ],
    rows: gruende.map((each) => [
      grundLabel[each.grund],
      each.satz,
      punkteText(each.punkte),
      punkteText(each.hoechstens),
    ]),
    footer: ['Summe', '', punkteText(punkte), '100'],
  });
}

const grundLabel: Readonly<Record<Begruendung['grund'], string>> = {
  deckung: 'Deckung',
  verfuegbarkeit: 'Verfügbarkeit',
  nutzung: 'Nutzung',
  fachverfahren: 'Fachverfahren',
  reifegrad: 'Reifegrad',
  efa: 'EfA-Stand',
};
