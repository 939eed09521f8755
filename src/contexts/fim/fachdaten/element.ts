import type { XfallElement } from '#standards/xfall';
import { elementName, type Struktur, type Strukturknoten } from './struktur.ts';

/** Case data that are being put together: for each place below this one, its repetitions. */
export interface Ast {
  text: string | null;
  readonly kinder: Map<Strukturknoten, Ast[]>;
}

export function neuerAst(): Ast {
  return { text: null, kinder: new Map() };
}

/** The `index`th repetition of a place; those before it that nobody filled stay empty. */
export function unter(ast: Ast, knoten: Strukturknoten, index: number): Ast {
  const list = ast.kinder.get(knoten) ?? [];
  ast.kinder.set(knoten, list);
  while (list.length <= index) list.push(neuerAst());
  return list[index] ?? ast;
}

/** The elements below, in the order of the schema. An empty repetition is kept only where one with content follows. */
export function elementeVon(ast: Ast, { kinder }: Pick<Struktur, 'kinder'>): readonly XfallElement[] {
  const all = kinder.map((knoten) => ({ knoten, elemente: gefuellte(ast, knoten) }));
  return all.flatMap(({ knoten, elemente }, at) => {
    const follows = all.some(
      (other, index) => index > at && gleich(other.knoten, knoten) && other.elemente.length > 0,
    );
    return follows && elemente.length === 0 ? [leer(knoten)] : elemente;
  });
}

function gefuellte(ast: Ast, knoten: Strukturknoten): readonly XfallElement[] {
  const all = (ast.kinder.get(knoten) ?? []).map((each) => ({
    ...leer(knoten),
    text: each.text ?? '',
    kinder: elementeVon(each, knoten),
  }));
  return all.slice(0, all.findLastIndex(({ text, kinder }) => text !== '' || kinder.length > 0) + 1);
}

function leer(knoten: Strukturknoten): XfallElement {
  return { name: elementName(knoten), text: '', kinder: [] };
}

function gleich(a: Strukturknoten, b: Strukturknoten): boolean {
  return elementName(a) === elementName(b);
}

/** The elements of one place; where the schema has a group twice side by side, the first place takes the first ones. */
export function elementeFuer(
  knoten: Strukturknoten,
  geschwister: readonly Strukturknoten[],
  elemente: readonly XfallElement[],
): readonly XfallElement[] {
  const own = elemente.filter(({ name }) => name === elementName(knoten));
  const same = geschwister.filter((each) => gleich(each, knoten));
  const at = same.indexOf(knoten);
  const from = same.slice(0, at).reduce((sum, { max }) => sum + (max ?? own.length), 0);
  return at === same.length - 1 ? own.slice(from) : own.slice(from, from + (knoten.max ?? own.length));
}
