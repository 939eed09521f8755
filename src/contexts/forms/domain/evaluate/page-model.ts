import { ok, type Result, refuse } from '#kernel';
import type { InfoField, RowField } from '../compile/form.ts';
import { formatValue } from '../expression/format-value.ts';
import type { Env, Value } from '../expression/value.ts';
import {
  type Evaluation,
  type FieldState,
  fieldName,
  type GroupState,
  isGroupState,
  type RowFieldState,
} from './evaluation.ts';
import type { FieldModel, GroupModel, InfoModel, RowFieldModel } from './field-model.ts';
import { type Progress, previousPage, progressOf } from './navigation.ts';

/** A page with everything filled in, ready to be rendered. */
export interface PageModel {
  readonly id: string;
  readonly title: string;
  readonly lead: string | null;
  readonly exit: boolean;
  readonly progress: Progress;
  readonly previous: string | null;
  readonly fields: readonly FieldModel[];
  /** Whether the form carries files. */
  readonly files: boolean;
}

/** The page as it looks with these answers. Refuses pages that are unknown or not on the way (`FORM_PAGE_UNKNOWN`). */
export function pageModel(evaluation: Evaluation, pageId: string): Result<PageModel> {
  const state = evaluation.pages[evaluation.form.pageIndex.get(pageId) ?? -1];
  if (!state?.reachable) {
    return refuse({
      kind: 'not-found',
      code: 'FORM_PAGE_UNKNOWN',
      message: 'Diese Seite gehört nicht zu Ihrem Weg durch das Formular. Ihre Angaben sind gespeichert.',
    });
  }
  const { env } = evaluation;
  const { page } = state;
  const fields = state.fields.flatMap((field) => fieldModel(field, env));
  return ok({
    id: page.id,
    title: page.title(env),
    lead: page.lead?.(env) ?? null,
    exit: page.exit,
    progress: progressOf(evaluation, page.id),
    previous: previousPage(evaluation, page.id),
    fields,
    files: fields.some(hasFiles),
  });
}

function hasFiles(field: FieldModel): boolean {
  if (field.kind === 'group') return field.rows.some((row) => row.fields.some(hasFiles));
  return field.kind === 'input' && field.definition.type === 'file';
}

function fieldModel(state: FieldState, env: Env): FieldModel[] {
  if (!state.visible) return [];
  return isGroupState(state)
    ? [groupModel(state, env)]
    : rowFieldModel(state, fieldName(state.field), env, env.values);
}

function groupModel(state: GroupState, env: Env): GroupModel {
  const { field, rows } = state;
  const models = rows.map(({ key, values, fields }, row) => {
    env.row = values;
    const inner = fields.flatMap((each) =>
      each.visible ? rowFieldModel(each, fieldName(each.field, { id: field.id, row }), env, values) : [],
    );
    return { key, title: `${field.definition.item} ${row + 1}`, fields: inner };
  });
  env.row = undefined;
  return {
    kind: 'group',
    name: field.id,
    label: field.label(env),
    hint: field.hint?.(env) ?? null,
    item: field.definition.item,
    rows: models,
    canAdd: rows.length < field.max,
    canRemove: rows.length > field.min,
  };
}

function rowFieldModel(
  state: RowFieldState,
  name: string,
  env: Env,
  values: readonly Value[],
): RowFieldModel[] {
  const field: RowField = state.field;
  if (field.kind === 'info') return [infoModel(field, name, env)];
  if (field.kind === 'calculated') {
    if (!field.definition.show) return [];
    return [
      {
        kind: 'calculated',
        name,
        label: field.label(env),
        value: formatValue(field.type, values[field.slot]),
      },
    ];
  }
  return [
    {
      kind: 'input',
      name,
      definition: field.definition,
      label: field.label(env),
      hint: field.hint?.(env) ?? null,
      required: state.required,
      answer: state.answer,
      choices: field.choices?.visible(env) ?? [],
    },
  ];
}

function infoModel(field: InfoField, name: string, env: Env): InfoModel {
  return {
    kind: 'info',
    name,
    style: field.definition.style ?? 'text',
    label: field.label(env),
    text: field.text?.(env) ?? null,
    link: field.link ? { label: field.link.label(env), href: field.link.href(env) } : null,
  };
}
