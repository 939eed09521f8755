import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { answerList, badge, emptyState, type ListDefinition, listEndings, listPage } from '#ui';
import type { ReleasesDeps } from '../deps.ts';
import { zugLabel } from '../messages.ts';
import type { Viewer } from '../use-cases/actors.ts';
import { type Kommunenzeile, listKommunen } from '../use-cases/read-fassungen.ts';
import { fassungen, leadRoute } from './answers.ts';

/** Who runs which version: as page, CSV and XLSX. */
export function kommunenRoutes(deps: ReleasesDeps): readonly PageRoute[] {
  return listEndings.map((ending) =>
    leadRoute(deps, 'releases.kommunen', 'GET', `/fassungen/:dienst/kommunen${ending}`, (lead, request) =>
      answer(deps, { art: 'anbieter', lead }, request),
    ),
  );
}

async function answer(deps: ReleasesDeps, viewer: Viewer, request: PageRequest): Promise<PageAnswer> {
  const dienst = request.params.dienst ?? '';
  const found = await listKommunen(deps, viewer, dienst);
  if (!found.ok) return refusal(found.refusal);
  const { titel, zeilen } = found.value;
  const address = `/fassungen/${dienst}/kommunen`;
  const answered = await answerList(deps, { definition, rows: zeilen }, request, {
    fileName: `fassungen-${dienst}-${deps.clock.today()}`,
    title: `Fassungen von „${titel}“`,
    source: 'Anbindungen in dieser Installation',
    state: deps.clock.today(),
  });
  if (answered.kind !== 'list') return answered;
  return page({
    title: 'Wer welche Fassung nutzt',
    preline: titel,
    breadcrumb: [fassungen, { label: titel, href: `/fassungen/${dienst}` }],
    wide: true,
    main: listPage(definition, answered.result, {
      action: address,
      caption: 'Kommunen und ihre Fassung',
      problems: answered.problems,
      noun: ['Kommune', 'Kommunen'],
      emptyState: emptyState({
        title: 'Noch keine Kommune',
        body: 'Sobald eine Kommune den Onlinedienst nutzt, steht sie hier mit ihrer Fassung.',
      }),
    }),
    nextSteps: [
      { label: 'Zurück zu den Fassungen', href: `/fassungen/${dienst}` },
      { label: 'Eine Fassung ausrollen', href: `/fassungen/${dienst}/ausrollen` },
    ],
  });
}

const definition: ListDefinition<Kommunenzeile> = {
  id: 'fassungen-kommunen',
  defaultSort: { key: 'kommune', descending: false },
  search: ({ ags, kommune }) => `${ags} ${kommune}`,
  columns: [
    { key: 'kommune', label: 'Kommune', value: ({ kommune }) => kommune },
    { key: 'ags', label: 'Schlüssel', value: ({ ags }) => ags, exportOnly: true },
    {
      key: 'fassung',
      label: 'Fassung',
      kind: 'number',
      value: ({ fassung }) => Number(fassung),
      cell: ({ fassung, neueste, ruht }) =>
        html`${fassung}${fassung === neueste ? '' : html` ${badge('neutral', 'nicht die neueste')}`}${ruht ? html` ${badge('warning', 'ruht')}` : ''}`,
    },
    { key: 'seit', label: 'Live seit', kind: 'date', value: ({ seit }) => seit },
    { key: 'ring', label: 'Ring', value: ({ ring }) => ring },
    { key: 'ab', label: 'An der Reihe ab', kind: 'date', value: ({ ab }) => ab },
    {
      key: 'zustand',
      label: 'Ausrollung',
      value: ({ zustand }) => (zustand === null ? null : zugLabel[zustand]),
      cell: ({ zustand, fehlt }) =>
        html`${zustand === null ? '–' : zugLabel[zustand]}${fehlt.map((line) => html`<p class="kern-body kern-body--small">${line}</p>`)}`,
    },
    { key: 'festBis', label: 'Hält fest bis', kind: 'date', value: ({ festBis }) => festBis },
    { key: 'fehlt', label: 'Es fehlt', value: ({ fehlt }) => fehlt.join(' ') || null, exportOnly: true },
  ],
  filters: [
    {
      key: 'aktuell',
      label: 'Fassung',
      options: [
        { value: 'neueste', label: 'neueste' },
        { value: 'frueher', label: 'frühere' },
      ],
      values: ({ fassung, neueste }) => (fassung === neueste ? 'neueste' : 'frueher'),
    },
    {
      key: 'zustand',
      label: 'Ausrollung',
      options: Object.entries(zugLabel).map(([value, label]) => ({ value, label })),
      values: ({ zustand }) => zustand ?? 'wartet',
    },
  ],
};
