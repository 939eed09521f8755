import { html } from 'hono/html';
import { addedFields, type Feld, fieldHeading } from '#fields';
import type { LocalDate } from '#kernel';
import { type ListColumn, type ListDefinition, textLink } from '#ui';
import { ohneIntern } from '../domain/projekt.ts';
import { eigenesPrefix, feldLabel, interneFelder } from '../felder/feldnamen.ts';
import { interneTexte, type Namen, oeffentlicheTexte } from '../felder/schreiben.ts';
import { projektphaseLabel } from '../messages.ts';
import type { Projektzeile } from '../use-cases/read-projekte.ts';
import { contentFilters, stateFilters, themenfeldOf } from './list-filters.ts';
import { erfundenBadge, phaseBadge, verzugText } from './projekt-parts.ts';

type Column = ListColumn<Projektzeile>;

const dateField =
  /\.(planBeginn|planEnde|istBeginn|istEnde)$|^(abschlussAm|foerderVon|foerderBis|antragsfrist|nachweisFrist|nachweisAm)$/;

/**
 * The list of projects. Every field is a column under the name that the import knows, so a file that was downloaded
 * comes back without loss. `intern` adds what only the leading house may take away.
 */
export function projektliste(
  namen: Namen,
  day: LocalDate,
  { intern, felder }: { readonly intern: boolean; readonly felder: readonly Feld[] },
): ListDefinition<Projektzeile> {
  return {
    id: 'projekte',
    keeps: ['datum'],
    defaultSort: { key: 'titel', descending: false },
    search: ({ projekt: { id, inhalt, haus } }) =>
      `${id} ${Object.values(oeffentlicheTexte(inhalt, namen)).join(' ')} ${haus}`,
    columns: [
      ...shown(namen, day),
      ...furtherFields(namen),
      ...ownColumns(felder),
      ...(intern ? internalFields() : []),
      ...origin,
    ],
    filters: [...contentFilters(namen), ...stateFilters],
    groupings: [
      { key: 'themenfeld', label: 'Themenfeld', value: (zeile) => themenfeldOf(namen, zeile) },
      { key: 'phase', label: 'Phase', value: ({ phase }) => projektphaseLabel[phase] },
    ],
  };
}

function field(name: string, namen: Namen, more: Partial<Column> = {}): Column {
  return {
    key: name,
    label: feldLabel[name] ?? name,
    kind: dateField.test(name) ? 'date' : 'text',
    value: ({ projekt }) => oeffentlicheTexte(projekt.inhalt, namen)[name] || null,
    ...more,
  };
}

const shownFields = ['titel', 'themenfeld', 'efaTyp', 'rollout-nrw.planBeginn', 'federfuehrung'];

function shown(namen: Namen, day: LocalDate): readonly Column[] {
  return [
    field('titel', namen, {
      sortable: true,
      width: 'wide',
      cell: ({ projekt: { id, inhalt } }) =>
        html`${textLink(`/projekte/${id}?datum=${day}`, inhalt.titel)}${inhalt.erfunden ? html` ${erfundenBadge}` : ''}`,
    }),
    field('themenfeld', namen, { sortable: true }),
    {
      key: 'phase',
      label: 'Phase heute',
      value: ({ phase }) => projektphaseLabel[phase],
      cell: ({ phase }) => phaseBadge(phase),
      sortable: true,
    },
    field('rollout-nrw.planBeginn', namen, { sortable: true }),
    {
      key: 'verzug',
      label: 'Größter Verzug in Tagen',
      kind: 'number',
      value: ({ verzug }) => verzug?.tage ?? null,
      cell: ({ verzug }) => (verzug ? verzugText(verzug) : '–'),
      sortable: true,
    },
    {
      key: 'interessierte',
      label: 'Interessierte Kommunen',
      kind: 'number',
      value: ({ interessierte }) => interessierte,
      sortable: true,
    },
    field('efaTyp', namen, { sortable: true, hidden: true }),
    field('federfuehrung', namen, { sortable: true, hidden: true }),
  ];
}

function furtherFields(namen: Namen): readonly Column[] {
  return Object.keys(feldLabel)
    .filter((name) => !shownFields.includes(name) && !(name in interneFelder))
    .map((name) => field(name, namen, { exportOnly: true }));
}

function ownColumns(felder: readonly Feld[]): readonly Column[] {
  return addedFields(felder).map((feld) => ({
    key: `${eigenesPrefix}${feld.key}`,
    label: fieldHeading(feld),
    kind: 'text',
    exportOnly: true,
    value: ({ projekt }) => projekt.inhalt.felder[feld.key] ?? null,
  }));
}

function internalFields(): readonly Column[] {
  return Object.entries(interneFelder).map(([key, label]) => ({
    key,
    label,
    kind: dateField.test(key) ? ('date' as const) : ('text' as const),
    exportOnly: true,
    value: ({ intern }) => interneTexte(intern ?? ohneIntern)[key] || null,
  }));
}

const origin: readonly Column[] = [
  { key: 'kennung', label: 'Kennung', exportOnly: true, value: ({ projekt }) => projekt.id },
  {
    key: 'fassung',
    label: 'Fassung',
    exportOnly: true,
    kind: 'number',
    value: ({ projekt }) => projekt.fassung,
  },
  { key: 'haus', label: 'Geführt von', exportOnly: true, value: ({ projekt }) => projekt.haus },
  {
    key: 'quelle',
    label: 'Quelle',
    exportOnly: true,
    value: ({ projekt }) => projekt.inhalt.herkunft?.quelle ?? null,
  },
  {
    key: 'erfunden',
    label: 'Erfunden',
    exportOnly: true,
    value: ({ projekt }) => projekt.inhalt.erfunden,
  },
];
