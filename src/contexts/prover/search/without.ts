import type { Abstract, Known } from '../values/abstract.ts';

export function without(known: Known | null, taken: Abstract): Known | null {
  if (known?.kind === 'text' && taken.known?.kind === 'text' && taken.known.other === null) {
    if (taken.known.values.size !== 1) return known;
    const gone = taken.known.values;
    const values = new Set([...known.values].filter((value) => !gone.has(value)));
    return values.size > 0 || known.other ? { ...known, values } : null;
  }
  if (known?.kind === 'truth' && taken.known?.kind === 'truth') {
    const rest = {
      kind: 'truth' as const,
      yes: taken.known.no && known.yes,
      no: taken.known.yes && known.no,
    };
    return rest.yes || rest.no ? rest : null;
  }
  return known;
}
