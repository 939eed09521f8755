import { html } from 'hono/html';
import type { LocalDate } from '#kernel';
import { distinctOptions, type ListColumn, type ListDefinition, textLink } from '#ui';
import { projektphasen } from '../domain/phase.ts';
import { efaTypen, groessenklassen, ohneIntern } from '../domain/projekt.ts';
import { jahreOf } from '../domain/zeitplan.ts';
import { feldLabel, interneFelder } from '../felder/feldnamen.ts';
import { interneTexte, type Namen, oeffentlicheTexte } from '../felder/schreiben.ts';
import { efaTypLabel, groessenklasseLabel, keineAngabe, projektphaseLabel } from '../messages.ts';
import type { Projektzeile } from '../use-cases/read-projekte.ts';
import { erfundenBadge, phaseBadge, verzugText } from './projekt-parts.ts';

type Column = ListColumn<Projektzeile>;
type Filter = NonNullable<ListDefinition<Projektzeile>['filters']>[number];

const dateField =
  /\.(planBeginn|planEnde|istBeginn|istEnde)$|^(abschlussAm|foerderVon|foerderBis|antragsfrist|nachweisFrist|nachweisAm)$/;

/**
 * The list of projects. Every field is a column under the name that the import knows, so a file that was downloaded
 * comes back without loss. `intern` adds what only the leading house may take away.
 */
export function projektliste(
  namen: Namen,
  day: LocalDate,
  { intern }: { readonly intern: boolean },
): ListDefinition<Projektzeile> {
  return {
    id: 'projekte',
    keeps: ['datum'],
    defaultSort: { key: 'titel', descending: false },
    search: ({ projekt: { id, inhalt, haus } }) =>
      `${id} ${Object.values(oeffentlicheTexte(inhalt, namen)).join(' ')} ${haus}`,
    columns: [...shown(namen, day), ...furtherFields(namen), ...(intern ? internalFields() : []), ...origin],
    filters: [...contentFilters(namen), ...stateFilters],
    groupings: [
      { key: 'themenfeld', label: 'Themenfeld', value: (zeile) => themenfeldOf(namen, zeile) },
      { key: 'phase', label: 'Phase', value: ({ phase }) => projektphaseLabel[phase] },
    ],
  };
}

function themenfeldOf(namen: Namen, { projekt: { inhalt } }: Projektzeile): string | null {
  return inhalt.themenfeldId === null ? null : namen.themenfeld(inhalt.themenfeldId);
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

const none = 'keine-angabe';

function contentFilters(namen: Namen): readonly Filter[] {
  return [
    {
      key: 'themenfeld',
      label: 'Themenfeld',
      options: distinctOptions((zeile: Projektzeile) => themenfeldOf(namen, zeile) ?? keineAngabe),
      values: (zeile) => themenfeldOf(namen, zeile) ?? keineAngabe,
    },
    {
      key: 'efa',
      label: 'EfA-Typ',
      options: [
        ...efaTypen.map((value) => ({ value, label: efaTypLabel[value] })),
        { value: none, label: keineAngabe },
      ],
      values: ({ projekt }) => projekt.inhalt.efaTyp ?? none,
    },
    {
      key: 'groessenklasse',
      label: 'Hilft Größenklasse',
      // A function takes any value: a class that no project helps, or that does not exist, shows nothing, never all.
      options: () => groessenklassen.map((value) => ({ value, label: groessenklasseLabel[value] })),
      values: ({ projekt }) => projekt.inhalt.groessenklassen,
    },
    {
      key: 'jahr',
      label: 'Jahr',
      options: distinctOptions(({ projekt }: Projektzeile) => jahreOf(projekt.inhalt)),
      values: ({ projekt }) => jahreOf(projekt.inhalt),
    },
  ];
}

const stateFilters: readonly Filter[] = [
  {
    key: 'phase',
    label: 'Phase heute',
    options: projektphasen.map((value) => ({ value, label: projektphaseLabel[value] })),
    values: ({ phase }) => phase,
  },
  {
    key: 'verzug',
    label: 'Verzug',
    options: [
      { value: 'ja', label: 'im Verzug' },
      { value: 'nein', label: 'kein Verzug bekannt' },
    ],
    values: ({ verzug }) => (verzug ? 'ja' : 'nein'),
  },
  {
    key: 'interesse',
    label: 'Interesse',
    options: [
      { value: 'ja', label: 'Kommunen haben Interesse' },
      { value: 'nein', label: 'noch kein Interesse' },
      { value: 'eigenes', label: 'meine Kommune hat Interesse' },
    ],
    values: ({ interessierte, eigenesInteresse }) => [
      interessierte > 0 ? 'ja' : 'nein',
      ...(eigenesInteresse ? ['eigenes'] : []),
    ],
  },
  {
    key: 'fuehrung',
    label: 'Führung',
    options: [
      { value: 'eigene', label: 'führt mein Haus' },
      { value: 'andere', label: 'führen andere' },
      { value: 'niemand', label: 'führt hier niemand' },
    ],
    values: ({ gefuehrt, projekt }) => (gefuehrt ? 'eigene' : projekt.tenant === null ? 'niemand' : 'andere'),
  },
];
