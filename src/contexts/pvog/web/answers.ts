import { z } from 'zod';
import type { EndpunktName } from '#standards/pvog';

const text = z.string();
const maybe = text.nullable();
const texts = z.array(text);

const location = z.object({
  ars: text,
  ags: text,
  zip: maybe,
  name: text,
  gemeinde: maybe,
  kreis: maybe,
  land: text,
  art: z.enum(['ORT', 'KREIS', 'LAND']),
});

const item = z.object({
  id: text,
  name: text,
  teaser: text,
  leistungId: text,
  leikaIds: texts,
  ars: text,
  lastUpdate: maybe,
  editor: text,
});

const list = z.object({
  serviceDescriptions: z.object({
    content: z.array(item),
    page: z.int(),
    size: z.int(),
    totalElements: z.int(),
    totalPages: z.int(),
  }),
});

const organisation = z.object({
  id: text,
  name: text,
  address: maybe,
  phone: maybe,
  email: maybe,
  openingHours: maybe,
  ars: texts,
});

const detail = z.object({
  id: text,
  name: text,
  leistungId: text,
  language: text,
  details: z.array(
    z.object({
      code: text,
      title: text,
      text,
      links: z.array(z.object({ uri: text, title: text })),
    }),
  ),
  leikakeys: texts,
  organisations: z.array(organisation),
  onlineServiceLinks: z.array(z.object({ title: text, uri: text, trustLevel: maybe })),
  lastUpdate: maybe,
  editor: maybe,
});

const onlineServices = z.object({
  totalHits: z.int(),
  nextPageToken: maybe,
  onlineservices: z.array(
    z.object({
      id: text,
      name: text,
      links: z.array(z.object({ uri: text })),
      serviceDescriptions: z.array(z.object({ id: text, name: maybe, leikaIds: texts, ars: texts })),
      trustLevel: maybe,
    }),
  ),
});

const relations = z.object({
  nextPageToken: maybe,
  relations: z.array(
    z.object({
      type: z.enum(['organisationseinheit', 'onlinedienst']),
      id: text,
      serviceDescriptionId: text,
      role: maybe,
      ars: texts,
    }),
  ),
});

/** What each path answers, for its description; the CSV has no schema. */
export const answerSchemas = {
  locations: z.array(location),
  locationSuggestions: z.array(z.object({ text, ars: text })),
  serviceDescriptions: list,
  serviceDescriptionsByArs: list,
  serviceDescriptionDetail: detail,
  leikaHierarchy: list,
  leikaIds: z.object({
    content: z.array(z.object({ leikaId: text, id: text, name: text })),
    page: z.int(),
    size: z.int(),
    totalElements: z.int(),
    totalPages: z.int(),
  }),
  serviceDescriptionsCsv: null,
  organisationTitles: z.array(z.object({ id: text, title: text })),
  organisationDetail: z.array(organisation),
  onlineServices,
  relations,
} as const satisfies Readonly<Record<EndpunktName, z.ZodType | null>>;
