import { type Farbe, farbeOf, gemischt, hexOf, kontrast, oklchOf } from './farbe.ts';

/** One of the two schemes in which every page can be read. */
export type Schema = 'hell' | 'dunkel';

const weiss: Farbe = [1, 1, 1];
const schwarz: Farbe = [0, 0, 0];

/** The backgrounds of KERN's pages: the page itself, and its raised surfaces. */
const grund: Readonly<Record<Schema, readonly [Farbe, Farbe]>> = {
  hell: [weiss, farbeOf([0.9672, 0.0041, (271.37 * Math.PI) / 180])],
  dunkel: [schwarz, farbeOf([0.2023, 0.0321, (277.67 * Math.PI) / 180])],
};

/** How much of the colour a surface takes on under the pointer, and when it is pressed. */
const anteile: Readonly<Record<Schema, readonly [number, number]>> = {
  hell: [0.08, 0.16],
  dunkel: [0.12, 0.24],
};

/** What a colour is for: text, links and buttons, or lines and shapes without words. */
export type Zweck = 'text' | 'flaeche';

/** The least contrast that WCAG 2.2 asks for (1.4.3 and 1.4.11, level AA). */
export const mindestens: Readonly<Record<Zweck, number>> = { text: 4.5, flaeche: 3 };

/** The worst contrast that a colour has anywhere on a page. */
export function schlechtester(farbe: Farbe, schema: Schema, zweck: Zweck): number {
  const backgrounds = grund[schema];
  const against = (list: readonly Farbe[], other: Farbe) =>
    Math.min(...list.map((one) => kontrast(one, other)));
  if (zweck === 'flaeche') return against(backgrounds, farbe);
  const [page] = backgrounds;
  const tinted = anteile[schema].map((share) => gemischt(farbe, page, share));
  // On a button the page's own background is the colour of its words.
  const buttons = [farbe, ...anteile[schema].map((share) => gemischt(page, farbe, share))];
  return Math.min(against([...backgrounds, ...tinted], farbe), against(buttons, page));
}

/** Whether a colour can be read everywhere where it stands. */
export function besteht(farbe: Farbe, schema: Schema, zweck: Zweck): boolean {
  return schlechtester(farbe, schema, zweck) >= mindestens[zweck];
}

const steps = 1000;

/** The colour of the same hue that passes and is nearest in lightness. There always is one: black or white at the last. */
export function naechsteFarbe(farbe: Farbe, schema: Schema, zweck: Zweck): Farbe {
  if (besteht(farbe, schema, zweck)) return farbe;
  const [lightness, chroma, hue] = oklchOf(farbe);
  for (let step = 1; step <= steps; step += 1)
    for (const direction of [-1, 1]) {
      const next = lightness + (direction * step) / steps;
      if (next < 0 || next > 1) continue;
      const candidate = farbeOf([next, chroma, hue]);
      if (besteht(candidate, schema, zweck)) return candidate;
    }
  return schema === 'hell' ? schwarz : weiss;
}

/** `4,52:1`, never rounded up. */
export function kontrastText(ratio: number): string {
  const cut = Math.floor(ratio * 100) / 100;
  return `${cut.toLocaleString('de-DE', { minimumFractionDigits: 2 })}:1`;
}

const schemaText: Readonly<Record<Schema, string>> = {
  hell: 'auf hellem Grund',
  dunkel: 'auf dunklem Grund',
};

/** What is wrong with a colour and which one would do. */
export function kontrastProblem(farbe: Farbe, schema: Schema, zweck: Zweck): string | null {
  if (besteht(farbe, schema, zweck)) return null;
  const better = naechsteFarbe(farbe, schema, zweck);
  const what = zweck === 'text' ? 'Text und Schaltflächen brauchen' : 'Linien und Zeichen brauchen';
  return `${hexOf(farbe)} hat ${schemaText[schema]} nur ${kontrastText(schlechtester(farbe, schema, zweck))}. ${what} mindestens ${kontrastText(mindestens[zweck])} (WCAG 2.2). Die nächste Farbe, die passt: ${hexOf(better)} mit ${kontrastText(schlechtester(better, schema, zweck))}.`;
}
