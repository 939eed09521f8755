import type { FieldProblem } from '#kernel';
import type { TenantId } from '#platform';
import type { Colleague, DiscussionDeps, HouseName } from '../deps.ts';
import { type Erwaehnbar, readErwaehnungen } from '../domain/erwaehnung.ts';

export const longestText = 5000;

/** A text that can be kept, with whom it names. */
export interface GelesenerText {
  readonly text: string;
  readonly personen: readonly string[];
  readonly haeuser: readonly string[];
}

/** What cannot be kept says why, under the name of its field. */
export function problemsOfText(text: string, field: string, what: string): readonly FieldProblem[] {
  if (text.trim() === '') return [{ field, message: `Bitte schreiben Sie ${what}.` }];
  if (text.length <= longestText) return [];
  return [{ field, message: `Bitte kürzen Sie auf ${longestText} Zeichen; es sind ${text.length}.` }];
}

/** Whom somebody can name: the active people of their house, and the houses that take part. */
export function erwaehnbare(
  colleagues: readonly Colleague[],
  houses: readonly HouseName[],
): readonly Erwaehnbar[] {
  const people = colleagues.filter(({ email }) => email !== null);
  const once = new Map(houses.map(({ id, name }) => [id, name]));
  return [
    ...people.map(({ id, name }) => ({ token: `mitglied:${id}`, name })),
    ...[...once].map(([id, name]) => ({ token: `haus:${id}`, name })),
  ];
}

/** Reads a text with its mentions. Somebody named who is nobody here would miss it: that is told. */
export async function readText(
  deps: Pick<DiscussionDeps, 'colleagues'>,
  tenant: TenantId,
  houses: readonly HouseName[],
  { text, field }: { readonly text: string; readonly field: string },
): Promise<GelesenerText | readonly FieldProblem[]> {
  const typed = text.replaceAll('\r\n', '\n').trim();
  const colleagues = typed.includes('@') ? await deps.colleagues(tenant) : [];
  const wen = erwaehnbare(colleagues, houses);
  const read = readErwaehnungen(typed, wen);
  if (read.unbekannt.length > 0) {
    const names = wen.map(({ name }) => `@${name}`).join(', ');
    const message = `Wen meinen Sie mit ${read.unbekannt.map((word) => `„@${word}“`).join(', ')}? Erwähnen können Sie: ${names}.`;
    return [{ field, message }];
  }
  return {
    text: read.text,
    personen: read.tokens.filter((token) => token.startsWith('mitglied:')),
    haeuser: read.tokens
      .filter((token) => token.startsWith('haus:'))
      .map((token) => token.slice('haus:'.length)),
  };
}

/** Whether a text was refused. */
export function isProblems(read: GelesenerText | readonly FieldProblem[]): read is readonly FieldProblem[] {
  return Array.isArray(read);
}
