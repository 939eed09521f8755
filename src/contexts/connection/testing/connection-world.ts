import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Delivery,
  fileBlobs,
  filePrivateKeys,
  listZustellpunkteVieler,
  openZustellpunkt,
} from '#delivery';
import { type EfaDeps, expressInterest, type Kommune, offerOnlinedienst, saveParameters } from '#efa';
import { loadOnlinedienste } from '#forms/onlinedienst';
import { type OutgoingMail, openKeyRing, type Principal } from '#platform';
import { type EfaWorld, openEfaWorld, valueIn } from '../../efa/testing/efa-world.ts';
import { mailableMember } from '../../identity/testing/mailable-member.ts';
import type { ConnectionDeps, ProbeDeps } from '../connection-deps.ts';
import { punkteFor } from '../domain/katalog.ts';
import { readKatalog } from '../reference-files.ts';
import type { Begleiter } from '../use-cases/begleiter.ts';
import { punktErledigen } from '../use-cases/punkte-erledigen.ts';
import { startProbe } from '../use-cases/start-probe.ts';

export const dienst = 'bewohnerparkausweis';
const dataFolder = join(import.meta.dirname, '../../../../data');

/** A database with „Bewohnerparkausweis“ offered, which a checklist of its own holds up; Lemgo and Detmold are cared for. */
export interface ConnectionWorld extends AsyncDisposable {
  readonly efa: EfaWorld;
  readonly deps: ConnectionDeps;
  readonly delivery: Delivery;
  readonly lemgo: Begleiter;
  readonly lead: Begleiter;
  readonly mails: OutgoingMail[];
  /** Where the private keys lie. */
  readonly folder: string;
  /** What the ports say; a test changes it. */
  readonly ports: { site: boolean; workers: number; ohneMail: ReadonlySet<string> };
}

