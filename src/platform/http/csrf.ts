import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The name of the form field that carries the token. */
export const csrfField = 'csrf';

/** Ties a form to the browser that got it: the token is an HMAC over a random cookie. */
export interface Csrf {
  readonly cookieName: string;
  readonly newCookie: () => string;
  readonly tokenFor: (cookie: string) => string;
  readonly matches: (cookie: string, token: string) => boolean;
}

/** CSRF tokens under a key of the installation. */
export function createCsrf(key: string, installationId: string): Csrf {
  const tokenFor = (cookie: string): string =>
    createHmac('sha256', key).update(`csrf:${cookie}`).digest('base64url');
  return {
    cookieName: `__Host-lw-${installationId}-csrf`,
    newCookie: () => randomBytes(18).toString('base64url'),
    tokenFor,
    matches: (cookie, token) => {
      const expected = Buffer.from(tokenFor(cookie));
      const given = Buffer.from(token);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}

/** Whether the browser says that the request comes from another site. */
export function isForeignSite(headers: Headers, ownOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const origin = headers.get('origin');
  return origin !== null && origin !== ownOrigin;
}
