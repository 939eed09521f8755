import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import type { Tx } from '#platform';
import type { Angebot } from '../domain/angebot.ts';
import { readAngebote } from '../store-angebot.ts';
import { hasContentOf } from './same-content.ts';

/**
 * Gives the Onlinedienste that the product ships the number of the version that they are here. An update of the product may
 * change what lies under a number that is offered already; offered versions never change, so it becomes the next one.
 */
export async function numberShipped(
  tx: Tx,
  shipped: readonly Onlinedienst[],
): Promise<readonly Onlinedienst[]> {
  const offered = await readAngebote(tx);
  const numbered: Onlinedienst[] = [];
  for (const dienst of shipped) {
    const versions = offered.filter((each) => each.dienst === dienst.id);
    numbered.push(renumbered(dienst, await numberOf(tx, dienst, versions)));
  }
  return numbered;
}

async function numberOf(tx: Tx, dienst: Onlinedienst, offered: readonly Angebot[]): Promise<number> {
  for (const angebot of offered) if (await hasContentOf(tx, angebot, dienst)) return angebot.data.version;
  const newest = Math.max(0, ...offered.map(({ data }) => data.version));
  return Math.max(dienst.version, newest + 1);
}

function renumbered(dienst: Onlinedienst, version: number): Onlinedienst {
  if (dienst.version === version) return dienst;
  const parsed = parseOnlinedienst(
    JSON.stringify({ ...dienst.definition, version }),
    JSON.stringify({ ...dienst.form.definition, version }),
  );
  if (!parsed.ok) throw new Error(`${dienst.id}, Fassung ${version}: ${parsed.refusal.message}`);
  return parsed.value;
}
