import type { Uebernahme } from '../use-cases/uebernehmen.ts';

type Definition = NonNullable<Uebernahme['definition']>;
type Part = Definition['pages'][number]['fields'][number];
type Answer = string | number | boolean | readonly Answer[] | { readonly [key: string]: Answer };

/** Draws whole numbers from 0 to below `end`. */
export type Draw = (end: number) => number;

/** Right answers to every question of a form, drawn by chance; what is not on the way does not count. */
export function fillForm(definition: Definition, draw: Draw): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const { fields } of definition.pages) fill(fields, answers, definition, draw);
  return answers;
}

function fill(
  parts: readonly Part[],
  answers: Record<string, Answer>,
  definition: Definition,
  draw: Draw,
): void {
  for (const part of parts) {
    if (part.type === 'section') fill(part.fields, answers, definition, draw);
    else if (part.type === 'group') answers[part.id] = rowsOf(part, definition, draw);
    else {
      const answer = answerTo(part, definition, draw);
      if (answer !== null) answers[part.id] = answer;
    }
  }
}

function rowsOf(
  part: Extract<Part, { type: 'group' }>,
  definition: Definition,
  draw: Draw,
): readonly Answer[] {
  const { min = 1, max = 20 } = part;
  const count = Math.min(max, min + draw(2));
  return Array.from({ length: count }, (_, index) => {
    const row: Record<string, Answer> = { key: `r${index}` };
    fill(part.fields, row, definition, draw);
    return row;
  });
}

const patterned = ['32657', 'name@beispiel.de', '2026', 'DE'];

function answerTo(part: Part, definition: Definition, draw: Draw): Answer | null {
  switch (part.type) {
    case 'text': {
      if (part.pattern)
        return patterned.find((text) => new RegExp(`^(?:${part.pattern})$`).test(text)) ?? null;
      const { minLength = 1, maxLength = 200 } = part;
      return 'a'.repeat(Math.min(maxLength, minLength + draw(10)));
    }
    case 'multiline':
      return 'Zeile 1\nZeile 2';
    case 'yesno':
      return draw(2) === 1;
    case 'date':
      return '2020-02-03';
    case 'number': {
      const { min = 0, max = min + 100 } = part;
      return Math.round(Math.min(max, min + draw(28)) * 1_000) / 1_000;
    }
    case 'choice':
      return pick(valuesOf(part.options, definition), draw) ?? null;
    case 'multichoice':
      return valuesOf(part.options, definition).slice(0, Math.max(1, part.minCount ?? 1));
    case 'file':
      return [{ id: 'datei1', name: 'Nachweis.pdf', type: part.types[0] ?? 'pdf', bytes: 1_000 }];
    default:
      return null;
  }
}

function valuesOf(
  options: Extract<Part, { type: 'choice' }>['options'],
  { codeLists = {} }: Definition,
): readonly string[] {
  if ('list' in options) return (codeLists[options.list]?.entries ?? []).map(({ value }) => value);
  return 'from' in options ? [] : options.map(({ value }) => value);
}

function pick<T>(values: readonly T[], draw: Draw): T | undefined {
  return values[draw(values.length)];
}
