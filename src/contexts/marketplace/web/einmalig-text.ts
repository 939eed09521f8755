import type { Einmalig } from '../domain/einmalig.ts';
import { euro } from '../geld.ts';

/** What is once to pay, with why, in words. */
export function einmaligText({ art, cent }: Einmalig): string {
  switch (art) {
    case 'faellig':
      return `${euro(cent ?? 0)}, mit dem Vertrag fällig`;
    case 'keine':
      return 'nichts: Der Anbieter nennt keine einmaligen Kosten.';
    case 'schon-vereinbart':
      return cent === null || cent === 0
        ? 'nicht mehr fällig: Ihr Vertrag besteht und sah keine einmaligen Kosten vor.'
        : `nicht noch einmal fällig: ${euro(cent)} sind mit Ihrer angenommenen Bestellung vereinbart. Ob sie bezahlt sind, steht in Ihrer Buchhaltung.`;
    case 'schon-dabei':
      return 'nicht mehr fällig: Ihre Kommune nimmt schon teil und hat eine Abrechnung. Was der Anschluss gekostet hat, steht in dieser Installation nicht.';
    case 'unbekannt':
      return 'noch nicht bekannt: Der Anbieter hat keinen einmaligen Betrag genannt.';
  }
}
