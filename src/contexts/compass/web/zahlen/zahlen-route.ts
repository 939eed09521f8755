import { html } from 'hono/html';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import { alert, type Link, listEndings, tabs } from '#ui';
import type { CompassDeps } from '../../doors-deps.ts';
import { frageStellen, type GestellteFrage, mitParametern } from '../../use-cases/frage-stellen.ts';

/** How a page of figures answers a question that was understood. */
export type ZahlenAnswer = (frage: GestellteFrage, request: PageRequest) => Promise<PageAnswer>;

/** The routes of a page of figures: the page, and where it has a table its two files. */
export function zahlenRoutes(
  deps: CompassDeps,
  { capability, path, formats = true }: { capability: string; path: string; formats?: boolean },
  answer: ZahlenAnswer,
): readonly PageRoute[] {
  return (formats ? listEndings : listEndings.slice(0, 1)).map((ending) => ({
    capability,
    method: 'GET',
    path: `${path}${ending}`,
    access: 'signed-in',
    handle: async (request) => {
      if (!(await isSoon(deps.figures()))) return loading(request);
      const frage = await frageStellen(deps, request.principal, request.query);
      return frage.ok ? answer(frage.value, request) : refusal(frage.refusal);
    },
  }));
}

/** What an address asks of a list, with the question as it was understood. */
export function askedOf(
  { path, query }: PageRequest,
  { parameters }: GestellteFrage,
  more: Readonly<Record<string, string>> = {},
): Pick<PageRequest, 'path' | 'query'> {
  return { path, query: mitParametern(query, { ...Object.fromEntries(parameters), ...more }) };
}

/** How long a page waits for figures that are being opened, in milliseconds. */
const patience = 3_000;

async function isSoon(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}

function loading(request: PageRequest): PageAnswer {
  return page({
    title: 'Die Zahlen werden geladen',
    preline: 'Zahlen',
    refreshSeconds: 3,
    main: alert({
      kind: 'info',
      title: 'Einen Augenblick bitte',
      body: html`Nach einem Neustart lesen wir alle Angaben einmal ein. Die Seite lädt sich von selbst neu, oder <a class="kern-link" href="${request.path}?${request.query.toString()}">jetzt neu laden</a>.`,
    }),
  });
}

const parts = [
  { label: 'Überblick', path: '/zahlen' },
  { label: 'Abdeckung', path: '/zahlen/abdeckung' },
  { label: 'Verteilung', path: '/zahlen/verteilung' },
  { label: 'Verlauf', path: '/zahlen/verlauf' },
  { label: 'Zeile für Zeile', path: '/zahlen/paare' },
  { label: 'Karte', path: '/karte' },
  { label: 'Vergleich', path: '/vergleich' },
] as const;

/** A page of figures with the way to all others; filters go along. */
export function zahlenPage(frage: GestellteFrage, path: string, content: PageContent): PageAnswer {
  const links: readonly Link[] = parts.map((part) => ({
    label: part.label,
    href: addressOf(part.path, frage.parameters),
    current: part.path === path,
  }));
  return page({
    preline: 'Zahlen',
    wide: true,
    ...content,
    main: html`${tabs('Zahlen', links)}${problemNotice(frage)}${content.main}`,
  });
}

function problemNotice({ problems }: GestellteFrage) {
  if (problems.length === 0) return '';
  return alert({
    kind: 'warning',
    title: 'Nicht alles in der Adresse ist bekannt',
    body: html`<ul>${problems.map(({ message }) => html`<li>${message}</li>`)}</ul>`,
  });
}

/** An address with parameters. */
export function addressOf(path: string, parameters: URLSearchParams): string {
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** The pairs that a number counts. */
export function paareHref(
  parameters: URLSearchParams,
  changes: Readonly<Record<string, string | number | null>> = {},
): string {
  return addressOf('/zahlen/paare', mitParametern(parameters, changes));
}
