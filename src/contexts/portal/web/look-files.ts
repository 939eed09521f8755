import type { PageAnswer, PageRoute } from '#platform';
import type { PortalDeps, PortalSite } from '../deps.ts';
import { fileUnknown } from '../errors.ts';
import { readDatei, type Veroeffentlicht } from '../store-aussehen.ts';

const named = /^([0-9a-f]{16})\.(css|svg|png)$/;

const types = { css: 'text/css; charset=utf-8', svg: 'image/svg+xml', png: 'image/png' } as const;

type Art = keyof typeof types;

/** The name of a file of a look, or `null`. */
export function fileNamed(text: string): { readonly hash: string; readonly art: Art } | null {
  const [, hash, art] = named.exec(text) ?? [];
  return hash !== undefined && (art === 'css' || art === 'svg' || art === 'png') ? { hash, art } : null;
}

/** A file of a look as an answer; its name carries the hash of its content, so it may be kept for ever. */
export function fileAnswer(art: Art, content: Buffer | string, shared: boolean): PageAnswer {
  return { kind: 'asset', contentType: types[art], body: new Uint8Array(Buffer.from(content)), shared };
}

/** Style sheet and Wappen of a site, on its own host: so the policy against foreign content stays as strict as it is. */
export function lookFileRoute(
  { db }: Pick<PortalDeps, 'db'>,
  { tenant }: Pick<PortalSite, 'tenant'>,
): PageRoute {
  return {
    capability: 'portal.machine-files',
    method: 'GET',
    path: '/aussehen/:datei',
    access: 'public',
    handle: async ({ params }) => {
      const file = fileNamed(params.datei ?? '');
      const found = file && (await db.withPublic((tx) => readDatei(tx, tenant, file.hash, file.art)));
      return file && found !== null
        ? fileAnswer(file.art, found, true)
        : { kind: 'refusal', refusal: fileUnknown };
    },
  };
}

/** The addresses of a published look below a folder; `null` where it has none. */
export function lookAddresses(
  look: Pick<Veroeffentlicht, 'farben' | 'cssHash' | 'wappenArt' | 'wappenHash'> | null,
  folder = '/aussehen',
): { readonly css: string | null; readonly wappen: string | null } {
  return {
    css: look?.farben ? `${folder}/${look.cssHash}.css` : null,
    wappen: look?.wappenHash && look.wappenArt ? `${folder}/${look.wappenHash}.${look.wappenArt}` : null,
  };
}
