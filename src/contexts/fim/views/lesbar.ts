import type { Uebernahme } from '../use-cases/uebernehmen.ts';

interface Teil {
  readonly id: string;
  readonly label: string;
  readonly fields?: readonly Teil[];
}

/** Labels of all parts of a form by their names. */
export function labelsOf({ definition }: Pick<Uebernahme, 'definition'>): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const walk = (part: Teil): void => {
    labels.set(part.id, part.label);
    part.fields?.forEach(walk);
  };
  for (const { fields } of definition?.pages ?? []) for (const field of fields) walk(field);
  return labels;
}

const words: readonly (readonly [RegExp, string])[] = [
  [/\band\b/g, 'und'],
  [/\bor\b/g, 'oder'],
  [/\bnot\b/g, 'nicht'],
  [/\bin \[/g, 'ist eines von ['],
  [/\b(?:row|outer)\./g, ''],
];

/** An expression as somebody reads it who knows the questions but not their names. */
export function lesbar(ausdruck: string, labels: ReadonlyMap<string, string>): string {
  const german = words.reduce((text, [pattern, word]) => text.replace(pattern, word), ausdruck);
  const named = german.replace(/\b[a-z]\d{6,14}(?:x\d+|wahl)*\b/g, (name) => {
    const label = labels.get(name);
    return label === undefined ? name : `„${label}“`;
  });
  return named.replace(/answered\((„[^“]*“)\)/g, '$1 ist beantwortet');
}
