import { istBlock, leererBlock, leereZeile, meisteZeilen, type Zusammenstellung } from '#forms/bedingungen';
import type { Handgriff } from './felder.ts';

/** The lines after a button was pressed, and where the page comes back. */
export function nachHandgriff(
  { alle, teile }: Zusammenstellung,
  { tat, wo }: Pick<Handgriff, 'tat' | 'wo'>,
): { readonly zeilen: Zusammenstellung; readonly bei: readonly number[] } {
  const [at = teile.length, line] = wo;
  const block = teile[at];
  switch (tat) {
    case 'gruppe':
      return { zeilen: { alle, teile: mehr(teile, leererBlock) }, bei: [teile.length] };
    case 'zeile':
    case 'zeilen':
      if (!block || !istBlock(block))
        return { zeilen: { alle, teile: mehr(teile, leereZeile) }, bei: [teile.length] };
      return {
        zeilen: { alle, teile: teile.with(at, { ...block, zeilen: mehr(block.zeilen, leereZeile) }) },
        bei: [at, block.zeilen.length],
      };
    case 'weg':
      if (!block || line === undefined || !istBlock(block))
        return { zeilen: { alle, teile: teile.filter((_, index) => index !== at) }, bei: [] };
      return {
        zeilen: {
          alle,
          teile: teile.with(at, { ...block, zeilen: block.zeilen.filter((_, index) => index !== line) }),
        },
        bei: [at],
      };
    default:
      return { zeilen: { alle, teile }, bei: wo };
  }
}

/** One more, as long as there is room. */
function mehr<T>(all: readonly T[], one: T): readonly T[] {
  return all.length < meisteZeilen ? [...all, one] : all;
}
