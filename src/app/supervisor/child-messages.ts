import { z } from 'zod';

/** It cannot start and starting again would not help: the sentence ends the whole program. */
const refused = z.object({ kind: z.literal('refused'), message: z.string(), exitCode: z.number().int() });

/** What a child tells the supervisor. */
export const childMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), address: z.string().nullable() }),
  refused,
]);

/** What the process that prepares the installation tells the supervisor: all is there, with what to say to the person. */
export const preparationMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prepared'), text: z.string() }),
  refused,
]);

export type PreparationMessage = z.infer<typeof preparationMessage>;

export type ChildMessage = z.infer<typeof childMessage>;

/** What the supervisor tells a child. */
export const supervisorMessage = z.object({ kind: z.literal('stop') });
