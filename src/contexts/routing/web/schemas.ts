import { z } from 'zod';
import { alternativen } from '../domain/route.ts';

const text = z.string();
const maybe = z.string().nullable();

export const placeSchema = z.object({
  ags: text,
  ars: text,
  name: text,
  kreis: maybe,
  land: text,
  plz: maybe,
});

/** One place, or several with the question to ask. */
export const placesSchema = z.object({
  eindeutig: z.boolean(),
  orte: z.array(placeSchema),
  hinweis: maybe,
});

const reasonSchema = z.object({
  schritt: text,
  text,
  quelle: z.object({ title: text, url: maybe }).nullable(),
  evidenz: maybe,
  gueltigVon: maybe,
  gueltigBis: maybe,
  hinweis: maybe,
});

export const routeSchema = z.object({
  leistungId: text,
  leika: maybe,
  leistung: text,
  place: placeSchema,
  tag: text,
  fuer: z.enum(['buerger', 'unternehmen']),
  verdict: text,
  stelle: z
    .object({
      name: text,
      ags: maybe,
      ars: maybe,
      art: z.enum(['gemeinde', 'kreis', 'land', 'bund', 'andere']),
    })
    .nullable(),
  offen: maybe,
  gruende: z.array(reasonSchema),
  amt: z
    .object({
      name: text,
      anschrift: maybe,
      telefon: maybe,
      email: maybe,
      zeiten: maybe,
      website: maybe,
      herkunft: z.enum(['amt', 'onlinedienst', 'feed', 'rathaus', 'website']),
    })
    .nullable(),
  onlinedienst: z
    .object({
      name: text,
      href: text,
      quelle: z.enum(['eigen', 'fremd']),
      vertrauensniveau: maybe,
      gebuehr: maybe,
    })
    .nullable(),
  ruht: maybe,
  statt: z.object({ art: z.enum(alternativen), text, href: maybe, regel: text }).nullable(),
  destination: z.object({ id: text, name: text }).nullable(),
});

const degrees = (most: number) => z.coerce.number().min(-most).max(most).optional();

/** How an address names a place. */
export const placeQuery = {
  ort: z.string().min(1).max(300).optional(),
  ags: z
    .string()
    .regex(/^\d{5}(\d{3})?$/)
    .optional(),
  ars: z
    .string()
    .regex(/^(\d{5}|\d{9}|\d{12})$/)
    .optional(),
  lat: degrees(90),
  lon: degrees(180),
};
