/** What the button that was pressed asks for. */
export type PageAction =
  | { readonly kind: 'next' }
  | { readonly kind: 'add'; readonly group: string }
  | { readonly kind: 'remove'; readonly group: string; readonly row: number }
  | { readonly kind: 'remove-file'; readonly field: string; readonly file: string }
  | { readonly kind: 'language'; readonly language: string };

/** Names of form fields that are not answers; ids of answers never begin with an underscore. */
export const actionField = '_action';
export const shownField = '_fields';

/** The value of a button, which `pageActionOf` reads again. */
export function actionValue(action: PageAction): string {
  if (action.kind === 'add') return `add:${action.group}`;
  if (action.kind === 'remove') return `remove:${action.group}:${action.row}`;
  if (action.kind === 'language') return `language:${action.language}`;
  return action.kind === 'remove-file' ? `file:${action.field}:${action.file}` : 'next';
}

/** The action of a page that was sent; anything unknown is „Weiter“. */
export function pageActionOf(sent: URLSearchParams): PageAction {
  const [kind, first = '', second = ''] = (sent.get(actionField) ?? '').slice(0, 300).split(':');
  if (kind === 'add') return { kind, group: first };
  if (kind === 'remove' && /^\d{1,4}$/.test(second)) return { kind, group: first, row: Number(second) };
  if (kind === 'file') return { kind: 'remove-file', field: first, file: second };
  if (kind === 'language') return { kind, language: first };
  return { kind: 'next' };
}

/** Names of the fields that the page showed; null where the sender does not say (all of them then). */
export function shownFields(sent: URLSearchParams): ReadonlySet<string> | null {
  const text = sent.get(shownField);
  return text === null ? null : new Set(text.split(' '));
}
