import { type Change, type Field, type Placed, safe } from './change.ts';

/** What changed of one question. */
export function fieldChanges(old: Placed, now: Placed): Change[] {
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
