import { compileForm } from '../domain/compile/compile-form.ts';
import { type FieldState, isGroupState, type PageState, rowPrefix } from '../domain/evaluate/evaluation.ts';
import { readPage } from '../domain/evaluate/read-page.ts';
import { formatValue } from '../domain/expression/format-value.ts';
import type { Value } from '../domain/expression/value.ts';
import type { PageKit } from '../domain/live/page-kit.ts';

/** What a page shows for what is typed into it. */
export interface LiveState {
  readonly shown: readonly string[];
  readonly hidden: readonly string[];
  /** Calculated values as people read them, by name. */
  readonly values: Readonly<Record<string, string>>;
}

/** The engine for one page in a browser: the same code as on the server, whose word is the last. Null where the kit is none. */
export function openLive(kit: PageKit): ((typed: URLSearchParams) => LiveState) | null {
  const form = compileForm(kit.definition, kit.parameterDefinitions);
  if (!form.ok) return null;
  const context = { parameters: kit.parameters, today: kit.today };
  return (typed) => {
    const reading = readPage(form.value, kit.answers, context, kit.page, typed);
    const found = { shown: [] as string[], hidden: [] as string[], values: {} as Record<string, string> };
    if (!reading.ok) return found;
    const { pages, env } = reading.value.evaluation;
    const state = pages.find(({ page }) => page.id === kit.page);
    if (state) collect(state.fields, '', env.values, found);
    return found;
  };
}

interface Found {
  readonly shown: string[];
  readonly hidden: string[];
  readonly values: Record<string, string>;
}

function collect(states: PageState['fields'], prefix: string, values: readonly Value[], found: Found): void {
  for (const state of states) {
    const name = prefix + state.field.id;
    (state.visible ? found.shown : found.hidden).push(name);
    const { field } = state;
    if (field.kind === 'calculated' && state.visible)
      found.values[name] = formatValue(field.type, values[field.slot]);
    if (isGroupState(state)) collectRows(state, name, found);
  }
}

function collectRows(state: Extract<FieldState, { rows: unknown }>, name: string, found: Found): void {
  for (const { fields, row, index } of state.rows) collect(fields, rowPrefix(name, index), row.values, found);
}
