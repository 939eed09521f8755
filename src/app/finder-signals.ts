import { verdictOf } from '#duties';
import { readLive } from '#efa';
import type { SignalPort } from '#finder';
import type { Services } from './services.ts';

/** What is known of Leistungen where somebody searches: whether the body there owes them, and whether they are online. */
export function signalsAt({ db, clock, worlds }: Pick<Services, 'db' | 'clock' | 'worlds'>): SignalPort {
  return async (kette) => {
    const ars = kette?.[0] ?? '';
    const { duties, territory, catalogue } = await worlds.duties();
    const body = keysOf(ars)
      .map((key) => territory.bodyByAgs.get(key))
      .find(Boolean);
    if (body === undefined) return () => ({});
    const today = clock.today();
    const live = await db.withPublic((tx) => readLive(tx, body.ags));
    const online = new Set(
      live.filter(({ ausgesetztGrund }) => ausgesetztGrund === null).flatMap(({ leika }) => leika),
    );
    return (id) => {
      const leistung = catalogue.leistungById.get(id);
      if (leistung === undefined) return {};
      return {
        pflichtHier: verdictOf(duties, leistung, body, today).verdict === 'selbst',
        onlineHier: leistung.leika !== null && online.has(leistung.leika),
      };
    };
  };
}

/** What a key of twelve digits may be as a shorter one: a Gemeinde's of eight, or a Kreis's of five. */
function keysOf(ars: string): readonly string[] {
  return [ars.slice(0, 5) + ars.slice(9), ars.slice(0, 5)];
}
