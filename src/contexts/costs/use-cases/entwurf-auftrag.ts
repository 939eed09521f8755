import { isUuid, ok, type Result, refuse } from '#kernel';
import {
  failVorgang,
  finishVorgang,
  newId,
  parseVorgangId,
  publish,
  readVorgang,
  reportVorgang,
  startVorgang,
  type Tx,
  type Vorgang,
  type VorgangId,
} from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { documentFailed, planUnknown } from '../errors.ts';
import { readKopf } from '../store-abrechnung.ts';
import { countPlanzahler } from '../store-plan.ts';
import { entwerfe, type Korrektur, korrekturOf } from './abrechnen.ts';
import { abgewartetBis } from './abwarten.ts';
import type { Manager } from './actors.ts';
import type { Planstelle } from './plan.ts';

export const entwurfEvent = 'costs.draft.wanted';

/**
 * Up to so many payers a bill is drafted where it is asked for. In a plan with three layers a payer takes up to 0.14 ms of
 * processor time without a pause, and nothing may keep a process that shows pages from others for longer than 20 ms.
 */
export const hoechstensGleich = 150;

/** A draft: there, or ordered from the worker under the id that it will have. */
export interface Entwurf {
  readonly id: string;
  /** `null` where it is there. */
  readonly vorgang: VorgangId | null;
}

type Deps = Pick<CostsDeps, 'db' | 'clock' | 'grundlagen'>;

/** Drafts a bill, a large one by the worker; what comes within three seconds is there when this resolves. */
export async function beauftrage(
  deps: Deps,
  manager: Manager,
  stelle: Planstelle,
  korrektur: Korrektur | null = null,
): Promise<Result<Entwurf>> {
  const { actor, anbieter } = manager;
  const within = <T>(fn: (tx: Tx) => Promise<T>) => deps.db.withTenant(anbieter.tenant, actor, fn);
  const zahler = await within((tx) => countPlanzahler(tx, stelle));
  if (zahler === null) return refuse(planUnknown);
  if (zahler <= hoechstensGleich) {
    const made = await entwerfe(deps, manager, stelle, korrektur);
    return made.ok ? ok({ id: made.value, vorgang: null }) : made;
  }
  const id = newId();
  const { dienst, jahr, art } = stelle;
  const vorgang = await within(async (tx) => {
    const started = await startVorgang(tx, entwurfEvent, 'Wartet auf den nächsten freien Platz.');
    await publish(tx, entwurfEvent, {
      ...{ vorgang: started, id, dienst, jahr, art, actor, name: anbieter.name },
      ...{ korrigiert: korrektur?.id ?? null, grund: korrektur?.grund ?? '' },
    });
    return started;
  });
  const stand = await abgewartetBis(() => entwurfsstand(deps, manager, vorgang), isOver);
  if (stand?.state === 'failed') return refuse(documentFailed(stand.message));
  return ok({ id, vorgang: stand?.state === 'done' ? null : vorgang });
}

/** Drafts the bill that takes the place of an issued one, in the same way. */
export async function beauftrageKorrektur(
  deps: Deps,
  manager: Manager,
  id: string,
  grund: string,
): Promise<Result<Entwurf>> {
  const asked = await korrekturOf(deps, manager, id, grund);
  return asked.ok ? beauftrage(deps, manager, asked.value.stelle, asked.value.korrektur) : asked;
}

function isOver(vorgang: Vorgang | null): boolean {
  return vorgang?.state === 'done' || vorgang?.state === 'failed';
}

/** How far a draft is that the worker makes; `null` for no piece of work of this house. */
export function entwurfsstand(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
  vorgang: string,
): Promise<Vorgang | null> {
  const id = parseVorgangId(vorgang);
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const found = id && (await readVorgang(tx, id));
    return found?.kind === entwurfEvent ? found : null;
  });
}

/** The draft that a finished piece of work made. */
export function entwurfOf({ result }: Vorgang): string | null {
  const id =
    typeof result === 'object' && result !== null && 'abrechnung' in result ? result.abrechnung : null;
  return typeof id === 'string' && isUuid(id) ? id : null;
}

/** An order as the worker gets it. */
export interface Entwurfsauftrag {
  readonly vorgang: VorgangId;
  readonly id: string;
  readonly stelle: Planstelle;
  readonly korrektur: Korrektur | null;
}

/** The worker's part; a draft that a worker made before it ended is not made again. */
export async function fuehreEntwurfAus(
  deps: Deps,
  manager: Manager,
  { vorgang, id, stelle, korrektur }: Entwurfsauftrag,
): Promise<void> {
  const { actor, anbieter } = manager;
  const within = <T>(fn: (tx: Tx) => Promise<T>) => deps.db.withTenant(anbieter.tenant, actor, fn);
  const there = await within(async (tx) => {
    await reportVorgang(tx, vorgang, { percent: 20, message: 'Die Anteile werden gerechnet.' });
    return readKopf(tx, id);
  });
  const made = there ? ok(id) : await entwerfe(deps, manager, stelle, korrektur, id);
  await within((tx) =>
    made.ok
      ? finishVorgang(tx, vorgang, 'Der Entwurf ist gerechnet.', { abrechnung: id })
      : failVorgang(tx, vorgang, made.refusal.message),
  );
}
