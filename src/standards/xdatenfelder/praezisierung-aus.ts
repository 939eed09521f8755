import type { XdfPraezisierung } from './modell.ts';

const names = ['minLength', 'maxLength', 'minValue', 'maxValue', 'pattern'] as const;

/** What version 2 writes as JSON between the tags, `{"minLength":"1","maxLength":"60"}`; other text stays text. */
export function praezisierungAus(text: string): XdfPraezisierung | null {
  if (text.trim() === '') return null;
  const found = attributesOf(text);
  return {
    minLength: null,
    maxLength: null,
    minValue: null,
    maxValue: null,
    pattern: null,
    text: '',
    ...found,
  };
}

function attributesOf(text: string): Partial<XdfPraezisierung> {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null) return { text };
    const entries = Object.entries(json);
    const known = entries.flatMap(([key, value]) => {
      const name = names.find((each) => each === key);
      return name && (typeof value === 'string' || typeof value === 'number') ? [[name, String(value)]] : [];
    });
    const lengths = known.every(
      ([key = '', value = '']) => !key.endsWith('Length') || /^\d{1,15}$/.test(value),
    );
    return known.length === entries.length && lengths ? Object.fromEntries(known) : { text };
  } catch {
    return { text };
  }
}
