import { formatLocalDate } from '#kernel';
import { badge, emptyState, section, table, textLink } from '#ui';
import type { Foerderfrist } from '../domain/foerderfristen.ts';
import { fristLabel } from '../messages.ts';
import { radarTage } from '../use-cases/read-fristen.ts';

/** The radar of funding: what falls due within 90 days. */
export function fristenSection(fristen: readonly Foerderfrist[]) {
  return section(
    'Förderfristen',
    table({
      caption: `Förderfristen der nächsten ${radarTage} Tage`,
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Projekt', width: 'wide' },
        { label: 'Tag' },
        { label: 'Was' },
        { label: 'Programm' },
      ],
      rows: fristen.map(({ projekt, art, am, versaeumt }) => [
        textLink(`/projekte/${projekt.id}`, projekt.titel),
        [formatLocalDate(am), ' ', versaeumt && badge('danger', 'versäumt')],
        fristLabel[art],
        projekt.programm || '–',
      ]),
      empty: emptyState({
        title: `Keine Frist in den nächsten ${radarTage} Tagen`,
        body: 'Hier stehen Antragsfristen, das Ende von Förderzeiträumen und, nur für das führende Haus, fällige Verwendungsnachweise.',
      }),
    }),
    { id: 'foerderfristen', lead: `Was in den nächsten ${radarTage} Tagen ansteht.` },
  );
}
