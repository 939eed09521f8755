import type { Setting } from '../settings/setting.ts';

/** The schema's own words; where they only repeat what expressions and texts are, shorter ones. */
export function hinweisVon(setting: Setting): string | undefined {
  const text = setting.hinweis ?? '';
  if (text.startsWith('Text; Ausdrücke')) return undefined;
  if (setting.art === 'text' && setting.ausdruck)
    return text.startsWith('Ausdruck der Formularsprache')
      ? "Ausdruck, zum Beispiel: anzahl > 2 and art = 'holz'"
      : `${text}. Ausdruck, zum Beispiel: ${/ Tag$/.test(text) ? 'today; das ist der Tag, an dem jemand ausfüllt' : 'anzahl > 2'}`;
  return text || undefined;
}
