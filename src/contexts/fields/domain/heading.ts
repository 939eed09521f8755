import type { Feld } from './feld.ts';

const before = 'Eigenes Feld: ';

/** The heading of an own field in files, „Eigenes Feld: Kostenstelle (eigen-kostenstelle)“: labels may change, keys do not. */
export function fieldHeading({ key, label }: Pick<Feld, 'key' | 'label'>): string {
  return label === key ? `${before}${key}` : `${before}${label} (${key})`;
}

/** The key that a heading names; `null` where it is none of an own field. */
export function keyOfHeading(text: string): string | null {
  if (!text.startsWith(before)) return null;
  return /\(((?:eigen|kommune)-[a-z0-9-]+)\)$/.exec(text)?.[1] ?? (text.slice(before.length).trim() || null);
}
