import { ok, type Result, refuse } from '#kernel';
import type { PageAnswer, PageRequest, SetCookie, Tx } from '#platform';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps, Purpose } from '../deps.ts';
import { throttled } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import { type Door, openById, tokensOf } from '../use-cases/open-door.ts';

/** A door of this context on one portal. */
export interface Desk {
  readonly deps: ApplicationsDeps;
  readonly site: PortalSite;
}

/** So many Anträge one browser keeps open at once; an older one opens by its link again. */
const tokensInCookie = 8;

export function redirect(to: string): PageAnswer {
  return { kind: 'redirect', to };
}

/** The page, or the refusal that says why there is none. */
export function answered(result: Result<PageAnswer>): PageAnswer {
  return result.ok ? result.value : { kind: 'refusal', refusal: result.refusal };
}

/** Refuses calls beyond the limit before anything is read. */
export function limited({ deps, site }: Desk, purpose: Purpose, request: PageRequest): Result<null> {
  const seconds = deps.limit(purpose, request.clientAddress, site.tenant);
  return seconds > 0 ? refuse(throttled(seconds)) : { ok: true, value: null };
}

/** Opens the door of a page by the browser's tokens, in a transaction of the Kommune. */
export function withDoor<T>(
  { deps, site }: Desk,
  request: PageRequest,
  fn: (tx: Tx, door: Door) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { id = '' } = request.params;
  const tokens = tokensOf(request.cookies.get(deps.cookieName));
  return deps.db.withTenant(site.tenant, antragActor, async (tx) => {
    const door = await openById(tx, deps, id, tokens);
    return door.ok ? fn(tx, door.value) : door;
  });
}

/** Files are read only of somebody who holds the link of a draft, and of nobody who floods. */
export function admitUpload(desk: Desk, request: PageRequest): Promise<Result<unknown>> {
  const allowed = limited(desk, 'upload', request);
  return allowed.ok ? withDoor(desk, request, async (_, door) => ok(door)) : Promise.resolve(allowed);
}

/** The cookie with one token more, for this browser session only; the link is there for later. */
export function cookieWith({ deps }: Desk, request: PageRequest, token: string): SetCookie {
  const others = tokensOf(request.cookies.get(deps.cookieName)).filter((each) => each !== token);
  return { name: deps.cookieName, value: [token, ...others].slice(0, tokensInCookie).join('.') };
}

/** The cookie without a token. */
export function cookieWithout({ deps }: Desk, request: PageRequest, token: string): SetCookie {
  const others = tokensOf(request.cookies.get(deps.cookieName)).filter((each) => each !== token);
  return others.length > 0
    ? { name: deps.cookieName, value: others.join('.') }
    : { name: deps.cookieName, value: '', maxAgeSeconds: 0 };
}
