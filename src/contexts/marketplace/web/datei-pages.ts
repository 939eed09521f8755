import { type PageAnswer, type PageRoute, refusal } from '#platform';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { openDatei } from '../use-cases/dateien.ts';
import { openDokument } from '../use-cases/dienstdokumente.ts';

/** Signed papers for those whom they concern, and the documents of an offer for everybody. */
export function dateiRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return [
    {
      capability: 'marketplace.file',
      method: 'GET',
      path: '/bestellungen/dateien/:id',
      access: 'signed-in',
      handle: async ({ principal, params }) => {
        const opened = await openDatei(deps, principal, params.id ?? '');
        return opened.ok ? download(opened.value) : refusal(opened.refusal);
      },
    },
    {
      capability: 'marketplace.document',
      method: 'GET',
      path: '/marktplatz/:dienst/dokumente/:id',
      access: 'public',
      handle: async ({ principal, params }) => {
        const opened = await openDokument(deps, principal, params.dienst ?? '', params.id ?? '');
        if (!opened.ok) return refusal(opened.refusal);
        const { inhalt, name, mediaType } = opened.value;
        return download({ bytes: inhalt, name, mediaType });
      },
    },
  ];
}

function download({
  bytes,
  name,
  mediaType,
}: {
  readonly bytes: Buffer;
  readonly name: string;
  readonly mediaType: string;
}): PageAnswer {
  return { kind: 'download', fileName: name, contentType: mediaType, body: new Uint8Array(bytes) };
}
