import { isUuid } from '#kernel';

const compactJws = /^[a-zA-Z0-9\-_]+\.([a-zA-Z0-9\-_]+)\.[a-zA-Z0-9\-_]+$/;

/**
 * The id of a Zustellpunkt that a feed names by a signed destination (JWS); null where the text is none. Who signed it is for
 * the sender to check: the key is the other installation's.
 */
export function destinationIdOf(jws: string): string | null {
  const payload = compactJws.exec(jws)?.[1];
  if (payload === undefined || jws.length > 20_000) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const id =
      typeof claims === 'object' && claims !== null && 'destinationId' in claims && claims.destinationId;
    return typeof id === 'string' && isUuid(id) ? id : null;
  } catch {
    return null;
  }
}
