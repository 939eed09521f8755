import { html } from 'hono/html';
import { evidenceLabel, formatLocalDate, type Validity } from '#kernel';
import type { PageContent, PageRequest, PageRoute } from '#platform';
import {
  descriptionList,
  distinctOptions,
  evidenceBadge,
  externalLink,
  type ListDefinition,
  listDownload,
  listIndex,
  listPage,
  readListQuery,
  section,
  table,
  textLink,
} from '#ui';
import { groessenklasseLabel, groessenklassen } from '../domain/groessenklasse.ts';
import type { Regel, Verteilungswert } from '../domain/regel.ts';
import { reaches } from '../domain/reichweite.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DutiesWorld } from '../duties-world.ts';

const wertLabel: Readonly<Record<Verteilungswert, string>> = {
  S: 'selbst',
  K: 'der Kreis',
  A: 'nur nach Bestimmung, sonst der Kreis',
  L: 'Land',
  X: 'andere Stelle',
  '-': 'nicht einschlägig',
};

/** The competence rules: all of them, and each with its norm, spread and reach. */
export function rulesRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const list = (ending: string, format: 'csv' | 'xlsx' | null): PageRoute => ({
    capability: 'duties.rules',
    method: 'GET',
    path: `/regeln${ending}`,
    access: 'public',
    handle: async (request) => {
      const { duties } = await deps.world();
      const index = listIndex(definition, duties.facts.regelwerk.regeln);
      const { query, problems } = readListQuery(definition, request.query);
      if (format === null) return { kind: 'page', content: listContent(index.run(query), problems) };
      const notes = {
        title: 'Regeln',
        source: 'Leitwerk, Regelwerk Nordrhein-Westfalen',
        state: '',
        demo: deps.demo,
        createdAt: deps.clock.now(),
      };
      return listDownload(definition, index.select(query), query, format, { fileName: 'regeln', notes });
    },
  });
  const one: PageRoute = {
    capability: 'duties.rule',
    method: 'GET',
    path: '/regeln/:id',
    access: 'public',
    handle: async (request) => ruleAnswer(await deps.world(), request),
  };
  return [list('', null), list('.csv', 'csv'), list('.xlsx', 'xlsx'), one];
}

const definition: ListDefinition<Regel> = {
  id: 'regeln',
  defaultSort: { key: 'aufgabe', descending: false },
  search: (regel) =>
    `${regel.aufgabe} ${regel.norm} ${regel.reichweite.ozgIds.join(' ')} ${regel.bemerkung ?? ''}`,
  columns: [
    {
      key: 'aufgabe',
      label: 'Aufgabe',
      value: (regel) => regel.aufgabe,
      cell: (regel) => textLink(`/regeln/${regel.id}`, regel.aufgabe),
      sortable: true,
      width: 'wide',
    },
    { key: 'norm', label: 'Norm', value: (regel) => regel.norm, sortable: true, width: 'wide' },
    {
      key: 'beleg',
      label: 'Beleg',
      value: (regel) => evidenceLabel[regel.evidenz],
      cell: (regel) => evidenceBadge(regel.evidenz),
      sortable: true,
    },
    { key: 'von', label: 'Gilt ab', kind: 'date', value: (regel) => regel.validFrom, exportOnly: true },
    { key: 'bis', label: 'Gilt bis', kind: 'date', value: (regel) => regel.validTo, sortable: true },
    ...groessenklassen.map((klasse) => ({
      key: klasse,
      label: groessenklasseLabel[klasse],
      value: (regel: Regel) => wertLabel[regel.verteilung[klasse]],
      exportOnly: true,
    })),
    {
      key: 'ozg',
      label: 'OZG-Leistungen',
      value: (regel) => regel.reichweite.ozgIds.join(' '),
      exportOnly: true,
    },
    { key: 'bemerkung', label: 'Bemerkung', value: (regel) => regel.bemerkung, exportOnly: true },
  ],
  filters: [
    {
      key: 'beleg',
      label: 'Beleg',
      options: distinctOptions((regel: Regel) => evidenceLabel[regel.evidenz]),
      values: (regel) => evidenceLabel[regel.evidenz],
    },
  ],
};

