import {
  type Fremddienst,
  linksOfText,
  type Organisationseinheit,
  readFremddienste,
  readOrganisationseinheiten,
} from '#descriptions';
import type { LocalDate, Result } from '#kernel';
import { ok, refuse } from '#kernel';
import { foreignLink, type Place, placesOf, type RoutingWorld, routeOf } from '#routing';
import { arsHierarchy, textmodulName } from '#standards/pvog';
import type { PvogReadDeps } from '../deps.ts';

import { descriptionUnknown } from '../errors.ts';
import { type Organisation, organisationOfRoute } from './own-offices.ts';
import { type Text, textOfId } from './text-of-id.ts';

export interface AskDetail {
  readonly id: string;
  /** Twelve digits; null for the description alone. */
  readonly ars: string | null;
  /** Whether links carry the place and the Leistung. */
  readonly applyDynamicParams: boolean;
  readonly language: string;
}

/** A description with what belongs to it at a place. */
export interface Detail {
  readonly id: string;
  readonly name: string;
  readonly leistungId: string;
  readonly language: string;
  readonly details: readonly {
    readonly code: string;
    readonly title: string;
    readonly text: string;
    readonly links: readonly { readonly uri: string; readonly title: string }[];
  }[];
  readonly leikakeys: readonly string[];
  readonly organisations: readonly Organisation[];
  readonly onlineServiceLinks: readonly OnlineServiceLink[];
  readonly lastUpdate: string | null;
  readonly editor: string | null;
}

interface OnlineServiceLink {
  readonly title: string;
  readonly uri: string;
  readonly trustLevel: string | null;
}

type Deps = Pick<PvogReadDeps, 'db' | 'clock' | 'world'>;

/**
 * One description by its id, or by the id of a Leistung (`L02950`) what all levels of the area say of it together. With `ars`
 * also offices and Onlinedienste there. Refuses an unknown id.
 */
export async function readDetail(deps: Deps, ask: AskDetail): Promise<Result<Detail>> {
  const world = await deps.world();
  const tag = deps.clock.today();
  const found = await deps.db.withPublic(async (tx) => {
    const text = await textOfId(tx, world, ask, tag);
    if (text === null) return null;
    const kette = arsHierarchy(ask.ars ?? text.ars);
    const local = { leistungId: text.leistungId, kette };
    return {
      text,
      dienste: await readFremddienste(tx, { ...local, tag }),
      stellen: ask.ars === null ? [] : await readOrganisationseinheiten(tx, local),
    };
  });
  return found === null ? refuse(descriptionUnknown(ask.id)) : ok(detailOf(world, ask, tag, found));
}

interface Found {
  readonly text: Text;
  readonly dienste: readonly Fremddienst[];
  readonly stellen: readonly Organisationseinheit[];
}

function detailOf(world: RoutingWorld, ask: AskDetail, tag: LocalDate, found: Found): Detail {
  const { text, dienste, stellen } = found;
  const { leistungId, name, sprache, abschnitte, stand, redaktion } = text;
  const leika = world.catalogue.leistungById.get(leistungId)?.leika ?? null;
  const place = ask.ars === null ? null : placeOf(world, ask.ars);
  const own = place === null ? null : ownWay(world, leistungId, place, tag);
  const linkOf = (dienst: Fremddienst) =>
    place !== null && ask.applyDynamicParams ? foreignLink(dienst, place, leika) : dienst.link;
  return {
    id: ask.id,
    name,
    leistungId,
    language: sprache,
    details: [{ modul: '02', inhalt: name }, ...abschnitte].map(({ modul, inhalt }) => ({
      code: modul,
      title: textmodulName(modul),
      text: inhalt,
      links: linksOfText(inhalt),
    })),
    leikakeys: leika === null ? [] : [leika],
    organisations: [...(own?.organisations ?? []), ...stellen.map(organisationOf)],
    onlineServiceLinks: [
      ...(own?.links ?? []),
      ...dienste.map((dienst) => ({
        title: dienst.bezeichnung,
        uri: linkOf(dienst),
        trustLevel: dienst.vertrauensniveau,
      })),
    ],
    lastUpdate: stand,
    editor: redaktion,
  };
}

function placeOf({ places }: RoutingWorld, ars: string): Place | null {
  const answer = placesOf(places, { ars });
  return answer.kind === 'one' ? answer.place : null;
}

/** Office and Onlinedienst that the Kommunen of this installation offer at a place. */
function ownWay(world: RoutingWorld, leistungId: string, place: Place, tag: LocalDate) {
  const route = routeOf(world, { leistungId, place, tag, fuer: 'buerger' });
  if (!route.ok) return null;
  const { amt, onlinedienst, stelle } = route.value;
  const links: readonly OnlineServiceLink[] =
    onlinedienst === null
      ? []
      : [{ title: onlinedienst.name, uri: onlinedienst.href, trustLevel: onlinedienst.vertrauensniveau }];
  return { organisations: organisationOfRoute(world, stelle?.ags ?? place.ags, amt), links };
}

/** An office of a feed in the words of the answer. */
export function organisationOf(
  stelle: Pick<
    Organisationseinheit,
    'id' | 'name' | 'anschrift' | 'telefon' | 'email' | 'oeffnungszeiten' | 'ars'
  >,
): Organisation {
  const { id, name, anschrift, telefon, email, oeffnungszeiten, ars } = stelle;
  return { id, name, address: anschrift, phone: telefon, email, openingHours: oeffnungszeiten, ars };
}
