import type { Onlinedienst } from '#forms/onlinedienst';
import { nearest, ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { VersiegeltesPaket } from '#standards/leitwerk-paket';
import type { PackagesDeps } from '../deps.ts';
import { dienstUnknown } from '../errors.ts';
import { inhaltOf } from '../paketinhalt.ts';
import { insertPaket } from '../store-paket.ts';
import { signierschluesselOf } from './eigener-schluessel.ts';
import type { Lieferant } from './lieferant.ts';

/** A package that was built. */
export interface GebautesPaket extends VersiegeltesPaket {
  readonly dienst: string;
  readonly version: number;
  readonly kid: string;
  /** `false` where exactly this package lay here already. */
  readonly neu: boolean;
}

/** Packs a service in its newest version and signs it, in the newest format or in an older one. Equal content gives equal bytes. */
export async function bauePaket(
  deps: PackagesDeps,
  lieferant: Lieferant,
  name: string,
  format?: number,
): Promise<Result<GebautesPaket>> {
  const found = await dienstNamed(deps, name);
  if (!found.ok) return found;
  const { id, version, title } = found.value;
  const inhalt = inhaltOf(found.value, await deps.testfaelle(id, version));
  const { actor, anbieter } = lieferant;
  return deps.db.withReference(
    actor,
    async (tx) => {
      const key = await signierschluesselOf(deps, tx, lieferant);
      const sealed = deps.leser.seal(inhalt, key, format);
      if (!sealed.ok) return sealed;
      const { summe, bytes } = sealed.value;
      const zeile = {
        herkunft: 'gebaut',
        ...{ summe, kid: key.kid, format: sealed.value.format },
        ...{ dienst: id, version, titel: title, anbieterId: anbieter.tenant, anbieter: anbieter.name },
        am: deps.clock.now(),
      } as const;
      const neu = await insertPaket(tx, zeile, bytes);
      if (neu)
        await recordAudit(tx, {
          action: 'packages.built',
          object: { type: 'packages.paket', id: summe },
          summary: { dienst: id, version, format: sealed.value.format, kid: key.kid },
        });
      return ok({ ...sealed.value, dienst: id, version, kid: key.kid, neu });
    },
    anbieter.tenant,
  );
}

/** A service of this installation by its short name. */
export async function dienstNamed(
  { onlinedienste }: Pick<PackagesDeps, 'onlinedienste'>,
  name: string,
): Promise<Result<Onlinedienst>> {
  const all = await onlinedienste();
  const found = all.find(({ id }) => id === name.trim());
  if (found) return ok(found);
  const near = nearest(name, all, ({ id, title }) => `${id} ${title}`, 5);
  return refuse(
    dienstUnknown(
      name,
      near.map(({ id, title }) => ({ key: id, label: title })),
    ),
  );
}
