import type { JsonValue } from './json-value.ts';

/** What is publicly known of a body without asking it. */
export interface Bekanntes {
  readonly ags: string;
  readonly name: string;
  readonly amtlicherName: string;
  readonly plz: readonly string[];
  readonly website: string | null;
}

/** A value that is assumed for a Kommune until it confirms it, and where it comes from. */
export interface Annahme {
  readonly parameter: string;
  readonly wert: JsonValue;
  readonly quelle: string;
}

const verzeichnis = 'Gemeindeverzeichnis (Gebietsstand 31.12.2020)';

/** What the standard parameters of every service can be taken from; phone, mail and hours are known of nobody. */
export function bekannteWerte(bekannt: Bekanntes, office: string): readonly Annahme[] {
  const anschrift = anschriftOf(bekannt);
  return [
    { parameter: 'kommuneName', wert: bekannt.name, quelle: verzeichnis },
    { parameter: 'stelleName', wert: office, quelle: 'Stelle, die der Onlinedienst angibt' },
    ...(anschrift === null
      ? []
      : [
          {
            parameter: 'stelleAnschrift',
            wert: anschrift,
            quelle: `${verzeichnis} und Postleitzahlen (2021); Straße und Hausnummer fehlen`,
          },
          {
            parameter: 'datenschutzVerantwortlich',
            wert: `${bekannt.amtlicherName}\n${anschrift}`,
            quelle: verzeichnis,
          },
        ]),
  ];
}

function anschriftOf({ name, plz }: Bekanntes): string | null {
  const [first] = plz;
  return first === undefined ? null : `Verwaltung ${name}\n${first} ${name}`;
}

/** Values that somebody states for all, with the Kommune's own name, key and the like in their places. */
export function vorgabenFor(
  werte: Readonly<Record<string, JsonValue>>,
  bekannt: Bekanntes,
): readonly Annahme[] {
  return Object.entries(werte).map(([parameter, wert]) => ({
    parameter,
    wert: filled(wert, bekannt),
    quelle: 'Vorgabe für alle Kommunen dieses Zuges',
  }));
}

function filled(wert: JsonValue, bekannt: Bekanntes): JsonValue {
  if (typeof wert === 'string') return fillPlaces(wert, bekannt);
  if (Array.isArray(wert)) return wert.map((each: JsonValue) => filled(each, bekannt));
  if (typeof wert !== 'object' || wert === null) return wert;
  return Object.fromEntries(Object.entries(wert).map(([key, each]) => [key, filled(each, bekannt)]));
}

/** The places that a value for all may hold. */
export const platzhalter = ['name', 'amtlicherName', 'ags', 'plz', 'website'] as const;

function fillPlaces(text: string, { plz, website, ...known }: Bekanntes): string {
  const values: Readonly<Record<string, string>> = { ...known, plz: plz[0] ?? '', website: website ?? '' };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The value for each parameter: what is stated for all beats what is known. */
export function mergedAnnahmen(...lists: readonly (readonly Annahme[])[]): readonly Annahme[] {
  return [...new Map(lists.flat().map((annahme) => [annahme.parameter, annahme])).values()];
}
