import { formatLocalDate } from '#kernel';
import { formatNumber } from '#ui';
import type { Beobachtung, Beobachtungsstand } from '../domain/beobachtung.ts';
import type { Schwelle } from '../domain/schwelle.ts';
import { groessenklasseLabel } from '../messages.ts';

export const standLabel: Readonly<Record<Beobachtungsstand, string>> = {
  erfuellt: 'Schwelle erfüllt',
  'im-lauf': 'Stichtage laufen',
  'nicht-im-lauf': 'nicht in Sicht',
  'ohne-zahlen': 'ohne Zahlen',
};

export const artDerSchwelle: Readonly<Record<Schwelle['art'], string>> = {
  'auf-antrag': 'auf Antrag',
  'von-amts-wegen': 'von Amts wegen',
};

const numberWords = ['keinen', 'einen', 'zwei', 'drei', 'vier', 'fünf', 'sechs'];

/** „mehr als 25.000 Einwohner an 3 Stichtagen in Folge“. */
export function conditionText({ vergleich, einwohner, stichtage, zaehltAb }: Schwelle): string {
  const from = zaehltAb === null ? '' : ` ab dem ${formatLocalDate(zaehltAb)}`;
  return `${sideText(vergleich, einwohner)} Einwohner an ${stichtage} Stichtagen in Folge${from}`;
}

/** „Mittlere kreisangehörige Stadt, von Amts wegen“, or that the status goes. */
export function targetText({ nach, art }: Schwelle): string {
  const target =
    nach === 'kreisangehoerige-gemeinde' ? 'Streichung aus der Verordnung' : groessenklasseLabel[nach];
  return `${target}, ${artDerSchwelle[art]}`;
}

/** „Noch zwei Stichtage mit mehr als 25.000 Einwohnern.“, with what is not known. */
export function watchText(watch: Beobachtung): string {
  return [mainSentence(watch), ...caveats(watch)].join(' ');
}

function mainSentence({ schwelle, stand, noch, inFolge, letzter, fehlend }: Beobachtung): string {
  const side = sideText(schwelle.vergleich, schwelle.einwohner);
  const last = letzter ? `${formatNumber(letzter.zahl)} am ${formatLocalDate(letzter.stichtag)}` : '';
  switch (stand) {
    case 'erfuellt':
      return `An ${inFolge} Stichtagen in Folge ${side} Einwohner (zuletzt ${last}). Der Status ändert sich erst mit der Verordnung.`;
    case 'im-lauf':
      return `${fehlend > 0 ? 'Nach den bekannten Zahlen noch' : 'Noch'} ${wordFor(noch)} mit ${side} Einwohnern (zuletzt ${last}).`;
    case 'nicht-im-lauf':
      return `Zuletzt ${last}: nicht ${side}.`;
    case 'ohne-zahlen':
      return 'Für keinen Stichtag, der zählt, ist eine Einwohnerzahl bekannt.';
  }
}

function caveats({ stand, davorUnbekannt, fehlend }: Beobachtung): readonly string[] {
  const earlier =
    stand === 'im-lauf' && davorUnbekannt
      ? ['Der Stichtag davor ist nicht bekannt; es können weniger sein.']
      : [];
  if (fehlend === 0) return earlier;
  const missing =
    fehlend === 1 ? 'fehlt die Zahl eines Stichtags' : `fehlen die Zahlen von ${fehlend} Stichtagen`;
  return [...earlier, `Seither ${missing}.`];
}

function sideText(vergleich: Schwelle['vergleich'], einwohner: number): string {
  return `${vergleich === 'ueber' ? 'mehr' : 'weniger'} als ${formatNumber(einwohner)}`;
}

function wordFor(count: number): string {
  return `${numberWords[count] ?? count} ${count === 1 ? 'Stichtag' : 'Stichtage'}`;
}
