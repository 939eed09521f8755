import type { FieldProblem, Refusal } from '#kernel';

const named = 5;

/** A plan that cannot be apportioned as it stands: what is wrong, and what to do. */
export function planRefusal(code: string, message: string, field: string): Refusal {
  const fields: readonly FieldProblem[] = [{ field, message }];
  return { kind: 'invalid', code, message, fields };
}

/** The first few names, and how many more there are. */
export function someOf(names: readonly string[]): string {
  const more = names.length - named;
  return more > 0 ? `${names.slice(0, named).join(', ')} und ${more} weitere` : names.join(', ');
}

export function unknownKey(wanted: string, where: string): Refusal {
  return planRefusal(
    'COSTS_KEY_UNKNOWN',
    `„${where}“ nennt den Schlüssel „${wanted}“, den es in diesem Kostenplan nicht gibt. Legen Sie ihn an oder wählen Sie einen anderen.`,
    'schluessel',
  );
}

export function valuesMissing(key: string, names: readonly string[]): Refusal {
  return planRefusal(
    'COSTS_VALUE_MISSING',
    `Im Schlüssel „${key}“ fehlt der Wert für ${someOf(names)}. Tragen Sie ihn nach; wer nichts beiträgt, bekommt ausdrücklich 0.`,
    'werte',
  );
}

export function weightsZero(key: string, layer: string): Refusal {
  return planRefusal(
    'COSTS_WEIGHTS_ZERO',
    `Nach dem Schlüssel „${key}“ hat in „${layer}“ niemand ein Gewicht über 0. So lässt sich nichts verteilen. Prüfen Sie die Werte und die Monate der Teilnahme oder wählen Sie einen anderen Schlüssel.`,
    'schluessel',
  );
}

export function nobodyBears(layer: string, groups: readonly string[], period: string): Refusal {
  return planRefusal(
    'COSTS_LAYER_EMPTY',
    `„${layer}“ trägt niemand: Im Zeitraum ${period} nimmt aus ${someOf(groups.map((each) => `„${each}“`))} niemand teil. Ordnen Sie Zahler zu oder ändern Sie die Finanzierung.`,
    'finanzierung',
  );
}

export function notHundred(key: string, sum: string, who: string): Refusal {
  return planRefusal(
    'COSTS_KEY_NOT_100',
    `Der Schlüssel „${key}“ ergibt ${who} zusammen ${sum} statt genau 100 Prozent. Prüfen Sie die Werte gegen die Quelle. Soll er trotzdem gelten, setzen Sie „auf 100 Prozent umrechnen“; die Abrechnung nennt das.`,
    'werte',
  );
}
