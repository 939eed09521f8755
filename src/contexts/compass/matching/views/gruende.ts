import { html } from 'hono/html';
import type { Begruendung, RankedSolution } from '#solutions';
import { formatNumber, table, textLink } from '#ui';

/** Thousandths of points as people read them: „57,5“. */
export function punkteText(punkte: number): string {
  return formatNumber(Math.round(punkte / 100) / 10);
}

/** What covers and when are always said; a ground that neither helps nor hinders only stands in the long list. */
const worthSaying: Readonly<Record<Begruendung['grund'], (ground: Begruendung) => boolean>> = {
  deckung: () => true,
  verfuegbarkeit: () => true,
  nutzung: ({ punkte }) => punkte > 0,
  fachverfahren: ({ zahlen, punkte }) => zahlen.passend !== null || punkte === 0,
  reifegrad: ({ punkte }) => punkte > 0,
  efa: ({ punkte }) => punkte > 0,
};

/** The grounds in one line. */
export function kurzgrund({ gruende }: Pick<RankedSolution, 'gruende'>): string {
  return gruende
    .filter((ground) => worthSaying[ground.grund](ground))
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
