import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConnectionDeps } from '#connection';
import type { CockpitDeps } from '#connection/cockpit';
import type { Delivery } from '#delivery';
import type { Kommune } from '#efa';
import { listOrganisations } from '#identity';
import { ok, type Result } from '#kernel';
import { type Actor, actorOf } from '#platform';
import { describeSite, type PortalDeps, type PortalDoorDeps } from '#portal';
import { dataFolder } from '../load-reference-data.ts';
import type { Services } from '../services.ts';
import { koerperReader } from './koerper.ts';

const system = actorOf('system', 'cockpit');

/** What is done with many Anbindungen at once needs of all who take part in connecting one. */
export function cockpitDeps(
  services: Services,
  connection: ConnectionDeps,
  { delivery, portal }: { readonly delivery: Delivery; readonly portal: PortalDeps & PortalDoorDeps },
): CockpitDeps {
  const { demo, logger } = services;
  return {
    ...connection,
    delivery,
    anbieterOf: async (tenant) => {
      const all = await listOrganisations(services, system);
      const house = all.find(({ id, kind }) => id === tenant && kind === 'it-dienstleister');
      return house ? { tenant, name: house.name } : null;
    },
    koerper: koerperReader(services),
    laender: async () => (await services.worlds.territory()).laender,
    organisationen: async () => {
      const all = await listOrganisations(services, system);
      return new Map(all.flatMap(({ id, bodyKey }) => (bodyKey === null ? [] : [[bodyKey, id] as const])));
    },
    auftritt: (actor, kommune, { plz, name }) =>
      makeSite(
        portal,
        actor,
        kommune,
        demo ? inventedSite(kommune, plz[0] ?? '00000') : knownSite(name, plz[0]),
      ),
    vorfuehrwerte: async (dienst) => (demo ? ((await readVorfuehrwerte())[dienst] ?? null) : null),
    warn: (error) => logger.error({ err: error }, 'one of many Kommunen could not be taken further'),
  };
}

type Fields = Readonly<Record<string, string>>;

/** Makes the public site of a Kommune that has none; `false` where it has one. What is not known is refused by field. */
async function makeSite(
  portal: PortalDeps & PortalDoorDeps,
  actor: Actor,
  kommune: Kommune,
  fields: Fields,
): Promise<Result<boolean>> {
  const tag = '8:00–12:00';
  const woche = { mo: tag, di: tag, mi: tag, do: tag, fr: tag, sa: '', so: '' };
  const hours = { woche, ausnahmen: '' };
  const made = await describeSite(portal, { actor, kommune }, { fields, hours, version: 0 });
  if (made.ok) return ok(true);
  return made.refusal.code === 'PORTAL_CHANGED_MEANWHILE' ? ok(false) : made;
}

/** In a demonstration everything that nobody knows is invented and says so. */
function inventedSite({ ags, name }: Kommune, plz: string): Fields {
  return {
    anschrift: `Musterplatz 1 (erfunden)\n${plz} ${name}`,
    telefon: '05231 000-0',
    email: `rathaus@${ags}.demo.invalid`,
    vertretung: 'Die Leitung der Verwaltung (erfunden)',
    datenschutzEmail: `datenschutz@${ags}.demo.invalid`,
    veroeffentlichtAb: '2026-01-01',
    barrierefreiheitGeprueftAm: '',
  };
}

/** What the directories say of a Kommune is not enough for an Impressum: phone, mail and who represents it are missing. */
function knownSite(name: string, plz: string | undefined): Fields {
  return {
    anschrift: plz === undefined ? '' : `Verwaltung ${name}\n${plz} ${name}`,
    telefon: '',
    email: '',
    vertretung: '',
    datenschutzEmail: '',
    veroeffentlichtAb: '',
    barrierefreiheitGeprueftAm: '',
  };
}

const werteShape = z.record(z.string(), z.record(z.string(), z.json()));
let read: Promise<z.infer<typeof werteShape>> | undefined;

/** The invented values of the demonstration, by service; the file is ours and read once. */
function readVorfuehrwerte(): Promise<z.infer<typeof werteShape>> {
  read ??= readFile(join(dataFolder, 'vorfuehrung', 'anbindung-viele.json'), 'utf8').then((text) =>
    werteShape.parse(JSON.parse(text)),
  );
  return read;
}
