import type { EfaDeps } from '#efa';
import type { ProjectsDeps } from '#projects';
import type { Services } from './services.ts';

/** What projects need of catalogue and organisations. Nobody keeps a register of Lösungen or of gaps yet. */
export function projectsDeps({ db, clock, demo, worlds }: Services, efa: EfaDeps): ProjectsDeps {
  const { ownKommune, ownAnbieter, kommuneOf, anbieterNamed } = efa;
  return {
    db,
    clock,
    demo,
    catalogue: worlds.catalogue,
    ownKommune,
    ownAnbieter,
    kommuneOf,
    anbieterNamed,
    loesungNamen: null,
    lueckenwirkung: null,
  };
}
