/** Settings that the format keeps in small units and people name in large ones: by the name of the setting. */
const faktoren: Readonly<Record<string, number>> = {
  maxBytes: 1_000_000,
  minCents: 100,
  maxCents: 100,
  feeCents: 100,
};

/** How many of the format's units one of the page's is: 100 for euros. */
export function faktorVon(path: string): number {
  return faktoren[path.split('.').at(-1) ?? ''] ?? 1;
}

/** A number of the format as the page shows it: 10485760 bytes are 10,48576 MB. */
export function inEinheit(path: string, wert: number): string {
  return String(wert / faktorVon(path)).replace('.', ',');
}
