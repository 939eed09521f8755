import { z } from 'zod';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';

const german = z.locales.de().localeError;

/** `pages[2].fields[1].condition` of a path. */
export function placeOf(path: readonly PropertyKey[]): string {
  let place = '';
  for (const part of path)
    place += typeof part === 'number' ? `[${part}]` : `${place ? '.' : ''}${String(part)}`;
  return place || '(Anfang)';
}

/** Reads a value by a schema; a refusal names every place that is wrong, in German. */
export function readBySchema<T>(schema: z.ZodType<T>, value: unknown, code: string, what: string): Result<T> {
  const parsed = schema.safeParse(value, { error: german });
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.flatMap((issue) => problemsOf(issue)).slice(0, 100);
  const message = `${what} passt nicht zum Format: ${fields.length === 1 ? 'eine Stelle' : `${fields.length} Stellen`}, zuerst ${fields[0]?.field}: ${fields[0]?.message}`;
  return refuse({ kind: 'invalid', code, message, fields });
}

/** Of a union, the problems of the branch that fits best, because „invalid input“ helps nobody. */
function problemsOf(issue: z.core.$ZodIssue, before: readonly PropertyKey[] = []): FieldProblem[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length === 0 && path.at(-1) === 'type')
    return [
      { field: placeOf(path), message: 'Diese Art gibt es nicht. Die Arten stehen in docs/formulare.md.' },
    ];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const best = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0];
    if (best && best.length > 0) return best.flatMap((inner) => problemsOf(inner, path));
  }
  return [{ field: placeOf(path), message: issue.message }];
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.path[0] === 'type' ? -5 : 0)));
}
