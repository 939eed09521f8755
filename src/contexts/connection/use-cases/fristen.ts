import { readAnbindungenOf } from '#efa';
import { localDate } from '#kernel';
import { listSecrets, type TenantId, type Tx } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { type Ablauf, sortiert } from '../domain/ablauf.ts';
import { punkteFor } from '../domain/katalog.ts';
import { readAblaeufe } from '../store-fakt.ts';
import { type Begleiter, type Haus, within } from './begleiter.ts';
import { titelDerDienste } from './dienst-titel.ts';

type Deps = Pick<ConnectionDeps, 'db' | 'katalog' | 'schluesselEnden' | 'vertragsEnden'>;

type OhneTitel = Omit<Ablauf, 'dienstTitel'>;

const noTitles: ReadonlyMap<string, string> = new Map();

/** Whose expiries are asked for. */
export type FristenHaus = Pick<Begleiter, 'seite' | 'haus' | 'actor'> & Pick<Haus, 'kommunen'>;

/**
 * Everything that runs out for a house, soonest first: proofs of the checklists, receiving keys, secrets, contracts. A
 * Kommune sees its own, an IT-Dienstleister that of all Kommunen that it cares for; secrets each house its own only.
 */
export async function readFristen(deps: Deps, wer: FristenHaus): Promise<readonly Ablauf[]> {
  const places = placesOf(wer);
  const read = await within(deps, wer, async (tx) => ({
    nachweise: await nachweise(tx, deps, places),
    geheimnisse: await listSecrets(tx),
  }));
  const [keys, contracts] = [
    await deps.schluesselEnden(wer.kommunen),
    await deps.vertragsEnden(wer.haus.tenant),
  ];
  const ablaeufe: readonly OhneTitel[] = [
    ...read.nachweise,
    ...read.geheimnisse.flatMap(({ id, name, validUntil, subject }): readonly OhneTitel[] =>
      validUntil === null
        ? []
        : [
            {
              was: `zugangsdaten ${id}`,
              art: 'zugangsdaten',
              titel: `Zugangsdaten „${name}“`,
              kommune: wer.haus.name,
              dienst: subject || null,
              bis: localDate(validUntil),
              href: '/zugangsdaten',
            },
          ],
    ),
    ...keys.map(
      ({ tenant, name, bis }): OhneTitel => ({
        was: `schluessel ${tenant} ${name}`,
        art: 'schluessel',
        titel: `Empfangsschlüssel von „${name}“`,
        kommune: places.get(tenant)?.name ?? '',
        dienst: null,
        bis,
        href: `/zustellpunkte${places.get(tenant)?.query ?? ''}`,
      }),
    ),
    ...contracts.map(
      ({ titel, bis, href }): OhneTitel => ({
        was: `vertrag ${titel}`,
        art: 'vertrag',
        titel,
        kommune: wer.haus.name,
        dienst: null,
        bis,
        href,
      }),
    ),
  ];
  const titel = ablaeufe.some(({ dienst }) => dienst !== null) ? await titelDerDienste(deps) : noTitles;
  return sortiert(
    ablaeufe.map((each) => ({ ...each, dienstTitel: each.dienst && (titel.get(each.dienst) ?? null) })),
  );
}

interface Place {
  readonly name: string;
  /** An IT-Dienstleister says in each address whose page it wants. */
  readonly query: string;
}

function placesOf({ seite, kommunen }: FristenHaus): ReadonlyMap<TenantId, Place> {
  const queryOf = (ags: string) => (seite === 'kommune' ? '' : `?kommune=${ags}`);
  return new Map(kommunen.map(({ tenant, name, ags }) => [tenant, { name, query: queryOf(ags) }]));
}

async function nachweise(
  tx: Tx,
  { katalog }: Pick<Deps, 'katalog'>,
  places: ReadonlyMap<TenantId, Place>,
): Promise<readonly OhneTitel[]> {
  const rows = (await readAblaeufe(tx)).filter(({ tenant }) => places.has(tenant));
  const running = new Set<string>();
  for (const dienst of new Set(rows.map((row) => row.dienst)))
    for (const { tenant, zustand } of await readAnbindungenOf(tx, dienst))
      if (zustand !== 'beendet') running.add(`${dienst} ${tenant}`);
  return rows
    .filter(({ dienst, tenant }) => running.has(`${dienst} ${tenant}`))
    .map(({ tenant, dienst, punkt, gueltigBis }) => {
      const titel = punkteFor(katalog, dienst).find(({ id }) => id === punkt)?.titel ?? punkt;
      const { name = '', query = '' } = places.get(tenant) ?? {};
      return {
        was: `nachweis ${tenant} ${dienst} ${punkt}`,
        art: 'nachweis',
        titel,
        kommune: name,
        dienst,
        bis: gueltigBis,
        href: `/anbindungen/${dienst}/checkliste/${punkt}${query}`,
      };
    });
}
