import type { z } from 'zod';
import type { LocalDate } from '#kernel';
import type { Eingaben } from './domain/beschluss.ts';
import { type Beleg, kriterien } from './domain/kriterium.ts';
import type { eingabenSchema } from './schema-json.ts';

type Kept = z.output<typeof eingabenSchema>;

/** The inputs of a ranking as they are kept: each different piece of evidence once. */
export function packEingaben({ leistungen, belege }: Eingaben): Kept {
  const numbers = new Map<string, number>();
  const different: Kept['belege'] = [];
  const numberOf = ({ wert, herkunft, satz }: Beleg): number => {
    const key = `${wert} ${herkunft} ${satz}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, different.length);
    return different.push([wert, herkunft, satz]) - 1;
  };
  const rows = leistungen.map(({ id, leika, name, ozgId, ozgName, themenfeld }, row) => ({
    von: [id, leika, name, ozgId, ozgName, themenfeld] satisfies Kept['leistungen'][number]['von'],
    belege: (belege[row] ?? []).map(numberOf),
  }));
  return { kriterien: [...kriterien], belege: different, leistungen: rows };
}

/** The inputs as they were. A criterion that did not exist then is unknown. */
export function unpackEingaben(stichtag: LocalDate, kept: Kept): Eingaben {
  const different = kept.belege.map(([wert, herkunft, satz]): Beleg => ({ wert, herkunft, satz }));
  const columns = kriterien.map((kriterium) => kept.kriterien.indexOf(kriterium));
  return {
    stichtag,
    leistungen: kept.leistungen.map(({ von: [id, leika, name, ozgId, ozgName, themenfeld] }) => ({
      id,
      leika,
      name,
      ozgId,
      ozgName,
      themenfeld,
    })),
    belege: kept.leistungen.map(({ belege }) =>
      columns.map((column) => different[belege[column] ?? -1] ?? notAsked),
    ),
  };
}

const notAsked: Beleg = { wert: null, herkunft: 'unbekannt', satz: 'Dieses Kriterium gab es damals nicht.' };
