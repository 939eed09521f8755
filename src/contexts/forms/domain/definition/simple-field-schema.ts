import { z } from 'zod';
import { limits } from '../limits.ts';
import { expressionSchema, slugSchema, textSchema } from './basic-schemas.ts';
import { answered, common } from './common-parts.ts';
import { optionsSchema } from './option-schema.ts';

const autocomplete = z.string().max(60).optional().describe('Wert von autocomplete nach dem HTML-Standard');
const wholeNumber = z.number().int();
const days = {
  from: expressionSchema.optional().describe('Frühester Tag'),
  to: expressionSchema.optional().describe('Spätester Tag'),
};

const texts = [
  z.strictObject({
    type: z.literal('text'),
    ...answered,
    autocomplete,
    minLength: wholeNumber.min(1).max(limits.textLength).optional(),
    maxLength: wholeNumber.min(1).max(limits.textLength).optional().describe('Vorgabe: 200'),
    characters: z.enum(['any', 'digits', 'letters']).optional(),
    pattern: z
      .string()
      .min(1)
      .max(limits.patternLength)
      .optional()
      .describe('Muster, das die ganze Antwort erfüllt: [A-Z]{2}\\d{3,5}; ohne Rückbezüge und Vorausschau'),
  }),
  z.strictObject({
    type: z.literal('multiline'),
    ...answered,
    maxLength: wholeNumber.min(1).max(limits.textLength).optional().describe('Vorgabe: 2.000'),
  }),
  z.strictObject({ type: z.literal('email'), ...answered }),
  z.strictObject({ type: z.literal('phone'), ...answered }),
  z.strictObject({ type: z.literal('url'), ...answered }).describe('Adresse im Netz'),
  z
    .strictObject({
      type: z.literal('name'),
      ...answered,
      parts: z
        .array(z.enum(['title', 'given', 'family', 'birth']))
        .min(1)
        .optional()
        .describe('Vorgabe: given und family; title und birth sind immer freiwillig'),
    })
    .describe('Name eines Menschen; Teile: title, given, family, birth'),
  z
    .strictObject({
      type: z.literal('address'),
      ...answered,
      country: z.boolean().optional().describe('Auch Anschriften im Ausland, mit Feld für den Staat'),
    })
    .describe('Anschrift; der Ort wird aus der Postleitzahl ergänzt, wo sie ihn bestimmt'),
] as const;

const codes = [
  z.strictObject({ type: z.literal('iban'), ...answered }),
  z.strictObject({ type: z.literal('bic'), ...answered }),
  z.strictObject({ type: z.literal('plate'), ...answered }).describe('Kfz-Kennzeichen'),
  z.strictObject({ type: z.literal('taxId'), ...answered }).describe('Steuerliche Identifikationsnummer'),
  z
    .strictObject({ type: z.literal('pensionId'), ...answered })
    .describe('Versicherungsnummer der Rentenversicherung'),
  z.strictObject({ type: z.literal('ags'), ...answered }).describe('Amtlicher Gemeindeschlüssel, 8 Ziffern'),
  z.strictObject({ type: z.literal('plz'), ...answered }).describe('Postleitzahl'),
] as const;

const times = [
  z.strictObject({ type: z.literal('date'), ...answered, autocomplete, ...days }),
  z
    .strictObject({
      type: z.literal('partialDate'),
      ...answered,
      known: z.enum(['month', 'year']).optional().describe('Was mindestens bekannt sein muss; Vorgabe: year'),
    })
    .describe('Datum, dessen Tag oder Monat unbekannt sein darf; Teile: year, earliest, latest'),
  z.strictObject({ type: z.literal('time'), ...answered }).describe('Uhrzeit'),
  z
    .strictObject({ type: z.literal('datetime'), ...answered, ...days })
    .describe('Tag und Uhrzeit; Teile: day, time'),
  z
    .strictObject({
      type: z.literal('period'),
      ...answered,
      open: z.boolean().optional().describe('Das Ende darf offen bleiben'),
      ...days,
    })
    .describe('Zeitraum; Teile: from, to'),
  z
    .strictObject({
      type: z.literal('year'),
      ...answered,
      min: wholeNumber.min(1000).max(9999).optional(),
      max: wholeNumber.min(1000).max(9999).optional(),
    })
    .describe('Jahreszahl'),
] as const;

