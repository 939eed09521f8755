import { ok, type Result, refuse } from '#kernel';
import { type Database, recordAudit, type Tx } from '#platform';
import type { Regelwerk } from '../domain/compiled-duties.ts';
import {
  invalidVorschlag,
  notAllowed,
  staleVorschlag,
  unknownVorschlag,
  vorschlagDecided,
} from '../errors.ts';
import { regelHash } from '../regel-hash.ts';
import { rowOfRegel } from '../regelwerk-of-rows.ts';
import { decideVorschlag, insertEntschiedene, readVorschlag, type Vorschlag } from '../store-vorschlag.ts';
import { type Decider, type DecisionKind, decideOnce } from './decide-once.ts';
import { loadRegelwerk } from './load-regelwerk.ts';
import type { ReviewHouse } from './propose-rule.ts';

/** A second person accepts a proposal: decision, new fact and audit in one transaction. */
export function acceptVorschlag(
  db: Pick<Database, 'withReference'>,
  house: ReviewHouse,
  id: string,
): Promise<Result<Vorschlag>> {
  return decideOnce(db, vorschlaege, deciderOf(house), id, async (tx, vorschlag) => {
    if (!restsOnPresent(await loadRegelwerk(tx), vorschlag)) return refuse(staleVorschlag());
    if (!(await decideVorschlag(tx, id, 'angenommen', null))) return refuse(unknownVorschlag());
    const row = vorschlag.regel === null ? null : rowOfRegel(vorschlag.regel);
    await insertEntschiedene(tx, vorschlag, row, house.name);
    await audit(tx, vorschlag, 'accepted');
    return ok(undefined);
  });
}

/** A second person rejects a proposal with a reason that whoever proposed can read. */
export function rejectVorschlag(
  db: Pick<Database, 'withReference'>,
  house: ReviewHouse,
  id: string,
  antwort: string,
): Promise<Result<Vorschlag>> {
  const reason = antwort.trim();
  return decideOnce(db, vorschlaege, deciderOf(house), id, async (tx, vorschlag) => {
    if (reason === '' || reason.length > 1000) {
      const message = 'Bitte sagen Sie in höchstens 1.000 Zeichen, warum Sie ablehnen.';
      return refuse(invalidVorschlag([{ field: 'antwort', message }]));
    }
    if (!(await decideVorschlag(tx, id, 'abgelehnt', reason))) return refuse(unknownVorschlag());
    await audit(tx, vorschlag, 'rejected');
    return ok(undefined);
  });
}

const vorschlaege: DecisionKind<Vorschlag> = {
  read: readVorschlag,
  statedBy: ({ vorgeschlagenVon }) => vorgeschlagenVon,
  notAllowed: notAllowed('Über Regeln entscheiden'),
  unknown: unknownVorschlag(),
  decided: vorschlagDecided,
};

function deciderOf({ actor, recipient, mayDecide }: ReviewHouse): Decider {
  return { actor, recipient, may: mayDecide };
}

/** Whether the rule still stands as whoever proposed has read it. */
function restsOnPresent({ regeln }: Regelwerk, { regelId, grundlage }: Vorschlag): boolean {
  const regel = regeln.find(({ id }) => id === regelId);
  return grundlage === null ? regel === undefined : regel !== undefined && regelHash(regel) === grundlage;
}

function audit(tx: Tx, { id, regelId, art }: Vorschlag, verb: string): Promise<void> {
  return recordAudit(tx, {
    action: `duties.rule.${verb}`,
    object: { type: 'duties.rule', id: regelId },
    summary: { vorschlag: id, art },
  });
}
