import { createPrivateKey, createPublicKey, type KeyObject, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JWK, SignJWT } from 'jose';

/** Signs where Anträge go, so that whoever gets it second-hand can check that it comes from this installation. */
export interface DestinationSigner {
  /** A compact JWS (PS512); the same content gives the same text as long as the process lives. */
  readonly sign: (content: DestinationContent) => Promise<string>;
  /** The public key with which a signature is checked. */
  readonly jwks: () => Promise<{ readonly keys: readonly JWK[] }>;
}

/** What is signed: a Zustellpunkt with the areas and Leistungen for which it receives. */
export interface DestinationContent {
  readonly destinationId: string;
  /** Regional keys, as the Zustellpunkt's body has them. */
  readonly gebiete: readonly string[];
  readonly leika: readonly string[];
}

interface SignerDeps {
  /** The installation's private key (PKCS #8, PEM), which lies outside the database. */
  readonly privateKey: () => Promise<string>;
  /** Scheme, host and port of the API. */
  readonly origin: string;
  readonly now: () => Date;
}

const mostKept = 20_000;

/** Opens the signer; the key is read, or made, when something is signed for the first time. */
export function destinationSigner(deps: SignerDeps): DestinationSigner {
  let opened: Promise<OpenKey> | undefined;
  const keyOf = () => {
    opened ??= openKey(deps.privateKey);
    return opened;
  };
  const kept = new Map<string, Promise<string>>();
  return {
    sign: (content) => {
      const text = JSON.stringify(content);
      const known = kept.get(text);
      if (known) return known;
      if (kept.size >= mostKept) kept.clear();
      const signing = keyOf().then((key) => signed(content, key, deps));
      kept.set(text, signing);
      signing.catch(() => kept.delete(text));
      return signing;
    },
    jwks: async () => ({ keys: [(await keyOf()).jwk] }),
  };
}

interface OpenKey {
  readonly key: KeyObject;
  readonly kid: string;
  readonly jwk: JWK;
}

async function openKey(privateKey: () => Promise<string>): Promise<OpenKey> {
  const key = createPrivateKey(await privateKey());
  const jwk = await exportJWK(createPublicKey(key));
  const kid = await calculateJwkThumbprint(jwk);
  return { key, kid, jwk: { ...jwk, kid, alg: 'PS512', key_ops: ['verify'] } };
}

function signed(
  { destinationId, gebiete, leika }: DestinationContent,
  { key, kid }: OpenKey,
  { origin, now }: SignerDeps,
): Promise<string> {
  const services = [
    {
      gebietIDs: gebiete.map((each) => `urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:${each}`),
      leistungIDs: leika.map((each) => `urn:de:fim:leika:leistung:${each}`),
    },
  ];
  return new SignJWT({ submissionHost: new URL(origin).host, services, destinationId })
    .setProtectedHeader({ alg: 'PS512', typ: 'jwt', kid })
    .setIssuer(origin)
    .setIssuedAt(now())
    .setJti(randomUUID())
    .sign(key);
}
