/** A colour as red, green and blue between 0 and 1. */
export type Farbe = readonly [red: number, green: number, blue: number];

/** Parses `#rrggbb` or `#rgb`; `null` where the text is no colour. */
export function parseFarbe(text: string): Farbe | null {
  const match = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim());
  if (!match) return null;
  const digits = match[1] ?? '';
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

/** `#1a2b3c`. */
export function hexOf(farbe: Farbe): string {
  const part = (value: number) =>
    Math.round(Math.min(1, Math.max(0, value)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${farbe.map(part).join('')}`;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encoded(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance([red, green, blue]: Farbe): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function kontrast(a: Farbe, b: Farbe): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** A colour laid over another, so much of it. */
export function gemischt(over: Farbe, under: Farbe, share: number): Farbe {
  const part = (at: 0 | 1 | 2) => over[at] * share + under[at] * (1 - share);
  return [part(0), part(1), part(2)];
}

type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** The colour in OKLCH, in which lightness can be changed and the hue stays what people see. */
export function oklchOf(farbe: Farbe): Oklch {
  const [red, green, blue] = [linear(farbe[0]), linear(farbe[1]), linear(farbe[2])];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, b), Math.atan2(b, a)];
}

/** The colour that screens can show nearest to one in OKLCH: what is too vivid becomes paler. */
export function farbeOf([lightness, chroma, hue]: Oklch): Farbe {
  for (let vivid = chroma; ; vivid = vivid < 0.002 ? 0 : vivid * 0.96) {
    const made = rgbOf(lightness, vivid * Math.cos(hue), vivid * Math.sin(hue));
    if (vivid === 0 || made.every((part) => part >= -0.0005 && part <= 1.0005)) return clipped(made);
  }
}

function rgbOf(lightness: number, a: number, b: number): Farbe {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function clipped(farbe: Farbe): Farbe {
  // As a screen and a style sheet hold it, so that what was checked is what is shown.
  return parseFarbe(hexOf(farbe)) ?? farbe;
}
