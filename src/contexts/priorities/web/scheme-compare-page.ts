import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { answerList, emptyState, listEndings, listPage, section, statTiles, table } from '#ui';
import { kriterien } from '../domain/kriterium.ts';
import { type Bewegung, bewegungen } from '../domain/vergleich.ts';
import { kriteriumText } from '../messages.ts';
import { manage, type PrioritiesDeps } from '../priorities-deps.ts';
import { type Rangfolge, readRangfolge } from '../use-cases/read-rangfolge.ts';
import { readSchemes } from '../use-cases/schemata.ts';
import { managerOf } from '../use-cases/viewer.ts';
import { paths } from './paths.ts';
import { definitionOf } from './scheme-compare-definition.ts';
import { compareSection } from './schemes-sections.ts';

/** Two schemes over the same values: who moves. */
export function schemeCompareRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'priorities.schemes.compare',
    method: 'GET',
    path: `${paths.schemavergleich}${ending}`,
    access: manage,
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const manager = await managerOf(deps, request.principal, 'Schemata vergleichen');
  if (!manager.ok) return refusal(manager.refusal);
  const { schemata } = await readSchemes(deps, manager.value);
  const [a, b] = [request.query.get('a') ?? '', request.query.get('b') ?? ''];
  const before = await readRangfolge(deps, manager.value, { eigene: null, schema: a });
  if (!before.ok) return refusal(before.refusal);
  const after = await readRangfolge(deps, manager.value, { eigene: null, schema: b });
  if (!after.ok) return refusal(after.refusal);
  const moves = bewegungen(before.value.liste, after.value.liste);
  const definition = definitionOf(after.value);
  const answered = await answerList(deps, { definition, rows: moves }, request, {
    fileName: 'schemavergleich',
    title: `${nameOf(before.value)} und ${nameOf(after.value)}`,
    source: `Schemata von ${manager.value.provider.name}`,
    state: `Stichtag ${after.value.welt.stichtag}`,
  });
  if (answered.kind !== 'list') return answered;
  return page({
    title: 'Zwei Schemata vergleichen',
    preline: 'Prioritäten',
    lead: `Von „${nameOf(before.value)}“ zu „${nameOf(after.value)}“, beide über dieselben Werte von heute.`,
    wide: true,
    breadcrumb: [
      { label: 'Prioritäten', href: paths.rang },
      { label: 'Schemata', href: paths.schemata },
    ],
    main: html`${tiles(moves)}${weightsTable(before.value, after.value)}${section(
      'Wer sich bewegt',
      listPage(definition, answered.result, {
        action: paths.schemavergleich,
        caption: 'Wer sich bewegt',
        problems: answered.problems,
        noun: ['Leistung', 'Leistungen'],
        emptyState: emptyState({
          title: 'Niemand bewegt sich',
          body: 'Beide Schemata geben dieselbe Reihenfolge.',
        }),
      }),
    )}${compareSection(schemata, a, b)}`,
  });
}

function nameOf({ grundlage }: Rangfolge): string {
  return grundlage.art === 'schema'
    ? grundlage.schema.titel
    : grundlage.art === 'beschluss'
      ? grundlage.beschluss.titel
      : 'Übliche Gewichte';
}

function tiles(moves: readonly Bewegung[]) {
  const enters = moves.filter(({ vorher, nachher }) => vorher > 20 && nachher <= 20).length;
  const leaves = moves.filter(({ vorher, nachher }) => vorher <= 20 && nachher > 20).length;
  return statTiles([
    { label: 'Bewegen sich', value: moves.length.toLocaleString('de-DE') },
    { label: 'Neu unter den ersten 20', value: String(enters) },
    { label: 'Nicht mehr unter den ersten 20', value: String(leaves) },
  ]);
}

function weightsTable(before: Rangfolge, after: Rangfolge) {
  return section(
    'Gewichte',
    table({
      caption: 'Gewichte beider Schemata',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Kriterium' },
        { label: 'Vorher', numeric: true },
        { label: 'Nachher', numeric: true },
      ],
      rows: kriterien.map((kriterium) => [
        kriteriumText[kriterium].label,
        String(before.gewichtung.gewichte[kriterium]),
        String(after.gewichtung.gewichte[kriterium]),
      ]),
    }),
  );
}
