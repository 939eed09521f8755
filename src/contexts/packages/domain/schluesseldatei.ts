import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import {
  canonicalJson,
  isSignedBy,
  kidOf,
  type Paketschluessel,
  paketschluesselOf,
  type Signierschluessel,
  signPayload,
} from '#standards/leitwerk-paket';

const b64 = z.string().regex(/^[A-Za-z0-9_-]{1,2000}$/);

const nachfolgeSchema = z.strictObject({
  von: b64.describe('Kennung des bisherigen Schlüssels'),
  unterschrift: z.strictObject({ protected: b64, signature: b64 }),
});

export const schluesseldateiSchema = z.strictObject({
  format: z.literal('leitwerk/paketschluessel@1'),
  inhaber: z.string().min(1).max(200),
  kid: b64.describe('SHA-256-Fingerabdruck des JWK nach RFC 7638'),
  jwk: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: b64 }),
  nachfolge: nachfolgeSchema.nullable().describe('Das Wort des bisherigen Schlüssels, dass dieser ihm folgt'),
});

/** A public key as one house gives it to another. */
export type Schluesseldatei = z.infer<typeof schluesseldateiSchema>;

type Nachfolge = z.infer<typeof nachfolgeSchema>;

const typ = 'leitwerk/paketschluessel@1';

/** The own key as a file for others. */
export function schluesseldateiOf(x: string, inhaber: string, nachfolge: unknown): Schluesseldatei {
  const read = nachfolgeSchema.safeParse(nachfolge);
  return {
    format: typ,
    inhaber,
    kid: kidOf(x),
    jwk: { kty: 'OKP', crv: 'Ed25519', x },
    nachfolge: read.success ? read.data : null,
  };
}

/** Reads a key's file; refuses what is none, or whose name does not fit its key (`PAKET_KEY_BROKEN`). */
export function parseSchluesseldatei(text: string): Result<Schluesseldatei> {
  const parsed = schluesseldateiSchema.safeParse(jsonOf(text));
  if (!parsed.success)
    return broken(
      'Das ist kein Schlüssel für Pakete. Bitte fügen Sie den ganzen Text ein, den der Absender unter „Pakete“, „Schlüssel“ sieht.',
    );
  const { jwk, kid } = parsed.data;
  return paketschluesselOf(jwk.x)?.kid === kid
    ? ok(parsed.data)
    : broken(
        'Die Kennung passt nicht zum Schlüssel. Er wurde unterwegs verändert. Bitte lassen Sie ihn sich noch einmal schicken.',
      );
}

/** The word of a key that another follows it. */
export function nachfolgeVon(before: Signierschluessel, x: string, inhaber: string): Nachfolge {
  return { von: before.kid, unterschrift: signPayload(before, typ, payload(x, inhaber)) };
}

/** Whether the key before really said so. */
export function confirmNachfolge(
  { jwk, inhaber, nachfolge }: Schluesseldatei,
  before: Paketschluessel,
): boolean {
  return (
    nachfolge !== null &&
    nachfolge.von === before.kid &&
    isSignedBy(before, nachfolge.unterschrift, payload(jwk.x, inhaber))
  );
}

function payload(x: string, inhaber: string): string {
  return canonicalJson({ inhaber, kid: kidOf(x), x });
}

function jsonOf(text: string): unknown {
  try {
    return text.length <= 20_000 ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function broken(message: string): Result<never> {
  return refuse({
    kind: 'invalid',
    code: 'PAKET_KEY_BROKEN',
    message,
    fields: [{ field: 'schluessel', message }],
  });
}
