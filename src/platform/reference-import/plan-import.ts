/** A row of reference data: plain JSON values by field name. */
export type ReferenceRow = Readonly<Record<string, unknown>>;

/** A field that an import changes. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ChangedRow<T> {
  readonly key: string;
  readonly before: T;
  readonly after: T;
  readonly fields: readonly FieldChange[];
}

/** What an import would do: every incoming row is added, changed or unchanged; every other current row is removed. */
export interface ImportPlan<T> {
  readonly added: readonly T[];
  readonly changed: readonly ChangedRow<T>[];
  readonly removed: readonly T[];
  readonly unchanged: number;
}

/** Compares the rows that are there with the rows that come in; `key` names a row, both sides hold each key once. */
export function planImport<T extends ReferenceRow>(
  current: readonly T[],
  incoming: readonly T[],
  key: (row: T) => string,
): ImportPlan<T> {
  const rest = new Map(current.map((row) => [key(row), row]));
  const added: T[] = [];
  const changed: ChangedRow<T>[] = [];
  let unchanged = 0;
  for (const after of incoming) {
    const before = rest.get(key(after));
    if (before === undefined) {
      added.push(after);
      continue;
    }
    rest.delete(key(after));
    const fields = changedFields(before, after);
    if (fields.length === 0) unchanged += 1;
    else changed.push({ key: key(after), before, after, fields });
  }
  return { added, changed, removed: [...rest.values()], unchanged };
}

function changedFields(before: ReferenceRow, after: ReferenceRow): FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes: FieldChange[] = [];
  for (const field of fields) {
    if (!sameJson(before[field], after[field]))
      changes.push({ field, before: before[field], after: after[field] });
  }
  return changes;
}

/** Equal as JSON values: the order of an object's members does not count, the order of a list does. */
function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameJson(value, right.get(key)))
  );
}
