import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kostenplan, Schluessel } from '../../src/contexts/costs/domain/kostenplan.ts';
import { readKostendaten } from '../../src/contexts/costs/read-kosten-data.ts';
import { planOf, position } from '../../src/contexts/costs/testing/plaene.ts';

const dataFolder = join(import.meta.dirname, '../../data');

/** One service over the 10,796 Gemeinden, the 16 Länder and the Bund, in three layers. */
export function wholeCountry(): Kostenplan {
  const data = readKostendaten(dataFolder);
  if (!data.ok) throw new Error(data.refusal.message);
  const key = data.value.koenigsteiner.at(-1);
  if (key === undefined) throw new Error('No Königsteiner Schlüssel in data/kosten.');
  const people = [...einwohnerIn('gebiet/einwohner-2019-nrw'), ...einwohnerIn('gebiet-de/einwohner-2019')];
  const einwohner: Schluessel = {
    id: 'einwohner',
    titel: 'Einwohner 2019',
    art: 'einwohner',
    werte: Object.fromEntries(people),
    quelle: 'Destatis GV-ISys',
  };
  const faelle: Schluessel = {
    id: 'faelle',
    titel: 'Fälle',
    art: 'nutzung',
    werte: Object.fromEntries(people.map(([ags, count]) => [ags, String(Math.ceil(Number(count) / 137))])),
    quelle: 'Benchmark',
  };
  return planOf({
    jahr: 2027,
    schluessel: [einwohner, faelle, key],
    zahler: [
      ...people.map(([kennung]) => ({ kennung, name: kennung, gruppen: ['gemeinde'] })),
      ...Object.keys(key.werte ?? {}).map((kennung) => ({ kennung, name: kennung, gruppen: ['land'] })),
      { kennung: '00', name: 'Bund', gruppen: ['bund'] },
    ],
    positionen: [
      position(480_000_037n, { schluessel: 'einwohner' }),
      position(0n, {
        id: 'druck',
        art: 'e',
        schluessel: 'faelle',
        betrag: { art: 'je-fall', preisCent: '85.7' },
      }),
      position(99_999_999n, {
        id: 'pflege',
        art: 'b',
        schluessel: 'einwohner',
        steuer: [{ ab: null, regel: 'regelsatz' }],
      }),
    ],
    finanzierung: {
      modell: 'eigen',
      titel: 'Bund, Länder und Gemeinden',
      vorab: [],
      schichten: [
        { id: 'bund', titel: 'Bund', anteil: '0.25', gruppen: ['bund'], schluessel: null },
        { id: 'laender', titel: 'Länder', anteil: '0.25', gruppen: ['land'], schluessel: key.id },
        { id: 'gemeinden', titel: 'Gemeinden', anteil: '0.50', gruppen: ['gemeinde'], schluessel: null },
      ],
    },
  });
}

/** Official key and inhabitants, as they stand in a reference file. */
function einwohnerIn(file: string): readonly [string, string][] {
  const [, ...lines] = readFileSync(join(dataFolder, `${file}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const { ags, einwohner } = JSON.parse(line);
    return [String(ags), String(einwohner)];
  });
}
