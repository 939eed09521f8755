import { html } from 'hono/html';
import { formatBytes } from '#kernel';
import { button, fileField, type Html } from '#ui';
import type { InputModel } from '../domain/evaluate/field-model.ts';
import { actionField, actionValue } from '../domain/evaluate/page-action.ts';
import { type FileAnswer, filesOf } from '../domain/fields/file-answer.ts';
import { fileRules } from '../domain/fields/file-field.ts';
import type { CommonOptions } from './common-options.ts';
import { messages } from './messages.ts';

type FileDefinition = Extract<InputModel['definition'], { type: 'file' }>;

/** A file field: what is allowed, what has arrived (each with a button to remove it), and the control for more. */
export function renderFiles(model: InputModel, definition: FileDefinition, common: CommonOptions): Html {
  const rules = fileRules(definition);
  const files = filesOf(model.answer);
  const allowed = messages.fileRules(
    rules.types.map((type) => type.toUpperCase()).join(', '),
    formatBytes(rules.maxBytes),
    rules.maxCount,
  );
  const room = files.length < rules.maxCount;
  const hint = html`${model.hint ? html`${model.hint}<br>` : ''}${allowed}`;
  const control = room
    ? fileField({
        ...common,
        hint,
        accept: rules.types.map((type) => `.${type}`).join(','),
        multiple: rules.maxCount > 1,
      })
    : html`<p class="kern-body">${common.label}. ${messages.filesFull}</p>`;
  return html`<div class="lw-stack">${control}${files.length > 0 ? uploaded(model.name, files) : ''}</div>`;
}

function uploaded(name: string, files: ReturnType<typeof filesOf>): Html {
  const remove = (file: string, label: string): Html =>
    button(label, {
      kind: 'tertiary',
      small: true,
      icon: 'delete',
      name: actionField,
      value: actionValue({ kind: 'remove-file', field: name, file }),
    });
  return html`<p class="kern-label">${messages.uploaded}</p><ul class="kern-list kern-list--bullet">${files.map(
    (file) =>
      html`<li>${file.name} (${formatBytes(file.bytes)}${scanNote(file)}) ${remove(file.id, messages.removeFile(file.name))}</li>`,
  )}</ul>`;
}

function scanNote({ scanned }: FileAnswer): string {
  if (scanned === undefined) return '';
  return `, ${scanned ? messages.scanned : messages.notScanned}`;
}
