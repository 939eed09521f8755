import type { Angebot } from '#efa';
import { allParameters, missingParameters } from '#efa/many';

/** Which values are missing, by the names under which the Kommune enters them; `null` where all are there. */
export function missingText(
  angebot: Angebot | null,
  values: Parameters<typeof missingParameters>[1],
): string | null {
  const definitions = angebot === null ? [] : allParameters(angebot.data);
  const labels = new Map(definitions.map(({ id, label }) => [id, label]));
  const missing = missingParameters(definitions, values).map(
    ({ field }) => `„${labels.get(field) ?? field}“`,
  );
  return missing.length === 0
    ? null
    : `Es fehlt noch: ${missing.join(', ')}. Die Kommune trägt es unter „Anbindung“ ein; danach starten Sie den Probelauf noch einmal.`;
}
