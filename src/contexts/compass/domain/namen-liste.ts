import { foldGerman } from '#kernel';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** How a thing with an id is written in a table: by its name; where two share one, with the id behind it. */
export function schreibweisen(list: readonly Named[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of list) counts.set(foldGerman(name), (counts.get(foldGerman(name)) ?? 0) + 1);
  return new Map(
    list.map(({ id, name }) => [id, (counts.get(foldGerman(name)) ?? 0) > 1 ? `${name} [${id}]` : name]),
  );
}

/** Finds who or what a table means: `null` where nobody has the name, `mehrere` where more than one has it. */
export function namensSuche(list: readonly Named[]): (text: string) => string | 'mehrere' | null {
  const ids = new Set(list.map(({ id }) => id));
  const byName = new Map<string, string[]>();
  for (const { id, name } of list) {
    const key = foldGerman(name.trim());
    byName.set(key, [...(byName.get(key) ?? []), id]);
  }
  return (text) => {
    const [, given = text] = /\[([^\]]+)\]$/.exec(text) ?? [];
    if (ids.has(given)) return given;
    const found = byName.get(foldGerman(text.trim())) ?? [];
    return found.length > 1 ? 'mehrere' : (found[0] ?? null);
  };
}
