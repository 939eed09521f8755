import { areaDirectory } from '#descriptions';
import { ok, type Result, refuse } from '#kernel';
import { arsHierarchy } from '#standards/pvog';
import type { PvogReadDeps } from '../deps.ts';
import { placeOfToken, tokenOf } from '../domain/page-token.ts';
import { tokenInvalid } from '../errors.ts';
import { findOwnOffices, type Organisation } from './own-offices.ts';
import { organisationOf, readDetail } from './read-detail.ts';

type Deps = Pick<PvogReadDeps, 'db' | 'clock' | 'world'>;

const mostTitles = 500;
const mostFound = 50;

/** The names of the offices that are competent for a description in an area; without one, of those that feeds name there. */
export async function organisationTitles(
  deps: Deps,
  { ars, lbId }: { readonly ars: string; readonly lbId: string | null },
): Promise<Result<readonly { readonly id: string; readonly title: string }[]>> {
  if (lbId !== null) {
    const detail = await readDetail(deps, { id: lbId, ars, applyDynamicParams: false, language: 'de' });
    return detail.ok ? ok(detail.value.organisations.map(titleOf)) : detail;
  }
  const ask = { kette: arsHierarchy(ars), tag: deps.clock.today(), after: '', limit: mostTitles };
  const stellen = await deps.db.withPublic((tx) => areaDirectory.readStellenIn(tx, ask));
  return ok(stellen.map(titleOf));
}

function titleOf({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, title: name };
}

/** The offices with this id, or whose name begins so. */
export async function findOrganisations(deps: Deps, q: string): Promise<readonly Organisation[]> {
  const own = findOwnOffices(await deps.world(), q, deps.clock.today());
  const feed = await deps.db.withPublic((tx) => areaDirectory.findStellen(tx, q, mostFound));
  return [...own, ...feed.map(organisationOf)].slice(0, mostFound);
}

/** Which object of a feed belongs to which description, and where. */
export interface Relation {
  readonly type: 'organisationseinheit' | 'onlinedienst';
  readonly id: string;
  /** Our id of the Leistung, or the feed's where the catalogue does not hold it. */
  readonly serviceDescriptionId: string;
  /** `01` carries it out, `02` is whom to ask; null for an Onlinedienst. */
  readonly role: string | null;
  readonly ars: readonly string[];
}

const parts = ['organisationseinheit', 'onlinedienst'] as const;

/** The Zuständigkeiten of feeds, page by page of objects: first those of offices, then those of Onlinedienste. */
export async function listRelations(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  ask: { readonly ars: string | null; readonly token: string | null; readonly size: number },
): Promise<Result<{ readonly relations: readonly Relation[]; readonly nextPageToken: string | null }>> {
  const place =
    ask.token === null
      ? ({ part: 'organisationseinheit', after: '' } as const)
      : placeOfToken(ask.token, parts);
  if (place === null) return refuse(tokenInvalid);
  const area = { kette: ask.ars === null ? null : arsHierarchy(ask.ars), tag: clock.today() };
  return await db.withPublic(async (tx) => {
    const page = { ...area, limit: ask.size };
    if (place.part === 'organisationseinheit') {
      const rows = await areaDirectory.readStellenIn(tx, { ...page, after: place.after });
      const relations = rows.flatMap(({ id, zustaendig }) =>
        zustaendig.map(({ leistung, gebiete, rolle }) =>
          relation('organisationseinheit', id, leistung, gebiete, rolle),
        ),
      );
      const full = rows.length === ask.size;
      const next = {
        part: full ? place.part : 'onlinedienst',
        after: full ? (rows.at(-1)?.id ?? '') : '',
      } as const;
      return ok({ relations, nextPageToken: tokenOf(next) });
    }
    const rows = await areaDirectory.readDiensteIn(tx, { ...page, after: place.after });
    const relations = rows.flatMap(({ id, leistungen, ars }) =>
      leistungen.map((leistung) => relation('onlinedienst', id, leistung, ars, null)),
    );
    const after = rows.length === ask.size ? rows.at(-1)?.id : undefined;
    return ok({
      relations,
      nextPageToken: after === undefined ? null : tokenOf({ part: place.part, after }),
    });
  });
}

function relation(
  type: Relation['type'],
  id: string,
  serviceDescriptionId: string,
  ars: readonly string[],
  role: string | null,
): Relation {
  return { type, id, serviceDescriptionId, role, ars };
}