export async function openConnectionWorld(
  duties: Parameters<typeof openEfaWorld>[0],
  further: Partial<ProbeDeps> = {},
): Promise<ConnectionWorld> {
  const efa = await openEfaWorld(duties);
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-anbindung-'));
  const katalog = readKatalog(dataFolder);
  const { db } = efa.t;
  const { clock } = efa.deps;
  const delivery: Delivery = {
    db,
    clock,
    keys: filePrivateKeys(join(folder, 'keys')),
    blobs: fileBlobs(join(folder, 'blobs')),
    keyBits: 2048,
  };
  const ports: ConnectionWorld['ports'] = { site: true, workers: 2, ohneMail: new Set<string>() };
  const mails: OutgoingMail[] = [];
  const kommunen = [efa.lemgo.kommune, efa.detmold.kommune];
  const zustellpunkteVieler: ProbeDeps['zustellpunkteVieler'] = (asked) =>
    db.withPublic((tx) =>
      listZustellpunkteVieler(
        tx,
        asked.map(({ tenant }) => tenant),
        clock.now(),
      ),
    );
  const auftraege: ConnectionDeps['auftraege'] = async () => new Map();
  const probes: ProbeDeps = {
    ...{ db, clock, katalog, auftraege, zustellpunkteVieler },
    auftritte: async (asked) =>
      new Map(
        asked.map(({ tenant }) => [
          tenant,
          { href: '/portal', datenschutz: ports.site ? 'dsb@lemgo.example' : null },
        ]),
      ),
    bearbeitung: async () => Array.from({ length: ports.workers }, () => ({ stellen: null })),
    ...further,
  };
  const shipped = valueIn(await loadOnlinedienste(join(dataFolder, 'onlinedienste')));
  efa.folder.push(...shipped.filter(({ id }) => id === dienst));
  const efaDeps: EfaDeps = {
    ...efa.deps,
    probes: [startProbe(probes)],
    zustellpunkte: async (kommune) => (await zustellpunkteVieler([kommune])).get(kommune.tenant) ?? [],
    zustellpunkteVieler,
  };
  const deps: ConnectionDeps = {
    ...{ db, clock, katalog, auftraege, delivery, efa: efaDeps },
    demo: false,
    keys: openKeyRing(Buffer.alloc(32, 7).toString('base64url')),
    ownKommune: efa.deps.ownKommune,
    ownAnbieter: efa.deps.ownAnbieter,
    betreute: async (tenant) => (tenant === efa.provider.tenant ? kommunen : []),
    musterAntworten: (_form, _values, today) => ({ ...antworten, beginn: today }),
    sendMail: async (mail) => void mails.push(mail),
    staffOrigin: 'http://verwaltung.localhost',
    haeuser: async () => [...kommunen, { tenant: efa.provider.tenant, name: efa.provider.name, ags: null }],
    schluesselEnden: async () => [],
    ohneAmZugMail: async () => ports.ohneMail,
    vertragsEnden: async () => [],
    actingFor: async (operator, organisation) => {
      const named = kommunen.find(({ name, ags }) => name === organisation || ags === organisation);
      return { ok: true, value: { ...operator, tenant: named?.tenant ?? efa.provider.tenant } };
    },
  };
  await foundHouses(efa);
  const editor = { actor: efa.lemgo.actor, anbieter: efa.provider };
  valueIn(await offerOnlinedienst(efaDeps, editor, dienst));
  return {
    ...{ efa, deps, delivery, mails, folder, ports },
    lemgo: {
      actor: efa.lemgo.actor,
      seite: 'kommune',
      haus: efa.lemgo.kommune,
      kommune: efa.lemgo.kommune,
      darfAendern: true,
    },
    lead: {
      actor: efa.detmold.actor,
      seite: 'dienstleister',
      haus: efa.provider,
      kommune: efa.lemgo.kommune,
      darfAendern: true,
    },
    [Symbol.asyncDispose]: async () => {
      await efa[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The organisations and who cares for whom, as identity keeps them. */
async function foundHouses({ t, lemgo, detmold, provider }: EfaWorld): Promise<void> {
  const found = `insert into identity.organisation (id, kind, name, body_key) values ($1, $2, $3, $4)`;
  await t.superuser.query(found, [provider.tenant, 'it-dienstleister', provider.name, null]);
  for (const { tenant, name, ags } of [lemgo.kommune, detmold.kommune]) {
    await t.superuser.query(found, [tenant, 'kommune', name, ags]);
    await t.superuser.query(
      `insert into identity.betreuung (kommune_id, provider_id, valid_from) values ($1, $2, '2026-01-01')`,
      [tenant, provider.tenant],
    );
  }
}

/** Invented answers as the prover finds them. */
const antworten = {
  anschrift: { street: 'Mittelstraße', number: '1', plz: '32657', city: 'Lemgo' },
  gemeldet: true,
  zone: 'A',
  kennzeichen: 'LIP-AB 123',
  nutzung: 'selbst',
  zulassung: [{ id: 'datei', name: 'nachweis.pdf', type: 'pdf', bytes: 100 }],
  dauer: 'jahr1',
  vorname: 'Anna',
  nachname: 'Muster',
  geburtsdatum: '1980-02-03',
  einAusweis: true,
  richtig: true,
};

const werte = {
  kommuneName: 'Lemgo',
  stelle: 'Ordnungsamt, 05261 213-0',
  gebieteAdresse: 'https://lemgo.example/parken',
  gebuehrenordnungTitel: 'Gebührenordnung der Stadt',
  zonen: [{ zone: 'A', name: 'Altstadt', strassen: ['Mittelstraße'] }],
  gebuehren: [{ zone: 'A', dauer: 'jahr1', name: 'ein Jahr', betrag: '30,70' }],
  ohneStellplatz: false,
  bearbeitungszeit: 'eine Woche',
  stelleName: 'Ordnungsamt',
  stelleAnschrift: 'Marktplatz 1, 32657 Lemgo',
  stelleTelefon: '05261 213-0',
  stelleEmail: 'ordnungsamt@lemgo.example',
  stelleOeffnungszeiten: 'Montag bis Freitag 8 bis 12 Uhr',
  datenschutzVerantwortlich: 'Alte Hansestadt Lemgo',
  datenschutzKontakt: 'datenschutz@lemgo.example',
};

/** Connects a Kommune with complete values and an open Zustellpunkt, and gives the version of the Anbindung. */
export async function connected(
  { efa, deps, delivery }: ConnectionWorld,
  kommune: Kommune = efa.lemgo.kommune,
): Promise<number> {
  const editor = { actor: efa.lemgo.actor, kommune };
  const party = { tenant: kommune.tenant, actor: efa.lemgo.actor };
  const { id } = valueIn(await openZustellpunkt(delivery, party, 'Ordnungsamt', 'ordnungsamt@lemgo.example'));
  valueIn(await expressInterest(deps.efa, editor, dienst));
  const values = { ...werte, zustellpunktStrassenverkehrsbehoerde: id };
  return valueIn(await saveParameters(deps.efa, editor, { dienst, version: 1, values })).version;
}

/** Ticks lines off in an order in which none waits, as the IT-Dienstleister. */
export async function ticked(world: ConnectionWorld, but: readonly string[] = []): Promise<void> {
  const punkte = punkteFor(world.deps.katalog, dienst).filter(
    ({ id, pflicht }) => pflicht && !but.includes(id),
  );
  const done = new Set<string>(but);
  for (let left = punkte; left.length > 0; ) {
    const ready = left.filter(({ haengtAb }) => haengtAb.every((id) => done.has(id) && !but.includes(id)));
    if (ready.length === 0) return;
    for (const { id, ablauf } of ready) {
      await tick(world, id, ablauf === 'pflicht' ? '2027-11-01' : '');
      done.add(id);
    }
    left = left.filter(({ id }) => !done.has(id));
  }
}

/** Ticks one line off. */
export async function tick(world: ConnectionWorld, punkt: string, gueltigBis = ''): Promise<void> {
  const grund = 'Vom zuständigen Amt bestätigt';
  const eingabe = { art: 'erledigt', nachweis: 'Aktenzeichen 17', grund, gueltigBis } as const;
  valueIn(await punktErledigen(world.deps, world.lead, { dienst, punkt, eingabe }, 0));
}

/** A signed-in person of a house. */
export function personOf({ seite, haus, actor }: Begleiter, ...more: readonly string[]): Principal {
  const own = seite === 'kommune' ? ['efa.anbindung.manage'] : ['connection.manage', 'circle.read'];
  return { kind: 'mitglied', actor, tenant: haus.tenant, permissions: new Set([...own, ...more]) };
}

/** A coordinator of Lemgo who can be mailed; gives the member's id. */
export function mailable({ deps, lemgo }: ConnectionWorld): Promise<string> {
  return mailableMember(deps, lemgo.kommune.tenant, {
    ...{ name: 'Mara', email: 'mara@lemgo.example' },
    roles: ['koordination'],
  });
}
