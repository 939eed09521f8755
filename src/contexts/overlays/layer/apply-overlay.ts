import type { Onlinedienst } from '#forms/onlinedienst';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import type { Overlay, OverlayChange } from './overlay-schema.ts';
import { isList, type Json, leavesOf, nameOf, valueAt, withValueAt } from './tree.ts';

/** A place that the base definition opens, for whom, and for which changes. */
export type OpenPlace = NonNullable<Onlinedienst['definition']['open']>[number];

/** Where a part of an effective definition comes from. */
export interface Origin {
  readonly level: 'grund' | 'land' | 'kommune';
  readonly name: string;
  readonly version: number;
}

/** The two documents of a service, as one tree: `dienst` and `formular`. */
export type Documents = { readonly dienst: Json; readonly formular: Json };

export interface Layered {
  readonly documents: Documents;
  /** Origins of all that does not come from the base, by place. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** Names and formats are what everything else hangs on; nobody opens them. */
const fixedNames: ReadonlySet<string> = new Set(['id', 'type', 'format', 'version', 'leika', '$schema']);

/**
 * Puts an overlay on the documents. Refuses each change of a place that the base does not open for its level, and each that
 * finds no place (`OVERLAY_NOT_OPEN`, with the paths).
 */
export function applyOverlay(
  layered: Layered,
  open: readonly OpenPlace[],
  overlay: Overlay,
): Result<Layered> {
  const problems: FieldProblem[] = [];
  const origin: Origin = { level: overlay.level, name: overlay.name, version: overlay.version };
  const origins = new Map(layered.origins);
  let tree: Json = { ...layered.documents };
  for (const change of overlay.changes) {
    const reason: string | null = refusalOf(change, open, overlay.level) ?? missingIn(tree, change);
    const changed: Changed | null = reason === null ? changedBy(tree, change) : null;
    if (changed === null) {
      problems.push({
        field: change.path,
        message: reason ?? 'Diese Stelle gibt es in der Grunddefinition nicht.',
      });
      continue;
    }
    tree = changed.tree;
    note(origins, changed.path, changed.value, origin);
  }
  if (problems.length > 0) return refuse(notOpen(overlay, problems));
  const [dienst, formular] = [valueAt(tree, ['dienst']), valueAt(tree, ['formular'])];
  return ok({ documents: { dienst: dienst ?? null, formular: formular ?? null }, origins });
}

function notOpen({ name }: Overlay, fields: readonly FieldProblem[]) {
  const message = `Die Schicht „${name}“ ändert, was die Grunddefinition nicht freigibt, zuerst ${fields[0]?.field}: ${fields[0]?.message}`;
  return { kind: 'forbidden' as const, code: 'OVERLAY_NOT_OPEN', message, fields };
}

function refusalOf(
  change: OverlayChange,
  open: readonly OpenPlace[],
  level: Overlay['level'],
): string | null {
  const path = change.path.split('.');
  const last = path.at(-1) ?? '';
  if (change.do !== 'add' && fixedNames.has(last)) return `„${last}“ lässt sich nie ändern.`;
  const matching = open.filter((place) => matches(place.path, path));
  if (matching.length === 0) return 'Diese Stelle gibt die Grunddefinition nicht frei.';
  const forLevel = matching.filter(({ levels }) => levels.includes(level));
  if (forLevel.length === 0) return `Diese Stelle ist nicht für die Ebene „${level}“ freigegeben.`;
  const allowed = forLevel.some((place) => place.change.includes(change.do));
  return allowed ? null : `Hier ist nicht freigegeben: ${words[change.do]}.`;
}

const words = { set: 'ändern', add: 'ergänzen', remove: 'streichen' } as const;

/** Whether an open place covers a path: name by name, `*` for any one, `**` for the rest. */
export function matches(pattern: string, path: readonly string[]): boolean {
  const parts = pattern.split('.');
  if (parts.at(-1) === '**') {
    const fixed = parts.slice(0, -1);
    return path.length >= fixed.length && fixed.every((part, index) => part === '*' || part === path[index]);
  }
  return parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]);
}

function missingIn(tree: Json, change: OverlayChange): string | null {
  const path = change.path.split('.');
  const place = valueAt(tree, change.do === 'set' ? path.slice(0, -1) : path);
  if (place === undefined) return 'Diese Stelle gibt es in der Grunddefinition nicht.';
  if (change.do !== 'add') return null;
  if (!isList(place)) return 'Hier steht keine Liste, in die etwas kommen kann.';
  if (change.after !== undefined && !place.some((item, index) => nameOf(item, index) === change.after))
    return `Einen Eintrag „${change.after}“ gibt es hier nicht.`;
  return null;
}

interface Changed {
  readonly tree: Json;
  readonly path: string;
  readonly value: Json | undefined;
}

function changedBy(tree: Json, change: OverlayChange): Changed | null {
  const path = change.path.split('.');
  if (change.do === 'add') return added(tree, path, change.item, change.after);
  const value = change.do === 'set' ? change.value : undefined;
  const next = withValueAt(tree, path, value);
  return next === null ? null : { tree: next, path: change.path, value };
}

function added(tree: Json, path: readonly string[], item: Json, after: string | undefined): Changed | null {
  const list = valueAt(tree, path);
  if (!isList(list)) return null;
  const at =
    after === undefined ? list.length : list.findIndex((each, index) => nameOf(each, index) === after) + 1;
  const next = withValueAt(tree, path, [...list.slice(0, at), item, ...list.slice(at)]);
  return next === null ? null : { tree: next, path: [...path, nameOf(item, at)].join('.'), value: item };
}

/** What was removed is noted at its own place, so that the explanation can say who took it away. */
function note(origins: Map<string, Origin>, path: string, value: Json | undefined, origin: Origin): void {
  for (const known of origins.keys())
    if (known === path || known.startsWith(`${path}.`)) origins.delete(known);
  if (value === undefined) origins.set(path, origin);
  else for (const leaf of leavesOf(value, path.split('.'))) origins.set(leaf.path, origin);
}
