/** What JSON can say; definitions are changed as JSON and proven afterwards. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The name by which an entry of a list is found: its id, its value, or the office it is for. */
export function nameOf(item: Json, index: number): string {
  if (isObject(item)) {
    for (const key of ['id', 'value', 'leika', 'office']) {
      const name = item[key];
      if (typeof name === 'string') return name;
    }
  }
  return String(index);
}

/** What stands at a place; undefined where nothing does. */
export function valueAt(root: Json, path: readonly string[]): Json | undefined {
  let current: Json | undefined = root;
  for (const name of path) {
    if (isList(current)) current = current.find((item, index) => nameOf(item, index) === name);
    else if (isObject(current)) current = Object.hasOwn(current, name) ? current[name] : undefined;
    else return undefined;
  }
  return current;
}

/** The same tree with another value at a place; `undefined` takes it away. Null where the way there does not exist. */
export function withValueAt(root: Json, path: readonly string[], value: Json | undefined): Json | null {
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined ? null : value;
  if (isList(root)) return inList(root, name, rest, value);
  if (!isObject(root)) return null;
  const before = Object.hasOwn(root, name) ? root[name] : undefined;
  if (rest.length > 0 && before === undefined) return null;
  const inner = rest.length === 0 ? value : before === undefined ? null : withValueAt(before, rest, value);
  if (inner === null && rest.length > 0) return null;
  if (inner === undefined) return Object.fromEntries(Object.entries(root).filter(([key]) => key !== name));
  return { ...root, [name]: inner };
}

function inList(
  root: readonly Json[],
  name: string,
  rest: readonly string[],
  value: Json | undefined,
): Json | null {
  const index = root.findIndex((item, at) => nameOf(item, at) === name);
  const before = root[index];
  if (before === undefined) return null;
  if (rest.length === 0) {
    if (value === undefined) return root.filter((_, at) => at !== index);
    return root.map((item, at) => (at === index ? value : item));
  }
  const inner = withValueAt(before, rest, value);
  return inner === null ? null : root.map((item, at) => (at === index ? inner : item));
}

/** Every text, rule and value of a tree with its place by names. */
export function leavesOf(
  root: Json,
  path: readonly string[] = [],
): readonly { readonly path: string; readonly value: Json }[] {
  if (isList(root) && root.some(isObject))
    return root.flatMap((item, index) => leavesOf(item, [...path, nameOf(item, index)]));
  if (isObject(root)) return Object.entries(root).flatMap(([key, value]) => leavesOf(value, [...path, key]));
  return [{ path: path.join('.'), value: root }];
}
