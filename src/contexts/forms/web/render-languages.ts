import { html } from 'hono/html';
import type { Html } from '#ui';
import { actionField, actionValue } from '../domain/evaluate/page-action.ts';
import type { PageModel } from '../domain/evaluate/page-model.ts';
import type { WebWords } from './words.ts';

/** A button for each language that the form speaks; it saves the page and shows it in that language, without script. */
export function renderLanguages(model: PageModel, words: WebWords): Html | '' {
  if (model.languages.length < 2) return '';
  const buttons = model.languages.map((language) => {
    const value = actionValue({ kind: 'language', language });
    const current = language === model.language ? html` aria-current="true"` : '';
    return html`<button type="submit" class="kern-btn kern-btn--tertiary kern-btn--x-small" lang="${language}" name="${actionField}" value="${value}"${current}><span class="kern-label">${nameOf(language)}</span></button>`;
  });
  return html`<div class="lw-languages" role="group" aria-label="${words.language}">${buttons}</div>${model.untranslated ? html`<p class="kern-body kern-body--small">${words.untranslated}</p>` : ''}`;
}

const known: Readonly<Record<string, string>> = { 'de-simple': 'Leichte Sprache' };

/** A language by its own name, as those who read it look for it. */
function nameOf(language: string): string {
  const name = known[language] ?? new Intl.DisplayNames([language], { type: 'language' }).of(language);
  return name === undefined ? language : name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
