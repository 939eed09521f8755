import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import { newSignierschluessel, type Schluesselurteil } from '#standards/leitwerk-paket';
import type { PackagesDeps } from '../deps.ts';
import {
  confirmNachfolge,
  nachfolgeVon,
  parseSchluesseldatei,
  type Schluesseldatei,
  schluesseldateiOf,
} from '../domain/schluesseldatei.ts';
import * as errors from '../errors.ts';
import {
  insertVertrauen,
  readSignierschluessel,
  readVertrauen,
  type Vertrauenszeile,
} from '../store-schluessel.ts';
import { keepKey, signierschluesselOf } from './eigener-schluessel.ts';
import type { Lieferant } from './lieferant.ts';

type SchluesselDeps = Pick<PackagesDeps, 'db' | 'keys' | 'clock'>;

/** The keys that this installation knows, and the one with which the own house signs. */
export interface Schluesselliste {
  readonly liste: readonly Vertrauenszeile[];
  /** What others take up to trust the own packages; `null` until the first package is built. */
  readonly eigener: Schluesseldatei | null;
}

export function readSchluessel(
  { db }: Pick<SchluesselDeps, 'db'>,
  { actor, anbieter }: Lieferant,
): Promise<Schluesselliste> {
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const [own] = await readSignierschluessel(tx);
    return {
      liste: await readVertrauen(tx),
      eigener: own ? schluesseldateiOf(own.x, anbieter.name, own.nachfolge) : null,
    };
  });
}

/** The keys of packages that lie here already: one that was revoked later does not take them back. */
export async function keptKeys(tx: Tx): Promise<(kid: string) => Schluesselurteil | null> {
  const keyOf = urteilAus(await readVertrauen(tx));
  return (kid) => {
    const key = keyOf(kid);
    return key && { ...key, widerrufen: false };
  };
}

/** What this installation thinks of each key, for whoever opens packages. */
export function urteilAus(liste: readonly Vertrauenszeile[]): (kid: string) => Schluesselurteil | null {
  const known = new Map(liste.map((zeile) => [zeile.kid, zeile]));
  return (kid) => {
    const zeile = known.get(kid);
    return zeile ? { kid, x: zeile.x, inhaber: zeile.inhaber, widerrufen: zeile.art === 'widerrufen' } : null;
  };
}

/** What somebody does to the list of keys. */
export type Schluesselschritt =
  | { readonly art: 'aufnehmen'; readonly datei: string }
  | { readonly art: 'widerrufen'; readonly kid: string; readonly grund: string }
  | { readonly art: 'wechseln' };

/** Takes a key up, revokes one, or changes the own one; says what the list is then. */
export async function aendereSchluessel(
  deps: SchluesselDeps,
  lieferant: Lieferant,
  schritt: Schluesselschritt,
): Promise<Result<Schluesselliste>> {
  const { actor, anbieter } = lieferant;
  const done = await deps.db.withReference(
    actor,
    async (tx) => {
      const changed = await geheSchritt(deps, tx, lieferant, schritt);
      if (!changed.ok) return changed;
      await recordAudit(tx, {
        action: `packages.key.${schritt.art}`,
        object: { type: 'packages.key', id: changed.value },
      });
      return changed;
    },
    anbieter.tenant,
  );
  return done.ok ? ok(await readSchluessel(deps, lieferant)) : done;
}

function geheSchritt(
  deps: SchluesselDeps,
  tx: Tx,
  lieferant: Lieferant,
  schritt: Schluesselschritt,
): Promise<Result<string>> {
  if (schritt.art === 'aufnehmen') return nimmAuf(deps, tx, lieferant, schritt.datei);
  return schritt.art === 'widerrufen'
    ? widerrufe(deps, tx, lieferant, schritt)
    : wechsle(deps, tx, lieferant);
}

async function nimmAuf(
  { clock }: SchluesselDeps,
  tx: Tx,
  { anbieter }: Lieferant,
  text: string,
): Promise<Result<string>> {
  const datei = parseSchluesseldatei(text);
  if (!datei.ok) return datei;
  const { kid, jwk, inhaber, nachfolge } = datei.value;
  const liste = await readVertrauen(tx);
  const known = liste.find((zeile) => zeile.kid === kid);
  if (known && known.art !== 'widerrufen') return refuse(errors.keyListed(kid));
  const before = liste.find((zeile) => zeile.kid === nachfolge?.von && zeile.art !== 'widerrufen');
  const zeile: Vertrauenszeile = {
    kid,
    nummer: (known?.nummer ?? 0) + 1,
    x: jwk.x,
    inhaber,
    art: before ? 'nachfolge' : 'aufgenommen',
    grund: before ? `Nachfolger von ${before.kid}` : '',
    am: clock.now(),
  };
  if (before && !confirmNachfolge(datei.value, before))
    return refuse(
      errors.keyBroken('Die Bestätigung des bisherigen Schlüssels passt nicht zu diesem Schlüssel.'),
    );
  return (await insertVertrauen(tx, anbieter.tenant, zeile)) ? ok(kid) : refuse(errors.changedMeanwhile);
}

async function widerrufe(
  { clock }: SchluesselDeps,
  tx: Tx,
  { anbieter }: Lieferant,
  { kid, grund }: { readonly kid: string; readonly grund: string },
): Promise<Result<string>> {
  if (grund.trim() === '') return refuse(errors.reasonMissing);
  const known = (await readVertrauen(tx)).find((zeile) => zeile.kid === kid);
  if (!known) return refuse(errors.keyStranger(kid));
  if (known.art === 'widerrufen') return ok(kid);
  const [own] = await readSignierschluessel(tx);
  if (own?.kid === kid) return refuse(errors.ownKeyInUse);
  const zeile = {
    ...known,
    nummer: known.nummer + 1,
    art: 'widerrufen',
    grund: grund.slice(0, 500),
    am: clock.now(),
  } as const;
  return (await insertVertrauen(tx, anbieter.tenant, zeile)) ? ok(kid) : refuse(errors.changedMeanwhile);
}

async function wechsle(deps: SchluesselDeps, tx: Tx, lieferant: Lieferant): Promise<Result<string>> {
  const before = await signierschluesselOf(deps, tx, lieferant);
  const made = newSignierschluessel();
  const nachfolge = nachfolgeVon(before, made.x, lieferant.anbieter.name);
  const [newest] = await readSignierschluessel(tx);
  const nummer = (newest?.nummer ?? 0) + 1;
  const kept = await keepKey(deps, tx, lieferant, made, { nummer, nachfolge });
  return kept ? ok(made.kid) : refuse(errors.changedMeanwhile);
}
