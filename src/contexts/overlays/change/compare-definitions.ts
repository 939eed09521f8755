import { type Change, type Definition, type Field, type Placed, safe } from './change.ts';
import { fieldChanges } from './compare-fields.ts';

/** All parts of a definition that hold answers, by path; sections are transparent. */
export function answersOf({ pages }: Definition): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  for (const page of pages) collect(page.fields, page.id, '', found);
  return found;
}

const silent: ReadonlySet<string> = new Set(['info', 'calculated', 'summary', 'section']);

function collect(fields: readonly Field[], page: string, before: string, found: Map<string, Placed>): void {
  for (const field of fields) {
    const path = before + field.id;
    if (!silent.has(field.type)) found.set(path, { path, page, field });
    const inner = 'fields' in field ? field.fields : 'columns' in field ? field.columns : [];
    collect(inner, page, field.type === 'section' ? before : `${path}.`, found);
  }
}

/** Every difference between two versions that concerns drafts or those who fill in forms. */
export function compareDefinitions(before: Definition, after: Definition): readonly Change[] {
  const [old, now] = [answersOf(before), answersOf(after)];
  const gone = [...old.values()].filter(({ path }) => !now.has(path) && !insideOf(path, old, now));
  const fresh = [...now.values()].filter(({ path }) => !old.has(path));
  return [
    ...gone.map((each) => goneChange(each, fresh)),
    ...fresh.map(freshChange),
    ...[...now.values()].flatMap((each) => {
      const earlier = old.get(each.path);
      return earlier ? fieldChanges(earlier, each) : [];
    }),
    ...pageChanges(before, after),
    ...feeChanges(before, after),
  ];
}

/** Whether a group around it is gone too; then that is the change. */
function insideOf(path: string, old: ReadonlyMap<string, Placed>, now: ReadonlyMap<string, Placed>): boolean {
  const outer = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
  return outer !== '' && old.has(outer) && !now.has(outer);
}

function goneChange({ path, page, field }: Placed, fresh: readonly Placed[]): Change {
  const outer = (each: string) => each.slice(0, each.lastIndexOf('.') + 1);
  const heirs = fresh.filter((each) => each.field.type === field.type && outer(each.path) === outer(path));
  const heir =
    heirs.find((each) => each.field.label === field.label) ??
    (heirs.length === 1 && heirs[0]?.page === page ? heirs[0] : undefined);
  return {
    class: 'zuordnung',
    field: path,
    what: `Das Feld „${path}“ gibt es nicht mehr.`,
    why: 'Wer es schon beantwortet hat, verliert die Antwort, wenn keine Regel sagt, wohin sie kommt.',
    suggestion: heir ? { do: 'rename', from: path, to: heir.path } : { do: 'drop', field: path },
  };
}

function freshChange({ path }: Placed): Change {
  const why = 'Begonnene Anträge fragen einfach danach.';
  return { class: 'sicher', field: path, what: `Das Feld „${path}“ ist neu.`, why, suggestion: null };
}

function pageChanges(before: Definition, after: Definition): Change[] {
  const [old, now] = [before.pages.map(({ id }) => id), after.pages.map(({ id }) => id)];
  const common = (list: readonly string[], other: readonly string[]) =>
    list.filter((id) => other.includes(id));
  const moved = common(old, now).join() !== common(now, old).join();
  return [
    ...old.filter((id) => !now.includes(id)).map((id) => safe(null, `Die Seite „${id}“ gibt es nicht mehr.`)),
    ...now.filter((id) => !old.includes(id)).map((id) => safe(null, `Die Seite „${id}“ ist neu.`)),
    ...(moved ? [safe(null, 'Die Seiten stehen in anderer Reihenfolge.')] : []),
    ...after.pages
      .filter((page) =>
        before.pages.some(({ id, condition }) => id === page.id && condition !== page.condition),
      )
      .map(({ id }) => safe(null, `Die Bedingung der Seite „${id}“ ist geändert.`)),
  ];
}

function feeChanges(before: Definition, after: Definition): Change[] {
  if (JSON.stringify(before.fee) === JSON.stringify(after.fee)) return [];
  return [safe(null, 'Die Gebühr wird anders berechnet.', 'Es gilt, was am Tag des Abschickens gilt.')];
}
