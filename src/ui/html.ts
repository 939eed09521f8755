import { type html, raw } from 'hono/html';

/** Escaped HTML, as the tagged template `html` returns it. */
export type Html = ReturnType<typeof html>;

/** What may stand between two tags: text is escaped, HTML is kept, nothing renders nothing. */
export type Content = Html | string | number | false | null | undefined | readonly Content[];

type AttributeValue = string | number | boolean | null | undefined;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeAttribute(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** Attributes for a tag, with a leading blank: `true` gives the bare name, `false`, `null` and `undefined` give nothing. */
export function attributes(values: Readonly<Record<string, AttributeValue>>): Html {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === false || value === null || value === undefined) continue;
    text += value === true ? ` ${name}` : ` ${name}="${escapeAttribute(String(value))}"`;
  }
  return raw(text);
}

/** The class names that apply, or `undefined` where none does. */
export function classes(...names: readonly (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}

/** An id made from a name: letters, digits and hyphens only. */
export function idFrom(...parts: readonly (string | number)[]): string {
  return parts.join('-').replaceAll(/[^A-Za-z0-9_-]+/g, '-');
}
