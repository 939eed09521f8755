import { hinweisInWorten } from '../settings/hinweis-worte.ts';
import type { Setting } from '../settings/setting.ts';

/** The schema's own words; where they only repeat what expressions and texts are, shorter ones. */
export function hinweisVon(setting: Setting): string | undefined {
  const schema = setting.hinweis ?? '';
  const text = hinweisInWorten(schema);
  if (schema.startsWith('Text; Ausdrücke')) return undefined;
  if (setting.art === 'text' && setting.ausdruck)
    return schema.startsWith('Ausdruck der Formularsprache')
      ? "Ausdruck, zum Beispiel: anzahl > 2 and art = 'holz'"
      : `${text}. Ausdruck, zum Beispiel: ${/ Tag$/.test(text) ? 'today; das ist der Tag, an dem jemand ausfüllt' : 'anzahl > 2'}`;
  return text || undefined;
}

/** What the schema says of a condition beyond that it is one. */
export function bedingungHinweis({ hinweis }: Setting): string | undefined {
  const text = hinweisInWorten(hinweis ?? '');
  return text === '' || /^(Ausdruck|Eine Bedingung|Der Teil erscheint|Die Seite gehört)/.test(text)
    ? undefined
    : text;
}
