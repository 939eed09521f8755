import { explain, originInWords, removedParts } from './layer/explain.ts';
import type { Difference } from './use-cases/read-difference.ts';
import type { EffectiveView } from './use-cases/read-effective.ts';

/** What layers and Kommune changed; the base itself is not repeated. */
export function jsonOfEffective({ effective, kommune, overlays }: EffectiveView) {
  const { dienst, hash, valueOrigins } = effective;
  return {
    dienst: dienst.id,
    version: dienst.version,
    title: dienst.title,
    kommune,
    hash,
    schichten: overlays.map(({ name, level, gebiet, version }) => ({ name, level, gebiet, version })),
    geaendert: explain(effective)
      .filter(({ origin }) => origin.level !== 'grund')
      .map(({ path, value, sentence }) => ({ path, value, sentence })),
    gestrichen: removedParts(effective).map((each) => ({ ...each })),
    werte: [...valueOrigins].map(([name, origin]) => ({ name, herkunft: originInWords(origin) })),
  };
}

export function jsonOfDifference({ dienst, from, to, changes, transition, uncovered, dryRun }: Difference) {
  return {
    dienst: dienst.id,
    von: from,
    nach: to,
    aenderungen: changes.map((change) => ({
      ...change,
      suggestion: change.suggestion && { ...change.suggestion },
    })),
    uebergang: transition,
    ohneRegel: uncovered.flatMap(({ field }) => field ?? []),
    probelauf: { ...dryRun, byRule: [...dryRun.byRule], byField: { ...dryRun.byField } },
  };
}
