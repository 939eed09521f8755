/** What comes after what, by id. */
export type Vorgaenger = ReadonlyMap<string, readonly string[]>;

/** The ids of a circle, each waiting for the next one and the last for the first; `null` where there is none. */
export function findCycle(vorgaenger: Vorgaenger): readonly string[] | null {
  const done = new Set<string>();
  for (const start of vorgaenger.keys()) {
    const cycle = cycleFrom(start, vorgaenger, done);
    if (cycle) return cycle;
  }
  return null;
}

/** Goes into the depth with a stack of its own: a chain may be longer than the one of the language. */
function cycleFrom(start: string, vorgaenger: Vorgaenger, done: Set<string>): readonly string[] | null {
  const path: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
  const onPath = new Set([start]);
  while (path.length > 0) {
    const top = path[path.length - 1];
    if (!top) break;
    const follow = vorgaenger.get(top.id)?.[top.next];
    top.next += 1;
    if (follow === undefined) {
      path.pop();
      onPath.delete(top.id);
      done.add(top.id);
    } else if (onPath.has(follow)) {
      const ids = path.map(({ id }) => id);
      return ids.slice(ids.indexOf(follow));
    } else if (!done.has(follow)) {
      path.push({ id: follow, next: 0 });
      onPath.add(follow);
    }
  }
  return null;
}
