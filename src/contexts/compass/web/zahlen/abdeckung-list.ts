import { formatNumber, formatShare, type ListColumn, type ListDefinition, textLink } from '#ui';
import type { Share } from '../../domain/columns/coverage.ts';
import type { Abdeckung } from '../../figures/answer-figures.ts';
import type { Abdeckungsgliederung } from '../../figures/teile.ts';
import { umfangNamen } from '../../figures/umfang.ts';
import { teilParameter } from '../../use-cases/abdeckung-fragen.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { gliederungLabel } from '../../views/gliederung-label.ts';
import { paareHref } from './zahlen-route.ts';

/** The table of coverage; every number that counts pairs leads to just these. */
export function abdeckungDefinition(
  { parameters }: GestellteFrage,
  nach: Abdeckungsgliederung,
): ListDefinition<Abdeckung> {
  const href = (key: string, changes: Readonly<Record<string, string | null>>) =>
    paareHref(teilParameter(parameters, nach, key), changes);
  const count = (
    key: string,
    label: string,
    value: (row: Abdeckung) => number,
    changes: Readonly<Record<string, string | null>>,
  ): ListColumn<Abdeckung> => ({
    key,
    label,
    kind: 'number',
    value,
    cell: (row) => textLink(href(row.key, changes), formatNumber(value(row))),
    sortable: true,
  });
  return {
    id: 'abdeckung',
    keeps: ['datum', 'nach', ...umfangNamen],
    // No column has this key: the rows stay in the catalogue's order.
    defaultSort: { key: 'katalog', descending: false },
    search: ({ label, key }) => `${label} ${key}`,
    columns: [
      {
        key: 'teil',
        label: gliederungLabel[nach],
        value: ({ label }) => label,
        sortable: true,
        width: 'wide',
      },
      share('kommunen', 'Anteil der Pflichten', ({ kommunen }) => kommunen),
      share('einwohner', 'nach Einwohnern', ({ einwohner }) => einwohner),
      share('faelle', 'nach Fällen', ({ faelle }) => faelle),
      count('online', 'online', ({ kommunen }) => kommunen.part, { zustand: 'online' }),
      count('paare', 'Gezählt', ({ kommunen }) => kommunen.whole, { mindestens: null }),
      count('ohneAngabe', 'keine Angabe', ({ ohneAngabe }) => ohneAngabe, {
        zustand: 'keine-angabe',
        mindestens: null,
      }),
      count('ohneFallzahl', 'ohne Fallzahl', ({ ohneFallzahl }) => ohneFallzahl, {
        fallzahl: 'unbekannt',
        mindestens: null,
      }),
      { key: 'schluessel', label: 'Schlüssel', value: ({ key }) => key, exportOnly: true },
    ],
  };
}

/** A share: on the page with the words of `formatShare`, in files as percent with all its digits. */
function share(key: string, label: string, of: (row: Abdeckung) => Share): ListColumn<Abdeckung> {
  return {
    key,
    label: `${label} (%)`,
    kind: 'number',
    value: (row) => {
      const { part, whole } = of(row);
      return whole === 0 ? null : (part / whole) * 100;
    },
    cell: (row) => formatShare(of(row).part, of(row).whole),
    sortable: true,
  };
}
