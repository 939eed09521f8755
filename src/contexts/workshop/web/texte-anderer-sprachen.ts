import { html } from 'hono/html';
import { languageReports, parseDefinition } from '#forms';
import { accordion, type Html, textareaField } from '#ui';
import { isObject, type Json, listAt, property, textAt } from '../domain/json.ts';
import { type Ort, textKey } from '../settings/ort.ts';
import { settingLabel } from '../settings/setting-labels.ts';
import { textFeld } from '../use-cases/bauen.ts';
import type { Offen } from './answers.ts';
import { sprachWort } from './sprachwort.ts';

/** The texts of this element in the other languages of the form. */
export function texte({ entwurf }: Offen, { element }: Ort): Html {
  const { formular } = entwurf.dokumente;
  const languages = Object.entries(sprachenVon(formular));
  if (element === null || languages.length === 0) return html``;
  const parsed = parseDefinition(JSON.stringify(formular));
  if (!parsed.ok) return html``;
  const own = textKey(formular, element.weg);
  const inner = element.kinder.map(({ weg }) => `${textKey(formular, weg)}.`);
  // A language without texts misses all of them: so the report names every key.
  const [report] = languageReports({ ...parsed.value, translations: { de: {} } });
  const keys = (report?.missing ?? []).filter(
    (key) => key.startsWith(`${own}.`) && !inner.some((each) => key.startsWith(each)),
  );
  return html`${languages.map(([name, texts]) =>
    accordion({
      title: `Texte: ${sprachWort(name)}`,
      open: keys.some((key) => property(texts, key) === undefined),
      body: html`<div class="lw-stack">${keys.map((key) => {
        const part = key.slice(own.length + 1);
        return textareaField({
          name: `${textFeld}${name}.${key}`,
          label: textWort(part),
          hint: deutsch(element.wert, part),
          value: textAt(texts, key),
          rows: 2,
          optional: true,
        });
      })}</div>`,
    }),
  )}`;
}

/** `option.holz.label` as somebody reads it. */
function textWort(part: string): string {
  const [kind = '', ...rest] = part.split('.');
  return rest.length === 0
    ? settingLabel(kind)
    : `${settingLabel(kind === 'option' ? 'options' : kind)}: ${rest.join(' ')}`;
}

/** The German text that a translation stands for. */
function deutsch(wert: Json, part: string): string {
  const [kind = '', name = ''] = part.split('.');
  const list = kind === 'option' ? listAt(wert, 'options') : kind === 'row' ? listAt(wert, 'rows') : [];
  const entry = list.find((each) => textAt(each, 'value') === name);
  return entry === undefined
    ? textAt(kind === 'messages' ? property(wert, kind) : wert, kind === 'messages' ? name : kind)
    : textAt(entry, part.endsWith('.hint') ? 'hint' : 'label');
}

export function sprachenVon(formular: Json): Readonly<Record<string, Json>> {
  const found = property(formular, 'translations');
  return isObject(found) ? found : {};
}
