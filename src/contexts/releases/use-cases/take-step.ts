import { readAngebote } from '#efa';
import { withdrawFassung } from '#efa/fassungen';
import { ok, type Result, refuse } from '#kernel';
import { publish, recordAudit, startVorgang, type Tx, type VorgangId } from '#platform';
import type { Lead, ReleasesDeps } from '../deps.ts';
import type { Ausrollung } from '../domain/ausrollung.ts';
import { istUnterwegs, nachSchritt, type Schritt } from '../domain/zustand.ts';
import {
  changedMeanwhile,
  invalid,
  noneUnderWay,
  noWayBack,
  securityStays,
  stepImpossible,
} from '../errors.ts';
import { insertSchritt, readAusrollungen, updateAusrollung } from '../store-ausrollung.ts';
import { readZuege } from '../store-zug.ts';
import { ownAngeboteOf } from './actors.ts';

export const wellenEvent = 'releases.wave.due';

/** A step somebody takes: on which version of the rollout, and why. */
export interface SchrittEingabe {
  readonly dienst: string;
  readonly schritt: Schritt;
  readonly version: number;
  readonly grund: string;
  /** Confirms that taking back opens a security fault again. */
  readonly trotzSicherheit?: boolean;
}

const needsReason: ReadonlySet<Schritt> = new Set(['anhalten', 'zuruecknehmen', 'verwerfen']);
const movesKommunen: ReadonlySet<Schritt> = new Set(['beginnen', 'fortsetzen', 'zuruecknehmen']);

/** The rollout that a page speaks of: the one under way, else the newest. */
export function currentOf(all: readonly Ausrollung[]): Ausrollung | null {
  return all.find(({ zustand }) => istUnterwegs(zustand)) ?? all[0] ?? null;
}

/** Takes a step of the state table; what moves Kommunen is handed to the worker, with progress. */
export async function takeStep(
  deps: ReleasesDeps,
  lead: Lead,
  input: SchrittEingabe,
): Promise<Result<{ readonly zustand: string; readonly vorgang: VorgangId | null }>> {
  const angebote = await ownAngeboteOf(deps, lead, input.dienst);
  if (!angebote.ok) return angebote;
  const grund = input.grund.trim();
  if ((needsReason.has(input.schritt) && grund.length < 3) || grund.length > 1000)
    return refuse(
      invalid([{ field: 'grund', message: 'Bitte nennen Sie den Grund, in höchstens 1000 Zeichen.' }]),
    );
  const stepped = await deps.db.withReference(
    lead.actor,
    (tx) => stepIn(deps, tx, lead, { ...input, grund }),
    lead.anbieter.tenant,
  );
  if (!stepped.ok || input.schritt !== 'zuruecknehmen') return stepped;
  const { fassung } = stepped.value;
  const withdrawn = await withdrawFassung(deps, lead, {
    dienst: input.dienst,
    fassung,
    zurueckgezogen: true,
    grund,
  });
  return withdrawn.ok ? stepped : withdrawn;
}

async function stepIn(deps: ReleasesDeps, tx: Tx, lead: Lead, input: SchrittEingabe) {
  const { tenant } = lead.anbieter;
  const all = await readAusrollungen(tx, input.dienst);
  const current = currentOf(all);
  if (current === null || current.tenant !== tenant) return refuse(noneUnderWay);
  if (current.version !== input.version) return refuse(changedMeanwhile);
  const zustand = nachSchritt(current.zustand, input.schritt);
  if (zustand === null) return refuse(stepImpossible(current.zustand, input.schritt));
  const back = input.schritt === 'zuruecknehmen' ? await wayBack(tx, current, input) : ok(null);
  if (!back.ok) return back;
  const am = deps.clock.now();
  const grund = input.grund === '' ? null : input.grund;
  if (!(await updateAusrollung(tx, current, { zustand, grund, am }))) return refuse(changedMeanwhile);
  await insertSchritt(tx, tenant, current.id, { schritt: input.schritt, grund, am });
  await recordAudit(tx, {
    action: `releases.ausrollung.${zustand}`,
    object: { type: 'releases.ausrollung', id: current.id },
    summary: { dienst: current.dienst, fassung: current.fassung, von: current.zustand, nach: zustand },
  });
  const vorgang = movesKommunen.has(input.schritt)
    ? await startVorgang(tx, wellenEvent, 'Wartet auf den nächsten freien Platz.')
    : null;
  if (vorgang) await publish(tx, wellenEvent, { vorgang, ausrollung: current.id });
  return ok({ zustand, vorgang, fassung: current.fassung });
}

/** Whether everybody can go back: all versions from which they came still stand, and nobody opens a security fault unasked. */
async function wayBack(
  tx: Tx,
  { id, dienst, sicherheit }: Ausrollung,
  { trotzSicherheit }: SchrittEingabe,
): Promise<Result<null>> {
  if (sicherheit && trotzSicherheit !== true) return refuse(securityStays);
  const moved = (await readZuege(tx, id)).filter(({ zustand }) => zustand === 'umgestellt');
  const standing = new Set(
    (await readAngebote(tx, dienst))
      .filter(({ zurueckgezogen }) => !zurueckgezogen)
      .map(({ fassung }) => fassung),
  );
  const gone = [...new Set(moved.map(({ vonFassung }) => vonFassung))].filter((each) => !standing.has(each));
  return gone.length > 0 ? refuse(noWayBack(gone)) : ok(null);
}
