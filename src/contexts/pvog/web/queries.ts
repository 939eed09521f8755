import { z } from 'zod';
import { type EndpunktName, leastPageSize, readArs } from '#standards/pvog';

const mostPageSize = 1_000;

/** Words that somebody types; control characters fall out, blanks at either end too. */
const words = z
  .string()
  .max(10_000)
  .transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim())
  .describe('Words as people type them');

const askedWords = words.refine((text) => text !== '', 'Bitte angeben, was gesucht wird.');

/** Twelve digits, or a beginning that stands for Land, Regierungsbezirk, Kreis or Verband. */
const ars = z
  .string()
  .regex(/^\d{1,12}$/, 'Ein ARS hat 2, 3, 5, 9 oder 12 Ziffern.')
  .transform((text, context) => {
    const read = readArs(text);
    if (read !== null) return read;
    context.addIssue('Ein ARS hat 2, 3, 5, 9 oder 12 Ziffern; einen AGS kennt dieser Dienst nicht.');
    return z.NEVER;
  })
  .describe('Regionalschlüssel: 12 digits, or 2, 3, 5 or 9 that are filled with zeros');

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const number = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'Bitte eine ganze Zahl ab 0.')
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const page = number(0, Number.MAX_SAFE_INTEGER).default(0).describe('Counts from 0');
const size = number(leastPageSize, mostPageSize).default(50);
const token = z.string().min(1).max(400).optional();
const id = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u, 'Eine Kennung hat keine Steuerzeichen.');

const leikaIds = z
  .array(z.string().regex(/^99\d{12}$/, 'Ein LeiKa-Schlüssel hat 14 Ziffern und beginnt mit 99.'))
  .max(100);

/** What each path understands; path parameters stand among the others. Unknown parameters are ignored. */
export const queries = {
  locations: z.object({
    q: askedWords,
    limit: number(1, 100).default(50),
    filterBy: z.enum(['ORT']).optional().describe('ORT: only Gemeinden, no Kreise and Länder'),
  }),
  locationSuggestions: z.object({ q: askedWords }),
  serviceDescriptions: z.object({
    ars,
    q: words.default(''),
    page,
    size,
    useArsHierarchy: flag.default(false),
  }),
  serviceDescriptionsByArs: z.object({ ars, q: words.default(''), page, size }),
  serviceDescriptionDetail: z.object({ id, ars: ars.optional(), applyDynamicParams: flag.default(false) }),
  leikaHierarchy: z.object({ ars, leikaIds: leikaIds.min(1), page, size }),
  leikaIds: z.object({ leikaIds: leikaIds.default([]), page, size }),
  serviceDescriptionsCsv: z.object({ ars: ars.default('000000000000'), q: words.default('') }),
  organisationTitles: z.object({ ars, lbId: id.optional() }),
  organisationDetail: z.object({ q: askedWords }),
  onlineServices: z.object({ ars, nextPageToken: token, size }),
  relations: z.object({ ars: ars.optional(), nextPageToken: token, size }),
} as const satisfies Readonly<Record<EndpunktName, z.ZodObject>>;

/** Parameters of an address as a schema takes them: `leikaIds` may repeat or be parted by commas, of others the first counts. */
export function parametersOf(
  search: URLSearchParams,
  path: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const lists = search.getAll('leikaIds').flatMap((text) => text.split(','));
  const first = [...search.keys()].map((name) => [name, search.get(name) ?? ''] as const);
  return {
    ...Object.fromEntries(first),
    ...(search.has('leikaIds') ? { leikaIds: lists } : {}),
    ...path,
  };
}
