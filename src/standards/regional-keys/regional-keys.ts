import { type Brand, ok, type Result, refuse } from '#kernel';

/** Amtlicher Gemeindeschlüssel of a Gemeinde: 8 digits = Land (2) + Regierungsbezirk (1) + Kreis (2) + Gemeinde (3). */
export type Ags = Brand<string, 'Ags'>;
/** Kreisschlüssel: the first 5 digits of the AGS, the key of a Kreis or a Städteregion. */
export type KreisAgs = Brand<string, 'KreisAgs'>;
/** The key of a body: the AGS of a Gemeinde (8 digits) or the key of a Kreis (5 digits). */
export type BodyKey = Ags | KreisAgs;
/** Amtlicher Regionalschlüssel: 12 digits = AGS with the four digits of the Gemeindeverband after the Kreis. */
export type Ars = Brand<string, 'Ars'>;
/** Postleitzahl: 5 digits; no key of a Gemeinde, several Gemeinden may share one. */
export type Plz = Brand<string, 'Plz'>;
/** Länderschlüssel: `01` to `16`. */
export type LandCode = Brand<string, 'LandCode'>;

const landShape = '(?:0[1-9]|1[0-6])';
const agsShape = new RegExp(`^${landShape}\\d{6}$`);
const kreisShape = new RegExp(`^${landShape}\\d{3}$`);
const arsShape = new RegExp(`^${landShape}\\d{10}$`);
const plzShape = /^(?!00)\d{5}$/;

/**
 * Parses an AGS (8 digits) or a Kreis key (5 digits) as the Gemeindeverzeichnis (GV-ISys) of the Statistisches
 * Bundesamt writes them; blanks between the digits are allowed. Refuses with `REGIONAL_KEY_INVALID`.
 */
export function parseBodyKey(text: string): Result<BodyKey> {
  const digits = text.replace(/\s/g, '');
  if (agsShape.test(digits)) return ok(digits as Ags);
  if (kreisShape.test(digits)) return ok(digits as KreisAgs);
  return invalid(
    'ags',
    `„${text}“ ist kein Gemeindeschlüssel. Er hat 8 Ziffern (Gemeinde) oder 5 Ziffern (Kreis), zum Beispiel 05766044 oder 05766.`,
  );
}

/** Parses a Kreis key (5 digits, GV-ISys). Refuses with `REGIONAL_KEY_INVALID`. */
export function parseKreisAgs(text: string): Result<KreisAgs> {
  if (kreisShape.test(text)) return ok(text as KreisAgs);
  return invalid(
    'kreis',
    `„${text}“ ist kein Kreisschlüssel. Er hat 5 Ziffern, zum Beispiel 05766 für den Kreis Lippe.`,
  );
}

/** Parses a Regionalschlüssel (12 digits, GV-ISys); blanks are allowed. Refuses with `REGIONAL_KEY_INVALID`. */
export function parseArs(text: string): Result<Ars> {
  const digits = text.replace(/\s/g, '');
  if (arsShape.test(digits)) return ok(digits as Ars);
  return invalid(
    'ars',
    `„${text}“ ist kein Regionalschlüssel. Er hat 12 Ziffern, zum Beispiel 057660044044 für Lemgo.`,
  );
}

/** Parses a Postleitzahl: 5 digits, not beginning with `00`. Refuses with `REGIONAL_KEY_INVALID`. */
export function parsePlz(text: string): Result<Plz> {
  if (plzShape.test(text)) return ok(text as Plz);
  return invalid('plz', `„${text}“ ist keine Postleitzahl. Sie hat 5 Ziffern, zum Beispiel 32657.`);
}

/** The AGS in an ARS: Land, Regierungsbezirk and Kreis (digits 1–5) and Gemeinde (digits 10–12). */
export function agsOfArs(ars: Ars): Ags {
  return (ars.slice(0, 5) + ars.slice(9)) as Ags;
}

/** Whether the key is that of a Gemeinde (8 digits) and not of a Kreis (5 digits). */
export function isGemeindeAgs(key: BodyKey): key is Ags {
  return key.length === 8;
}

/** The Kreis key in the first five digits; of a kreisfreie Stadt it names the Stadt itself. */
export function kreisAgsOf(key: BodyKey): KreisAgs {
  return key.slice(0, 5) as KreisAgs;
}

/** The Land in the first two digits. */
export function landCodeOf(key: BodyKey | Ars): LandCode {
  return key.slice(0, 2) as LandCode;
}

/**
 * The key of the Regierungsbezirk of a Gemeinde or a Kreis, filled up to five digits: `05700` for Detmold. The third digit
 * names the Regierungsbezirk (GV-ISys, Satzart 20); no Kreis has 00 as its number.
 */
export function bezirkKeyOf(key: string): string {
  return `${key.slice(0, 3)}00`;
}

/** Whether a key of five digits is that of a Regierungsbezirk, under which an office of the Land answers. */
export function isBezirkKey(key: string): boolean {
  return kreisShape.test(key) && key.endsWith('00') && !key.endsWith('000');
}

function invalid(field: string, message: string): Result<never> {
  return refuse({ kind: 'invalid', code: 'REGIONAL_KEY_INVALID', message, fields: [{ field, message }] });
}
