import { type Brand, ok, type Result, refuse } from '#kernel';

/** A LeiKa key (Leistungsschlüssel): 14 digits without blanks, the first two always `99`. */
export type LeikaKey = Brand<string, 'LeikaKey'>;

/** The parts of a LeiKa key, each three digits; `object` is the eight-digit prefix that names the Leistungsobjekt. */
export interface LeikaParts {
  /** Leistungsgruppe, three digits. */
  readonly group: string;
  /** Instanz, group and Leistungsobjekt together: the first eight digits of the key. */
  readonly object: string;
  /** Verrichtungskennung, three digits; `000` for the object as such. */
  readonly verrichtung: string;
  /** Verrichtungsdetail, three digits; `000` where there is none. */
  readonly detail: string;
}

const shape = /^99\d{12}$/;
const separators = /[\s.\-_]/g;

/**
 * Parses a LeiKa key by the FIM building block Leistungen (code list `urn:de:fim:leika:leistung`):
 * `99` + Leistungsgruppe (3) + Leistungsobjekt (3) + Verrichtung (3) + Detail (3). Blanks, dots and hyphens
 * between the digits are allowed. Refuses everything else with `LEIKA_KEY_INVALID`.
 */
export function parseLeikaKey(text: string): Result<LeikaKey> {
  const digits = text.replace(separators, '');
  if (shape.test(digits)) return ok(digits as LeikaKey);
  const message = `„${text}“ ist kein LeiKa-Schlüssel. Er hat 14 Ziffern und beginnt mit 99, zum Beispiel 99102013000000.`;
  return refuse({
    kind: 'invalid',
    code: 'LEIKA_KEY_INVALID',
    message,
    fields: [{ field: 'leika', message }],
  });
}

/** Cuts a key into Leistungsgruppe, Leistungsobjekt, Verrichtung and Detail. */
export function leikaParts(key: LeikaKey): LeikaParts {
  return {
    group: key.slice(2, 5),
    object: key.slice(0, 8),
    verrichtung: key.slice(8, 11),
    detail: key.slice(11, 14),
  };
}

/** `99 102 013 000 000`, as people read it aloud. */
export function formatLeikaKey(key: LeikaKey): string {
  const parts = leikaParts(key);
  return `99 ${parts.group} ${key.slice(5, 8)} ${parts.verrichtung} ${parts.detail}`;
}
