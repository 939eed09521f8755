import { join } from 'node:path';
import { clockFrom, localDate } from '#kernel';
import { shippedWorld } from '../../duties/testing/duties-world.ts';
import type { RoutingDeps } from '../deps.ts';
import { withVocabulary } from '../domain/place-index.ts';
import { type Auftritt, type LocalDienst, nichtsFremdes, type Zielgruppe } from '../domain/route.ts';
import { compileRouting, type LocalFacts, type RoutingWorld } from '../routing-world.ts';
import { readPlaces, vocabularyOf } from '../use-cases/place-reader.ts';

const shippedData = join(import.meta.dirname, '../../../../data');

export const today = localDate('2026-11-22');

/** What the register says of the Gaststättengewerbe, in short. */
const nurUnternehmen: Zielgruppe = {
  art: 'nur-unternehmen',
  norm: '§§ 1, 2 GastG',
  aussage: 'Die Erlaubnis braucht, wer ein Gaststättengewerbe betreiben will.',
  quelle: { title: 'GastG', url: null },
  evidenz: 'einschaetzung',
  validFrom: null,
  validTo: null,
};

let shipped: Promise<RoutingWorld> | undefined;

/** Everything that the product ships, without anything that a Kommune shows; immutable, so made once. */
export function shippedRouting(): Promise<RoutingWorld> {
  shipped ??= readShipped();
  return shipped;
}

async function readShipped(): Promise<RoutingWorld> {
  const world = await shippedWorld();
  const index = await readPlaces(shippedData, world.territory);
  const places = withVocabulary(index, await vocabularyOf(world.catalogue));
  return compileRouting(world, places, { dienste: [], auftritte: [] }, ({ objekt }) =>
    objekt === '99025002' ? [nurUnternehmen] : [],
  );
}

/** The same with what Kommunen show. */
export function withLocal(world: RoutingWorld, local: Partial<LocalFacts>): RoutingWorld {
  return compileRouting(world, world.places, { dienste: [], auftritte: [], ...local }, world.zielgruppen);
}

/** The doors' needs around a world, on 22.11.2026. */
export function depsOf(world: RoutingWorld): RoutingDeps {
  return {
    clock: clockFrom(() => new Date(`${today}T10:00:00Z`)),
    demo: false,
    world: async () => world,
    fremd: async () => nichtsFremdes,
  };
}

export const lemgoAgs = '05766044';
export const hundesteuer = '99102013002000';

/** „Hund anmelden“, live in Lemgo; all contacts are invented. */
export const hundInLemgo: LocalDienst = {
  dienst: 'hund-anmelden',
  ags: lemgoAgs,
  titel: 'Hund anmelden',
  leika: [hundesteuer, '99110009104000'],
  seit: localDate('2026-11-01'),
  ausgesetztGrund: null,
  stellen: [
    {
      gueltigVon: localDate('2026-11-01'),
      name: 'Steueramt',
      anschrift: 'Musterplatz 1\n32657 Lemgo',
      telefon: '05261 000-2',
      email: 'steueramt@lemgo.demo.invalid',
      oeffnungszeiten: 'Mo 8–12',
    },
  ],
  gebuehr: 'Die Anmeldung kostet nichts.',
  ziele: new Map([[hundesteuer, { id: '3fa85f64-5717-4562-b3fc-2c963f66afa6', name: 'Steueramt' }]]),
};

export const lemgoAuftritt: Auftritt = {
  ags: lemgoAgs,
  origin: 'http://lemgo.localhost:8080',
  veroeffentlichtAb: localDate('2026-11-01'),
  rathaus: {
    name: 'Lemgo',
    anschrift: 'Marktplatz 1\n32657 Lemgo',
    telefon: '05261 213-0',
    email: 'info@lemgo.example',
    zeiten: 'Montag 8:00–12:00 Uhr',
  },
  aemter: [],
};
