import { createHash } from 'node:crypto';
import type { LocalDate } from '#kernel';
import type { TenantId } from '#platform';
import {
  type AnnouncedAttachment,
  authenticationTagOf,
  buildMetadata,
  encryptJwe,
  type MetadataFacts,
  sha512Hex,
} from '#standards/fit-connect';
import type { SealingKey } from './receiving-keys.ts';

/** An attachment that was stored before: what its upload returned, and what the metadata says of it. */
export interface PayloadAttachment extends AnnouncedAttachment {
  /** Under which its ciphertext is stored; `id` is the FIT-Connect attachment id. */
  readonly blob: string;
  /** The authentication tag of its ciphertext. */
  readonly tag: string;
}

/** What an Antrag sends. */
export interface Payload {
  readonly data: Uint8Array;
  readonly mimeType: 'application/json' | 'application/xml';
  readonly schemaUri: string;
  readonly attachments: readonly PayloadAttachment[];
  readonly applicationDate?: LocalDate | undefined;
  readonly senderReference?: string | undefined;
  readonly author?: MetadataFacts['author'];
}

/** A submission that only the authority can read, ready for `deliver`. */
export interface SealedSubmission {
  readonly tenant: TenantId;
  readonly zustellpunkt: string;
  readonly kid: string;
  readonly metadata: string;
  readonly data: string;
  readonly attachments: readonly { readonly id: string; readonly blob: string; readonly tag: string }[];
  readonly contentHash: Buffer;
}

/** Encrypts data and metadata to a Zustellpunkt's key. Pure: nothing is stored, so it needs no transaction. */
export async function sealSubmission(key: SealingKey, payload: Payload): Promise<SealedSubmission> {
  const { mimeType, schemaUri, applicationDate, senderReference, author } = payload;
  const metadata = buildMetadata({
    data: { sha512: sha512Hex(payload.data), schemaUri, mimeType },
    attachments: payload.attachments,
    applicationDate,
    senderReference,
    ...(author ? { author } : {}),
  });
  const plainMetadata = Buffer.from(JSON.stringify(metadata), 'utf8');
  const sealed = {
    metadata: await encryptJwe(key.jwk, plainMetadata, 'application/json'),
    data: await encryptJwe(key.jwk, payload.data, mimeType),
    attachments: payload.attachments.map(({ id, blob, tag }) => ({ id, blob, tag })),
  };
  const place = { tenant: key.tenant, zustellpunkt: key.zustellpunkt, kid: key.jwk.kid };
  return { ...place, ...sealed, contentHash: contentHashOf(sealed) };
}

/** One hash over the ciphertexts of a submission; every event of its chain carries it. */
export function contentHashOf(sealed: {
  readonly metadata: string;
  readonly data: string;
  readonly attachments: readonly { readonly id: string; readonly tag: string }[];
}): Buffer {
  const tags = sealed.attachments
    .map(({ id, tag }) => [id, tag])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const text = JSON.stringify([sealed.metadata, sealed.data, tags]);
  return createHash('sha256').update(text, 'utf8').digest();
}

/** The authentication tags by which sender and receiver show that they mean the same submission. */
export function tagsOf(sealed: Pick<SealedSubmission, 'metadata' | 'data' | 'attachments'>) {
  return {
    metadata: authenticationTagOf(sealed.metadata),
    data: authenticationTagOf(sealed.data),
    attachments: Object.fromEntries(sealed.attachments.map(({ id, tag }) => [id, tag])),
  };
}
