import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EfaDeps, offerOnlinedienst } from '#efa';
import { loadTestfaelle, type Onlinedienst } from '#forms/onlinedienst';
import { keineTestfaelle } from '#forms/testfaelle';
import {
  eingeleseneDienste,
  eingeleseneTestfaelle,
  type PackagesDeps,
  type Portalprofil,
  parsePortalprofil,
} from '#packages';
import type { SnapshotReader } from '#platform';
import { formatEins, formatZwei, isObject, type JsonObject, paketleser } from '#standards/leitwerk-paket';
import { publizierteTestfaelle } from '#workshop';
import { dataFolder } from '../load-reference-data.ts';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';

const leser = paketleser([formatEins, formatZwei]);

/** The services that were taken over from packages of others. */
export function eingelesen({ db }: Services): SnapshotReader<readonly Onlinedienst[]> {
  return eingeleseneDienste(db, leser);
}

interface Ports {
  readonly efa: EfaDeps;
  readonly shipped: () => Promise<readonly Onlinedienst[]>;
  readonly changed: () => void;
}

/** What packages need of efa, forms and workshop, and what the portals can do. */
export function packagesDeps(services: Services, { efa, shipped, changed }: Ports): PackagesDeps {
  const { db, clock, keys, demo } = services;
  return {
    db,
    clock,
    keys,
    demo,
    leser,
    onlinedienste: efa.onlinedienste,
    testfaelle: remembered((dienst, version) => testfaelleOf(services, shipped, dienst, version)),
    profile: onceLoaded(loadProfile),
    eigenesProfil: 'leitwerk',
    ownAnbieter: efa.ownAnbieter,
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
    offer: (actor, anbieter, dienst) => offerOnlinedienst(efa, { actor, anbieter }, dienst),
    changed,
  };
}

/** The test cases of a version: those that came with its package, were published with it, or are shipped with it. */
async function testfaelleOf(
  { db }: Services,
  shipped: Ports['shipped'],
  dienst: string,
  version: number,
): Promise<JsonObject> {
  const carried = await eingeleseneTestfaelle(db, leser, dienst, version);
  if (carried) return carried;
  const published = await publizierteTestfaelle(db, dienst, version);
  if (isObject(published)) return published;
  const isShipped = (await shipped()).some((each) => each.id === dienst && each.version === version);
  if (!isShipped) return keineTestfaelle;
  const found = await loadTestfaelle(join(dataFolder, 'onlinedienste', dienst));
  if (!found.ok) throw new Error(found.refusal.message);
  return found.value;
}

async function loadProfile(): Promise<readonly Portalprofil[]> {
  const folder = join(dataFolder, 'portale');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(
    files.map(async (name) => {
      const profil = parsePortalprofil(JSON.parse(await readFile(join(folder, name), 'utf8')));
      if (!profil.ok) throw new Error(`${name}: ${profil.refusal.message}`);
      return profil.value;
    }),
  );
}

/** The test cases of a version never change, so each is read once; a failed reading is tried again. */
function remembered(read: PackagesDeps['testfaelle']): PackagesDeps['testfaelle'] {
  const known = new Map<string, Promise<JsonObject>>();
  return (dienst, version) => {
    const name = `${dienst}@${version}`;
    const found = known.get(name) ?? read(dienst, version);
    known.set(name, found);
    found.catch(() => known.delete(name));
    return found;
  };
}

function onceLoaded<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
