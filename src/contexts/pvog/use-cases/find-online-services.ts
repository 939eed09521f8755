import type { Catalogue } from '#catalogue';
import { areaDirectory } from '#descriptions';
import { type LocalDate, ok, type Result, refuse } from '#kernel';
import type { RoutingWorld } from '#routing';
import { arsHierarchy } from '#standards/pvog';
import type { PvogReadDeps } from '../deps.ts';
import { placeOfToken, tokenOf } from '../domain/page-token.ts';
import { tokenInvalid } from '../errors.ts';

export interface OnlineService {
  readonly id: string;
  readonly name: string;
  readonly links: readonly { readonly uri: string }[];
  readonly serviceDescriptions: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly leikaIds: readonly string[];
    readonly ars: readonly string[];
  }[];
  readonly trustLevel: string | null;
}

export interface OnlineServicePage {
  readonly totalHits: number;
  /** Null on the last page. */
  readonly nextPageToken: string | null;
  readonly onlineservices: readonly OnlineService[];
}

interface Ask {
  readonly ars: string;
  readonly token: string | null;
  readonly size: number;
}

const parts = ['eigen', 'feed'] as const;

/**
 * The Onlinedienste that can be used in an area, from its own up to those of the Bund: first those of the Kommunen of this
 * installation, then those of feeds, each part by id. Refuses a token that it did not give.
 */
export async function findOnlineServices(
  { db, clock, world }: Pick<PvogReadDeps, 'db' | 'clock' | 'world'>,
  { ars, token, size }: Ask,
): Promise<Result<OnlineServicePage>> {
  const place = token === null ? ({ part: 'eigen', after: '' } as const) : placeOfToken(token, parts);
  if (place === null) return refuse(tokenInvalid);
  const current = await world();
  const tag = clock.today();
  const kette = arsHierarchy(ars);
  const own = ownServices(current, kette, tag);
  const shownOwn = place.part === 'eigen' ? own.filter(({ id }) => id > place.after).slice(0, size + 1) : [];
  return await db.withPublic(async (tx) => {
    const after = place.part === 'feed' ? place.after : '';
    const limit = size + 1 - shownOwn.length;
    const feed = limit > 0 ? await areaDirectory.readDiensteIn(tx, { kette, tag, after, limit }) : [];
    const all = [
      ...shownOwn.map((service) => ({ part: 'eigen', service }) as const),
      ...feed.map(
        (dienst) => ({ part: 'feed', service: foreignService(current.catalogue, dienst) }) as const,
      ),
    ];
    const shown = all.slice(0, size);
    const last = shown.at(-1);
    return ok({
      totalHits: own.length + (await areaDirectory.countDiensteIn(tx, { kette, tag })),
      nextPageToken: all.length > size && last ? tokenOf({ part: last.part, after: last.service.id }) : null,
      onlineservices: shown.map(({ service }) => service),
    });
  });
}

/** Live Onlinedienste of the Kommunen in these areas, on their public sites. */
function ownServices(
  { dienste, auftrittByAgs, places, catalogue }: RoutingWorld,
  kette: readonly string[],
  tag: LocalDate,
): readonly OnlineService[] {
  return dienste
    .flatMap(({ dienst, ags, titel, leika, seit, ausgesetztGrund }) => {
      const ars = places.byAgs.get(ags)?.ars ?? ags.padEnd(12, '0');
      const site = auftrittByAgs.get(ags);
      const open = site !== undefined && site.veroeffentlichtAb !== null && site.veroeffentlichtAb <= tag;
      if (!kette.includes(ars) || !open || ausgesetztGrund !== null || seit > tag) return [];
      const covered = new Set(leika);
      const leistungen = catalogue.leistungen.filter(
        (each) => each.leika !== null && covered.has(each.leika),
      );
      return [
        {
          id: `eigen.${ags}.${dienst}`,
          name: titel,
          links: [{ uri: `${site.origin}/dienste/${dienst}` }],
          serviceDescriptions: leistungen.map((each) => descriptionOf(catalogue, each.id, [ars])),
          trustLevel: null,
        },
      ];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function foreignService(
  catalogue: Catalogue,
  dienst: {
    readonly id: string;
    readonly name: string;
    readonly ars: readonly string[];
    readonly link: string;
    readonly leistungen: readonly string[];
    readonly vertrauensniveau: string | null;
  },
): OnlineService {
  const { id, name, ars, link, leistungen, vertrauensniveau } = dienst;
  return {
    id,
    name,
    links: link === '' ? [] : [{ uri: link }],
    serviceDescriptions: leistungen.map((each) => descriptionOf(catalogue, each, ars)),
    trustLevel: vertrauensniveau,
  };
}

function descriptionOf({ leistungById }: Catalogue, id: string, ars: readonly string[]) {
  const leistung = leistungById.get(id);
  return { id, name: leistung?.name ?? null, leikaIds: leistung?.leika ? [leistung.leika] : [], ars };
}
