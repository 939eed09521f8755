import { z } from 'zod';

/** What a child tells the supervisor. */
export const childMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), address: z.string().nullable() }),
  /** It cannot start and starting again would not help: the sentence ends the whole program. */
  z.object({ kind: z.literal('refused'), message: z.string(), exitCode: z.number().int() }),
]);

export type ChildMessage = z.infer<typeof childMessage>;

/** What the supervisor tells a child. */
export const supervisorMessage = z.object({ kind: z.literal('stop') });
