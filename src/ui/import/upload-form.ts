import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { button, buttonRow, linkButton } from '../forms/button.ts';
import { errorOf } from '../forms/error-summary.ts';
import { fileField } from '../forms/file-field.ts';
import { form } from '../forms/form.ts';
import { refusalNotice } from '../forms/refusal-notice.ts';
import type { Content, Html } from '../html.ts';
import { messages } from '../messages.ts';

export interface UploadFormOptions {
  readonly action: string;
  readonly csrfToken: string;
  /** Why the last file was refused. */
  readonly reason: Refusal | null;
  readonly cancelHref: string;
  /** What to know before: columns, a file to begin with. */
  readonly intro?: Content;
  /** Name of the form for screen readers; a table's where nothing is said. */
  readonly label?: string;
  /** The file that is asked for; a table where nothing is said. */
  readonly file?: { readonly label: string; readonly accept: string; readonly hint?: string };
  /** What is asked beside the file. */
  readonly fields?: Content;
  readonly submit?: string;
}

/** The form that takes a file of which a preview is shown, with what was wrong with the last one. */
export function uploadForm(options: UploadFormOptions): Html {
  const { importUpload: text } = messages;
  const { action, csrfToken, reason, cancelHref, intro = '', fields = '' } = options;
  const { label = text.label, file = text.table, submit = text.submit } = options;
  return html`${refusalNotice(reason)}${intro === '' ? '' : html`<p class="kern-body">${intro}</p>`}${form(
    { action, csrfToken, multipart: true, label },
    html`${fileField({ name: 'datei', ...file, error: errorOf(reason?.fields, 'datei') })}${fields}${buttonRow(
      button(submit),
      linkButton(text.cancel, cancelHref, { kind: 'tertiary' }),
    )}`,
  )}`;
}
