import { type Clock, isUuid, ok, type Result, refuse } from '#kernel';
import { type DataKey, keyFromSecret, secretHash, type TenantId, type Tx } from '#platform';
import { linkInvalid } from '../errors.ts';
import type { BoxKeys } from '../sealed-box.ts';
import { findZugang, type ZugangRow } from '../store-entwurf.ts';

/** An open door: the applicant's token matched, so its key opens what is sealed. */
export interface Door {
  readonly tenant: TenantId;
  readonly id: string;
  readonly dienst: string;
  readonly token: string;
  readonly key: DataKey;
  readonly publicKey: Buffer;
  readonly privateKeySealed: Buffer;
  readonly loeschenAm: ZugangRow['loeschenAm'];
}

/** 32 random bytes as base64url. */
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** The key that only a holder of the token can derive (HKDF). */
export function keyOfToken(token: string): DataKey {
  return keyFromSecret(token, 'leitwerk Antrag');
}

/** The tokens that a cookie holds, newest first. */
export function tokensOf(cookie: string | undefined): readonly string[] {
  return (cookie ?? '').split('.').filter((token) => tokenShape.test(token));
}

/** Opens a door by a link's token. Every link that opens nothing gets the same refusal (`ANTRAG_LINK_INVALID`). */
export async function openByToken(
  tx: Tx,
  { clock }: { readonly clock: Clock },
  token: string,
): Promise<Result<Door>> {
  if (!tokenShape.test(token)) return refuse(linkInvalid);
  const row = await findZugang(tx, { tokenHash: secretHash(token) }, clock.today());
  return row ? ok(doorOf(row, token)) : refuse(linkInvalid);
}

/** Opens the door with an id by one of the tokens of a cookie; refuses like a link. */
export async function openById(
  tx: Tx,
  { clock }: { readonly clock: Clock },
  id: string,
  tokens: readonly string[],
): Promise<Result<Door>> {
  if (!isUuid(id) || tokens.length === 0) return refuse(linkInvalid);
  const row = await findZugang(tx, { id }, clock.today());
  const token = row ? tokens.find((each) => secretHash(each).equals(row.tokenHash)) : undefined;
  return row && token !== undefined ? ok(doorOf(row, token)) : refuse(linkInvalid);
}

function doorOf(row: ZugangRow, token: string): Door {
  const { tenant, id, dienst, publicKey, privateKeySealed, loeschenAm } = row;
  return { tenant, id, dienst, token, key: keyOfToken(token), publicKey, privateKeySealed, loeschenAm };
}

/** The pair with which messages to this applicant are opened. */
export function boxKeysOf({ id, key, publicKey, privateKeySealed }: Door): BoxKeys {
  return { publicKey, privateKey: key.open(privateKeyPlace(id), privateKeySealed) };
}

export function privateKeyPlace(row: string) {
  return { table: 'applications.zugang', column: 'private_key_sealed', row };
}

export function contentPlace(row: string) {
  return { table: 'applications.entwurf', column: 'inhalt_sealed', row };
}

export function copyPlace(row: string) {
  return { table: 'applications.antrag', column: 'kopie_sealed', row };
}

export function messagePlace(row: string) {
  return { table: 'applications.nachricht', column: 'text_sealed', row };
}
