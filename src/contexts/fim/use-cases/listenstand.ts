import type { Tx } from '#platform';
import type { Codelistenfassung } from '../domain/codeliste.ts';
import { readCodelisten, readEintraege } from '../store-codeliste.ts';
import type { Listenstand } from './schema-leser.ts';
import type { Codeliste } from './uebernehmen.ts';

/** The present code lists; their entries are read only where a schema is worked out anew. */
export async function listenstandOf(tx: Tx): Promise<Listenstand> {
  const held = await readCodelisten(tx);
  return {
    name: held.map(({ urn, version, einlesung }) => `${urn} ${version} ${einlesung}`).join('\n'),
    load: async () => {
      const entries = new Map<Codelistenfassung, Codeliste>();
      for (const each of held) entries.set(each, await readEintraege(tx, each));
      return (urn, version) => {
        const found = fassungOf(held, urn, version);
        return found ? (entries.get(found) ?? null) : null;
      };
    },
  };
}

/** The list of this version; without one the newest that was read. */
function fassungOf(
  held: readonly Codelistenfassung[],
  urn: string,
  version: string | null,
): Codelistenfassung | undefined {
  const same = held.filter((each) => each.urn === urn);
  if (version !== null) return same.find((each) => each.version === version.trim());
  return same.toSorted((a, b) => b.eingelesenAm.getTime() - a.eingelesenAm.getTime())[0];
}
