import { foldGerman } from '#kernel';
import { limits } from '../limits.ts';
import type { Choice, Choices } from './choice-fields.ts';

/** The choices whose label holds every word of the text, those that begin with it first. */
export function choicesLike(choices: readonly Choice[], text: string): readonly Choice[] {
  const words = foldGerman(text.slice(0, 200)).split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  const hits: { choice: Choice; begins: boolean }[] = [];
  for (const choice of choices) {
    const label = foldGerman(choice.label);
    if (words.every((word) => label.includes(word))) hits.push({ choice, begins: label.startsWith(first) });
  }
  const order = hits.toSorted((a, b) => Number(b.begins) - Number(a.begins));
  return order.slice(0, limits.matchesShown).map(({ choice }) => choice);
}

/** The value whose label is the text, whatever its case and umlauts; null where none or several are. */
export function valueNamed(labels: ReadonlyMap<string, string | null>, text: string): string | null {
  return labels.get(foldGerman(text.trim())) ?? null;
}

/** Labels without case and umlauts, each with its value; null where two values share one. */
export function labelIndex(choices: readonly Choice[]): ReadonlyMap<string, string | null> {
  const labels = new Map<string, string | null>();
  for (const { value, label } of choices) {
    const key = foldGerman(label);
    labels.set(key, labels.has(key) ? null : value);
  }
  return labels;
}

/** Choices that are always the same and can be named by typing. */
export function searchable(choices: readonly Choice[]): Choices {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  let labels: ReadonlyMap<string, string | null> | null = null;
  return {
    values: [...byValue.keys()],
    allows: (value) => byValue.has(value),
    visible: () => choices,
    labelOf: (value) => byValue.get(value)?.label ?? value,
    named: (text) => {
      if (byValue.has(text)) return text;
      labels ??= labelIndex(choices);
      return valueNamed(labels, text);
    },
    like: (text) => choicesLike(choices, text),
  };
}
