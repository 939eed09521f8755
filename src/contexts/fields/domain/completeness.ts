import type { LocalDate } from '#kernel';
import { type Feld, type Feldwerte, giltAm, istAusgefuellt } from './feld.ts';

/** How complete a record is, as an exact share; no field that counts is no share at all. */
export type Vollstaendigkeit =
  | { readonly art: 'keine-felder' }
  | {
      readonly art: 'anteil';
      readonly teil: number;
      readonly ganzes: number;
      /** What is missing: the label of a field, or of a group „A oder B“. */
      readonly fehlt: readonly string[];
    };

/**
 * Counts the fields that count on a day and those of them that say something. Fields of one group count as one, and one
 * of them is enough.
 */
export function completeness(felder: readonly Feld[], werte: Feldwerte, day: LocalDate): Vollstaendigkeit {
  const einheiten = countingUnits(felder, day);
  if (einheiten.length === 0) return { art: 'keine-felder' };
  const offen = einheiten.filter((einheit) => !einheit.some(({ key }) => istAusgefuellt(wertOf(werte, key))));
  return {
    art: 'anteil',
    teil: einheiten.length - offen.length,
    ganzes: einheiten.length,
    fehlt: offen.map((einheit) => einheit.map(({ label }) => label).join(' oder ')),
  };
}

/** The share in whole percent, rounded down: only what is all there is 100. */
export function prozent({ teil, ganzes }: { readonly teil: number; readonly ganzes: number }): number {
  const hundredfold = teil * 100;
  return (hundredfold - (hundredfold % ganzes)) / ganzes;
}

/** „83 % (25 von 30 Feldern)“, or that no field counts. */
export function vollstaendigkeitText(stand: Vollstaendigkeit): string {
  if (stand.art === 'keine-felder') return 'keine Felder';
  const felder = stand.ganzes === 1 ? 'Feld' : 'Feldern';
  return `${prozent(stand)} % (${stand.teil} von ${stand.ganzes} ${felder})`;
}

/** The fields that count, those of a group together, in the order of the form. */
function countingUnits(felder: readonly Feld[], day: LocalDate): readonly (readonly Feld[])[] {
  const units = new Map<string, Feld[]>();
  for (const feld of felder) {
    if (!feld.zaehlt || !giltAm(feld, day)) continue;
    const name = feld.gruppe === null ? `feld:${feld.key}` : `gruppe:${feld.gruppe}`;
    const unit = units.get(name);
    if (unit) unit.push(feld);
    else units.set(name, [feld]);
  }
  return [...units.values()];
}

function wertOf(werte: Feldwerte, key: string): unknown {
  return Object.hasOwn(werte, key) ? werte[key] : null;
}
