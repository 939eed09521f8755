import { nearest, ok, type Result, refuse, type Suggestion } from '#kernel';
import { agsOfArs, parseArs, parseBodyKey } from '#standards/regional-keys';
import { isKreis, nameKey } from '../domain/body-names.ts';
import type { Body, Territory } from '../domain/territory.ts';
import { bodyAmbiguous, bodyUnknown } from '../errors.ts';

const suggested = 5;
const titleBefore = /^.*(?:stadt|gemeinde|markt|flecken) (.+)$/;

/**
 * Finds a body by AGS (8 or 5 digits), ARS or name („Lemgo“, „Alte Hansestadt Lemgo“, „Kreis Lippe“, „Unna, Stadt“).
 * Refuses with `TERRITORY_BODY_AMBIGUOUS` where several bear the name, with `TERRITORY_BODY_UNKNOWN` where none does.
 */
export function resolveBody(territory: Territory, text: string): Result<Body> {
  const wanted = text.trim();
  const byKey = bodyOfKey(territory, wanted);
  if (byKey) return ok(byKey);
  const found = bodiesOfName(territory, nameKey(wanted));
  const [only] = found;
  if (only && found.length === 1) return ok(only);
  const suggest = (body: Body) => suggestionOf(territory, body);
  if (found.length > 1) return refuse(bodyAmbiguous(wanted, found.map(suggest)));
  return refuse(bodyUnknown(wanted, nearBodies(territory, wanted).map(suggest)));
}

function bodyOfKey(territory: Territory, text: string): Body | undefined {
  const ars = parseArs(text);
  if (ars.ok) return territory.bodyByAgs.get(agsOfArs(ars.value));
  const key = parseBodyKey(text);
  if (!key.ok) return undefined;
  // A kreisfreie Stadt may be named by its Kreis key too.
  return territory.bodyByAgs.get(key.value) ?? territory.bodyByAgs.get(`${key.value}000`);
}

function bodiesOfName(territory: Territory, key: string): readonly Body[] {
  const exact = territory.bodiesByName.get(key);
  if (exact) return exact;
  const bare = titleBefore.exec(key)?.[1];
  const gemeinden = bare === undefined ? undefined : territory.bodiesByName.get(bare);
  return gemeinden?.filter((body) => !isKreis(body)) ?? [];
}

function nearBodies(territory: Territory, text: string): readonly Body[] {
  const byPlz = territory.agsByPlz.get(text) ?? [];
  if (byPlz.length > 0) return byPlz.flatMap((ags) => territory.bodyByAgs.get(ags) ?? []);
  const textOf = /^\d+$/.test(text) ? (body: Body) => body.ags : (body: Body) => body.name;
  return nearest(text, territory.bodies, textOf, suggested);
}

function suggestionOf(territory: Territory, body: Body): Suggestion {
  return { key: body.ags, label: `${describe(territory, body)}, AGS ${body.ags}` };
}

/** „Unna (Stadt, Kreis Unna)“, with the Land where more than one is loaded. */
function describe(territory: Territory, body: Body): string {
  const kreis = body.kreisAgs === null ? undefined : territory.bodyByAgs.get(body.kreisAgs)?.name;
  const land =
    territory.bestaende.length > 1
      ? territory.laender.find(({ code }) => code === body.land)?.name
      : undefined;
  return `${body.name} (${[body.bezeichnung, kreis, land].filter((part) => part !== undefined).join(', ')})`;
}
