import { Readable } from 'node:stream';
import { type Katalog, parteiLabel, punkteFor } from '#connection';
import { schaetzung } from '#costs';
import type { EfaDeps } from '#efa';
import { permissionsOf, readMembers } from '#identity';
import type { MarketplaceDeps } from '#marketplace';
import { scanAll } from '#platform';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';

const nothing: ReadonlySet<string> = new Set();

/** What the marketplace needs of identity and efa, what costs reckon for a Kommune, and the checklist of a connection. */
export function marketplaceDeps(services: Services, efa: EfaDeps, katalog: Katalog): MarketplaceDeps {
  const { db, clock, demo, keys, scanner } = services;
  return {
    db,
    clock,
    demo,
    keys,
    efa,
    kostenSchaetzung: async (tx, frage) => {
      const found = await schaetzung(tx, frage);
      return (
        found && {
          ...found,
          proJahrCent: Number(found.proJahrCent),
          einmaligCent: Number(found.einmaligCent),
          abgerechnet: found.href.startsWith('/abrechnungen/'),
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
