import type { EfaDeps } from '#efa';
import type { ProjectsDeps } from '#projects';
import { canonicalLoesung } from '#solutions';
import type { Services } from './services.ts';

/** What projects need of catalogue, organisations and the register of Lösungen. Whose gaps one closes nobody tells yet. */
export function projectsDeps(
  { db, clock, demo, worlds }: Services,
  efa: EfaDeps,
  ports: Pick<ProjectsDeps, 'felderOf'>,
): ProjectsDeps {
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
    loesungNamen: async (ids) => {
      const register = await worlds.solutions();
      const today = clock.today();
      return new Map(
        ids.flatMap((id) => {
          const stand = canonicalLoesung(register, id, today);
          return stand ? [[id, stand.inhalt.name] as const] : [];
        }),
      );
    },
    ...ports,
    lueckenwirkung: null,
  };
}
