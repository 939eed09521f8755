import { ok, type Result, refuse } from '#kernel';
import { type Database, recordAudit, type Tx } from '#platform';
import type { CompiledDuties } from '../domain/compiled-duties.ts';
import {
  fourEyes,
  invalidVorschlag,
  notAllowed,
  staleVorschlag,
  unknownVorschlag,
  vorschlagDecided,
} from '../errors.ts';
import { regelHash } from '../regel-hash.ts';
import { rowOfRegel } from '../regelwerk-of-rows.ts';
import { decideVorschlag, insertEntschiedene, readVorschlag, type Vorschlag } from '../store-vorschlag.ts';
import type { ReviewHouse } from './propose-rule.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A second person accepts a proposal: decision, new fact and audit in one transaction. */
export function acceptVorschlag(
  db: Pick<Database, 'withReference'>,
  duties: CompiledDuties,
  house: ReviewHouse,
  id: string,
): Promise<Result<Vorschlag>> {
  return decideOnce(db, house, id, async (tx, vorschlag) => {
    if (!restsOnPresent(duties, vorschlag)) return refuse(staleVorschlag());
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
  return decideOnce(db, house, id, async (tx, vorschlag) => {
    if (reason === '' || reason.length > 1000) {
      const message = 'Bitte sagen Sie in höchstens 1.000 Zeichen, warum Sie ablehnen.';
      return refuse(invalidVorschlag([{ field: 'antwort', message }]));
    }
    if (!(await decideVorschlag(tx, id, 'abgelehnt', reason))) return refuse(unknownVorschlag());
    await audit(tx, vorschlag, 'rejected');
    return ok(undefined);
  });
}

async function decideOnce(
  db: Pick<Database, 'withReference'>,
  house: ReviewHouse,
  id: string,
  write: (tx: Tx, vorschlag: Vorschlag) => Promise<Result<void>>,
): Promise<Result<Vorschlag>> {
  if (!house.mayDecide) return refuse(notAllowed('Über Regeln entscheiden'));
  if (!uuid.test(id)) return refuse(unknownVorschlag());
  const run = async (tx: Tx): Promise<Result<Vorschlag>> => {
    const vorschlag = await readVorschlag(tx, id);
    if (vorschlag === null) return refuse(unknownVorschlag());
    if (vorschlag.entscheidung !== null) return refuse(vorschlagDecided(vorschlag.entscheidung));
    if (vorschlag.vorgeschlagenVon === house.actor) return refuse(fourEyes());
    const written = await write(tx, vorschlag);
    return written.ok ? ok((await readVorschlag(tx, id)) ?? vorschlag) : written;
  };
  return db.withReference(house.actor, run, house.recipient);
}

/** Whether the rule still stands as whoever proposed has read it. */
function restsOnPresent({ facts }: CompiledDuties, { regelId, grundlage }: Vorschlag): boolean {
  const regel = facts.regelwerk.regeln.find(({ id }) => id === regelId);
  return grundlage === null ? regel === undefined : regel !== undefined && regelHash(regel) === grundlage;
}

function audit(tx: Tx, { id, regelId, art }: Vorschlag, verb: string): Promise<void> {
  return recordAudit(tx, {
    action: `duties.rule.${verb}`,
    object: { type: 'duties.rule', id: regelId },
    summary: { vorschlag: id, art },
  });
}
