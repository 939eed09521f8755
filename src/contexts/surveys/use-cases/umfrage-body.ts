import { z } from 'zod';
import { parseLocalDate, type Result, refuse } from '#kernel';
import type { Umfrage } from '../domain/umfrage.ts';
import { invalidUmfrage } from '../errors.ts';
import { inhaltSchema } from '../store-umfrage.ts';
import { keepUmfrage } from './keep-umfrage.ts';
import type { Fragende } from './people.ts';

/** A draft as API and command line send it; with `grundlage` it changes the one with that id. */
export const umfrageBody = z.object({
  inhalt: inhaltSchema,
  frist: z.string().nullable().default(null),
  nachfrist: z.string().nullable().default(null),
  id: z.string().optional(),
  grundlage: z
    .int()
    .optional()
    .describe('Die Fassung, die Sie gelesen haben; ohne sie entsteht ein neuer Entwurf'),
});

/** Keeps a draft that came as JSON. */
export async function keepUmfrageBody(
  deps: Parameters<typeof keepUmfrage>[0],
  who: Fragende,
  { inhalt, frist, nachfrist, id, grundlage }: z.output<typeof umfrageBody>,
): Promise<Result<Umfrage>> {
  const days = [frist, nachfrist].map((text) => (text === null ? null : parseLocalDate(text)));
  const problems = days.flatMap((day, at) =>
    day !== null && !day.ok
      ? [{ field: at === 0 ? 'frist' : 'nachfrist', message: day.refusal.message }]
      : [],
  );
  if (problems.length > 0) return refuse(invalidUmfrage(problems));
  const [first, second] = days.map((day) => (day?.ok ? day.value : null));
  const bisher = id !== undefined && grundlage !== undefined ? { id, grundlage } : null;
  return keepUmfrage(deps, who, { inhalt, frist: first ?? null, nachfrist: second ?? null, bisher });
}
