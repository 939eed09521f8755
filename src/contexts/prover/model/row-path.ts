/** A group is known by the ids on the way to it: `hunde`, and the group in its rows `hunde/impfungen`. */
export function groupWithin(rows: string | null, id: string): string {
  return rows === null ? id : `${rows}/${id}`;
}

/** The group in whose row a group stands; `null` at the top. */
export function groupAround(group: string): string | null {
  const end = group.lastIndexOf('/');
  return end < 0 ? null : group.slice(0, end);
}

/** A group and those around it, the outermost first. */
export function groupsTo(group: string | null): readonly string[] {
  return group === null ? [] : [...groupsTo(groupAround(group)), group];
}

/** The name of an answer, or of a part of one, as the search knows it. */
export function keyIn(rows: string | null, name: string): string {
  return rows === null ? name : `row:${rows}.${name}`;
}

export function countKey(group: string): string {
  return `count:${group}`;
}

/** Whether something belongs to the rows of a group, groups in them included. */
export function isOfRows(key: string, group: string): boolean {
  return [`row:${group}.`, `row:${group}/`, `count:${group}/`].some((start) => key.startsWith(start));
}

/** What is known without what the row at hand holds: another row says nothing of it. */
export function withoutRowsOf<T>(known: ReadonlyMap<string, T>, group: string): ReadonlyMap<string, T> {
  return new Map([...known].filter(([key]) => !isOfRows(key, group)));
}
