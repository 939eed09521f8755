import { z } from 'zod';
import { onlinedienstSchema } from '../onlinedienst/onlinedienst-schema.ts';
import { testfaelleSchema } from '../testfaelle/testfall.ts';
import { definitionSchema } from './definition-schema.ts';

/** The published JSON Schemas (draft 2020-12) by the name of their file in `data/schemas`. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ['leitwerk-formular-1.schema.json', textOf(definitionSchema, 'Formular (leitwerk/formular@1)')],
    [
      'leitwerk-onlinedienst-1.schema.json',
      textOf(onlinedienstSchema, 'Onlinedienst (leitwerk/onlinedienst@1)'),
    ],
    ['leitwerk-testfaelle-1.schema.json', textOf(testfaelleSchema, 'Testfälle (leitwerk/testfaelle@1)')],
  ]);
}

function textOf(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'ref' }) }, null, 2)}\n`;
}
