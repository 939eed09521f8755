import type { Elementpfad } from '../regeln/satz.ts';
import { einordnungOf, zeilenUm } from './einordnung.ts';
import type { Baum, Knoten } from './knoten.ts';

/**
 * The place that a rule means: the nearest one of that id seen from where the rule stands, inside first, then further out.
 * `null` where none or more than one is as near.
 */
export function findePlatz(baum: Baum, owner: Knoten | null, pfad: Elementpfad): Knoten | null {
  for (let at = owner; ; at = at.oben) {
    const found = innerhalb(baum, at, pfad);
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
    if (at === null) return null;
  }
}

function innerhalb(baum: Baum, owner: Knoten | null, pfad: Elementpfad): readonly Knoten[] {
  let level: readonly Knoten[] = owner ? [owner] : baum.kinder;
  while (level.length > 0) {
    const found = level.filter((knoten) => heisst(knoten, pfad));
    if (found.length > 0) return found;
    level = level.flatMap(({ kinder }) => kinder);
  }
  return [];
}

/** Whether a place has this id and the groups of the path around it, in this order. */
function heisst(knoten: Knoten, pfad: Elementpfad): boolean {
  const ids = pfad.map(lang);
  if (lang(knoten.quelle.kennung.id) !== ids.at(-1)) return false;
  let open = ids.length - 2;
  for (let at = knoten.oben; at !== null && open >= 0; at = at.oben)
    if (lang(at.quelle.kennung.id) === ids[open]) open -= 1;
  return open < 0;
}

/** Rules at times name elements by the short ids of version 2. */
function lang(id: string): string {
  return id.replace(/^([FG]\d\d)(\d{6})$/, '$1000$2');
}

/**
 * How an expression at one place names the answer at another: `f1`, `row.f1`, `outer.f1`. `null` where it cannot: the
 * answer comes later, or stands in rows that are not around the expression. `zeilen` is true for the condition of rows,
 * which stands outside of them.
 */
export function nenne(von: Knoten, ziel: Knoten, gesteuert: ReadonlySet<Knoten>): string | null {
  if (ziel.nummer >= von.nummer) return null;
  const hier = zeilenUm(
    von,
    gesteuert,
    einordnungOf(von, gesteuert) === 'zeilen' && von.quelle.art === 'feld',
  );
  const dort = zeilenUm(ziel, gesteuert, true);
  if (!dort.every((zeile, index) => hier[index] === zeile)) return null;
  if (dort.length === 0) return ziel.name;
  const outward = hier.length - dort.length;
  return outward === 0 ? `row.${ziel.name}` : `${'outer.'.repeat(outward)}${ziel.name}`;
}