const numbers = [
  z.strictObject({
    type: z.literal('number'),
    ...answered,
    unit: z.string().min(1).max(20).optional(),
    decimals: wholeNumber.min(0).max(3).optional().describe('Vorgabe: 0'),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('money'),
    ...answered,
    minCents: wholeNumber.optional(),
    maxCents: wholeNumber.optional(),
  }),
] as const;

const choices = [
  z.strictObject({ type: z.literal('yesno'), ...answered }),
  z.strictObject({
    type: z.literal('choice'),
    ...answered,
    display: z
      .enum(['radio', 'select', 'search'])
      .optional()
      .describe('Vorgabe: radio; search lässt in langen Listen nach Wörtern suchen'),
    options: optionsSchema,
  }),
  z.strictObject({
    type: z.literal('multichoice'),
    ...answered,
    options: optionsSchema,
    minCount: wholeNumber.min(1).max(limits.optionsOfField).optional(),
    maxCount: wholeNumber.min(1).max(limits.optionsOfField).optional(),
  }),
  z
    .strictObject({ type: z.literal('country'), ...answered })
    .describe('Staat, als Schlüssel nach ISO 3166-1 alpha-2'),
  z
    .strictObject({ type: z.literal('nationality'), ...answered })
    .describe('Staatsangehörigkeiten, auch mehrere, staatenlos oder ungeklärt'),
] as const;

const others = [
  z.strictObject({
    type: z.literal('file'),
    ...answered,
    types: z
      .array(z.enum(['pdf', 'jpg', 'png', 'heic', 'docx', 'odt', 'txt']))
      .min(1)
      .describe('Erlaubte Arten'),
    maxBytes: wholeNumber.min(1).max(200_000_000).optional().describe('Je Datei; Vorgabe: 10 MB'),
    maxCount: wholeNumber.min(1).max(limits.filesOfField).optional().describe('Vorgabe: 1'),
  }),
  z
    .strictObject({ type: z.literal('location'), ...answered })
    .describe(
      'Stelle auf der Karte: Koordinaten oder Beschreibung; Teile: lat, lon (Millionstel Grad), text',
    ),
  z
    .strictObject({ type: z.literal('declaration'), ...answered })
    .describe('Erklärung: Der Text steht in label; required false macht sie freiwillig'),
  z
    .strictObject({
      type: z.literal('consent'),
      ...answered,
      purpose: textSchema.describe('Wozu eingewilligt wird'),
      withdrawal: textSchema.describe('Wie man die Einwilligung widerruft'),
    })
    .describe('Einwilligung: immer freiwillig, außer required sagt es anders'),
  z.strictObject({
    type: z.literal('info'),
    ...common,
    text: textSchema.optional(),
    style: z.enum(['text', 'info', 'warning']).optional().describe('Vorgabe: text'),
    link: z
      .strictObject({ label: textSchema, href: textSchema.describe('Adresse mit https://, auch {param.…}') })
      .optional(),
  }),
  z
    .strictObject({
      type: z.literal('summary'),
      ...common,
      pages: z
        .array(slugSchema)
        .min(1)
        .optional()
        .describe('Nur diese früheren Seiten; Vorgabe: alle früheren'),
    })
    .describe('Zeigt frühere Antworten noch einmal'),
  z.strictObject({
    type: z.literal('calculated'),
    ...common,
    value: expressionSchema,
    show: z.boolean().optional().describe('Vorgabe: nein'),
  }),
] as const;

export const simpleFieldSchema = z.discriminatedUnion('type', [
  ...texts,
  ...codes,
  ...times,
  ...numbers,
  ...choices,
  ...others,
]);

/** What can be a column of a table: questions with a single control. */
export const columnSchema = z.discriminatedUnion('type', [
  texts[0],
  numbers[0],
  numbers[1],
  choices[0],
  choices[1],
  times[0],
  times[5],
]);

export type TableColumn = z.infer<typeof columnSchema>;

/** A part of a page that holds no other parts. */
export type SimpleField = z.infer<typeof simpleFieldSchema>;
