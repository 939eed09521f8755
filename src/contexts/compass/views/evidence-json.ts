import { z } from 'zod';
import type { GeoeffneterNachweis } from '../use-cases/nachweis-datei.ts';

export const evidenceSchema = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  hochgeladenAm: z.iso.datetime(),
  base64: z.base64(),
});

/** A file of evidence as API and command line give it. */
export function evidenceJson({ datei, inhalt }: GeoeffneterNachweis): z.input<typeof evidenceSchema> {
  const { id, name, mediaType, bytes, sha256, hochgeladenAm } = datei;
  return {
    id,
    name,
    mediaType,
    bytes,
    sha256,
    hochgeladenAm: hochgeladenAm.toISOString(),
    base64: inhalt.toString('base64'),
  };
}
