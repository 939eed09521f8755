import assert from 'node:assert/strict';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import type { PortalSite } from '../../portal-site.ts';
import type { ApplicationsWorld } from '../../testing/applications-world.ts';
import { applicationRoutes } from '../routes.ts';
import { personForm, smallDogForm } from './hund-forms.ts';

/** Somebody with a browser: keeps cookies, knows where it is. */
export interface Citizen {
  readonly cookies: Map<string, string>;
  readonly get: (address: string) => Promise<PageAnswer>;
  readonly post: (
    address: string,
    form?: Readonly<Record<string, string>>,
    uploads?: PageRequest['uploads'],
  ) => Promise<PageAnswer>;
}

export function citizenOf(
  world: Pick<ApplicationsWorld, 'deps'>,
  site: PortalSite,
  cookies: Map<string, string> = new Map(),
): Citizen {
  const routes = applicationRoutes(world.deps, site);
  const ask = async (method: 'GET' | 'POST', address: string, extra: Partial<PageRequest>) => {
    const url = new URL(address, site.origin);
    const { route, params } = routeOf(routes, method, url.pathname);
    const request: PageRequest = {
      method,
      path: url.pathname,
      params,
      query: url.searchParams,
      form: new URLSearchParams(),
      uploads: new Map(),
      principal: null,
      csrfToken: 'token',
      clientAddress: '192.0.2.1',
      userAgent: 'test',
      cookies: new Map(cookies),
      origin: site.origin,
      ...extra,
    };
    const admitted = request.uploads.size > 0 ? await route.admitUpload?.(request) : undefined;
    if (admitted && !admitted.ok) return { kind: 'refusal', refusal: admitted.refusal } as const;
    const answer = await route.handle(request);
    for (const cookie of 'cookies' in answer ? (answer.cookies ?? []) : []) {
      if (cookie.maxAgeSeconds === 0) cookies.delete(cookie.name);
      else cookies.set(cookie.name, cookie.value);
    }
    return answer;
  };
  return {
    cookies,
    get: (address) => ask('GET', address, {}),
    post: (address, form = {}, uploads = new Map()) =>
      ask('POST', address, { form: new URLSearchParams(form), uploads }),
  };
}

function routeOf(routes: readonly PageRoute[], method: string, path: string) {
  for (const route of routes) {
    const pattern = new RegExp(`^${route.path.replace('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    const match = route.method === method ? pattern.exec(path) : null;
    if (match) return { route, params: { ...match.groups } };
  }
  throw new Error(`no route for ${method} ${path}`);
}

/** Where a redirect leads. */
export function targetOf(answer: PageAnswer): string {
  if (answer.kind === 'page') assert.fail(`a page: ${answer.content.title} ${String(answer.content.main)}`);
  assert.equal(answer.kind, 'redirect', JSON.stringify(answer));
  return answer.kind === 'redirect' ? answer.to : '';
}

/** The HTML of a page. */
export async function htmlOf(answer: PageAnswer): Promise<string> {
  assert.equal(answer.kind, 'page', JSON.stringify(answer).slice(0, 400));
  return answer.kind === 'page' ? String(await answer.content.main) : '';
}

/** The code of a refusal. */
export function codeOf(answer: PageAnswer): string {
  return answer.kind === 'refusal' ? answer.refusal.code : `no refusal but ${answer.kind}`;
}

/** The address that a page's form is sent to. */
export async function actionOf(answer: PageAnswer, part: string): Promise<string> {
  const actions = [...(await htmlOf(answer)).matchAll(/action="([^"]+)"/g)].map(([, action = '']) => action);
  const found = actions.find((action) => action.includes(part));
  assert.ok(found, `no form to ${part}: ${actions}`);
  return found;
}

/** What somebody with one small dog answers, page by page. */
export const hundPages: readonly (readonly [page: string, form: Readonly<Record<string, string>>])[] = [
  ['einordnung', { einordnung: 'nein' }],
  ['hunde', smallDogForm],
  ['weitere-hunde', { angemeldete: '0' }],
  ['ermaessigung', { ermaessigung: 'nein' }],
  ['person', personForm],
  ['zahlung', { zahlweise: 'ueberweisung' }],
  ['erklaerung', { richtig: 'ja' }],
];

/** Begins „Hund anmelden“ and returns the draft's own address. */
export async function begun(citizen: Citizen, konto = ''): Promise<string> {
  const first = targetOf(await citizen.post('/antrag/hund-anmelden', { konto }));
  return first.replace(/\/seite\/.*$/, '');
}

/** Fills in every page as `hundPages` says, with other answers where given; ends before the submission. */
export async function filled(
  citizen: Citizen,
  own: string,
  others: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [page, form] of hundPages) {
    const changed = Object.fromEntries(
      Object.entries(form).map(([name, value]) => [name, others[name] ?? value]),
    );
    const action = await actionOf(await citizen.get(`${own}/seite/${page}`), '/seite/');
    targetOf(await citizen.post(action, changed));
  }
}

/** Submits what was filled in; returns where it leads. */
export async function submitted(citizen: Citizen, own: string): Promise<string> {
  const action = await actionOf(await citizen.get(`${own}/pruefen`), '/absenden');
  return targetOf(await citizen.post(action));
}

/** The number of an Antrag that a page shows. */
export const nummerIn = (html: string): string => /LW-2026-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(html)?.[0] ?? '';
