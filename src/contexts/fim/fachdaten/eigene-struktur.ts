import { type Definition, innerhalb, quelleVon, type Teil } from './definition-teile.ts';
import type { Struktur, Strukturknoten } from './struktur.ts';

/**
 * The structure that a form itself shows, where nobody holds its schema: groups as its pages, sections and rows name them.
 * Something is asked under some condition nearly everywhere, so nothing has to be there.
 */
export function eigeneStruktur(definition: Definition): Struktur | null {
  const own = quelleVon(definition);
  if (!own) return null;
  const kinder = definition.pages.reduce<readonly Strukturknoten[]>((known, page) => {
    const inner = page.fields.flatMap((field) => knotenVon(field, false));
    const source = quelleVon(page);
    return zusammen(known, [...innerhalb(page), ...(source ? [source] : [])], inner);
  }, []);
  return { ...own, kinder };
}

type Gruppe = Pick<Strukturknoten, 'id' | 'version' | 'name'>;

/** A large group is cut into pages; here it is one again. */
function zusammen(
  known: readonly Strukturknoten[],
  [group, ...rest]: readonly Gruppe[],
  inner: readonly Strukturknoten[],
): readonly Strukturknoten[] {
  // A page that only holds the rows of its group is no further group around them.
  if (!group || (rest.length === 0 && inner.some(({ id }) => id === group.id))) return [...known, ...inner];
  const there = known.find(({ id, max }) => id === group.id && max === 1);
  if (there)
    return known.map((each) =>
      each === there ? { ...each, kinder: zusammen(each.kinder, rest, inner) } : each,
    );
  return [...known, { ...group, min: 0, max: 1, kinder: zusammen([], rest, inner) }];
}

function knotenVon(teil: Teil, inRows: boolean): readonly Strukturknoten[] {
  const source = quelleVon(teil);
  const max = inRows || teil.type === 'group' || teil.type === 'table' || isList(teil) ? null : 1;
  if (!('fields' in teil)) return source ? [{ ...source, min: 0, max, kinder: [] }] : [];
  // Rows of one field are that field, several times.
  const isField = source?.id.startsWith('F') === true;
  const inner = teil.fields.flatMap((field) => knotenVon(field, isField || (!source && max === null)));
  return source && !isField ? [{ ...source, min: 0, max, kinder: inner }] : inner;
}

function isList({ type }: Teil): boolean {
  return type === 'file' || type === 'multichoice' || type === 'nationality';
}
