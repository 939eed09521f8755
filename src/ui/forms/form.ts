import { html } from 'hono/html';
import { attributes, type Content, classes, type Html } from '../html.ts';

/** The name under which every form sends its token against forged requests. */
export const csrfFieldName = 'csrf';

export interface FormOptions {
  readonly action: string;
  readonly csrfToken?: string | undefined;
  readonly method?: 'post' | 'get' | undefined;
  readonly multipart?: boolean | undefined;
  readonly id?: string | undefined;
  /** Name of the form for screen readers, where a page has several. */
  readonly label?: string | undefined;
  /** The whole window: how a form inside a frame leaves it. */
  readonly target?: '_top' | undefined;
  /** Values that go along unseen. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
}

/** The hidden token, or nothing where there is none. */
export function csrfField(token: string | undefined): Html | '' {
  return token ? html`<input type="hidden" name="${csrfFieldName}" value="${token}">` : '';
}

/** A form. The server checks it, so the browser does not (its messages are not ours). */
export function form(options: FormOptions, content: Content): Html {
  const attribute = attributes({
    class: 'lw-form',
    method: options.method ?? 'post',
    action: options.action,
    id: options.id,
    enctype: options.multipart ? 'multipart/form-data' : undefined,
    'aria-label': options.label,
    target: options.target,
    novalidate: true,
  });
  return html`<form${attribute}>${csrfField(options.csrfToken)}${Object.entries(options.hidden ?? {}).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${content}</form>`;
}

/** Fields that belong together under one heading. */
export function fieldset(
  legend: string,
  content: Content,
  options: {
    readonly hint?: Content;
    readonly error?: boolean;
    /** Where a heading beside it says the same already. */
    readonly legendHidden?: boolean;
  } = {},
): Html {
  return html`<fieldset${attributes({ class: classes('kern-fieldset', options.error && 'kern-fieldset--error') })}>
<legend${attributes({ class: options.legendHidden ? 'kern-sr-only' : 'kern-label kern-label--large' })}>${legend}</legend>
${options.hint ? html`<div class="kern-hint">${options.hint}</div>` : ''}
<div class="kern-fieldset__body lw-stack">${content}</div></fieldset>`;
}
