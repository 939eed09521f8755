import type { Lizenz } from './datensatz.ts';

/** What this installation gathered itself. */
export const eigeneLizenz: Lizenz = { name: 'Fakten ohne Schutz, eigene Zusammenstellung', url: null };
/** Who publishes every set of ground data. */
export const herausgeber = 'Betreiber dieser Installation von Leitwerk';

/** The licence of reference data as their head names it. */
export function lizenzOf(name: string): Lizenz {
  return name === 'MIT' ? { name, url: 'https://spdx.org/licenses/MIT' } : { name, url: null };
}
