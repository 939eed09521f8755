import { geschlosseneLuecken, type MatchingDeps } from '#compass';
import type { EfaDeps } from '#efa';
import type { ProjectsDeps } from '#projects';
import { canonicalLoesung } from '#solutions';
import type { Services } from '../services.ts';

/** What projects need of catalogue, organisations and the register of Lösungen. Whose gaps one closes is told by matching. */
export function projectsDeps(
  { db, clock, demo, worlds }: Services,
  efa: EfaDeps,
  ports: Pick<ProjectsDeps, 'felderOf' | 'rueckfragen'>,
  matching: MatchingDeps,
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
    lueckenwirkung: async (principal, loesungen, leistungen) => {
      const wirkung = await geschlosseneLuecken(matching, principal, loesungen, leistungen);
      return wirkung && { liste: wirkung.kommunen, woher: woherText(wirkung) };
    },
  };
}

/** Who was counted and who was not. */
function woherText({
  nurOhneAngabe,
  ohneEinwilligung,
}: NonNullable<Awaited<ReturnType<typeof geschlosseneLuecken>>>): string {
  const many = (count: number, one: string, more: string) => (count === 1 ? one : `${count} ${more}`);
  return [
    'Gezählt ist, was Kommunen heute angeben, deren Stand Sie sehen: die eigene und die, die ihn teilen.',
    ...(nurOhneAngabe > 0
      ? [
          `${many(nurOhneAngabe, 'Eine weitere schuldet', 'weitere schulden')} solche Leistungen, ohne etwas dazu anzugeben.`,
        ]
      : []),
    ...(ohneEinwilligung > 0
      ? [
          `${many(ohneEinwilligung, 'Eine Kommune teilt', 'Kommunen teilen')} ihren Stand nicht und ${ohneEinwilligung === 1 ? 'fehlt' : 'fehlen'} hier.`,
        ]
      : []),
  ].join(' ');
}
