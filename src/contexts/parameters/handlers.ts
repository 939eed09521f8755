import { z } from 'zod';
import {
  type EventHandlers,
  failVorgang,
  finishVorgang,
  parseActor,
  parseVorgangId,
  reportVorgang,
  type TenantId,
  type Tx,
} from '#platform';
import type { ParametersDeps } from './deps.ts';
import type { Asker } from './use-cases/asker.ts';
import { einlesenEvent } from './use-cases/einlese-auftrag.ts';
import { uebernimmEinlesen } from './use-cases/einlesen.ts';

const payloadShape = z.object({
  vorgang: z.string(),
  einlesung: z.uuid(),
  dienst: z.string(),
  actor: z.string(),
  name: z.string(),
  ags: z.string().nullable(),
});

type Payload = z.output<typeof payloadShape>;

/**
 * The worker's part: takes over large tables. It may come twice, for a worker that was killed: rows that were taken then change
 * nothing any more.
 */
export function parametersHandlers(deps: Pick<ParametersDeps, 'efa' | 'betreute'>): EventHandlers {
  return {
    [einlesenEvent]: async (payload, { tenant }) => {
      if (tenant === null) throw new Error('a table of values names no house');
      await uebernimm(deps, payloadShape.parse(payload), tenant);
    },
  };
}

async function uebernimm(
  deps: Pick<ParametersDeps, 'efa' | 'betreute'>,
  order: Payload,
  tenant: TenantId,
): Promise<void> {
  const id = parseVorgangId(order.vorgang);
  if (id === null) throw new Error(`${order.vorgang} is no Vorgang`);
  const asker = askerFrom(order, tenant);
  const within = <T>(fn: (tx: Tx) => Promise<T>) => deps.efa.db.withTenant(tenant, asker.actor, fn);
  const tell = async (done: number, all: number) => {
    if (done % 10 > 0 && done < all) return;
    const progress = { percent: (100 * done) / all, message: `${done} von ${all} Zeilen übernommen.` };
    await within((tx) => reportVorgang(tx, id, progress));
  };
  const through = await uebernimmEinlesen(deps, asker, order.dienst, order.einlesung, tell);
  if (!through.ok) {
    await within((tx) => failVorgang(tx, id, through.refusal.message));
    return;
  }
  const { zeilen } = through.value;
  const abgelehnt = zeilen
    .filter(({ art }) => art === 'fehler')
    .map(({ name, fehler }) => ({ name, grund: fehler.join(' ') }));
  const count = zeilen.filter(({ art }) => art === 'geaendert').length;
  const message = `${count} Kommunen haben neue Werte, ${abgelehnt.length} Zeilen wurden abgelehnt.`;
  await within((tx) => finishVorgang(tx, id, message, { abgelehnt }));
}

function askerFrom({ actor: named, name, ags }: Payload, tenant: TenantId): Asker {
  const actor = parseActor(named);
  if (actor === null) throw new Error(`a table of values names ${named}, who is nobody`);
  const who = { actor, mayChange: true };
  return ags === null
    ? { ...who, art: 'anbieter', anbieter: { tenant, name } }
    : { ...who, art: 'kommune', kommune: { tenant, ags, name } };
}
