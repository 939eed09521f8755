import { z } from 'zod';

/*
 * The metadata of a FIT-Connect submission, versions 2.x.y, by https://schema.fitko.de/fit-connect/metadata/2.1.0.
 * Facts only: names, what is required, the allowed values. Objects may carry more, except additionalReferenceInfo.
 */

const uuid = z.uuid();

/** SHA-512 over the unencrypted content, 128 lower-case hexadecimal digits. */
export const hash = z.looseObject({
  type: z.literal('sha512'),
  content: z.string().regex(/^[a-f0-9]{128}$/),
});

const signature = z.looseObject({
  signatureFormat: z.enum(['cms', 'xml', 'pdf', 'asic', 'json']),
  detachedSignature: z.boolean(),
  eidasAdesProfile: z
    .enum(['B', 'T', 'LT', 'LTA'].map((level) => `http://uri.etsi.org/ades/191x2/level/baseline/B-${level}#`))
    .optional(),
  content: z
    .string()
    .regex(/^[a-zA-Z0-9+/=]+|[a-zA-Z0-9_-]+$/)
    .optional(),
});

/** What an attachment is for: the form as PDF, uploaded by the citizen, made by the Onlinedienst, or large Fachdaten. */
export const purposes = ['form', 'attachment', 'report', 'data'] as const;

const attachment = z.looseObject({
  hash,
  purpose: z.enum(purposes),
  mimeType: z.string().regex(/^[-\w.]+\/[-\w.+]+$/),
  attachmentId: uuid,
  filename: z.string().optional(),
  description: z.string().optional(),
  signature: signature.optional(),
  fragments: z.array(uuid).min(1).optional(),
});

const contentStructure = z.looseObject({
  data: z.looseObject({
    hash,
    signature: signature.optional(),
    submissionSchema: z.looseObject({
      schemaUri: z.string().min(1),
      mimeType: z.enum(['application/json', 'application/xml']),
    }),
  }),
  attachments: z.array(attachment),
});

const shortName = z
  .string()
  .regex(/^[\w\d-]+$/)
  .min(1)
  .max(36);

const paymentInformation = z.looseObject({
  transactionId: shortName,
  transactionReference: z.string(),
  transactionUrl: z.string().min(1).optional(),
  transactionTimestamp: z.string().optional(),
  paymentMethod: z.enum(['GIROPAY', 'PAYDIRECT', 'CREDITCARD', 'PAYPAL', 'INVOICE', 'OTHER']),
  paymentMethodDetail: shortName.optional(),
  status: z.enum(['INITIAL', 'BOOKED', 'FAILED', 'CANCELED']),
  grossAmount: z.number().min(0.01).refine(isWholeCents).optional(),
});

function isWholeCents(euros: number): boolean {
  return Math.abs(euros * 100 - Math.round(euros * 100)) < 1e-6;
}

const replyChannel = z
  .looseObject({
    eMail: z.looseObject({ address: z.email(), pgpPublicKey: z.string().optional() }).optional(),
    deMail: z.looseObject({ address: z.email() }).optional(),
    fink: z
      .looseObject({
        finkPostfachRef: z
          .string()
          .regex(/^[-._a-z0-9~/]+$/)
          .max(150),
      })
      .optional(),
    elster: z
      .looseObject({
        accountId: z.string(),
        lieferTicket: z.string().optional(),
        geschaeftszeichen: z.string().max(60).optional(),
      })
      .optional(),
    fitConnect: z
      .looseObject({
        processStandards: z.array(z.string()).min(1),
        encryptionPublicKey: z.looseObject({
          kty: z.literal('RSA'),
          key_ops: z.array(z.literal('wrapKey')),
          alg: z.literal('RSA-OAEP-256'),
          kid: z.string().min(8).max(64),
          n: z.string().min(683),
          e: z.literal('AQAB'),
        }),
      })
      .optional(),
    idBundDeMailbox: z.looseObject({ mailboxUuid: uuid }).optional(),
  })
  .refine((channel) => Object.keys(channel).length === 1);

const additionalReferenceInfo = z.strictObject({
  senderReference: z.string().optional(),
  applicationDate: z.iso.date().optional(),
  idBundDeApplicationId: uuid.optional(),
  zustimmungZumDigitalenBescheid: z.boolean().optional(),
});

const author = z.looseObject({
  name: z.string(),
  description: z.string().optional(),
  url: z.string().optional(),
  product: z.looseObject({
    name: z.string(),
    description: z.string().optional(),
    version: z.string(),
    manufacturer: z.string(),
  }),
});

const dataSet = z.looseObject({
  dataSetId: uuid,
  schema: z.looseObject({
    schemaUri: z.string().min(1),
    mimeType: z.enum(['application/json', 'application/xml', 'application/jose']),
  }),
  hash,
  description: z.string().optional(),
  content: z.unknown().refine((content) => content !== undefined),
});

export const metadataShape = z.looseObject({
  $schema: z
    .string()
    .regex(/^https:\/\/schema\.fitko\.de\/fit-connect\/metadata\/2\.\d+\.\d+\/metadata\.schema\.json$/),
  contentStructure,
  paymentInformation: paymentInformation.optional(),
  replyChannel: replyChannel.optional(),
  additionalReferenceInfo: additionalReferenceInfo.optional(),
  author: author.optional(),
  dataSets: z.array(dataSet).optional(),
});
