import { ok, type Result, refuse } from '#kernel';
import { type AuditEntry, recordAudit, type Tx } from '#platform';
import type { Anbindung } from '../domain/anbindung.ts';
import type { Angebot } from '../domain/angebot.ts';
import { changeDays, valuesAt } from '../domain/parameter-facts.ts';
import { stelleOf } from '../domain/standard-parameters.ts';
import { istOeffentlich } from '../domain/zustand.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { anbindungUnknown, changedMeanwhile, dienstUnknown } from '../errors.ts';
import { readAnbindung, readParameterFacts, updateAnbindung } from '../store-anbindung.ts';
import { readAngebot } from '../store-angebot.ts';
import { deleteLive, writeLive } from '../store-public.ts';
import type { Editor } from './editor.ts';

/** Which Anbindung is to be changed, and the version that the person had before their eyes. */
export interface AnbindungRef {
  readonly dienst: string;
  readonly version: number;
}

/** What a change does: the fields that become others, what it writes besides, and how the audit trail names it. */
export interface Change {
  readonly next: Partial<Omit<Anbindung, 'dienst' | 'ags' | 'version'>>;
  readonly verb: string;
  readonly summary?: AuditEntry['summary'];
  readonly write?: (tx: Tx) => Promise<void>;
}

/**
 * Changes an Anbindung in one transaction: its row, what citizens may know of it, audit and event. Refuses with
 * `EFA_CHANGED_MEANWHILE` where somebody changed it after `version` was read.
 */
export function changeAnbindung(
  deps: Pick<EfaDeps, 'db' | 'clock'>,
  { actor, kommune }: Editor,
  ref: AnbindungRef,
  decide: (current: Anbindung, angebot: Angebot, tx: Tx) => Promise<Result<Change | null>>,
): Promise<Result<Anbindung>> {
  const run = async (tx: Tx): Promise<Result<Anbindung>> => {
    const current = await readAnbindung(tx, ref.dienst);
    if (current === null) return refuse(anbindungUnknown(ref.dienst));
    if (current.version !== ref.version) return refuse(changedMeanwhile);
    const angebot = await readAngebot(tx, current.dienst, current.fassung);
    if (angebot === null) return refuse(dienstUnknown(current.dienst));
    const decided = await decide(current, angebot, tx);
    if (!decided.ok) return decided;
    if (decided.value === null) return ok(current);
    const { next, verb, summary, write } = decided.value;
    const wanted = { ...current, ...next, geaendertAm: deps.clock.now() };
    if (!(await updateAnbindung(tx, ref.version, wanted))) return refuse(changedMeanwhile);
    await write?.(tx);
    await project(tx, kommune, wanted);
    await recordAudit(tx, {
      action: `efa.anbindung.${verb}`,
      object: { type: 'efa.anbindung', id: current.dienst },
      summary: { fassung: wanted.fassung, von: current.zustand, nach: wanted.zustand, ...summary },
    });
    return ok({ ...wanted, version: ref.version + 1 });
  };
  return deps.db.withReference(actor, run, kommune.tenant);
}

/** Writes what citizens may know of an Anbindung, or takes it away. */
async function project(tx: Tx, kommune: Editor['kommune'], anbindung: Anbindung): Promise<void> {
  const { dienst, fassung, zustand, liveSeit, grund } = anbindung;
  const angebot = await readAngebot(tx, dienst, fassung);
  if (!istOeffentlich(zustand) || liveSeit === null || angebot === null)
    return deleteLive(tx, kommune.tenant, dienst);
  const facts = await readParameterFacts(tx, dienst);
  await writeLive(tx, kommune.tenant, {
    dienst,
    ags: kommune.ags,
    kommune: kommune.name,
    fassung,
    titel: angebot.data.title,
    leika: angebot.data.covers.map(({ leika }) => leika),
    seit: liveSeit,
    stellen: changeDays(facts).map((day) => stelleOf(valuesAt(facts, { date: day }), day)),
    ausgesetztGrund: grund,
  });
}
