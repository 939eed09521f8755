import type { Json } from '../json.ts';
import {
  type Answers,
  type Evaluation,
  type FieldState,
  type GroupState,
  isGroupState,
  type RowState,
} from './evaluation.ts';

/**
 * The answers that count: those of visible fields on pages of the way, and nothing else. Drafts keep all answers, so that
 * one which leaves the way comes back with it; what is submitted is pruned.
 */
export function pruned(evaluation: Evaluation): Answers {
  const kept: Record<string, Json> = {};
  for (const { fields } of evaluation.pages) {
    for (const state of fields) keep(state, kept);
  }
  return kept;
}

function keep(state: FieldState, kept: Record<string, Json>): void {
  if (!state.visible || state.answer === undefined || state.answer === null) return;
  if (!isGroupState(state)) {
    if (state.field.kind === 'input') kept[state.field.id] = state.answer;
  } else if (state.problem || !Array.isArray(state.answer)) {
    // What is wrong as a whole stays, so that pruning never makes answers look right.
    kept[state.field.id] = state.answer;
  } else {
    kept[state.field.id] = state.rows.slice(0, state.answer.length).map((row) => keptRow(row));
  }
}

function keptRow(row: RowState): Json {
  const kept: Record<string, Json> = { key: row.key };
  for (const state of row.fields) keep(state, kept);
  return kept;
}

/** What of a draft may lie in clear: the names of answered fields and how many rows each group has, no answer. */
export function shapeOf(evaluation: Evaluation): {
  readonly fields: readonly string[];
  readonly rows: Readonly<Record<string, number>>;
} {
  const states = evaluation.pages
    .flatMap(({ fields }) => fields)
    .filter(({ answer }) => answer !== undefined);
  const groups = states.filter((state): state is GroupState => isGroupState(state));
  return {
    fields: states.map(({ field }) => field.id),
    rows: Object.fromEntries(groups.map(({ field, rows }) => [field.id, rows.length])),
  };
}
