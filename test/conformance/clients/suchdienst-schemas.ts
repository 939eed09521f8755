/**
 * Answer schemas of the PVOG Suchdienst, as far as its answers are known.
 * Source: samples/pvog/suchdienst-endpoints.tsv, column "note", and samples/pvog/README.md.
 *
 * The facts name fields ("field coverage is partial"), not their types. So a named field must be
 * there and unnamed ones may be; a field is typed only where its name settles it: a list where the
 * facts write "[]", a key of digits where leading zeros would be lost in a number, a count.
 */
import { z } from 'zod';

/** Named by the facts, type unknown: the key must be there, null included. */
const present = z.custom<unknown>((value) => value !== undefined, 'field is missing');
const list = z.array(z.unknown());

/** A regional key or postal code: digits as text; null or empty where the place has none. */
const digits = z.string().regex(/^\d*$/, 'must be digits').nullable();

/** GET /v3/locations: array of {ars,ags,zip,name,gemeinde} */
export const locationsSchema = z.array(
  z.looseObject({ ars: digits, ags: digits, zip: digits, name: z.string(), gemeinde: present }),
);

/** GET /v8beta1/servicedescriptions: serviceDescriptions.content[] */
export const serviceDescriptionsSchema = z.looseObject({
  serviceDescriptions: z.looseObject({ content: list }),
});

/** GET /v6/servicedescriptions/{id}/detail */
export const detailSchema = z.looseObject({
  details: z.array(
    z.looseObject({ code: present, title: present, text: present, links: present }),
  ),
  leikakeys: list,
  organisations: list,
  onlineServiceLinks: list,
});

const onlineServiceSchema = z.looseObject({
  id: z.union([z.string().min(1), z.int()]),
  name: z.string(),
  links: z.array(z.looseObject({ uri: z.string() })),
  serviceDescriptions: z.array(
    z.looseObject({ ars: z.array(z.string().regex(/^\d+$/, 'must be digits')) }),
  ),
});

/** GET /v1beta2/onlineservices; the token of the last page may be missing, null or empty. */
export const onlineServicesSchema = z.looseObject({
  totalHits: z.int().min(0),
  nextPageToken: z.string().nullish(),
  onlineservices: z.array(onlineServiceSchema),
});

export type Location = z.infer<typeof locationsSchema>[number];
export type ServiceDescriptions = z.infer<typeof serviceDescriptionsSchema>;
export type Detail = z.infer<typeof detailSchema>;
export type OnlineService = z.infer<typeof onlineServiceSchema>;
export type OnlineServices = z.infer<typeof onlineServicesSchema>;
