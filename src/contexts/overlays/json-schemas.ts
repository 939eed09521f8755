import { z } from 'zod';
import { transitionSchema } from './change/transition-schema.ts';
import { overlaySchema } from './layer/overlay-schema.ts';

/** The published JSON Schemas (draft 2020-12) by the name of their file in `data/schemas`. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const textOf = (schema: z.ZodType, title: string) =>
    `${JSON.stringify({ title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'ref' }) }, null, 2)}\n`;
  return new Map([
    ['leitwerk-overlay-1.schema.json', textOf(overlaySchema, 'Schicht (leitwerk/overlay@1)')],
    ['leitwerk-uebergang-1.schema.json', textOf(transitionSchema, 'Übergang (leitwerk/uebergang@1)')],
  ]);
}
