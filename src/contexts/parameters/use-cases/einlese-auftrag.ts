import { ok, type Result, refuse } from '#kernel';
import { parseVorgangId, publish, readVorgang, startVorgang, type Vorgang } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import { einlesungGone } from '../errors.ts';
import type { Asker } from './asker.ts';
import { hausOf } from './einlesen.ts';

/** Tables of more rows are taken over by the worker, which says how far it is. */
export const meisteZeilenGleich = 30;

export const einlesenEvent = 'parameters.einlesen';

/** Asks the worker to take over a table that waits; gives the Vorgang that tells how far it is. */
export function beauftrageEinlesen(
  { efa }: Pick<ParametersDeps, 'efa'>,
  asker: Asker,
  dienst: string,
  einlesung: string,
): Promise<string> {
  const { actor, art } = asker;
  const { name } = art === 'kommune' ? asker.kommune : asker.anbieter;
  const ags = art === 'kommune' ? asker.kommune.ags : null;
  return efa.db.withTenant(hausOf(asker), actor, async (tx) => {
    const vorgang = await startVorgang(tx, einlesenEvent, 'Wartet auf den nächsten freien Platz.');
    await publish(tx, einlesenEvent, { vorgang, einlesung, dienst, actor, name, ags });
    return vorgang;
  });
}

/** How far it is. */
export async function standDesEinlesens(
  { efa }: Pick<ParametersDeps, 'efa'>,
  asker: Asker,
  vorgang: string,
): Promise<Result<Vorgang>> {
  const id = parseVorgangId(vorgang);
  const found = id && (await efa.db.withTenant(hausOf(asker), asker.actor, (tx) => readVorgang(tx, id)));
  return found && found.kind === einlesenEvent ? ok(found) : refuse(einlesungGone);
}
