import type { Definition } from '../definition/definition-schema.ts';
import type { Field } from '../definition/field-schema.ts';
import type { Expression } from '../expression/compile-expression.ts';
import type { Node } from '../expression/syntax.ts';
import {
  type Assignment,
  type Budget,
  collectUnknowns,
  type Domains,
  holds,
  isPossible,
  newBudget,
} from './assignments.ts';

// A choice of more is taken as possible: trying all would cost more than it finds.
const mostTried = 60;

type Conditions = ReadonlyMap<string, Expression>;

interface Question {
  readonly page: number;
  readonly place: string;
}

/** What must hold, and what must not, for a page to be on the way. */
interface Requirements {
  readonly must: readonly Node[];
  readonly mustNot: readonly Node[];
}

/**
 * Pages and fields that no answers lead to. Choices and yes/no are tried in all combinations, with the conditions under
 * which they are asked at all; comparisons of numbers and dates count as possible.
 */
export function unreachablePages(
  definition: Definition,
  conditions: Conditions,
): { place: string; message: string }[] {
  const { domains, questions } = questionsOf(definition);
  const budget = newBudget();
  const found: { place: string; message: string }[] = [];
  for (const [index, page] of definition.pages.entries()) {
    const openEnd = definition.pages.findIndex(({ exit, condition }) => exit && condition === undefined);
    if (openEnd >= 0 && openEnd < index) {
      found.push({
        place: `pages[${index}]`,
        message: `Die Seite „${page.id}“ ist nie zu erreichen: pages[${openEnd}] beendet jeden Weg. Geben Sie ihr eine Bedingung.`,
      });
      continue;
    }
    const way = wayTo(definition, conditions, index);
    if (!isOpen(way, conditions, domains, questions, budget)) {
      found.push({
        place: `pages[${index}].condition`,
        message: `Keine Antworten führen zur Seite „${page.id}“. Ändern Sie ihre Bedingung oder die einer früheren Seite.`,
      });
      continue;
    }
    for (const { field, at } of openedFields(page.fields, `pages[${index}]`)) {
      const condition = conditions.get(`${at}.condition`);
      if (!condition) continue;
      const must = [...way.must, ...sectionsAround(at, index, conditions), condition.node];
      if (isOpen({ ...way, must }, conditions, domains, questions, budget)) continue;
      found.push({
        place: `${at}.condition`,
        message: `„${field.id}“ erscheint bei keinen Antworten. Ändern Sie die Bedingung oder streichen Sie das Feld.`,
      });
    }
  }
  return found;
}

function questionsOf(definition: Definition): { domains: Domains; questions: ReadonlyMap<string, Question> } {
  const domains = new Map<string, readonly (string | boolean | undefined)[]>();
  const questions = new Map<string, Question>();
  for (const [page, { fields }] of definition.pages.entries()) {
    for (const { field, at } of openedFields(fields, `pages[${page}]`)) {
      const domain = domainOf(field);
      if (domain) domains.set(field.id, domain);
      questions.set(field.id, { page, place: at });
    }
  }
  return { domains, questions };
}

/** The fields of the form's own name space with their places, those of sections included. */
function openedFields(
  fields: readonly Field[],
  at: string,
): { readonly field: Field; readonly at: string }[] {
  return fields.flatMap((field, index) => {
    const own = { field, at: `${at}.fields[${index}]` };
    return field.type === 'section' ? [own, ...openedFields(field.fields, own.at)] : [own];
  });
}

/** The conditions of the sections that a place stands in. */
function sectionsAround(at: string, page: number, conditions: Conditions): Node[] {
  const nodes: Node[] = [];
  const start = `pages[${page}]`;
  for (let outer = at.slice(0, at.lastIndexOf('.fields[')); outer.length > start.length; ) {
    const condition = conditions.get(`${outer}.condition`);
    if (condition) nodes.push(condition.node);
    outer = outer.slice(0, outer.lastIndexOf('.fields['));
  }
  return nodes;
}

function domainOf(field: Field): readonly (string | boolean | undefined)[] | null {
  if (field.type === 'choice' && Array.isArray(field.options) && field.options.length <= mostTried)
    return [...field.options.map(({ value }) => value), undefined];
  if (field.type === 'yesno' || field.type === 'declaration' || field.type === 'consent')
    return [true, false, undefined];
  return null;
}

function wayTo(definition: Definition, conditions: Conditions, index: number): Requirements {
  const own = conditions.get(`pages[${index}].condition`);
  const ends = definition.pages.slice(0, index).flatMap((page, position) => {
    const condition = page.exit ? conditions.get(`pages[${position}].condition`) : undefined;
    return condition ? [condition.node] : [];
  });
  return { must: own ? [own.node] : [], mustNot: ends };
}

function isOpen(
  way: Requirements,
  conditions: Conditions,
  domains: Domains,
  questions: ReadonlyMap<string, Question>,
  budget: Budget,
): boolean {
  const unknowns = new Map<string, readonly (string | boolean | undefined)[]>();
  for (const node of [...way.must, ...way.mustNot]) collectUnknowns(node, domains, unknowns);
  const asked = askedWhen(unknowns, conditions, domains, questions);
  const fits = (values: Assignment): boolean =>
    way.must.every((node) => holds(node, domains, values)) &&
    !way.mustNot.some((node) => holds(node, domains, values)) &&
    asked.every(({ name, node }) => values.get(name) === undefined || holds(node, domains, values));
  return isPossible(unknowns, fits, budget);
}

/** An answer exists only where its page and field are shown; their conditions bring further unknowns. */
function askedWhen(
  unknowns: Map<string, readonly (string | boolean | undefined)[]>,
  conditions: Conditions,
  domains: Domains,
  questions: ReadonlyMap<string, Question>,
): { name: string; node: Node }[] {
  const asked: { name: string; node: Node }[] = [];
  // The map grows while it is walked; a Map visits what is added.
  for (const name of unknowns.keys()) {
    const question = questions.get(name);
    if (!question) continue;
    const own = [`pages[${question.page}].condition`, `${question.place}.condition`];
    const nodes = own.flatMap((place) => conditions.get(place)?.node ?? []);
    for (const node of [...nodes, ...sectionsAround(question.place, question.page, conditions)]) {
      asked.push({ name, node });
      collectUnknowns(node, domains, unknowns);
    }
  }
  return asked;
}
