import { ok, type Result, refuse } from '#kernel';
import type { Kriterien, StandAenderung } from './stand.ts';
import { typed } from './typed.ts';

/** Parses one of the levels of a model. */
export function parseLevel<Level extends number>(
  value: unknown,
  levels: readonly Level[],
  make: (level: Level | null) => StandAenderung,
): Result<StandAenderung, string> {
  if (value === null || value === '') return ok(make(null));
  const level = levels.find((each) => String(each) === typed(value));
  return level === undefined
    ? refuse(`Der Reifegrad ist eine Stufe von 0 bis ${levels.at(-1)}.`)
    : ok(make(level));
}

/** Parses how far criteria are fulfilled; which there are, and how far each can go, the model knows. */
export function parseKriterien(
  value: unknown,
  make: (kriterien: Kriterien | null) => StandAenderung,
): Result<StandAenderung, string> {
  if (value === null || value === '') return ok(make(null));
  if (typeof value !== 'object' || Array.isArray(value))
    return refuse('Kriterien kommen als Objekt aus Kennung und Stufe.');
  const kriterien = new Map<string, number>();
  for (const [key, level] of Object.entries(value)) {
    if (level === null || level === '') continue;
    if (!/^\d$/.test(typed(level)))
      return refuse(`Das Kriterium „${key.slice(0, 60)}“ hat keine gültige Stufe.`);
    kriterien.set(key, Number(level));
  }
  return ok(make(kriterien.size > 0 ? Object.fromEntries(kriterien) : null));
}
