import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, type PageRoute, page } from '#platform';
import {
  answerList,
  badge,
  emptyState,
  type ListDefinition,
  linkButton,
  listEndings,
  listPage,
  textLink,
} from '#ui';
import type { Massnahme } from '../domain/massnahme.ts';
import type { Vorlage } from '../domain/vorlage.ts';
import { felderOf, feldLabel } from '../felder/massnahme-felder.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { bestandOf } from '../use-cases/grundlage.ts';
import { flashOf, plannerRoute, planung } from './answers.ts';

const address = '/planung/massnahmen';

/** The Massnahmen as page, CSV and XLSX. Every field is a column that the import knows. */
export function massnahmenListRoutes(deps: PlanningDeps): readonly PageRoute[] {
  return listEndings.map((ending) =>
    plannerRoute(deps, 'planning.measures', 'GET', `${address}${ending}`, (planner, request) =>
      answer(deps, planner, request),
    ),
  );
}

async function answer(deps: PlanningDeps, planner: Planner, request: PageRequest): Promise<PageAnswer> {
  const { massnahmen, vorlagen } = await bestandOf(deps, planner);
  const definition = listOf(vorlagen);
  const answered = await answerList(deps, { definition, rows: massnahmen }, request, {
    fileName: `massnahmen-${deps.clock.today()}`,
    title: 'Maßnahmen',
    source: `Angaben von ${planner.anbieter.name}`,
    state: deps.clock.today(),
  });
  if (answered.kind !== 'list') return answered;
  return page({
    title: 'Maßnahmen',
    lead: 'Was zu tun ist, für welche Kommunen, ab wann und wie dringend. Daraus rechnet Leitwerk Pläne.',
    breadcrumb: [planung],
    wide: true,
    ...flashOf(request),
    main: listPage(definition, answered.result, {
      action: address,
      caption: 'Maßnahmen',
      problems: answered.problems,
      noun: ['Maßnahme', 'Maßnahmen'],
      emptyState: emptyState({
        title: 'Noch keine Maßnahme',
        body: 'Maßnahmen entstehen aus dem Bedarf der Kommunen, aus einer Tabelle oder von Hand.',
        action: linkButton('Aus dem Bedarf übernehmen', `${address}/bedarf`),
      }),
    }),
    nextSteps: [
      { label: 'Plan rechnen', href: '/planung#rechnen' },
      { label: 'Aus dem Bedarf übernehmen', href: `${address}/bedarf` },
      { label: 'Maßnahme anlegen', href: `${address}/neu` },
      { label: 'Aus einer Tabelle einlesen', href: `${address}/einlesen` },
    ],
  });
}

function listOf(vorlagen: readonly Vorlage[]): ListDefinition<Massnahme> {
  const art = new Map(vorlagen.map(({ id, name }) => [id, name]));
  const file = (name: string) => ({
    key: `feld-${name}`,
    label: feldLabel[name] ?? name,
    value: ({ inhalt }: Massnahme) => felderOf(inhalt)[name] || null,
    exportOnly: true,
  });
  return {
    id: 'massnahmen',
    defaultSort: { key: 'titel', descending: false },
    search: ({ id, inhalt }) => `${id} ${inhalt.titel} ${inhalt.leistungId ?? ''} ${inhalt.begruendung}`,
    columns: [
      {
        key: 'titel',
        label: 'Maßnahme',
        width: 'wide',
        value: ({ inhalt }) => inhalt.titel,
        cell: ({ id, inhalt, beendet }) =>
          html`${textLink(`${address}/${id}`, inhalt.titel)}${beendet ? html` ${badge('neutral', 'beendet')}` : ''}`,
      },
      { key: 'art', label: 'Art', value: ({ inhalt }) => art.get(inhalt.vorlage) ?? inhalt.vorlage },
      { key: 'zahl', label: 'Für Kommunen', kind: 'number', value: ({ inhalt }) => inhalt.kommunen.length },
      { key: 'gewicht', label: 'Gewicht', kind: 'number', value: ({ inhalt }) => inhalt.gewicht },
      {
        key: 'verfuegbarAb',
        label: 'Verfügbar ab',
        kind: 'date',
        value: ({ inhalt }) => inhalt.verfuegbarAb,
      },
      { key: 'frist', label: 'Frist', kind: 'date', value: ({ inhalt }) => inhalt.frist },
      { key: 'kennung', label: 'Kennung', value: ({ id }) => id, exportOnly: true },
      { key: 'fassung', label: 'Fassung', kind: 'number', value: ({ fassung }) => fassung, exportOnly: true },
      ...['leistung', 'vorlage', 'kommunen', 'begruendung', 'nach'].map(file),
    ],
    filters: [
      {
        key: 'stand',
        label: 'Stand',
        options: [
          { value: 'offen', label: 'offen' },
          { value: 'beendet', label: 'beendet' },
        ],
        values: ({ beendet }) => (beendet ? 'beendet' : 'offen'),
      },
    ],
  };
}
