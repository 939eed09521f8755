import type { Tx } from '#platform';
import { type RegelwerkRows, regelwerkFormats } from '../regelwerk-files.ts';
import { readRegelwerkFile } from '../store.ts';

/** A file of the rule set as the newest version has it, in the project's own format; null where none is loaded. */
export async function currentRulesFile(tx: Tx, file: string): Promise<string | null> {
  const satz = saetze.find((each) => regelwerkFormats[each].file === file);
  const current = satz && (await readRegelwerkFile(tx, satz));
  if (!current) return null;
  const { kopf, rows } = current;
  return `${[{ kopf: { ...kopf, zeilen: rows.length } }, ...rows].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

// The keys of a record, which the compiler widens to any text.
const saetze = Object.keys(regelwerkFormats) as (keyof RegelwerkRows)[];
