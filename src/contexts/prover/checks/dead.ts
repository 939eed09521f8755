import { add } from '../finding.ts';
import { wayTo } from '../model/build-model.ts';
import { optionTerms } from '../model/field-rules.ts';
import type { InspectedField, ModelField } from '../model/model.ts';
import { type Term, variablesIn } from '../model/term.ts';
import { contextIn, type Desk, isImpossible, nameOf, shownBefore } from './ask.ts';

/** Pages, fields and options that no answers bring up, and conditions that decide nothing. */
export function checkDead(desk: Desk): ReadonlySet<number> {
  const dead = new Set(
    desk.model.pages.filter((page) => isDeadPage(desk, page.index)).map(({ index }) => index),
  );
  const gone: string[] = [];
  for (const field of desk.model.fields) {
    const { place } = field.field;
    if (dead.has(field.page) || gone.some((outer) => place.startsWith(`${outer}.`))) continue;
    if (isDeadField(desk, field)) gone.push(place);
    else checkOptions(desk, field);
  }
  return dead;
}

function isDeadPage(desk: Desk, index: number): boolean {
  const { model, report } = desk;
  const page = model.pages[index];
  if (!page) return false;
  const { place, id } = page;
  if (
    isImpossible(desk, place, `Ist die Seite „${id}“ zu erreichen?`, {
      page: index,
      must: [wayTo(model, index)],
    })
  ) {
    const because = becauseOf(desk, page.condition, `${place}.condition`);
    const alone = { page: index, must: [page.condition] };
    const stops = model.pages.slice(0, index).filter(({ exit }) => exit);
    if (
      stops.length > 0 &&
      page.condition &&
      !isImpossible(desk, place, `Kann die Bedingung von „${id}“ gelten?`, alone)
    ) {
      add(report, 'reihenfolge', {
        place,
        message: `Die Seite „${id}“ erscheint nie: Eine frühere Seite (${stops.map((stop) => stop.id).join(', ')}) beendet jeden Weg, auf dem sie erscheinen würde.`,
        remedy: 'Stellen Sie die Seite vor die andere, oder ändern Sie eine der Bedingungen.',
        because,
      });
    } else {
      add(report, 'seite-tot', {
        place,
        message: `Keine Antworten führen zur Seite „${id}“.`,
        remedy: 'Ändern Sie die Bedingung, oder streichen Sie die Seite.',
        because,
      });
    }
    return true;
  }
  checkAlways(desk, `${place}.condition`, page.condition, index, [], `die Seite „${id}“`);
  return false;
}

function isDeadField(desk: Desk, each: ModelField): boolean {
  const { field, page, condition, group } = each;
  if (!condition) return false;
  const before = shownBefore(desk.model, each);
  const place = `${field.place}.condition`;
  if (
    !isImpossible(desk, place, `Kann ${nameOf(field)} erscheinen?`, { page, must: [...before, condition] })
  ) {
    checkAlways(desk, place, condition, page, before, nameOf(field));
    return false;
  }
  const isFile = field.compiled.definition.type === 'file';
  const where = group ? `in keiner Zeile von „${group.id}“` : 'bei keinen Antworten';
  add(desk.report, isFile ? 'datei-nie-verlangt' : 'feld-tot', {
    place,
    message: isFile
      ? `Nach der Datei ${nameOf(field)} wird ${where} gefragt.`
      : `${nameOf(field)} erscheint ${where}.`,
    remedy: 'Ändern Sie die Bedingung, oder streichen Sie das Feld.',
    because: becauseOf(desk, condition, place),
  });
  return true;
}

function checkAlways(
  desk: Desk,
  place: string,
  condition: Term | null,
  page: number,
  before: readonly (Term | null)[],
  what: string,
): void {
  if (!condition || variablesIn(condition).size === 0) return;
  const without = before.length > 0 ? before : exitsBefore(desk, page);
  if (
    !isImpossible(desk, place, `Kann die Bedingung von ${what} auch nicht gelten?`, {
      page,
      must: without,
      mustNot: [condition],
    })
  )
    return;
  add(desk.report, 'bedingung-immer', {
    place,
    message: `Die Bedingung von ${what} gilt immer, wenn jemand dorthin kommt.`,
    remedy: 'Streichen Sie die Bedingung, oder prüfen Sie, was gemeint war.',
    because: becauseOf(desk, condition, place),
  });
}

function exitsBefore({ model }: Desk, index: number): readonly Term[] {
  const way = wayTo(
    { pages: model.pages.map((page) => (page.index === index ? { ...page, condition: null } : page)) },
    index,
  );
  return [way];
}

function checkOptions(desk: Desk, each: ModelField): void {
  const { field, page, condition } = each;
  if (!field.options || field.options.kind === 'table') return;
  const context = contextIn(desk.model, each);
  const before = [...shownBefore(desk.model, each), condition];
  for (const { value, place, allowed } of optionTerms(field, context)) {
    if (!allowed) continue;
    const asked = `Kann „${value}“ bei ${nameOf(field)} gewählt werden?`;
    if (!isImpossible(desk, `${place}.condition`, asked, { page, must: [...before, allowed] })) continue;
    add(desk.report, 'option-tot', {
      place: `${place}.condition`,
      message: `„${value}“ steht bei ${nameOf(field)} nie zur Wahl.`,
      remedy: 'Ändern Sie die Bedingung, oder streichen Sie die Auswahl.',
      because: becauseOf(desk, allowed, `${place}.condition`),
    });
  }
}

/** The expressions that a condition stands on: its own, and those under which the answers it reads are asked. */
export function becauseOf({ model }: Desk, condition: Term | null, place: string): readonly string[] {
  const found = new Map<string, string>();
  const written = sourcesOf(model.inspection);
  const note = (at: string): void => {
    const source = written.get(at);
    if (source) found.set(at, source);
  };
  note(place);
  for (const key of condition ? variablesIn(condition) : []) {
    const known = model.variables.get(key);
    if (!known || known.page < 0) continue;
    note(`pages[${known.page}].condition`);
    note(`${known.place}.condition`);
    note(`${known.place}.value`);
  }
  return [...found].map(([at, source]) => `${at}: ${source}`);
}

function withInner(field: InspectedField): readonly InspectedField[] {
  return [field, ...field.fields.flatMap(withInner)];
}

function sourcesOf({ pages }: Desk['model']['inspection']): ReadonlyMap<string, string> {
  const all = pages.flatMap((page) => {
    const fields = page.fields.flatMap(withInner);
    const options = fields.flatMap(({ options }) =>
      options?.kind === 'fixed'
        ? options.options.map((option) => option.condition)
        : [options?.condition ?? null],
    );
    return [page.condition, ...fields.flatMap(({ condition, formula }) => [condition, formula]), ...options];
  });
  return new Map(all.flatMap((each) => (each ? [[each.place, each.source] as const] : [])));
}
