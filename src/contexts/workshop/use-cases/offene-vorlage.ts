import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { fourEyes, nothingProposed, notPublisher, stepUnknown } from '../errors.ts';
import { readInhalt } from '../store-entwurf.ts';
import type { Vorlage } from '../store-vorlage.ts';
import type { Autor } from './autor.ts';
import { openEntwurf } from './entwurf.ts';

export interface Offen {
  readonly vorlage: Vorlage;
  readonly inhalt: Dokumente;
  readonly titel: string;
}

/** The proposal that somebody else decides. */
export async function offeneVorlage(
  deps: WorkshopDeps,
  autor: Autor,
  dienst: string,
  nummer: number,
): Promise<Result<Offen>> {
  if (!autor.veroeffentlicht) return refuse(notPublisher);
  const entwurf = await openEntwurf(deps, autor, dienst);
  if (!entwurf.ok) return entwurf;
  const { offen, titel } = entwurf.value;
  if (offen === null || offen.nummer !== nummer) return refuse(nothingProposed);
  if (offen.vorgelegtVon === autor.actor) return refuse(fourEyes);
  const inhalt = await deps.db.withTenant(autor.anbieter.tenant, autor.actor, (tx) =>
    readInhalt(tx, offen.dienst, offen.schritt),
  );
  return inhalt === null ? refuse(stepUnknown) : ok({ vorlage: offen, inhalt, titel });
}

export function audit(
  tx: Tx,
  action: string,
  id: string,
  summary: Readonly<Record<string, number>>,
): Promise<void> {
  return recordAudit(tx, { action, object: { type: 'workshop.entwurf', id }, summary });
}
