export { decryptJwe, encryptJwe, type OpenedJwe } from './compact-jwe.ts';
export {
  type EncryptionJwk,
  encryptionJwkOf,
  keyBits,
  parseEncryptionJwk,
  privateKeyFromPem,
} from './encryption-key.ts';
export { type AuthenticationTags, authenticationTagOf, sha512Hex } from './integrity.ts';
export type { JweHeader } from './jwe-header.ts';
export {
  type AnnouncedAttachment,
  type AttachmentPurpose,
  announcedAttachments,
  buildMetadata,
  type Metadata,
  type MetadataFacts,
  parseMetadata,
} from './metadata.ts';
export { type VerifiedStream, verifyJweStream } from './stream-decrypt.ts';
export { encryptJweStream, type JweSummary, type StreamedJwe } from './stream-encrypt.ts';
