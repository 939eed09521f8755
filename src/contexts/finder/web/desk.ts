import { type Html, tabs } from '#ui';
import { paths } from './paths.ts';

const parts = [
  { label: 'Vergeblich gesucht', href: paths.redaktion },
  { label: 'Eigene Texte', href: '/redaktion/texte' },
  { label: 'Thesaurus', href: paths.thesaurus },
  { label: 'Vorschläge', href: paths.vorschlaege },
  { label: 'Suche ausprobieren', href: paths.suche },
  { label: 'Lebenslagen', href: paths.lebenslagen },
  { label: 'Qualität', href: '/redaktion/qualitaet' },
] as const;

/** The parts of the editors' desk, one above each of its pages. */
export function deskTabs(current: string): Html {
  return tabs(
    'Redaktion',
    parts.map((part) => ({ ...part, current: part.href === current })),
  );
}

export const deskCrumb = [{ label: 'Redaktion', href: paths.redaktion }];
