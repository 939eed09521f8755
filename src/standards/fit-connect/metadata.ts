import type { z } from 'zod';
import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { metadataSchemaUri } from './identifiers.ts';
import { metadataShape, type purposes, type metadataShape as shape } from './metadata-schema.ts';

/** The metadata of a submission (schema 2.x.y), as read. */
export type Metadata = z.infer<typeof shape>;

export type AttachmentPurpose = (typeof purposes)[number];

/** An attachment as the metadata announces it. */
export interface AnnouncedAttachment {
  /** UUID, the same as in the delivery. */
  readonly id: string;
  readonly sha512: string;
  readonly purpose: AttachmentPurpose;
  readonly mimeType: string;
  readonly fileName?: string | undefined;
  readonly description?: string | undefined;
}

/** What a sender says of a submission. */
export interface MetadataFacts {
  readonly data: {
    readonly sha512: string;
    readonly schemaUri: string;
    readonly mimeType: 'application/json' | 'application/xml';
  };
  readonly attachments: readonly AnnouncedAttachment[];
  readonly applicationDate?: LocalDate | undefined;
  /** The sender's own number of the case. */
  readonly senderReference?: string | undefined;
  readonly author?: Metadata['author'];
}

/** Builds metadata of schema 2.1.0. Throws where the facts do not make valid metadata: that is a fault of ours. */
export function buildMetadata(facts: MetadataFacts): Metadata {
  const { data, attachments, applicationDate, senderReference, author } = facts;
  const reference = withoutUndefined({ senderReference, applicationDate });
  return metadataShape.parse({
    $schema: metadataSchemaUri,
    contentStructure: {
      data: {
        hash: { type: 'sha512', content: data.sha512 },
        submissionSchema: { schemaUri: data.schemaUri, mimeType: data.mimeType },
      },
      attachments: attachments.map((attachment) =>
        withoutUndefined({
          attachmentId: attachment.id,
          purpose: attachment.purpose,
          mimeType: attachment.mimeType,
          hash: { type: 'sha512', content: attachment.sha512 },
          filename: attachment.fileName,
          description: attachment.description,
        }),
      ),
    },
    ...(Object.keys(reference).length > 0 ? { additionalReferenceInfo: reference } : {}),
    ...(author ? { author } : {}),
  });
}

/** Reads decrypted metadata. Refuses with `METADATA_INVALID`, naming the places that do not fit the schema. */
export function parseMetadata(text: string): Result<Metadata> {
  const parsed = metadataShape.safeParse(jsonOf(text));
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.slice(0, 20).map(({ path }) => ({
    field: path.join('.') || '$schema',
    message: 'Die Angabe fehlt oder passt nicht zum Metadatenschema.',
  }));
  const message = 'Die Metadaten entsprechen nicht dem Metadatenschema von FIT-Connect.';
  return refuse({ kind: 'invalid', code: 'METADATA_INVALID', message, fields });
}

/** The attachments that metadata announces, in its order. */
export function announcedAttachments(metadata: Metadata): readonly AnnouncedAttachment[] {
  return metadata.contentStructure.attachments.map((attachment) => ({
    id: attachment.attachmentId,
    sha512: attachment.hash.content,
    purpose: attachment.purpose,
    mimeType: attachment.mimeType,
    fileName: attachment.filename,
    description: attachment.description,
  }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function withoutUndefined(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
