import type { Definition } from './definition-schema.ts';
import { mapTexts } from './definition-texts.ts';

/** How far a translation is: which texts are not there, and which of its keys no text of the form has. */
export interface LanguageReport {
  readonly language: string;
  readonly texts: number;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

/** The definition in a language; texts that are missing there stay as they are. */
export function translated(definition: Definition, language: string): Definition {
  const texts = textsOf(definition, language);
  const mapped = mapTexts(definition, (key, text) => texts.get(key) ?? text);
  return { ...mapped, language };
}

/** What is missing in each language that the definition speaks. */
export function languageReports(definition: Definition): readonly LanguageReport[] {
  const keys = textKeys(definition);
  const known = new Set(keys.map(({ key }) => key));
  return Object.keys(definition.translations ?? {}).map((language) => {
    const texts = textsOf(definition, language);
    return {
      language,
      texts: known.size,
      missing: keys.map(({ key }) => key).filter((key) => !texts.has(key)),
      unknown: [...texts.keys()].filter((key) => !known.has(key)),
    };
  });
}

/** Every text of the definition with its key, for those who translate. */
export function textKeys(definition: Definition): readonly { readonly key: string; readonly text: string }[] {
  const keys: { key: string; text: string }[] = [];
  mapTexts(definition, (key, text) => {
    keys.push({ key, text });
    return text;
  });
  return keys;
}

function textsOf({ translations }: Definition, language: string): ReadonlyMap<string, string> {
  const texts = translations && Object.hasOwn(translations, language) ? (translations[language] ?? {}) : {};
  return new Map(Object.entries(texts));
}
