import { join } from 'node:path';
import { gebietSets } from './gebiet.ts';
import { itDienstleisterSet } from './it-dienstleister.ts';
import { kachelnSet } from './karte.ts';
import { katalogSets } from './katalog.ts';
import { type ReferenceSet, writeSet } from './write-set.ts';

/** Builds every set from `source` into `target` and returns what it wrote; the same source gives the same bytes. */
export function buildReferenceData(source: string, target: string): readonly ReferenceSet[] {
  const catalogue = join(source, 'catalogue');
  const sets = [
    ...katalogSets(catalogue),
    ...gebietSets(join(source, 'territory')),
    kachelnSet(join(source, 'territory')),
    itDienstleisterSet(catalogue),
  ];
  for (const set of sets) writeSet(target, set);
  return sets;
}
