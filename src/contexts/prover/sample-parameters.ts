import type { ParameterValues } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';

type Definitions = Onlinedienst['form']['parameters'];
type Value = ParameterValues['single'][string];

const samples: Readonly<Record<string, Value>> = {
  text: 'Beispiel',
  url: 'https://beispiel.example/seite',
  integer: 1,
  decimal: 1000,
  money: 1000,
  boolean: true,
  date: '2026-01-01',
  texts: ['Beispielweg'],
};

/** Values with which a form can be shown before any Kommune has given its own. Nothing is concluded from them but how pages look. */
export function sampleParameters(definitions: Definitions): ParameterValues {
  const single: Record<string, Value> = Object.create(null);
  const tables: Record<string, readonly Readonly<Record<string, Value>>[]> = Object.create(null);
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.type !== 'table') {
      const least = definition.type === 'integer' ? definition.min : undefined;
      single[name] = least ?? samples[definition.type];
      continue;
    }
    const columns = Object.entries(definition.columns);
    const row = Object.fromEntries(columns.map(([column, { type }]) => [column, samples[type]]));
    tables[name] = Array.from({ length: Math.max(1, definition.minRows ?? 1) }, () => row);
  }
  return { single, tables };
}
