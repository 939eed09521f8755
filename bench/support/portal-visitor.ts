import { takeHundAnmeldenLive } from '../../test/support/go-live.ts';
import { visitorOf } from './browser.ts';
import type { LoadPlan, Shot } from './http-load.ts';
import type { Installation } from './installation.ts';

/** Lemgo's portal as those who visit it reach it, each from an address of their own as through a proxy. */
export interface PortalAccess {
  readonly get: (kind: string, path: string, cookie?: string) => Shot;
  /** Sends a form of somebody whom a cookie lets in; an answer that leads elsewhere than to `wanted` counts as an error. */
  readonly post: (
    sent: { readonly kind: string; readonly path: string; readonly cookie: string },
    form: Readonly<Record<string, string>>,
    wanted: (location: string) => boolean,
  ) => Shot;
}

/** Settings of an installation behind a proxy. */
export const behindProxy = { LEITWERK_TRUST_PROXY: 'yes' };

const host = 'lemgo.localhost';

/** Takes „Hund anmelden“ live and visits the portal once, for the token of its forms. */
export async function openPortal(installation: Installation): Promise<PortalAccess> {
  await takeHundAnmeldenLive({
    staff: `http://verwaltung.localhost:${installation.port}`,
    person: (key) => {
      const found = installation.people().find((one) => one.key === key);
      if (!found) throw new Error(`There is no demo person ${key}.`);
      return found;
    },
    codeOf: async () => '',
  });
  const visitor = visitorOf(installation.port, host);
  const page = await visitor.get('/antrag/hund-anmelden');
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body.toString())?.[1];
  if (!csrf) throw new Error(`the form has no token: status ${page.status}`);
  const { cookie = '' } = visitor.headers();
  let visitors = 0;
  const headers = () => {
    visitors += 1;
    const address = `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`;
    const accepted = { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br, zstd' };
    return { host: `${host}:${installation.port}`, 'x-forwarded-for': address, ...accepted };
  };
  const place = { host: '127.0.0.1', port: installation.port };
  return {
    get: (kind, path, own) => ({
      kind,
      options: { ...place, path, headers: { ...headers(), ...(own ? { cookie: own } : {}) } },
    }),
    post: ({ kind, path, cookie: own }, form, wanted) => {
      const sent = { 'content-type': 'application/x-www-form-urlencoded', cookie: `${cookie}; ${own}` };
      return {
        kind,
        options: { ...place, path, method: 'POST', headers: { ...headers(), ...sent } },
        body: new URLSearchParams({ csrf, ...form }).toString(),
        isWanted: ({ statusCode, headers: { location = '' } }) => statusCode === 303 && wanted(location),
      };
    },
  };
}

/** Sends shots of a list in order; a list that ends too early is a fault of the benchmark. */
export function inOrder(shots: readonly Shot[]): LoadPlan['shot'] {
  return (index) => {
    const shot = shots[index];
    if (!shot) throw new Error(`only ${shots.length} requests were prepared`);
    return shot;
  };
}
