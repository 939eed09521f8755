import { writeFile } from 'node:fs/promises';
import { openHighs } from '../src/contexts/planning/solver/highs.ts';
import { loese } from '../src/contexts/planning/solver/loese.ts';
import { fallOf, kleinerFall } from '../src/contexts/planning/testing/faelle.ts';

/** Writes the proven optima of the small cases, seed by seed from 1, which the tests compare plans with. Takes minutes. */

const cases = 30;
const target = new URL('../src/contexts/planning/testing/optima.json', import.meta.url);
const highs = await openHighs();
const optima = Array.from({ length: cases }, (_, index) => {
  const { wert, verfahren } = loese(highs, fallOf(index + 1, kleinerFall), {
    sekunden: 900,
    seed: 1,
    genauBis: Number.MAX_SAFE_INTEGER,
    uhr: () => performance.now() / 1_000,
    melden: () => {},
  });
  if (verfahren !== 'genau')
    throw new Error(`seed ${index + 1}: nothing proven, the best plan found has ${wert}`);
  return wert;
});
await writeFile(target, `[${optima.join(', ')}]\n`);
