import type { z } from 'zod';
import type { IncomingFile } from '#platform';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import type { fileBody } from './schemas.ts';

/** A file that came in the body of an API call, looked at for malware. */
export async function fileOfBody(
  { scan }: Pick<MarketplaceDeps, 'scan'>,
  { name, base64 }: z.output<typeof fileBody>,
): Promise<IncomingFile> {
  const bytes = Buffer.from(base64, 'base64');
  return { fileName: name, bytes, scanned: await scan(bytes) };
}
