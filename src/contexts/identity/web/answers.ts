import { type Result, refuse } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type Principal,
  refusal,
  type SetCookie,
} from '#platform';
import { tenantMissing } from '../errors.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { callerOf } from '../use-cases/actors.ts';
import type { Caller } from '../use-cases/deps.ts';
import type { OpenedSession } from '../use-cases/open-session.ts';
import { flashes } from './flashes.ts';

/** A page. */
export function page(content: PageContent, cookies: readonly SetCookie[] = []): PageAnswer {
  return { kind: 'page', content, cookies };
}

export function redirect(to: string, cookies: readonly SetCookie[] = []): PageAnswer {
  return { kind: 'redirect', to, cookies };
}

/** Leads to a page that says once what was done. */
export function done(
  to: string,
  flash: keyof typeof flashes,
  cookies: readonly SetCookie[] = [],
): PageAnswer {
  return redirect(`${to}?getan=${flash}`, cookies);
}

/** What the last action did, as the address names it. */
export function flashOf(request: PageRequest): Pick<PageContent, 'flash'> {
  const name = request.query.get('getan') ?? '';
  const flash = Object.hasOwn(flashes, name) ? flashes[name as keyof typeof flashes] : undefined;
  return flash ? { flash } : {};
}

/** Leads on where something went well, and to the page of its refusal where not. */
export function answerOf(result: Result<unknown>, then: PageAnswer): PageAnswer {
  return result.ok ? then : refusal(result.refusal);
}

/** The session's cookie as the browser sent it. */
export function cookieOf(deps: IdentityDeps, request: PageRequest): string | undefined {
  return request.cookies.get(deps.cookieName);
}

/** Sets the cookie of a session just opened. It lives as long as the browser; the server ends the session. */
export function sessionCookie(deps: IdentityDeps, opened: OpenedSession): readonly SetCookie[] {
  return [{ name: deps.cookieName, value: opened.cookieValue }];
}

export function noCookie(name: string): readonly SetCookie[] {
  return [{ name, value: '', maxAgeSeconds: 0 }];
}

/** Runs a handler for the organisation of whoever asks. */
export async function withCaller(
  principal: Principal | null,
  handle: (caller: Caller) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const caller = callerOf(principal);
  return caller ? handle(caller) : refusal(tenantMissing);
}

/** The caller of an operation; a principal without an organisation is refused. */
export function requireCaller(principal: Principal | null): Result<Caller> {
  const caller = callerOf(principal);
  return caller ? { ok: true, value: caller } : refuse(tenantMissing);
}

/** An address on this site, taken from a parameter; anything else becomes the start page. */
export function safeAddress(text: string | null): string {
  return text && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text) ? text : '/';
}
