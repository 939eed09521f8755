import { sql } from 'kysely';
import { z } from 'zod';
import type { LocalDate } from '#kernel';
import { rowsOf, type Tx } from '#platform';
import type { Fremddienst, Organisationseinheit } from './domain/fremddienst.ts';
import { visible } from './store-read.ts';
import { texts } from './store-texts.ts';

/** What is asked of offices and Onlinedienste. */
export interface AskDienste {
  readonly leistungId: string;
  readonly kette: readonly string[];
}

/** What is kept of an Onlinedienst beside name and areas; `leistungen` are our ids or ids of the feed's objects. */
export const dienstDaten = z.object({
  link: z.string(),
  leistungen: z.array(z.string()),
  vertrauensniveau: z.string().nullable(),
  parameter: z.array(z.object({ typ: z.string(), name: z.string() })),
});

/** What is kept of an Organisationseinheit. */
export const stelleDaten = z.object({
  anschrift: z.string().nullable(),
  telefon: z.string().nullable(),
  email: z.string().nullable(),
  oeffnungszeiten: z.string().nullable(),
  zustaendig: z.array(
    z.object({
      leistung: z.string(),
      gebiete: z.array(z.string()),
      rolle: z.enum(['01', '02']),
      destination: z.string().nullable(),
    }),
  ),
});

const row = z.object({ id: z.string(), name: z.string(), ars: z.array(z.string()), daten: z.unknown() });

/** The ids under which feeds know a Leistung in these areas, our own first. */
async function namesOf(tx: Tx, { leistungId, kette }: AskDienste): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`select distinct o.id from descriptions.bezug b
      join descriptions.objekt o on o.einlesung = b.einlesung and o.nr = b.nr
      join descriptions.einlesung e on e.nummer = b.einlesung
      where b.schluessel = ${leistungId} and b.ars = any(${texts(kette)}) and ${visible}
        and o.art in ('leistung', 'spezialisierung')`,
  );
  return [leistungId, ...rows.map(({ id }) => id)];
}

async function readOf(
  tx: Tx,
  art: string,
  names: readonly string[],
  kette: readonly string[],
  tag: LocalDate | null,
) {
  const rows = await rowsOf(
    tx,
    sql`select distinct on (stufe, o.name, o.einlesung, o.nr) o.id, o.name, o.ars, o.daten,
        array_position(${texts(kette)}, b.ars) as stufe
      from descriptions.bezug b
      join descriptions.objekt o on o.einlesung = b.einlesung and o.nr = b.nr
      join descriptions.einlesung e on e.nummer = b.einlesung
      where b.schluessel = any(${texts(names)}) and b.ars = any(${texts(kette)}) and ${visible} and o.art = ${art}
        and (${tag}::date is null or (coalesce(o.gueltig_von, ${tag}) <= ${tag} and coalesce(o.gueltig_bis, ${tag}) >= ${tag}))
      order by stufe, o.name, o.einlesung, o.nr`,
  );
  const parsed = z.array(row).parse(rows);
  return [...new Map(parsed.map((each) => [each.id, each])).values()];
}

/** The Onlinedienste of others for a Leistung, those of the most special area first. */
export async function readFremddienste(
  tx: Tx,
  ask: AskDienste & { readonly tag: LocalDate },
): Promise<readonly Fremddienst[]> {
  const names = await namesOf(tx, ask);
  const rows = (await readOf(tx, 'onlinedienst', names, ask.kette, ask.tag)).map((each) => ({
    ...each,
    daten: dienstDaten.parse(each.daten),
  }));
  const known = await leistungenOf(
    tx,
    rows.flatMap(({ daten }) => daten.leistungen),
  );
  return rows.map(({ id, name, ars, daten: { link, leistungen, vertrauensniveau, parameter } }) => ({
    id,
    bezeichnung: name,
    link,
    leistungen: [...new Set(leistungen.flatMap((each) => known(each) ?? []))],
    gebiete: ars,
    vertrauensniveau,
    parameter,
  }));
}

/** The offices that are competent for a Leistung, those of the most special area first. */
export async function readOrganisationseinheiten(
  tx: Tx,
  ask: AskDienste,
): Promise<readonly Organisationseinheit[]> {
  const names = await namesOf(tx, ask);
  const rows = await readOf(tx, 'organisationseinheit', names, ask.kette, null);
  return rows.map(({ id, name, ars, daten }) => {
    const { zustaendig, ...kontakt } = stelleDaten.parse(daten);
    const zustaendigFuer = zustaendig
      .filter(({ leistung }) => names.includes(leistung))
      .map(({ leistung: _, ...rest }) => ({ ...rest, leistungId: ask.leistungId }));
    return { id, name, ars, ...kontakt, zustaendigFuer };
  });
}

/** Says which Leistung of the catalogue an id of a feed's object means; null where none. */
async function leistungenOf(tx: Tx, ids: readonly string[]): Promise<(id: string) => string | null> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string; leistungId: string }>`select distinct o.id, o.leistung_id as "leistungId"
      from descriptions.objekt o join descriptions.einlesung e on e.nummer = o.einlesung
      where o.id = any(${texts(ids)}) and o.leistung_id is not null and ${visible}`,
  );
  const byId = new Map(rows.map((each) => [each.id, each.leistungId]));
  return (id) => byId.get(id) ?? (/^L\d{5}$/.test(id) ? id : null);
}
