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

/** Whose expiries are asked for. */
export type FristenHaus = Pick<Begleiter, 'seite' | 'haus' | 'actor'> & Pick<Haus, 'kommunen'>;

/**
 * Everything that runs out for a house, soonest first: proofs of the checklists, receiving keys, secrets, contracts. A
 * Kommune sees its own, an IT-Dienstleister that of all Kommunen that it cares for; secrets each house its own only.
 */
export async function readFristen(deps: Deps, wer: FristenHaus): Promise<readonly Ablauf[]> {
  const names = new Map(wer.kommunen.map(({ tenant, name }) => [tenant, name]));
  const read = await within(deps, wer, async (tx) => ({
    nachweise: await nachweise(tx, deps, wer, names),
    geheimnisse: await listSecrets(tx),
  }));
  const [keys, contracts] = [
    await deps.schluesselEnden(wer.kommunen),
    await deps.vertragsEnden(wer.haus.tenant),
  ];
  const titel = await titelDerDienste(deps);
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
        kommune: names.get(tenant) ?? '',
        dienst: null,
        bis,
        href: `/zustellpunkte${kommuneIn(wer, tenant)}`,
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
  return sortiert(
    ablaeufe.map((each) => ({ ...each, dienstTitel: each.dienst && (titel.get(each.dienst) ?? null) })),
  );
}

async function nachweise(
  tx: Tx,
  { katalog }: Pick<Deps, 'katalog'>,
  wer: FristenHaus,
  names: ReadonlyMap<TenantId, string>,
): Promise<readonly OhneTitel[]> {
  const rows = (await readAblaeufe(tx)).filter(({ tenant }) => names.has(tenant));
  const running = new Set<string>();
  for (const dienst of new Set(rows.map((row) => row.dienst)))
    for (const { tenant, zustand } of await readAnbindungenOf(tx, dienst))
      if (zustand !== 'beendet') running.add(`${dienst} ${tenant}`);
  return rows
    .filter(({ dienst, tenant }) => running.has(`${dienst} ${tenant}`))
    .map(({ tenant, dienst, punkt, gueltigBis }) => {
      const titel = punkteFor(katalog, dienst).find(({ id }) => id === punkt)?.titel ?? punkt;
      const whose = kommuneIn(wer, tenant);
      return {
        was: `nachweis ${tenant} ${dienst} ${punkt}`,
        art: 'nachweis',
        titel,
        kommune: names.get(tenant) ?? '',
        dienst,
        bis: gueltigBis,
        href: `/anbindungen/${dienst}/checkliste/${punkt}${whose}`,
      };
    });
}

/** An IT-Dienstleister says in each address whose page it wants. */
function kommuneIn({ seite, kommunen }: FristenHaus, whose: TenantId): string {
  const ags = kommunen.find(({ tenant }) => tenant === whose)?.ags;
  return seite === 'kommune' || ags === undefined ? '' : `?kommune=${ags}`;
}
