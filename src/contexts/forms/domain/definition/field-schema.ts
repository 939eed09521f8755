import { z } from 'zod';
import { limits } from '../limits.ts';
import { codeSchema, textSchema } from './basic-schemas.ts';
import { type CommonParts, common } from './common-parts.ts';
import {
  columnSchema,
  type SimpleField,
  simpleFieldSchema,
  type TableColumn,
} from './simple-field-schema.ts';

export type { SimpleField, TableColumn } from './simple-field-schema.ts';

/** Parts that repeat together; in them `row.…` is the own row, `outer.…` the row of the group around it. */
export interface GroupField extends CommonParts {
  readonly type: 'group';
  readonly item: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly display?: 'rows' | 'table' | undefined;
  readonly fields: readonly Field[];
}

/** Parts under one heading, with one condition. They do not repeat, and their names are those of the form. */
export interface SectionField extends CommonParts {
  readonly type: 'section';
  readonly fields: readonly Field[];
}

/** A table whose rows are given; in it `row.…` is the own row. */
export interface TableField extends CommonParts {
  readonly type: 'table';
  readonly rows: readonly { readonly value: string; readonly label: string }[];
  readonly columns: readonly TableColumn[];
}

export type Field = SimpleField | GroupField | SectionField | TableField;

const wholeNumber = z.number().int();

const inner = z.array(z.lazy((): z.ZodType<Field> => fieldSchema));

const groupSchema = z
  .strictObject({
    type: z.literal('group'),
    ...common,
    item: z.string().min(1).max(60).describe('Was eine Zeile ist: „Hund“ gibt „Hund 1“, „Hund 2“'),
    min: wholeNumber.min(0).max(limits.rowsOfGroup).optional().describe('Vorgabe: 1'),
    max: wholeNumber.min(1).max(limits.rowsOfGroup).optional().describe('Vorgabe: 20'),
    display: z
      .enum(['rows', 'table'])
      .optional()
      .describe('table zeigt die Zeilen als Tabelle; Vorgabe: rows'),
    fields: inner.min(1).max(limits.fieldsOnPage),
  })
  .describe(
    'Teile, die sich wiederholen; in ihnen ist row.… die eigene Zeile, outer.… die Zeile darum herum',
  );

const sectionSchema = z
  .strictObject({
    type: z.literal('section'),
    ...common,
    fields: inner.min(1).max(limits.fieldsOnPage),
  })
  .describe('Abschnitt: Teile unter einer Überschrift mit einer Bedingung; sie wiederholen sich nicht');

const tableSchema = z
  .strictObject({
    type: z.literal('table'),
    ...common,
    rows: z
      .array(z.strictObject({ value: codeSchema, label: textSchema }))
      .min(1)
      .max(100),
    columns: z.array(columnSchema).min(1).max(12),
  })
  .describe('Tabelle mit festen Zeilen; in ihr ist row.… die eigene Zeile');

/** A part of a page: a question, a text, or a container of further parts. */
export const fieldSchema: z.ZodType<Field> = z.discriminatedUnion('type', [
  ...simpleFieldSchema.options,
  groupSchema,
  sectionSchema,
  tableSchema,
]);
