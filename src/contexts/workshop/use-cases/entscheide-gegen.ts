import { type Result, refuse } from '#kernel';
import type { WorkshopDeps } from '../deps.ts';
import { nothingProposed, notYours } from '../errors.ts';
import { type Entscheidung, insertEntscheidung } from '../store-vorlage.ts';
import type { Autor } from './autor.ts';
import { type Entwurf, entwurfIn } from './entwurf.ts';
import { audit, offeneVorlage } from './offene-vorlage.ts';

/** Refuses a proposal with a reason, or takes the own one back. */
export async function entscheideGegen(
  deps: WorkshopDeps,
  autor: Autor,
  dienst: string,
  {
    vorlage: nummer,
    art,
    grund,
  }: {
    readonly vorlage: number;
    readonly art: Exclude<Entscheidung, 'veroeffentlicht'>;
    readonly grund: string;
  },
): Promise<Result<Entwurf>> {
  if (art === 'abgelehnt') {
    const open = await offeneVorlage(deps, autor, dienst, nummer);
    if (!open.ok) return open;
  }
  return deps.db.withTenant(autor.anbieter.tenant, autor.actor, async (tx) => {
    const entwurf = await entwurfIn(tx, dienst);
    if (!entwurf.ok) return entwurf;
    const { offen } = entwurf.value;
    if (offen === null || offen.nummer !== nummer) return refuse(nothingProposed);
    if (art === 'zurueckgezogen' && offen.vorgelegtVon !== autor.actor) return refuse(notYours);
    const decided = { art, grund: grund.trim().slice(0, 2_000), version: null, am: deps.clock.now() };
    if (!(await insertEntscheidung(tx, autor.anbieter.tenant, offen, decided)))
      return refuse(nothingProposed);
    await audit(tx, `workshop.entwurf.${art}`, offen.dienst, { vorlage: nummer });
    return entwurfIn(tx, offen.dienst);
  });
}
