import { type FinderDeps, ketteOf, type OrtPort, openSearchLog } from '#finder';
import { ok } from '#kernel';
import { resolveBody } from '#territory';
import { houseOf } from './duties-wiring.ts';
import { signalsAt } from './finder-signals.ts';
import { actingFor } from './organisations.ts';
import type { Services } from './services.ts';

/** What search and the editors' desk need of the others. */
export function finderDeps(services: Services): FinderDeps {
  const { db, clock, demo, worlds, keys } = services;
  return {
    db,
    clock,
    demo,
    catalogue: worlds.catalogue,
    index: worlds.finder.current,
    words: worlds.words,
    input: worlds.finderInput,
    wordsChanged: worlds.expire,
    ort: placesOf(services),
    signals: signalsAt(services),
    log: openSearchLog(db, keys, clock),
    houseOf: (principal) => houseOf(services, principal),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

function placesOf({ worlds }: Pick<Services, 'worlds'>): OrtPort {
  return {
    inLine: async () => null,
    find: async (text) => {
      const found = resolveBody(await worlds.territory(), text);
      return found.ok ? ok({ name: found.value.name, kette: ketteOf(found.value) }) : found;
    },
  };
}