function listContent(
  result: Parameters<typeof listPage<Regel>>[1],
  problems: Parameters<typeof listPage<Regel>>[2]['problems'],
): PageContent {
  return {
    title: 'Regeln der Zuständigkeit',
    lead: 'Jede Regel verbindet eine Aufgabe mit ihrer Norm und verteilt sie auf die sechs Klassen von Körperschaften. Was keine Regel erreicht, bleibt offen.',
    wide: true,
    main: listPage(definition, result, {
      action: '/regeln',
      caption: 'Regeln',
      exportLinks: { csv: '/regeln.csv', xlsx: '/regeln.xlsx' },
      problems,
      noun: ['Regel', 'Regeln'],
    }),
  };
}

function ruleAnswer(world: DutiesWorld, { params }: PageRequest) {
  const regel = world.duties.facts.regelwerk.regeln.find(({ id }) => id === params.id);
  if (regel) return { kind: 'page', content: ruleContent(world, regel) } as const;
  const suggestions = world.duties.facts.regelwerk.regeln
    .slice(0, 5)
    .map(({ id, aufgabe }) => ({ key: id, label: aufgabe }));
  return {
    kind: 'refusal',
    refusal: {
      kind: 'not-found',
      code: 'DUTIES_RULE_UNKNOWN',
      message: `Die Regel „${params.id}“ gibt es nicht.`,
      suggestions,
    },
  } as const;
}

function ruleContent(world: DutiesWorld, regel: Regel): PageContent {
  const reached = world.catalogue.leistungen.filter((leistung) => reaches(regel.reichweite, leistung));
  return {
    title: regel.aufgabe,
    preline: 'Regel',
    breadcrumb: [{ label: 'Regeln', href: '/regeln' }],
    main: html`
      ${descriptionList([
        ['Norm', regel.norm],
        ['Beleg', html`${evidenceBadge(regel.evidenz)} ${regel.beleg}`],
        ['Gilt', validity(regel)],
        ['Nachfolge geprüft', regel.nachfolgeGeprueft ? 'ja' : 'nein'],
        ['Stelle', regel.stelle],
        ['Bemerkung', regel.bemerkung],
        [
          'Quellen',
          html`<ul class="kern-list">${regel.quellen.map(({ title, url }) => html`<li>${url ? externalLink(url, title) : title}</li>`)}</ul>`,
        ],
      ])}
      ${section('Wer nimmt die Aufgabe wahr?', spread(regel))}
      ${regel.vorbehalte.length > 0 ? section('Vorbehalte', reservations(regel)) : ''}
      ${section(`Erreichte Leistungen (${reached.length})`, html`<ul class="lw-columns">${reached.slice(0, 400).map(({ id, name }) => html`<li>${textLink(`/katalog/leistungen/${id}`, name)}</li>`)}</ul>`)}`,
    nextSteps: [{ label: 'Alle Regeln', href: '/regeln' }],
  };
}

function spread(regel: Regel) {
  return table({
    caption: 'Verteilung auf die Klassen',
    captionHidden: true,
    columns: [{ label: 'Klasse' }, { label: 'nimmt wahr' }],
    rows: groessenklassen.map((klasse) => [groessenklasseLabel[klasse], wertLabel[regel.verteilung[klasse]]]),
  });
}

function reservations(regel: Regel) {
  return html`<ul class="kern-list kern-list--bullet">${regel.vorbehalte.map(
    ({ grund, ausser }) =>
      html`<li>${grund}${ausser.length > 0 ? html`<br>Ausgenommen: ${ausser.map((each) => each.grund).join('; ')}` : ''}</li>`,
  )}</ul>`;
}

function validity({ validFrom, validTo }: Validity): string {
  const from = validFrom ? formatLocalDate(validFrom) : 'unbekannt';
  return `ab ${from}, ${validTo ? `bis einschließlich ${formatLocalDate(validTo)}` : 'ohne bekanntes Ende'}`;
}
