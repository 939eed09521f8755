import { formatNumber } from '#ui';
import type { Ausschluss, Band } from '../domain/vergleichbar.ts';

/** What a band of sizes is called. */
export const bandLabel: Readonly<Record<Band, string>> = {
  eng: 'drei Viertel bis fünf Viertel so viele Einwohner',
  mittel: 'halb bis doppelt so viele Einwohner',
  weit: 'ein Viertel bis viermal so viele Einwohner',
};

/** Why a Kommune is not compared, in words. */
export function ausschlussText(grund: Ausschluss): string {
  switch (grund.kind) {
    case 'einwohner-unbekannt':
      return 'Die Einwohnerzahl ist nicht bekannt.';
    case 'groesse':
      return `Andere Größe: ${formatNumber(grund.einwohner)} Einwohner.`;
    case 'andere-pflichten':
      return `Andere Pflichten: ${formatNumber(grund.mehr)} hat nur sie, ${formatNumber(grund.weniger)} fehlen ihr.`;
  }
}
