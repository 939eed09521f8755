import type { Tx } from '#platform';
import { newSignierschluessel, type Signierschluessel } from '#standards/leitwerk-paket';
import type { PackagesDeps } from '../deps.ts';
import {
  type GelegterSchluessel,
  insertSignierschluessel,
  insertVertrauen,
  readSignierschluessel,
} from '../store-schluessel.ts';
import type { Lieferant } from './lieferant.ts';

type SchluesselDeps = Pick<PackagesDeps, 'keys' | 'clock'>;

const table = 'packages.signierschluessel';

/**
 * The key with which a house signs, made at its first use and taken into the list of trusted keys. The transaction writes
 * public tables for the house.
 */
export async function signierschluesselOf(
  deps: SchluesselDeps,
  tx: Tx,
  lieferant: Lieferant,
): Promise<Signierschluessel> {
  const [newest] = await readSignierschluessel(tx);
  if (newest) return openKey(deps, tx, lieferant, newest);
  const made = newSignierschluessel();
  await keepKey(deps, tx, lieferant, made, { nummer: 1, nachfolge: null });
  // Of two that ask for the first time at once the first one counts for both.
  const [kept] = await readSignierschluessel(tx);
  return kept ? openKey(deps, tx, lieferant, kept) : made;
}

/** Seals a new key and takes it into the list; `false` where somebody else was faster. */
export async function keepKey(
  { keys, clock }: SchluesselDeps,
  tx: Tx,
  { anbieter }: Lieferant,
  key: Signierschluessel,
  { nummer, nachfolge }: Pick<GelegterSchluessel, 'nummer' | 'nachfolge'>,
): Promise<boolean> {
  const data = await keys.dataKeyOf(tx, anbieter.tenant);
  const versiegelt = data.seal({ table, column: 'versiegelt', row: key.kid }, key.privat);
  const { kid, x } = key;
  const kept = await insertSignierschluessel(
    tx,
    anbieter.tenant,
    { nummer, kid, x, versiegelt, nachfolge },
    clock.now(),
  );
  if (!kept) return false;
  const line = {
    kid,
    x,
    nummer: 1,
    inhaber: anbieter.name,
    art: 'eigen',
    grund: '',
    am: clock.now(),
  } as const;
  return insertVertrauen(tx, anbieter.tenant, line);
}

async function openKey(
  { keys }: SchluesselDeps,
  tx: Tx,
  { anbieter }: Lieferant,
  { kid, x, versiegelt }: GelegterSchluessel,
): Promise<Signierschluessel> {
  const data = await keys.dataKeyOf(tx, anbieter.tenant);
  return { kid, x, privat: data.open({ table, column: 'versiegelt', row: kid }, versiegelt) };
}
