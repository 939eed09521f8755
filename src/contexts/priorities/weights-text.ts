import { ok, type Refusal, type Result, refuse } from '#kernel';
import { type Kriterium, kriterien, type UnbekanntRegel, unbekanntRegeln } from './domain/kriterium.ts';
import type { Gewichtswunsch } from './use-cases/read-rangfolge.ts';

/** Weights as API and command line write them: `fallzahlen=40,frist=0`; and rules: `frist=voll`. */
export interface GewichteText {
  readonly gewichte?: string | undefined;
  readonly unbekannt?: string | undefined;
  readonly schema?: string | undefined;
}

/** Reads weights in text; what it leaves out stays as its basis has it. Refuses with the part that does not fit. */
export function wunschOfText({
  gewichte = '',
  unbekannt = '',
  schema = '',
}: GewichteText): Result<Gewichtswunsch> {
  const weights = new Map<Kriterium, number>();
  for (const [name, value] of partsOf(gewichte)) {
    const kriterium = kriterien.find((each) => each === name);
    if (kriterium === undefined || !/^\d{1,3}$/.test(value))
      return refuse(partInvalid('gewichte', name, value));
    weights.set(kriterium, Number(value));
  }
  const rules = new Map<Kriterium, UnbekanntRegel>();
  for (const [name, value] of partsOf(unbekannt)) {
    const kriterium = kriterien.find((each) => each === name);
    const rule = unbekanntRegeln.find((each) => each === value);
    if (kriterium === undefined || rule === undefined) return refuse(partInvalid('unbekannt', name, value));
    rules.set(kriterium, rule);
  }
  const own = weights.size + rules.size > 0;
  return ok({
    schema: schema === '' ? null : schema,
    eigene: own
      ? (base) => ({
          gewichte: { ...base.gewichte, ...Object.fromEntries(weights) },
          unbekannt: { ...base.unbekannt, ...Object.fromEntries(rules) },
        })
      : null,
  });
}

function partsOf(text: string): readonly (readonly [string, string])[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [name = '', value = ''] = part.split('=').map((each) => each.trim());
      return [name, value] as const;
    });
}

function partInvalid(field: string, name: string, value: string): Refusal {
  const example = field === 'gewichte' ? 'fallzahlen=40,frist=0' : 'frist=voll,relevanz=mitte';
  const message = `„${name.slice(0, 40)}=${value.slice(0, 20)}“ passt nicht. Zum Beispiel: ${example}. Kriterien: ${kriterien.join(', ')}.`;
  return { kind: 'invalid', code: 'PRIORITIES_WEIGHT_INVALID', message, fields: [{ field, message }] };
}
