import { isDeepStrictEqual } from 'node:util';
import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import type { Tx } from '#platform';
import type { Angebot } from '../domain/angebot.ts';
import { readDefinition } from '../store-angebot.ts';
import { hashOf } from './onlinedienst-data.ts';

/** Whether an offered version says what a definition says, whatever their numbers; an earlier program may have read it otherwise. */
export async function hasContentOf(
  tx: Tx,
  { dienst, fassung, hash }: Angebot,
  onlinedienst: Onlinedienst,
): Promise<boolean> {
  if (hash === hashOf(onlinedienst)) return true;
  const documents = await readDefinition(tx, dienst, fassung);
  const known = parseOnlinedienst(JSON.stringify(documents?.dienst), JSON.stringify(documents?.formular));
  return known.ok && isDeepStrictEqual(contentOf(known.value), contentOf(onlinedienst));
}

/** The two documents without their numbers, as they are written. */
function contentOf({ definition, form }: Onlinedienst): unknown {
  const { version: _, ...dienst } = definition;
  const { version: __, ...formular } = form.definition;
  return JSON.parse(JSON.stringify([dienst, formular]));
}
