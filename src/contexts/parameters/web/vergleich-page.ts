import { html } from 'hono/html';
import { zustandLabel } from '#efa/many';
import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  answerList,
  badge,
  dateForm,
  emptyState,
  type Html,
  type ListDefinition,
  listEndings,
  listPage,
  section,
  table,
  textLink,
} from '#ui';
import type { ParametersDeps } from '../deps.ts';
import type { Asker } from '../use-cases/asker.ts';
import { type Vergleich, type Vergleichszeile, vergleiche } from '../use-cases/vergleiche.ts';
import { zellentext } from '../use-cases/zellen.ts';
import { askerRoute, pathOf, root, tagOf } from './answers.ts';

/** Kommunen × parameters, as page and as files that the import takes back. */
export function vergleichRoutes(deps: ParametersDeps): readonly PageRoute[] {
  return listEndings.map((ending) =>
    askerRoute(
      deps,
      { capability: 'parameters.compare', method: 'GET', path: `/parameter/:dienst/vergleich${ending}` },
      (asker, request) => answer(deps, asker, request),
    ),
  );
}

async function answer(deps: ParametersDeps, asker: Asker, request: PageRequest): Promise<PageAnswer> {
  const { clock } = deps.efa;
  const tag = tagOf(request.query.get('datum'), clock.today());
  if (!tag.ok) return refusal(tag.refusal);
  const found = await vergleiche(deps, asker, request.params.dienst ?? '', tag.value);
  if (!found.ok) return refusal(found.refusal);
  const { dienst, titel, zeilen } = found.value;
  const definition = listOf(found.value);
  const answered = await answerList({ clock, demo: deps.efa.demo }, { definition, rows: zeilen }, request, {
    fileName: `parameter-${dienst}-${tag.value}`,
    title: `Parameter: ${titel}`,
    source: 'Angaben der Kommunen',
    state: tag.value,
  });
  if (answered.kind !== 'list') return answered;
  const address = pathOf(dienst, 'vergleich');
  return page({
    title: `Vergleich: ${titel}`,
    lead: `Was die Kommunen am ${formatLocalDate(tag.value)} sagen und wer vom Üblichen abweicht. Sie sehen Ihre eigenen Werte, was Kommunen mit Ihnen teilen, und was bei Live-Diensten ohnehin öffentlich ist.`,
    wide: true,
    breadcrumb: [root, { label: titel, href: pathOf(dienst) }],
    main: html`${dateForm(address, tag.value)}${listPage(definition, answered.result, {
      action: address,
      caption: 'Kommunen und ihre Abweichungen',
      problems: answered.problems,
      noun: ['Kommune', 'Kommunen'],
      emptyState: emptyState({
        title: 'Noch keine Kommune',
        body: 'Verglichen wird, sobald eine Kommune angebunden ist und ihre Werte teilt, oder den Onlinedienst live hat.',
      }),
    })}${ueblich(found.value)}`,
    nextSteps: [
      { label: 'Zwei bis vier Seiten nebeneinander', href: pathOf(dienst, 'vorschau') },
      { label: 'Geänderte Tabelle einlesen', href: pathOf(dienst, 'einlesen') },
    ],
  });
}

function ueblich({ definitions, ueblich: usual, zeilen }: Vergleich): Html | '' {
  const rows = definitions.flatMap(({ id, label }) => {
    const text = usual.get(id);
    if (text === undefined) return [];
    const stated = zeilen.filter(({ zellen }) => (zellen.get(id)?.text ?? '') !== '');
    const other = stated.filter(({ zellen }) => zellen.get(id)?.abweichend === true);
    return [[label, text, String(stated.length - other.length), String(other.length)]];
  });
  if (rows.length === 0) return '';
  return section(
    'Was üblich ist',
    table({
      caption: 'Was üblich ist',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Angabe' },
        { label: 'Üblich', width: 'wide' },
        { label: 'So viele', numeric: true },
        { label: 'Anders', numeric: true },
      ],
      rows,
    }),
    { lead: 'Üblich heißt: Mindestens zwei und mindestens die Hälfte sagen dasselbe.' },
  );
}

function listOf({ dienst, definitions }: Vergleich): ListDefinition<Vergleichszeile> {
  const labelOf = new Map(definitions.map(({ id, label }) => [id, label]));
  const deviating = ({ zellen }: Vergleichszeile) => [...zellen].filter(([, { abweichend }]) => abweichend);
  return {
    id: 'parameter-vergleich',
    keeps: ['datum'],
    defaultSort: { key: 'kommune', descending: false },
    search: ({ sicht, zellen }) =>
      `${sicht.name} ${sicht.ags} ${[...zellen.values()].map(({ text }) => text).join(' ')}`,
    columns: [
      {
        key: 'kommune',
        label: 'Kommune',
        value: ({ sicht }) => sicht.name,
        cell: ({ sicht }) => textLink(pathOf(dienst, `vorschau?kommune=${sicht.ags}`), sicht.name),
      },
      { key: 'ags', label: 'AGS', value: ({ sicht }) => sicht.ags, exportOnly: true },
      { key: 'zustand', label: 'Zustand', value: ({ sicht }) => zustandLabel[sicht.zustand] },
      {
        key: 'sicht',
        label: 'Was Sie sehen',
        value: ({ sicht }) => (sicht.alles ? 'alles' : 'nur Öffentliches'),
      },
      {
        key: 'abweichungen',
        label: 'Abweichungen',
        kind: 'number',
        value: ({ abweichungen }) => abweichungen,
      },
      {
        key: 'wo',
        label: 'Wo sie abweicht',
        width: 'wide',
        value: (zeile) =>
          deviating(zeile)
            .map(([id]) => labelOf.get(id) ?? id)
            .join(', ') || null,
        cell: (zeile) =>
          html`${deviating(zeile).map(([id, { text }]) => html`<p class="kern-body">${badge('warning', labelOf.get(id) ?? id)} ${text}</p>`)}`,
      },
      ...definitions.map((definition) => ({
        key: `wert-${definition.id}`,
        label: definition.label,
        value: ({ zellen }: Vergleichszeile) => {
          const zelle = zellen.get(definition.id);
          return zelle ? zellentext(definition, zelle.wert) || null : null;
        },
        exportOnly: true,
      })),
    ],
    filters: [
      {
        key: 'abweichend',
        label: 'Weicht ab bei',
        options: definitions.map(({ id, label }) => ({ value: id, label })),
        values: (zeile) => deviating(zeile).map(([id]) => id),
      },
    ],
  };
}
