import type { CalculatedField, FormSection, InfoField, InputField, SummaryPart } from '../compile/form.ts';
import { formatValue } from '../expression/format-value.ts';
import type { Value } from '../expression/value.ts';
import { isJsonObject, ownValue } from '../json.ts';
import { originText, rowPlace } from '../provenance/origin.ts';
import { answerDocument } from './answer-document.ts';
import {
  type Evaluation,
  type FieldState,
  type GroupState,
  inRow,
  isGroupState,
  type PageState,
  type RowFieldState,
  rowPrefix,
  rowTitle,
} from './evaluation.ts';
import type { FieldModel, GroupModel, InputModel, LeafModel } from './field-model.ts';

/** Where fields stand: their names in the form, their answers' places, their values. */
interface At {
  readonly evaluation: Evaluation;
  readonly page: PageState;
  /** Whether parts that are not shown come along, for a browser to show them. */
  readonly dormant: boolean;
  readonly prefix: string;
  readonly place: string;
  readonly values: readonly Value[];
}

/** The visible parts of a page, sections with their parts inside them. */
export function fieldModels(
  evaluation: Evaluation,
  page: PageState,
  dormant: boolean,
): readonly FieldModel[] {
  const at = { evaluation, page, dormant, prefix: '', place: '', values: evaluation.env.values };
  return nested(page.fields, null, at);
}

function nested(states: readonly FieldState[], section: FormSection | null, at: At): FieldModel[] {
  const models: FieldModel[] = [];
  for (const state of states) {
    if (state.field.section !== section || !(state.visible || wakes(state, at))) continue;
    if (isGroupState(state)) models.push(groupModel(state, at));
    else if (state.field.kind === 'section')
      models.push(sectionModel(state.field, state.visible, states, at));
    else models.push(...leafModels(state, at));
  }
  return models;
}

function shown(
  field: InputField | InfoField | SummaryPart | CalculatedField | FormSection | GroupState['field'],
  at: At,
  visible: boolean,
) {
  const { env } = at.evaluation;
  return {
    name: at.prefix + field.id,
    label: field.label(env),
    hint: field.hint?.(env) ?? null,
    help: field.help?.(env) ?? null,
    dormant: !visible,
  };
}

/** Groups wait for the server, because their rows do. */
function wakes({ field }: FieldState, { dormant }: At): boolean {
  return dormant && field.kind !== 'group';
}

function sectionModel(
  field: FormSection,
  visible: boolean,
  states: readonly FieldState[],
  at: At,
): FieldModel {
  return {
    kind: 'section',
    ...shown(field, at, visible),
    level: field.level,
    fields: nested(states, field, at),
  };
}

function groupModel(state: GroupState, at: At): GroupModel {
  const { field, rows } = state;
  const { env } = at.evaluation;
  const name = at.prefix + field.id;
  const models = rows.map(({ key, row, fields, index }) =>
    inRow(env, field.depth, row, () => ({
      key,
      title: rowTitle(state, index, env),
      fields: nested(fields, null, {
        ...at,
        prefix: rowPrefix(name, index),
        place: rowPlace(at.place + field.id, key),
        values: row.values,
      }),
    })),
  );
  const isTable = field.definition.type === 'table' || field.definition.display === 'table';
  return {
    kind: 'group',
    ...shown(field, at, state.visible),
    item: field.item,
    display: isTable ? 'table' : 'rows',
    depth: field.depth,
    rows: models,
    canAdd: rows.length < field.max,
    canRemove: rows.length > field.min,
  };
}

function leafModels(state: RowFieldState, at: At): LeafModel[] {
  const { field } = state;
  if (field.kind === 'info') return [infoModel(field, at, state.visible)];
  if (field.kind === 'summary') return [summaryModel(field, at, state.visible)];
  if (field.kind === 'input') return [inputModel(field, state, at)];
  if (field.kind === 'section' || !field.definition.show) return [];
  const value = formatValue(field.type, at.values[field.slot]);
  return [{ kind: 'calculated', ...shown(field, at, state.visible), value }];
}

function inputModel(field: InputField, state: RowFieldState, at: At): InputModel {
  const { env, form, origins } = at.evaluation;
  const { definition, choices } = field;
  const { answer } = state;
  const origin = origins?.[at.place + field.id];
  const isUnknown = choices !== null && typeof answer === 'string' && !choices.allows(answer, env);
  const plz = definition.type === 'address' && isJsonObject(answer) ? ownValue(answer, 'plz') : undefined;
  return {
    kind: 'input',
    ...shown(field, at, state.visible),
    definition,
    required: state.required,
    answer,
    choices: choices?.visible(env) ?? [],
    near: isUnknown ? choices.like(answer, env) : [],
    cities: typeof plz === 'string' ? (env.places?.citiesOf(plz) ?? []) : [],
    consent: field.consent && {
      purpose: field.consent.purpose(env),
      withdrawal: field.consent.withdrawal(env),
    },
    origin: origin === undefined ? null : originText(form.words, origin),
  };
}

function infoModel(field: InfoField, at: At, visible: boolean): LeafModel {
  const { env } = at.evaluation;
  return {
    kind: 'info',
    ...shown(field, at, visible),
    style: field.definition.style ?? 'text',
    text: field.text?.(env) ?? null,
    link: field.link ? { label: field.link.label(env), href: field.link.href(env) } : null,
  };
}

/** Earlier pages only: what the page itself asks is not answered yet. */
function summaryModel(field: SummaryPart, at: At, visible: boolean): LeafModel {
  const { evaluation, page } = at;
  const wanted = field.definition.pages;
  const earlier = evaluation.pages.filter(
    (state) =>
      state.page.index < page.page.index && (wanted === undefined || wanted.includes(state.page.authored)),
  );
  const { sections } = answerDocument({ ...evaluation, pages: earlier });
  return { kind: 'summary', ...shown(field, at, visible), sections };
}
