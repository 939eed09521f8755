import type { LocalDate } from '#kernel';
import type { Definition, PageDefinition } from '../definition/definition-schema.ts';
import type { Field } from '../definition/field-schema.ts';
import type { ParameterDefinitions } from '../definition/parameter-schema.ts';
import type { Answers, Evaluation } from '../evaluate/evaluation.ts';
import { pruned } from '../evaluate/prune.ts';
import type { ParameterValues } from '../expression/value.ts';
import type { Json } from '../json.ts';
import { limits } from '../limits.ts';
import { bareField, wordsIn } from './bare-field.ts';

/** What a browser needs to work out one page: only the questions that the page depends on, and the answers to them. */
export interface PageKit {
  readonly page: string;
  readonly definition: Definition;
  readonly parameterDefinitions: ParameterDefinitions;
  readonly parameters: ParameterValues;
  readonly answers: Answers;
  readonly today: LocalDate;
}

/** The kit of a page; null where nothing on it changes while somebody types, so that most pages carry none. */
export function pageKit(evaluation: Evaluation, pageId: string): PageKit | null {
  const { definition } = evaluation.form;
  const state = evaluation.pages.find(({ page }) => page.id === pageId);
  const index = definition.pages.findIndex(({ id }) => id === state?.page.authored);
  const page = definition.pages[index];
  if (!page?.fields.some(changes)) return null;
  const own = { ...bare(page), fields: page.fields.map((field) => bareField(field)) };
  const pages = [...neededBefore(definition.pages.slice(0, index), own), own];
  const { parameterDefinitions, parameters } = neededParameters(evaluation, wordsIn(pages));
  const kit: PageKit = {
    page: pageId,
    definition: { ...head(definition), pages },
    parameterDefinitions,
    parameters,
    answers: answersOf(evaluation, pages, own),
    today: evaluation.today,
  };
  // A long table of a Kommune would weigh more than the page; the server answers such pages alone.
  return JSON.stringify(kit).length > limits.kitCharacters ? null : kit;
}

function head({ format, id, version, questions }: Definition): Omit<Definition, 'pages'> {
  return { format, id, version, title: id, ...(questions === undefined ? {} : { questions }) };
}

function bare({ id, questions }: PageDefinition): Omit<PageDefinition, 'fields'> {
  return { id, title: id, ...(questions === undefined ? {} : { questions }) };
}

/** Whether a part, or one inside it, depends on answers that may stand on the same page. */
function changes(field: Field): boolean {
  if (field.condition !== undefined) return true;
  if (field.type === 'calculated') return field.show === true;
  return (field.type === 'group' || field.type === 'section') && field.fields.some(changes);
}

/** The earlier fields that the page names, and those that their values are worked out from. */
function neededBefore(earlier: readonly PageDefinition[], own: PageDefinition): PageDefinition[] {
  const wanted = wordsIn([own]);
  const kept: PageDefinition[] = [];
  for (const page of earlier.toReversed()) {
    const fields = page.fields
      .flatMap(openedSection)
      .toReversed()
      .flatMap((field) => {
        if (!wanted.has(field.id)) return [];
        const answered = field.type === 'calculated' ? bareField(field) : bareField(withoutCondition(field));
        for (const word of wordsIn(answered)) wanted.add(word);
        return [answered];
      })
      .toReversed();
    if (fields.length > 0) kept.unshift({ id: page.id, title: page.id, questions: 'together', fields });
  }
  return kept;
}

function openedSection(field: Field): readonly Field[] {
  return field.type === 'section' ? field.fields.flatMap(openedSection) : [field];
}

// Answers of earlier pages come pruned, so what is not shown is not answered either.
function withoutCondition(field: Field): Field {
  const { condition: _, ...rest } = field;
  return rest;
}

function neededParameters({ form, env }: Evaluation, words: ReadonlySet<string>) {
  const names = Object.keys(form.parameters).filter((name) => words.has(name));
  const single = names.filter((name) => Object.hasOwn(env.parameters.single, name));
  const tables = names.filter((name) => Object.hasOwn(env.parameters.tables, name));
  return {
    parameterDefinitions: Object.fromEntries(
      names.flatMap((name) => {
        const found = form.parameters[name];
        return found === undefined ? [] : [[name, found]];
      }),
    ),
    parameters: {
      single: Object.fromEntries(single.map((name) => [name, env.parameters.single[name]])),
      tables: Object.fromEntries(tables.map((name) => [name, env.parameters.tables[name] ?? []])),
    },
  };
}

function answersOf(evaluation: Evaluation, pages: readonly PageDefinition[], own: PageDefinition): Answers {
  const counting = pruned(evaluation);
  const answers: Record<string, Json> = {};
  for (const page of pages)
    for (const { id } of page.fields.flatMap(openedSection)) {
      const answer = page === own ? evaluation.answers[id] : counting[id];
      if (answer !== undefined) answers[id] = answer;
    }
  return answers;
}
