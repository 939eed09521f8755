import { html } from 'hono/html';
import { formatLocalDate, type Result } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import {
  type AnsweredList,
  answerList,
  button,
  emptyState,
  form,
  formatNumber,
  linkButton,
  listEndings,
  listFormatOf,
  listPage,
  selectField,
  statTiles,
} from '#ui';
import { type DeltaEntry, deltaCounts } from '../domain/catalogue-delta.ts';
import { deltaKindLabel, deltaKinds } from '../domain/delta-kinds.ts';
import { messages } from '../messages.ts';
import type { AnyFassungRow } from '../store.ts';
import type { Delta } from '../use-cases/catalogue-versions.ts';
import type { VersionPageDeps } from '../version-deps.ts';
import { addresses } from '../views/addresses.ts';
import { deltaList } from '../views/delta-list.ts';

/** What differs between any two Fassungen: page and exports. */
export function deltaRoutes(deps: VersionPageDeps): readonly PageRoute[] {
  const see = { capability: 'catalogue.delta', method: 'GET', access: 'public' } as const;
  return listEndings.map((ending) => ({
    ...see,
    path: `${addresses.aenderungen}${ending}`,
    handle: (request) => show(deps, request),
  }));
}

/** The two Fassungen that the address names; without them the last two. Null while there is only one. */
async function asked({ versions }: VersionPageDeps, query: URLSearchParams): Promise<Result<Delta> | null> {
  const numbers = ['von', 'bis']
    .map((name) => query.get(name))
    .map((text) => (text === null ? null : Number(text)));
  const latest = await versions.latest();
  const [von, bis] = [numbers[0] ?? latest?.[0], numbers[1] ?? latest?.[1]];
  if (von === undefined || bis === undefined) return null;
  return versions.delta(whole(von), whole(bis));
}

function whole(number: number): number {
  return Number.isSafeInteger(number) && number < 2 ** 31 ? number : 0;
}

async function show(deps: VersionPageDeps, request: PageRequest): Promise<PageAnswer> {
  const found = await asked(deps, request.query);
  if (found !== null && !found.ok) return { kind: 'refusal', refusal: found.refusal };
  const all = await deps.versions.all();
  const alone = found === null || (found.value.von === found.value.bis && !request.query.has('bis'));
  if (alone && listFormatOf(request.path) === null) return { kind: 'page', content: onlyOne(all) };
  if (found === null) return { kind: 'redirect', to: addresses.aenderungen };
  const list = await listOf(deps, found.value, request);
  return list.kind === 'list' ? { kind: 'page', content: content(found.value, list, all, request) } : list;
}

/** The differences as the address asks for them; its two Fassungen are named from then on. */
function listOf(deps: VersionPageDeps, { von, bis, entries }: Delta, { path, query }: PageRequest) {
  const kept = new URLSearchParams(query);
  kept.set('von', String(von.fassung.nummer));
  kept.set('bis', String(bis.fassung.nummer));
  return answerList(
    deps,
    { definition: deltaList, rows: entries },
    { path, query: kept },
    {
      fileName: `katalog-aenderungen-${von.fassung.nummer}-${bis.fassung.nummer}`,
      title: 'Änderungen im Katalog',
      source: `${bis.fassung.quelle}. Lizenz: ${bis.fassung.lizenz}`,
      state: `Fassung ${von.fassung.nummer} (${formatLocalDate(von.fassung.stand)}) bis ${bis.fassung.nummer} (${formatLocalDate(bis.fassung.stand)})`,
    },
  );
}

function content(
  { von, bis, entries }: Delta,
  { result, problems }: AnsweredList<DeltaEntry>,
  all: readonly AnyFassungRow[],
  request: PageRequest,
): PageContent {
  const counts = deltaCounts(entries);
  const tiles = deltaKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({
      label: deltaKindLabel[kind],
      value: formatNumber(counts[kind]),
      href: `${addresses.zwischen(von.fassung.nummer, bis.fassung.nummer)}&art=${kind}#liste`,
    }));
  return {
    title: 'Was sich im Katalog geändert hat',
    lead: `Von Fassung ${von.fassung.nummer} (Stand ${formatLocalDate(von.fassung.stand)}) zu Fassung ${bis.fassung.nummer} (Stand ${formatLocalDate(bis.fassung.stand)}, ${bis.fassung.quelle}).`,
    wide: true,
    ...(request.query.get('meldung') === 'uebernommen'
      ? { flash: { kind: 'success', title: `Übernommen als Fassung ${bis.fassung.nummer}` } as const }
      : {}),
    breadcrumb: [
      { label: messages.katalog, href: addresses.katalog },
      { label: 'Fassungen', href: addresses.fassungen },
    ],
    main: html`<div class="lw-stack">${chooser(von.fassung.nummer, bis.fassung.nummer, all)}${tiles.length > 0 ? statTiles(tiles) : ''}${listPage(
      deltaList,
      result,
      {
        action: addresses.aenderungen,
        caption: 'Änderungen im Katalog',
        problems,
        noun: ['Eintrag', 'Einträge'],
        emptyState: emptyState({
          title: 'Kein Unterschied',
          body: 'Beide Fassungen sagen dasselbe.',
          icon: 'search',
        }),
      },
    )}</div>`,
    nextSteps: [{ label: 'Alle Fassungen', href: addresses.fassungen }],
  };
}

function chooser(von: number, bis: number, all: readonly AnyFassungRow[]) {
  const options = all.toReversed().map(({ nummer, stand, zurueckgenommen }) => ({
    value: String(nummer),
    label: `Fassung ${nummer}, Stand ${stand.split('-').reverse().join('.')}${zurueckgenommen ? ' (zurückgenommen)' : ''}`,
  }));
  const field = (name: string, label: string, value: number) =>
    selectField({ name, label, options, value: String(value), placeholder: null });
  return form(
    { action: addresses.aenderungen, method: 'get', label: 'Fassungen wählen' },
    html`<div class="lw-inline-form">${field('von', 'Von', von)}${field('bis', 'Bis', bis)}${button('Vergleichen', { kind: 'secondary' })}</div>`,
  );
}

function onlyOne(all: readonly AnyFassungRow[]): PageContent {
  return {
    title: 'Was sich im Katalog geändert hat',
    breadcrumb: [{ label: messages.katalog, href: addresses.katalog }],
    main: emptyState({
      title: 'Noch gibt es nichts zu vergleichen',
      body: `Der Katalog hat ${all.length === 1 ? 'eine Fassung' : 'keine zweite Fassung, die gilt'}. Sobald eine weitere eingelesen ist, steht hier, was sie ändert.`,
      icon: 'search',
      action: linkButton('Zu den Fassungen', addresses.fassungen, { kind: 'secondary' }),
    }),
  };
}
