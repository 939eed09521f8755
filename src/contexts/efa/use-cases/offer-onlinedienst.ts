import { createHash } from 'node:crypto';
import { nearest, ok, type Result, refuse } from '#kernel';
import { type Actor, publish, recordAudit } from '#platform';
import type { OnlinedienstDefinition } from '../domain/onlinedienst.ts';
import type { Anbieter, EfaDeps } from '../doors-deps.ts';
import { definitionUnknown, offeredByOther, versionTaken } from '../errors.ts';
import { insertAngebot, readAngebote } from '../store-angebot.ts';

/** Offers the version of an Onlinedienst that lies in the definition folders to every Kommune. Offering it again changes nothing. */
export async function offerOnlinedienst(
  deps: Pick<EfaDeps, 'db' | 'clock' | 'onlinedienste'>,
  { actor, anbieter }: { readonly actor: Actor; readonly anbieter: Anbieter },
  dienst: string,
): Promise<Result<{ readonly dienst: string; readonly fassung: string; readonly neu: boolean }>> {
  const found = await definitionOf(deps, dienst);
  if (!found.ok) return found;
  const { data, dienst: definition, formular } = found.value;
  const hash = hashOf(found.value);
  const named = { dienst: data.id, fassung: data.version };
  const offer = {
    ...named,
    anbieterId: anbieter.tenant,
    anbieter: anbieter.name,
    data,
    definition,
    formular,
    hash,
  };
  return deps.db.withReference(
    actor,
    async (tx) => {
      const offered = (await readAngebote(tx)).filter((each) => each.dienst === data.id);
      const other = offered.find(({ anbieterId }) => anbieterId !== anbieter.tenant);
      if (other) return refuse(offeredByOther(other.anbieter));
      const same = offered.find(({ fassung }) => fassung === data.version);
      if (same) return same.hash === hash ? ok({ ...named, neu: false }) : refuse(versionTaken(data.version));
      const inserted = await insertAngebot(tx, { ...offer, angebotenAm: deps.clock.now() });
      if (!inserted) return refuse(versionTaken(data.version));
      await recordAudit(tx, {
        action: 'efa.angebot.offered',
        object: { type: 'efa.angebot', id: data.id },
        summary: { fassung: data.version, leika: data.covers.map(({ leika }) => leika), hash },
      });
      await publish(tx, 'efa.angebot.offered', named);
      return ok({ ...named, neu: true });
    },
    anbieter.tenant,
  );
}

async function definitionOf(
  deps: Pick<EfaDeps, 'onlinedienste'>,
  dienst: string,
): Promise<Result<OnlinedienstDefinition>> {
  const all = await deps.onlinedienste();
  const found = all.find(({ data }) => data.id === dienst.trim());
  if (found) return ok(found);
  const near = nearest(dienst, all, ({ data }) => `${data.id} ${data.title}`, 5);
  return refuse(
    definitionUnknown(
      dienst,
      near.map(({ data }) => ({ key: data.id, label: data.title })),
    ),
  );
}

function hashOf({ dienst, formular }: OnlinedienstDefinition): string {
  return createHash('sha256')
    .update(JSON.stringify([dienst, formular]))
    .digest('hex');
}
