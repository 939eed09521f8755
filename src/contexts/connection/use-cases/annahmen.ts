import { type Kommune, parametersOf, readAngebote } from '#efa';
import { allParameters, readAnbindung } from '#efa/many';
import { ok, type Result, refuse } from '#kernel';
import { type Principal, recordAudit } from '#platform';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { anbindungUnknown, notAllowed } from '../errors.ts';
import { confirmAnnahmen, readAnnahmen } from '../store-annahme.ts';

/** A value that was assumed for a Kommune, as its coordinator reads it. */
export interface Annahmezeile {
  readonly parameter: string;
  readonly label: string;
  /** An amount is a whole number of cents. */
  readonly art: string;
  readonly wert: unknown;
  readonly quelle: string;
  readonly bestaetigt: boolean;
}

/** What was assumed for the own Kommune. */
export interface Annahmenliste {
  readonly kommune: Kommune;
  readonly titel: string;
  readonly zeilen: readonly Annahmezeile[];
}

type Deps = Pick<CockpitDeps, 'db' | 'clock' | 'ownKommune'>;

async function ownOf(deps: Deps, principal: Principal | null): Promise<Result<Kommune>> {
  const may = principal?.kind === 'betreiber' || principal?.permissions.has('efa.anbindung.manage') === true;
  const kommune = may ? await deps.ownKommune(principal) : null;
  return kommune ? ok(kommune) : refuse(notAllowed);
}

/** The assumed values of one of the own Anbindungen, with what they are now. */
export async function annahmenOf(
  deps: Deps,
  principal: Principal | null,
  dienst: string,
): Promise<Result<Annahmenliste>> {
  const own = await ownOf(deps, principal);
  if (!own.ok || principal === null) return own.ok ? refuse(notAllowed) : own;
  return deps.db.withTenant(own.value.tenant, principal.actor, async (tx) => {
    const anbindung = await readAnbindung(tx, dienst);
    if (anbindung === null) return refuse(anbindungUnknown(dienst));
    const angebot = (await readAngebote(tx)).find(
      (each) => each.dienst === dienst && each.fassung === anbindung.fassung,
    );
    if (angebot === undefined) return refuse(anbindungUnknown(dienst));
    const known = new Map(allParameters(angebot.data).map((each) => [each.id, each]));
    const werte = await parametersOf(tx, dienst, { date: deps.clock.today() });
    const zeilen = (await readAnnahmen(tx, dienst)).map(({ parameter, quelle, bestaetigtAm }) => ({
      parameter,
      label: known.get(parameter)?.label ?? parameter,
      art: known.get(parameter)?.kind ?? 'text',
      wert: werte[parameter] ?? null,
      quelle,
      bestaetigt: bestaetigtAm !== null,
    }));
    return ok({ kommune: own.value, titel: angebot.data.title, zeilen });
  });
}

/** Confirms assumed values as they are now; gives how many were open. */
export async function confirm(
  deps: Deps,
  principal: Principal | null,
  dienst: string,
  parameters: readonly string[],
): Promise<Result<number>> {
  const own = await ownOf(deps, principal);
  if (!own.ok || principal === null) return own.ok ? refuse(notAllowed) : own;
  return deps.db.withTenant(own.value.tenant, principal.actor, async (tx) => {
    if ((await readAnbindung(tx, dienst)) === null) return refuse(anbindungUnknown(dienst));
    const confirmed = await confirmAnnahmen(tx, dienst, parameters, deps.clock.now());
    if (confirmed > 0)
      await recordAudit(tx, {
        action: 'connection.annahmen.confirmed',
        object: { type: 'connection.anbindung', id: dienst },
        summary: { parameter: [...parameters] },
      });
    return ok(confirmed);
  });
}
