import { badge } from '#ui';
import type { Pruefstand } from '../../domain/regel-review.ts';

export const pruefstandLabel: Readonly<Record<Pruefstand, string>> = {
  ungeprueft: 'ungeprüft',
  vorgeschlagen: 'Vorschlag offen',
  'erneut zu prüfen': 'erneut zu prüfen',
  geprueft: 'geprüft',
};

const kinds = {
  ungeprueft: 'warning',
  vorgeschlagen: 'info',
  'erneut zu prüfen': 'warning',
  geprueft: 'success',
} as const;

/** Where a rule stands in the review. */
export function pruefstandBadge(stand: Pruefstand) {
  return badge(kinds[stand], pruefstandLabel[stand]);
}
