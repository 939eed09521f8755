import type { ParameterDefinition } from '../definition/parameter-schema.ts';

/** A value of each kind, with which a form can be shown before a Kommune has given its own. */
const beispiele = {
  text: 'Beispiel',
  url: 'https://beispiel.example/seite',
  integer: 1,
  decimal: 1,
  money: 1_000,
  boolean: true,
  date: '2026-01-01',
  texts: ['Beispielweg'],
} as const;

/** Values of an invented Kommune, as a Kommune states them. */
export function beispielwerte(
  definitions: Readonly<Record<string, ParameterDefinition>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [name, beispielwert(name, definition)]),
  );
}

function beispielwert(name: string, definition: ParameterDefinition): unknown {
  if (definition.type === 'table') {
    const columns = Object.entries(definition.columns);
    const row = Object.fromEntries(columns.map(([column, { type }]) => [column, beispiele[type]]));
    return Array.from({ length: Math.max(1, definition.minRows ?? 1) }, () => row);
  }
  if (definition.type === 'integer') return definition.min ?? beispiele.integer;
  return name === 'kommuneName' ? 'Musterstadt' : beispiele[definition.type];
}
