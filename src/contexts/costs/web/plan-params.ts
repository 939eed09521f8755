import { z } from 'zod';

/** Which of the two plans of a year: what is planned, or what it came to. */
export const artSchema = z.enum(['plan', 'ist']).default('plan');
/** Which plan an operation is about. */
export const params = z.object({ dienst: z.string(), jahr: z.coerce.number().int() });
export const query = z.object({ art: artSchema });
