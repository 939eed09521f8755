import type { Onlinedienst } from '#forms/onlinedienst';
import { nearest, ok, type Result, refuse } from '#kernel';
import { type Actor, recordAudit } from '#platform';
import type { Anbieter, EfaDeps } from '../doors-deps.ts';
import { definitionUnknown, offeredByOther, versionTaken } from '../errors.ts';
import { insertAngebot, readAngebote } from '../store-angebot.ts';
import { dataOf, hashOf } from './onlinedienst-data.ts';
import { hasContentOf } from './same-content.ts';

/** Offers the version of an Onlinedienst that lies in the definition folders to every Kommune. Offering it again changes nothing. */
export async function offerOnlinedienst(
  deps: Pick<EfaDeps, 'db' | 'clock' | 'onlinedienste'>,
  { actor, anbieter }: { readonly actor: Actor; readonly anbieter: Anbieter },
  dienst: string,
): Promise<Result<{ readonly dienst: string; readonly fassung: string; readonly neu: boolean }>> {
  const found = await definitionOf(deps, dienst);
  if (!found.ok) return found;
  const { definition } = found.value;
  const formular = found.value.form.definition;
  const hash = hashOf(found.value);
  const data = dataOf(found.value);
  const named = { dienst: data.id, fassung: String(data.version) };
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
      const offered = await readAngebote(tx, data.id);
      const other = offered.find(({ anbieterId }) => anbieterId !== anbieter.tenant);
      if (other) return refuse(offeredByOther(other.anbieter));
      const same = offered.find(({ fassung }) => fassung === named.fassung);
      if (same)
        return (await hasContentOf(tx, same, found.value))
          ? ok({ ...named, neu: false })
          : refuse(versionTaken(named.fassung));
      const inserted = await insertAngebot(tx, { ...offer, angebotenAm: deps.clock.now() });
      if (!inserted) return refuse(versionTaken(named.fassung));
      await recordAudit(tx, {
        action: 'efa.angebot.offered',
        object: { type: 'efa.angebot', id: data.id },
        summary: { fassung: named.fassung, leika: data.covers.map(({ leika }) => leika), hash },
      });
      return ok({ ...named, neu: true });
    },
    anbieter.tenant,
  );
}

async function definitionOf(
  deps: Pick<EfaDeps, 'onlinedienste'>,
  dienst: string,
): Promise<Result<Onlinedienst>> {
  const all = await deps.onlinedienste();
  const found = all.find(({ id }) => id === dienst.trim());
  if (found) return ok(found);
  const near = nearest(dienst, all, ({ id, title }) => `${id} ${title}`, 5);
  return refuse(
    definitionUnknown(
      dienst,
      near.map(({ id, title }) => ({ key: id, label: title })),
    ),
  );
}
