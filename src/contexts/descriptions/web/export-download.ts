import { type PageAnswer, type PageRequest, refusal } from '#platform';
import { parseFassung } from '#standards/xzufi';
import type { DescriptionsDeps } from '../deps.ts';
import { areaOfText } from '../use-cases/area-of-text.ts';
import { exportFeed } from '../use-cases/export-feed.ts';

/** The export as a file that streams out while it is made. */
export async function exported(deps: DescriptionsDeps, { query }: PageRequest): Promise<PageAnswer> {
  const fassung = parseFassung(query.get('fassung') ?? '') ?? '2.3.1';
  const asked = (query.get('gebiet') ?? '').trim();
  const area = asked === '' ? null : await areaOfText(deps, asked);
  if (area && !area.ok) return refusal(area.refusal);
  const ars = area?.value ?? null;
  return {
    kind: 'download',
    fileName: `beschreibungen-${ars ?? 'alle'}-xzufi-${fassung}.xml`,
    contentType: 'application/xml; charset=utf-8',
    body: streamOf(exportFeed(deps, { fassung, ars })),
  };
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done: over } = await pieces.next();
      if (over) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}
