import { isJsonObject, type Json, type JsonObject, ownValue } from '../json.ts';
import { rowPlace } from '../provenance/origin.ts';
import {
  type Answers,
  type Evaluation,
  type FieldState,
  type GroupState,
  isGroupState,
  type RowState,
} from './evaluation.ts';

/** The places of the fields that are asked for once more: `nachname`, `hunde` with all its rows, `hunde.#7.chip`. */
export type AskedPlaces = ReadonlySet<string>;

/**
 * The form of just the asked fields, with their ids, rules, texts and pages: what else it knows counts as answered before.
 * `before` is how things stood; a field that the new answers bring to light is asked for too. Pages without an asked field
 * are off the way. All that is read off an evaluation can be read off this one.
 */
export function partOfForm(evaluation: Evaluation, before: Evaluation, asked: AskedPlaces): Evaluation {
  const part = { known: visiblePlaces(before), asked };
  const pages = evaluation.pages.map((state) => {
    const fields = askedOf(state.fields, '', part);
    return fields.some(asks) ? { ...state, fields } : { ...state, reachable: false, fields: [] };
  });
  return { ...evaluation, pages, isPart: true };
}

/** The answers after a part was answered: what was answered before and is not asked for stays, whatever was sent. */
export function withoutUnasked(before: Evaluation, after: Answers, asked: AskedPlaces): Answers {
  return kept(
    before.pages.flatMap(({ fields }) => fields),
    '',
    after,
    asked,
  );
}

interface Part {
  readonly known: ReadonlySet<string>;
  readonly asked: AskedPlaces;
}

function isAsked(place: string, { known, asked }: Part): boolean {
  return asked.has(place) || !known.has(place);
}

function askedOf(states: readonly FieldState[], at: string, part: Part): readonly FieldState[] {
  const found = new Map<FieldState, FieldState>();
  for (const state of states) {
    const place = at + state.field.id;
    if (isGroupState(state)) {
      const group = isAsked(place, part) ? state : rowsOf(state, place, part);
      if (group !== null) found.set(state, group);
    } else if (state.field.kind === 'input' && state.visible && isAsked(place, part)) found.set(state, state);
  }
  return states.flatMap((state) => found.get(state) ?? (isAround(state, [...found.keys()]) ? [state] : []));
}

/** A group of which only some answers are asked for: its rows stay as they are. */
function rowsOf(state: GroupState, place: string, part: Part): GroupState | null {
  const rows = state.rows.map((row) => ({
    ...row,
    fields: askedOf(row.fields, rowPlace(place, row.key), part),
  }));
  if (!rows.some(({ fields }) => fields.some(asks))) return null;
  const field = { ...state.field, min: rows.length, max: rows.length };
  return { ...state, field, problem: null, rows };
}

/** Whether something stands here that somebody can answer. */
function asks(state: FieldState): boolean {
  return state.visible && (isGroupState(state) || state.field.kind === 'input');
}

/** Whether a section stands around one of the fields. */
function isAround({ field }: FieldState, inner: readonly FieldState[]): boolean {
  return field.kind === 'section' && inner.some((state) => sectionsOf(state).includes(field));
}

function sectionsOf({ field }: FieldState): readonly FieldState['field'][] {
  const around: FieldState['field'][] = [];
  for (let section = field.section; section !== null; section = section.section) around.push(section);
  return around;
}

/** The places of all that stood before somebody's eyes. */
function visiblePlaces({ pages }: Evaluation): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { fields } of pages) note(fields, '', places);
  return places;
}

function note(states: readonly FieldState[], at: string, places: Set<string>): void {
  for (const state of states) {
    if (!state.visible) continue;
    const place = at + state.field.id;
    places.add(place);
    if (isGroupState(state))
      for (const { key, fields } of state.rows) note(fields, rowPlace(place, key), places);
  }
}

function kept(states: readonly FieldState[], at: string, after: JsonObject, asked: AskedPlaces): JsonObject {
  const answers: Record<string, Json> = { ...after };
  for (const state of states) {
    const { id, kind } = state.field;
    const place = at + id;
    if (!state.visible || asked.has(place)) continue;
    if (isGroupState(state)) {
      if (Array.isArray(state.answer)) answers[id] = keptRows(state, place, ownValue(after, id), asked);
      else delete answers[id];
    } else if (kind === 'input' && state.answer !== undefined) answers[id] = state.answer;
    else if (kind === 'input') delete answers[id];
  }
  return answers;
}

/** The rows as they were, in their order; of what was sent only the asked answers in them. */
function keptRows(
  { rows, answer }: GroupState,
  place: string,
  after: Json | undefined,
  asked: AskedPlaces,
): readonly Json[] {
  const sent: readonly Json[] = Array.isArray(after) ? after : [];
  const given = Array.isArray(answer) ? answer.length : 0;
  return rows.slice(0, given).map((row) => {
    const { key } = row;
    const found = sent.find((one) => isJsonObject(one) && ownValue(one, 'key') === key);
    return { ...kept(row.fields, rowPlace(place, key), rowOf(found, row), asked), key };
  });
}

function rowOf(found: Json | undefined, { fields }: RowState): JsonObject {
  if (found !== undefined && isJsonObject(found)) return found;
  return Object.fromEntries(
    fields.flatMap(({ field, answer }) => (answer === undefined ? [] : [[field.id, answer] as const])),
  );
}
