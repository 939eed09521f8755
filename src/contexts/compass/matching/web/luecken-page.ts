import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import {
  type AnsweredList,
  answerList,
  emptyState,
  formatNumber,
  formatShare,
  listEndings,
  listPage,
  section,
  statTiles,
} from '#ui';
import { type Reader, readerOf } from '../../use-cases/editor.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { type Luecke, type Luecken, lueckenOf } from '../use-cases/luecken.ts';
import { lueckenDefinition } from './luecken-list.ts';

/** The gaps of the own Kommune: the page and its two files. */
export function lueckenRoutes(deps: MatchingDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'compass.gaps',
    method: 'GET',
    path: `/stand/luecken${ending}`,
    access: { permission: 'compass.stand.read' },
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: MatchingDeps, request: PageRequest): Promise<PageAnswer> {
  const reader = await readerOf(deps, request.principal);
  if (!reader.ok) return refusal(reader.refusal);
  const found = await lueckenOf(deps, reader.value);
  if (!found.ok) return refusal(found.refusal);
  const { name, ags } = reader.value.kommune;
  const list = await answerList(deps, { definition: lueckenDefinition, rows: found.value.luecken }, request, {
    fileName: `luecken-${ags}-${found.value.date}`,
    title: `Lücken von ${name} und was sie schließt`,
    source: `Angaben der Kommune ${name} und das Register der Lösungen in dieser Installation`,
    state: formatLocalDate(found.value.date),
  });
  return list.kind === 'list' ? page(content(reader.value, found.value, list)) : list;
}

function content({ kommune }: Reader, found: Luecken, list: AnsweredList<Luecke>): PageContent {
  return {
    title: `Lücken von ${kommune.name}`,
    preline: 'Stand',
    lead: `Pflichten, die nicht online sind oder unter Reifegrad 3 liegen, und die Lösung, die am besten passt. Pflichten ohne Angabe stehen mit hier: Ob sie Lücken sind, wissen nur Sie.`,
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    wide: true,
    main: html`${tiles(found)}${section(
      'Alle Lücken',
      listPage(lueckenDefinition, list.result, {
        action: '/stand/luecken',
        caption: `Lücken von ${kommune.name}`,
        problems: list.problems,
        noun: ['Lücke', 'Lücken'],
        emptyState: emptyState({
          title: 'Keine Lücke',
          body: 'Alle Pflichten sind online oder nicht anwendbar.',
        }),
      }),
    )}`,
    nextSteps: [
      { label: 'Lösungen, die am meisten schließen', href: '/loesungen-vorschlaege' },
      { label: 'Kommunen mit demselben Bedarf', href: '/buendel' },
      { label: 'Widersprüche in den Angaben', href: '/stand/widersprueche' },
      { label: 'Fachverfahren pflegen', href: '/fachverfahren' },
    ],
  };
}

function tiles({ luecken }: Luecken) {
  const count = (matches: (luecke: Luecke) => boolean) => luecken.filter(matches).length;
  const solved = count(({ kandidaten }) => kandidaten.length > 0);
  return statTiles([
    {
      label: 'Nicht online',
      value: formatNumber(count(({ art }) => art === 'nicht-online')),
      note: 'nach eigener Angabe',
      href: '/stand/luecken?art=nicht-online#liste',
    },
    {
      label: 'Unter Reifegrad 3',
      value: formatNumber(count(({ art }) => art === 'unter-reifegrad')),
      note: 'online, aber nicht OZG-konform (Modell 1.1)',
      href: '/stand/luecken?art=unter-reifegrad#liste',
    },
    {
      label: 'Ohne Angabe',
      value: formatNumber(count(({ art }) => art === 'ohne-angabe')),
      note: 'bitte klären',
      href: '/stand/luecken?art=ohne-angabe#liste',
    },
    {
      label: 'Mit Lösung im Register',
      value: formatNumber(solved),
      note: `von ${formatNumber(luecken.length)}, ${formatShare(solved, luecken.length)}`,
      href: '/stand/luecken?loesung=vorhanden#liste',
    },
  ]);
}
