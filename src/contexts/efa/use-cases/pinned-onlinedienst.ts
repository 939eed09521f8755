import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import type { Tx } from '#platform';
import { readDefinition } from '../store-angebot.ts';

/**
 * The Onlinedienst in the version that an Anbindung, a draft or an Antrag names, as it was offered; null where that was
 * never offered. A version never changes, so callers may keep what they got. Throws where our own copy no longer compiles.
 */
export async function pinnedOnlinedienst(
  tx: Tx,
  dienst: string,
  fassung: string,
): Promise<Onlinedienst | null> {
  const documents = await readDefinition(tx, dienst, fassung);
  if (documents === null) return null;
  const parsed = parseOnlinedienst(JSON.stringify(documents.dienst), JSON.stringify(documents.formular));
  if (!parsed.ok) throw new Error(`${dienst}, Fassung ${fassung}: ${parsed.refusal.message}`);
  return parsed.value;
}
