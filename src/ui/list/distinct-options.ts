import type { FilterOption } from './definition.ts';

const german = new Intl.Collator('de', { numeric: true });

/** The choices of a filter as they occur in the rows, in German order. */
export function distinctOptions<Row>(
  value: (row: Row) => string | readonly string[] | null,
  label: (value: string) => string = (text) => text,
): (rows: readonly Row[]) => readonly FilterOption[] {
  return (rows) => {
    const values = new Set<string>();
    for (const row of rows) {
      const own = value(row) ?? [];
      if (typeof own === 'string') values.add(own);
      else for (const one of own) values.add(one);
    }
    return [...values]
      .map((one) => ({ value: one, label: label(one) }))
      .sort((a, b) => german.compare(a.label, b.label));
  };
}
