import { readLiveOfDienst } from '#efa/fassungen';
import { ok, type Result, refuse } from '#kernel';
import { parseTenantId } from '#platform';
import type { Lead, ReleasesDeps } from '../deps.ts';
import { invalid } from '../errors.ts';
import { readAusrollungen } from '../store-ausrollung.ts';
import { readZuege, updateZug } from '../store-zug.ts';
import { ownAngeboteOf } from './actors.ts';
import { currentOf } from './take-step.ts';

/** One Kommune and the version that it shall have. */
export interface Ruecksetzung {
  readonly dienst: string;
  /** Name or key. */
  readonly kommune: string;
  readonly fassung: string;
}

/** Brings one Kommune to another version that stands, mostly back to the one before; the others are left where they are. */
export async function putBack(
  deps: ReleasesDeps,
  lead: Lead,
  { dienst, kommune, fassung }: Ruecksetzung,
): Promise<Result<{ readonly kommune: string; readonly fassung: string }>> {
  const angebote = await ownAngeboteOf(deps, lead, dienst);
  if (!angebote.ok) return angebote;
  const live = await deps.db.withPublic((tx) => readLiveOfDienst(tx, dienst));
  const wanted = kommune.trim().toLowerCase();
  const found = live.find((one) => one.ags === wanted || one.kommune.toLowerCase() === wanted);
  const tenant = found ? parseTenantId(found.tenant) : null;
  if (!found || tenant === null) {
    const message =
      wanted === ''
        ? 'Bitte nennen Sie die Kommune, die umgestellt werden soll.'
        : `„${kommune.slice(0, 80)}“ nutzt diesen Onlinedienst nicht.`;
    return refuse(invalid([{ field: 'kommune', message }]));
  }
  const editor = { actor: lead.actor, kommune: { tenant, ags: found.ags, name: found.kommune } };
  const moved = await deps.wechsel.stelleUm(editor, { dienst, fassung: fassung.trim() });
  if (!moved.ok) return moved;
  await deps.db.withTenant(lead.anbieter.tenant, lead.actor, async (tx) => {
    const current = currentOf(await readAusrollungen(tx, dienst));
    const zug =
      current && (await readZuege(tx, current.id)).find(({ kommuneId }) => kommuneId === found.tenant);
    if (!zug) return;
    const zustand = fassung === zug.fassung ? 'umgestellt' : 'zurueckgestellt';
    await updateZug(tx, zug, { zustand, am: deps.clock.now() });
  });
  return ok({ kommune: found.kommune, fassung: moved.value.fassung });
}
