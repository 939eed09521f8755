import type { Onlinedienst } from '#forms';

type Definition = Onlinedienst['form']['definition'];
export type Field = Definition['pages'][number]['fields'][number];

/** How much a change asks of drafts that were begun before it. */
export type ChangeClass = 'sicher' | 'zuordnung' | 'bruch';

/** A difference between two versions of a definition. */
export interface Change {
  readonly class: ChangeClass;
  /** Which answer it concerns, in groups with their names (`hunde.chip`); null where none. */
  readonly field: string | null;
  readonly what: string;
  readonly why: string;
  /** A rule that the author may take over, where one is likely. */
  readonly suggestion: Suggestion | null;
}

export type Suggestion =
  | { readonly do: 'rename'; readonly from: string; readonly to: string }
  | { readonly do: 'drop'; readonly field: string }
  | { readonly do: 'ask-again'; readonly field: string };

/** One question with its place among the answers. */
export interface Placed {
  readonly path: string;
  readonly page: string;
  readonly field: Field;
}

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

function fieldChanges(old: Placed, now: Placed): Change[] {
  const { path } = now;
  if (old.field.type !== now.field.type) return [typeChange(path, old.field, now.field)];
  return [
    ...(old.page === now.page ? [] : [safe(path, `„${path}“ steht jetzt auf der Seite „${now.page}“.`)]),
    ...wordChanges(path, old.field, now.field),
    ...optionChanges(path, old.field, now.field),
    ...boundChanges(path, old.field, now.field),
    ...ruleChanges(path, old.field, now.field),
  ];
}

function safe(field: string | null, what: string, why = 'Vorhandene Antworten gelten weiter.'): Change {
  return { class: 'sicher', field, what, why, suggestion: null };
}

/** Kinds whose answers the other one takes as they are. */
const alike: readonly (readonly [string, string])[] = [
  ['text', 'multiline'],
  ['declaration', 'consent'],
  ['email', 'text'],
  ['phone', 'text'],
  ['iban', 'text'],
  ['plate', 'text'],
  ['date', 'partialDate'],
];

/** Kinds that a rule can turn into each other. */
const convertible: readonly (readonly [string, string])[] = [
  ['text', 'number'],
  ['number', 'text'],
  ['number', 'money'],
  ['money', 'number'],
  ['text', 'choice'],
  ['choice', 'text'],
  ['yesno', 'choice'],
  ['choice', 'yesno'],
  ['choice', 'multichoice'],
  ['multichoice', 'choice'],
  ['text', 'date'],
];

function typeChange(path: string, old: Field, now: Field): Change {
  const isPair = ([from, to]: readonly [string, string]) => from === old.type && to === now.type;
  const what = `„${path}“ ist jetzt ${now.type}, vorher ${old.type}.`;
  if (alike.some(isPair))
    return safe(path, what, 'Die Antworten passen weiter; was nicht passt, wird neu gefragt.');
  if (convertible.some(isPair))
    return {
      class: 'zuordnung',
      field: path,
      what,
      why: 'Eine Regel muss die Antworten umwandeln.',
      suggestion: { do: 'ask-again', field: path },
    };
  return {
    class: 'bruch',
    field: path,
    what,
    why: 'Vorhandene Antworten passen zur neuen Art nicht.',
    suggestion: { do: 'ask-again', field: path },
  };
}

function read(field: Field, name: string): unknown {
  return Reflect.get(field, name);
}

function wordChanges(path: string, old: Field, now: Field): Change[] {
  if (old.label === now.label) return [];
  const what = `Der Wortlaut von „${path}“ ist neu.`;
  if (now.type !== 'declaration' && now.type !== 'consent') return [safe(path, what)];
  const why = 'Wer zugestimmt hat, hat dem alten Wortlaut zugestimmt und muss neu gefragt werden.';
  return [{ class: 'zuordnung', field: path, what, why, suggestion: { do: 'ask-again', field: path } }];
}

function optionChanges(path: string, old: Field, now: Field): Change[] {
  const [before, after] = [valuesOf(read(old, 'options')), valuesOf(read(now, 'options'))];
  if (!before || !after) return [];
  const lost = before.filter((value) => !after.includes(value));
  const added = after.filter((value) => !before.includes(value));
  return [
    ...lost.map(
      (value): Change => ({
        class: 'zuordnung',
        field: path,
        what: `Bei „${path}“ gibt es „${value}“ nicht mehr.`,
        why: 'Wer das gewählt hat, steht ohne gültige Wahl da, wenn keine Regel sagt, was nun gilt.',
        suggestion: { do: 'ask-again', field: path },
      }),
    ),
    ...added.map((value) => safe(path, `Bei „${path}“ ist „${value}“ neu.`)),
  ];
}

function valuesOf(options: unknown): readonly string[] | null {
  if (!Array.isArray(options)) return null;
  return options.flatMap((option: unknown) =>
    typeof option === 'object' && option !== null && 'value' in option ? [String(option.value)] : [],
  );
}

/** Bounds by name: whether a smaller or a larger number is stricter. */
const bounds: Readonly<Record<string, 'least' | 'most'>> = {
  min: 'least',
  minLength: 'least',
  minCents: 'least',
  minCount: 'least',
  max: 'most',
  maxLength: 'most',
  maxCents: 'most',
  maxCount: 'most',
};

function boundChanges(path: string, old: Field, now: Field): Change[] {
  const changes = Object.entries(bounds).flatMap(([name, kind]): Change[] => {
    const [before, after] = [read(old, name), read(now, name)];
    if (before === after) return [];
    const what = `Bei „${path}“ ist ${name} jetzt ${String(after ?? 'offen')}, vorher ${String(before ?? 'offen')}.`;
    const stricter = isStricter(kind, before, after);
    if (stricter && now.type === 'group')
      return [
        {
          class: 'zuordnung',
          field: path,
          what,
          why: 'Zeilen über der neuen Grenze fielen weg.',
          suggestion: null,
        },
      ];
    return [
      safe(
        path,
        what,
        stricter ? 'Antworten außerhalb der Grenze bleiben stehen und werden neu gefragt.' : undefined,
      ),
    ];
  });
  if (read(old, 'unit') !== read(now, 'unit'))
    changes.push({
      class: 'zuordnung',
      field: path,
      what: `Bei „${path}“ ist die Einheit jetzt ${String(read(now, 'unit') ?? 'keine')}, vorher ${String(read(old, 'unit') ?? 'keine')}.`,
      why: 'Dieselbe Zahl heißt jetzt etwas anderes.',
      suggestion: { do: 'ask-again', field: path },
    });
  return changes;
}

function isStricter(kind: 'least' | 'most', before: unknown, after: unknown): boolean {
  if (typeof after !== 'number') return false;
  if (typeof before !== 'number') return true;
  return kind === 'least' ? after > before : after < before;
}

const rules = ['condition', 'required', 'checks', 'from', 'to', 'characters', 'pattern', 'decimals'] as const;

function ruleChanges(path: string, old: Field, now: Field): Change[] {
  return rules
    .filter((name) => JSON.stringify(read(old, name)) !== JSON.stringify(read(now, name)))
    .map((name) =>
      safe(
        path,
        `Bei „${path}“ ist ${name} geändert.`,
        'Die Regel gilt beim nächsten Besuch; Antworten bleiben stehen.',
      ),
    );
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
