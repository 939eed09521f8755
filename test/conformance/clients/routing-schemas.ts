/**
 * Answer schemas of the FIT-Connect Routing API 2.0.0.
 * Source: routing-api-2.0.0.yaml, components.schemas and components.headers.
 *
 * No schema there says "additionalProperties: false", so keys it does not name are allowed; and
 * none says "nullable: true", so null is never allowed. The schemas submission-schema, jwk and jwks
 * are not used by any operation and are therefore not checked.
 */
import { z } from 'zod';

const URI_CHARACTERS = String.raw`(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*`;
const URI = new RegExp(`^[A-Za-z][A-Za-z0-9+.\\-]*:${URI_CHARACTERS}$`);
const URI_REFERENCE = new RegExp(`^${URI_CHARACTERS}$`);

const uri = z.string().regex(URI, 'must be a URI (format: uri, RFC 3986)');
const httpsUri = uri
  .regex(/^https:\/\/.+/, 'must match ^https://.+')
  .refine((value) => URL.canParse(value), 'must be a URI (format: uri)');
const text = z.string().optional();
const integer = z.int();
const int32 = z.int32();

/** An object with a "description" of texts by language. */
const descriptionBlock = z
  .looseObject({ description: z.record(z.string(), z.string()).optional() })
  .optional();

const contactPerson = z.looseObject({
  name: text,
  tel: text,
  fax: text,
  email: z.email({ pattern: z.regexes.html5Email }).optional(),
});

const address = z.looseObject({
  street: text,
  houseNumber: text,
  additional: text,
  zip: text,
  city: text,
});

const processingDuration = z.looseObject({
  minDuration: integer.optional(),
  maxDuration: integer.optional(),
  unit: z
    .enum(['year', 'month', 'week', 'day', 'workday', 'hour', 'minute', 'second'])
    .optional(),
});

/** components.schemas.route */
export const routeSchema = z.looseObject({
  destinationId: z
    .guid('must be a UUID (format: uuid)')
    .min(32)
    .max(36),
  destinationSignature: z
    .string()
    .regex(/^[a-zA-Z0-9\-_]+?\.[a-zA-Z0-9\-_]+?\.[a-zA-Z0-9\-_]+$/, 'must match the JWS pattern'),
  destinationName: text,
  destinationShortName: text,
  destinationLogo: httpsUri.optional(),
  contactPersons: z.array(contactPerson).min(1).max(500).optional(),
  address: address.optional(),
  postalAddress: address.optional(),
  postOfficeBox: z.looseObject({ postOfficeBox: text, zip: text, city: text }).optional(),
  privacyPolicyUrl: httpsUri.optional(),
  imprintUrl: httpsUri.optional(),
  accessibilityUrl: httpsUri.optional(),
  contactFormUrl: httpsUri.optional(),
  furtherInformation: descriptionBlock,
  requiredDocuments: descriptionBlock,
  legalBasis: descriptionBlock,
  deadline: descriptionBlock,
  processingDuration: processingDuration.optional(),
  customParameters: z.record(z.string(), z.unknown()).optional(),
  origin: text,
});

/** components.schemas.area; the pattern of "id" has no end anchor in the specification. */
export const areaSchema = z.looseObject({
  id: z.string().regex(/^\d{1,}/, 'must match ^\\d{1,}'),
  name: z.string(),
  type: z.string(),
});

const paging = {
  count: int32.min(0).max(500),
  offset: int32.min(0),
  totalCount: int32.min(0),
};

/** components.schemas.route-result; "count" is the number of results returned. */
export const routeResultSchema = z
  .looseObject({ ...paging, routes: z.array(routeSchema).max(500) })
  .refine(({ count, routes }) => count === routes.length, {
    path: ['count'],
    message: 'must be the number of routes returned',
  });

/** components.schemas.area-result; "count" is the number of hits returned. */
export const areaResultSchema = z
  .looseObject({ ...paging, areas: z.array(areaSchema).max(500) })
  .refine(({ count, areas }) => count === areas.length, {
    path: ['count'],
    message: 'must be the number of areas returned',
  });

/** components.schemas.info and version */
export const infoSchema = z.looseObject({
  version: z.looseObject({ major: integer, minor: integer, patch: integer }),
});

/**
 * components.schemas.error (RFC 7807). "type" is declared a string described as URI reference;
 * "instance" is described as URI reference but declared "format: uri": the declaration counts here.
 */
export const problemSchema = z.looseObject({
  type: z.string().regex(URI_REFERENCE, 'must be a URI reference'),
  title: z.string(),
  status: integer.min(100).max(599),
  detail: text,
  instance: uri.optional(),
});

/** The answer of status 429 is declared "type: object" as application/json, nothing more. */
export const tooManySchema = z.record(z.string(), z.unknown());

const wholeNumber = z
  .string()
  .regex(/^\d+$/, 'must be one whole number (type: integer)')
  .transform(Number)
  .optional();

/** components.headers; OpenAPI headers are optional unless "required: true" is said. */
export const rateLimitSchema = z
  .object({ limit: wholeNumber, remaining: wholeNumber, reset: wholeNumber })
  .refine(({ limit, remaining }) => (remaining ?? 0) <= (limit ?? Infinity), {
    path: ['remaining'],
    message: 'must not exceed RateLimit-Limit',
  });

export type Route = z.infer<typeof routeSchema>;
export type Area = z.infer<typeof areaSchema>;
export type RouteResult = z.infer<typeof routeResultSchema>;
export type AreaResult = z.infer<typeof areaResultSchema>;
export type Info = z.infer<typeof infoSchema>;
export type Problem = z.infer<typeof problemSchema>;
export type RateLimit = z.infer<typeof rateLimitSchema>;
