import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { Actor } from '#platform';
import type { Organisation } from '../domain/organisation.ts';
import { organisationUnknown } from '../errors.ts';
import { visibleOrganisations } from '../store/organisations.ts';
import type { Storage } from './deps.ts';

/** Finds an organisation of the installation by id, key or name: for the operator at the command line. */
export async function findOrganisation(
  deps: Pick<Storage, 'db'>,
  actor: Actor,
  text: string,
): Promise<Result<Organisation>> {
  const all = await deps.db.withReference(actor, visibleOrganisations);
  const wanted = text.trim().toLowerCase();
  const found = all.filter(
    ({ id, name, bodyKey }) => id === wanted || bodyKey === wanted || name.toLowerCase() === wanted,
  );
  const [only] = found;
  if (only && found.length === 1) return ok(only);
  if (found.length > 1) return refuse(ambiguous(found));
  const near = all.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, 5);
  return refuse({ ...organisationUnknown, suggestions: near.map(suggestion) });
}

/** Every organisation of the installation, for the worker and the operator. */
export function listOrganisations(deps: Pick<Storage, 'db'>, actor: Actor): Promise<readonly Organisation[]> {
  return deps.db.withReference(actor, visibleOrganisations);
}

function ambiguous(found: readonly Organisation[]): Refusal {
  return {
    kind: 'ambiguous',
    code: 'ORGANISATION_AMBIGUOUS',
    message: 'Diesen Namen haben mehrere Organisationen. Bitte nehmen Sie den Schlüssel oder die Kennung.',
    suggestions: found.map(suggestion),
  };
}

function suggestion({ id, name, bodyKey }: Organisation): { key: string; label: string } {
  return { key: bodyKey ?? id, label: name };
}
