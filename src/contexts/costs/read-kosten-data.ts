import { type EvidenceGrade, type LocalDate, localDate, ok, type Result, refuse } from '#kernel';
import { readReferenceFiles } from '#platform';
import type { Finanzierungsmodell } from './domain/finanzierungsmodell.ts';
import type { Kostenart, Schluessel, Steuerregel } from './domain/kostenplan.ts';
import { valuesOf } from './domain/schluesselwerte.ts';
import {
  type Foerderprogramm,
  type Koenigsteinerzeile,
  type Kostenrows,
  kostenFormats,
  type Steuerzeile,
} from './kosten-rows.ts';

export interface Kostenartangabe {
  readonly art: Kostenart;
  readonly titel: string;
  readonly quelle: string;
  readonly quelleUrl: string;
  readonly evidenz: EvidenceGrade;
}

/** What the product ships to make a Kostenplan of. */
export interface Kostendaten {
  readonly stand: LocalDate;
  /** By Schlüsseljahr, oldest first; values by the two digits of the Land. */
  readonly koenigsteiner: readonly Schluessel[];
  readonly arten: readonly Kostenartangabe[];
  readonly finanzierungen: readonly (Finanzierungsmodell & { readonly evidenz: EvidenceGrade })[];
  readonly steuerregeln: readonly Steuerregel[];
  readonly foerderungen: readonly Foerderprogramm[];
}

/**
 * Reads keys, funding models, cost types, tax rules and programmes from the data folder. Refuses as every reference file, and
 * (`COSTS_KEY_NOT_100`) a key whose parts do not make exactly 100.
 */
export function readKostendaten(dataFolder: string): Result<Kostendaten> {
  const read = readReferenceFiles<Kostenrows>(dataFolder, kostenFormats);
  if (!read.ok) return read;
  const { files } = read.value;
  const keys = koenigsteinerOf(files.koenigsteiner.rows);
  for (const key of keys) {
    const whole = valuesOf(key);
    if (!whole.ok) return refuse(whole.refusal);
  }
  return ok({
    stand: localDate(files.koenigsteiner.kopf.stand),
    koenigsteiner: keys,
    arten: files.arten.rows,
    finanzierungen: files.finanzierungen.rows,
    steuerregeln: steuerregelnOf(files.steuerregeln.rows),
    foerderungen: files.foerderungen.rows,
  });
}

function koenigsteinerOf(rows: readonly Koenigsteinerzeile[]): readonly Schluessel[] {
  return [...Map.groupBy(rows, ({ jahr }) => jahr)]
    .toSorted(([a], [b]) => a - b)
    .map(([jahr, each]) => ({
      id: `koenigsteiner-${jahr}`,
      titel: `Königsteiner Schlüssel ${jahr}`,
      art: 'koenigsteiner',
      jahr,
      angewandtFuer: each[0]?.angewandtFuer,
      quelle: [...new Set(each.map(({ quelle }) => quelle))].join('; '),
      werte: Object.fromEntries(each.map(({ land, prozent }) => [land, prozent])),
    }));
}

function steuerregelnOf(rows: readonly Steuerzeile[]): readonly Steuerregel[] {
  return [...Map.groupBy(rows, ({ regel }) => regel).values()].flatMap((each): readonly Steuerregel[] => {
    const [first] = each;
    if (first === undefined) return [];
    const { regel, titel, art, normNoetig, quelle } = first;
    const fassungen = each
      .map(({ von, bis, satz, norm }) => ({ von, bis, satz, norm }))
      .toSorted((a, b) => (a.von < b.von ? -1 : 1));
    return [{ id: regel, titel, art, normNoetig, fassungen, quelle }];
  });
}
