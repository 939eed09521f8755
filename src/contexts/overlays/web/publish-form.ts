import { html } from 'hono/html';
import type { PageRequest } from '#platform';
import { button, buttonRow, form, type Html, section, textareaField } from '#ui';

interface PublishWords {
  readonly title: string;
  readonly label: string;
  readonly press: string;
}

export function publishForm(
  { principal, csrfToken, path, form: sent }: PageRequest,
  words: PublishWords,
): Html | '' {
  if (principal?.permissions.has('workshop.publish') !== true) return '';
  const field = textareaField({
    name: 'inhalt',
    label: words.label,
    value: sent.get('inhalt') ?? '',
    rows: 8,
    maxLength: 500_000,
  });
  return section(
    words.title,
    form({ action: path, csrfToken }, html`${field}${buttonRow(button(words.press))}`),
  );
}
