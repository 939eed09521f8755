import { Readable } from 'node:stream';
import { type AuftragPort, type ConnectionDeps, type Katalog, parteiLabel, punkteFor } from '#connection';
import { schaetzung } from '#costs';
import type { EfaDeps } from '#efa';
import { permissionsOf, readMembers } from '#identity';
import { auftraegeOf, type MarketplaceDeps, readRahmen } from '#marketplace';
import { actorOf, scanAll } from '#platform';
import { actingFor } from './organisations.ts';
import type { Services } from './services.ts';

const nothing: ReadonlySet<string> = new Set();

const system = actorOf('system', 'marktplatz');

/** What the marketplace needs of identity, efa, costs and the checklist of a connection. */
export function marketplaceDeps(services: Services, efa: EfaDeps, katalog: Katalog): MarketplaceDeps {
  const { db, clock, demo, keys, scanner } = services;
  return {
    db,
    clock,
    demo,
    keys,
    efa,
    kostenSchaetzung: async (tx, { dienst, kommune, jahr }) => {
      const body = (await services.worlds.territory()).bodyByAgs.get(kommune);
      const found = await schaetzung(tx, {
        dienst,
        kommune: { ags: kommune, name: body?.name ?? kommune },
        jahr,
      });
      return (
        found && {
          ...found,
          proJahrCent: Number(found.proJahrCent),
          einmaligCent: Number(found.einmaligCent),
        }
      );
    },
    pruefliste: async (dienst) =>
      punkteFor(katalog, dienst).map(({ titel, wer }) => ({ was: titel, wer: parteiLabel[wer] })),
    personen: async (actor, kommune) => {
      const members = await readMembers(services, { tenant: kommune.tenant, actor, permissions: nothing });
      return members
        .filter(({ state }) => state === 'active')
        .map(({ id, name, roles }) => ({
          id,
          name,
          darfBestellen: permissionsOf(roles).has('marketplace.order'),
        }));
    },
    scan: async (bytes) => scanner && scanAll(scanner, Readable.from([bytes])),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

/** The orders behind the Anbindungen of several Kommunen. */
export function auftraegeFor({ clock }: Services): AuftragPort {
  return async (tx, dienst, kommunen) => {
    const keys = kommunen.map(({ ags }) => ags);
    const found = await auftraegeOf(tx, { dienst, kommunen: keys, day: clock.today() });
    return new Map(
      kommunen.flatMap(({ tenant, ags }) => {
        const one = found.get(ags);
        return one
          ? [
              [
                tenant,
                { zustand: one.zustand, angenommen: one.zustand === 'angenommen', am: one.am },
              ] as const,
            ]
          : [];
      }),
    );
  };
}

/** The days on which the Rahmenvereinbarungen of a house end. */
export function vertragsEnden({ db }: Services): ConnectionDeps['vertragsEnden'] {
  return (tenant) =>
    db.withTenant(tenant, system, async (tx) =>
      (await readRahmen(tx)).flatMap(({ id, titel, kommune, gueltigBis, gekuendigtZum }) => {
        const bis = gekuendigtZum ?? gueltigBis;
        return bis === null
          ? []
          : [{ id, titel: `${titel} (${kommune})`, bis, href: '/rahmenvereinbarungen' }];
      }),
    );
}
