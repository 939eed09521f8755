import { html } from 'hono/html';
import { formatBytes } from '#kernel';
import { button, fileField, type Html } from '#ui';
import type { InputModel } from '../domain/evaluate/field-model.ts';
import { actionField, actionValue } from '../domain/evaluate/page-action.ts';
import { type FileAnswer, filesOf } from '../domain/fields/file-answer.ts';
import { fileRules } from '../domain/fields/file-field.ts';
import type { CommonOptions } from './common-options.ts';
import type { WebWords } from './words.ts';

type FileDefinition = Extract<InputModel['definition'], { type: 'file' }>;

/** A file field: what is allowed, what has arrived (each with a button to remove it), and the control for more. */
export function renderFiles(
  model: InputModel,
  definition: FileDefinition,
  common: CommonOptions,
  words: WebWords,
): Html {
  const rules = fileRules(definition);
  const files = filesOf(model.answer);
  const allowed = words.fileRules(
    rules.types.map((type) => type.toUpperCase()).join(', '),
    formatBytes(rules.maxBytes),
    rules.maxCount,
  );
  const room = files.length < rules.maxCount;
  const hint = html`${common.hint ? html`${common.hint}<br>` : ''}${allowed}`;
  const control = room
    ? fileField({
        ...common,
        hint,
        accept: rules.types.map((type) => `.${type}`).join(','),
        multiple: rules.maxCount > 1,
      })
    : html`<p class="kern-body">${common.label}. ${words.filesFull}</p>`;
  return html`<div class="lw-stack">${control}${files.length > 0 ? uploaded(model.name, files, words) : ''}</div>`;
}

function uploaded(name: string, files: ReturnType<typeof filesOf>, words: WebWords): Html {
  const remove = (file: string, label: string): Html =>
    button(label, {
      kind: 'tertiary',
      small: true,
      icon: 'delete',
      name: actionField,
      value: actionValue({ kind: 'remove-file', field: name, file }),
    });
  return html`<p class="kern-label">${words.uploaded}</p><ul class="kern-list kern-list--bullet">${files.map(
    (file) =>
      html`<li>${file.name} (${formatBytes(file.bytes)}${scanNote(file, words)}) ${remove(file.id, words.removeFile(file.name))}</li>`,
  )}</ul>`;
}

function scanNote({ scanned }: FileAnswer, words: WebWords): string {
  if (scanned === undefined) return '';
  return `, ${scanned ? words.scanned : words.notScanned}`;
}
