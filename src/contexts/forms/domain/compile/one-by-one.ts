import type { FormField, FormPage } from './form.ts';

/**
 * A page for each of its questions. Texts stay with the question after them, a section and a group stay whole; the first
 * page keeps the name, so that links to it and offices that own it still find it.
 */
export function questionsOneByOne(page: FormPage): FormPage[] {
  if (page.exit) return [page];
  const parts: FormField[][] = [];
  let open: FormField[] = [];
  for (const field of page.fields) {
    const own = outermost(field);
    const isWithin =
      own !== null && open.length > 0 && open.at(-1) !== undefined && sameSection(open.at(-1), own);
    if (!isWithin && open.some(isQuestion)) {
      parts.push(open);
      open = [];
    }
    open.push(field);
  }
  // Texts after the last question stay with it.
  if (open.some(isQuestion) || parts.length === 0) parts.push(open);
  else parts.at(-1)?.push(...open);
  return parts.map((fields, index) => ({
    ...page,
    id: index === 0 ? page.id : `${page.id}-${index + 1}`,
    lead: index === 0 ? page.lead : null,
    fields,
    condition: index === 0 ? page.condition : andShown(page, fields),
  }));
}

/** A page whose questions are all hidden is no page of the way. */
function andShown(page: FormPage, fields: readonly FormField[]): FormPage['condition'] {
  // A section's parts wait for the section itself, so its own condition counts for them.
  const asked = fields.filter(
    (field) => field.section === null && (isQuestion(field) || field.kind === 'section'),
  );
  const tests = asked.map(({ condition }) => condition);
  if (tests.includes(null)) return page.condition;
  const { condition } = page;
  return (env) => (condition === null || condition(env)) && tests.some((test) => test?.(env) === true);
}

function isQuestion({ kind }: FormField): boolean {
  return kind === 'input' || kind === 'group';
}

/** The name of the outermost section that a field belongs to. */
function outermost(field: FormField): string | null {
  let section = field.kind === 'section' ? field : field.section;
  while (section?.section) section = section.section;
  return section?.id ?? null;
}

function sameSection(field: FormField | undefined, section: string): boolean {
  return field !== undefined && outermost(field) === section;
}
