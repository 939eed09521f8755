import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { jweForm } from './refusals.ts';

/**
 * The protected header of a JWE (RFC 7516 section 4.1) as FIT-Connect uses it: `RSA-OAEP-256` (RFC 7518 section 4.3)
 * wraps the key, `A256GCM` (section 5.3) encrypts, `cty` names the media type of the content and must be there.
 */
export interface JweHeader {
  readonly alg: 'RSA-OAEP-256';
  readonly enc: 'A256GCM';
  readonly kid?: string | undefined;
  readonly cty: string;
  readonly zip?: 'DEF' | undefined;
}

/** A media type without parameters, as the metadata schema writes it. */
export const mediaType = /^[-\w.]+\/[-\w.+]+$/;

const shape = z.object({
  alg: z.literal('RSA-OAEP-256'),
  enc: z.literal('A256GCM'),
  kid: z.string().min(8).max(64).optional(),
  cty: z.string().regex(mediaType),
  zip: z.literal('DEF').optional(),
  crit: z.undefined().optional(),
});

const longest = 4096;

/** The first segment of a compact JWE. Throws where `contentType` is no media type: that is a fault of the caller. */
export function protectedHeader(kid: string, contentType: string) {
  if (!mediaType.test(contentType)) throw new Error(`„${contentType}“ is no media type`);
  return { alg: 'RSA-OAEP-256', enc: 'A256GCM', kid, cty: contentType } as const;
}

/** Reads the first segment. Refuses with `JWE_FORM_INVALID` another algorithm, a missing `cty`, and any `crit`. */
export function parseHeader(segment: string): Result<JweHeader> {
  if (segment.length > longest) return refuse(jweForm('der Kopf ist zu lang'));
  const parsed = shape.safeParse(jsonOf(segment));
  if (parsed.success) return ok(parsed.data);
  const field = String(parsed.error.issues[0]?.path[0] ?? 'Kopf');
  return refuse(jweForm(`die Angabe „${field}“ fehlt oder passt nicht`));
}

function jsonOf(segment: string): unknown {
  try {
    return JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
