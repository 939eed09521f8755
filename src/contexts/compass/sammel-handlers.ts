import { z } from 'zod';
import { membersOfActor } from '#identity';
import type { Result } from '#kernel';
import {
  actorOf,
  type EventHandlers,
  failVorgang,
  finishVorgang,
  parseVorgangId,
  reportVorgang,
  type VorgangId,
} from '#platform';
import type { CompassDeps } from './doors-deps.ts';
import type { Editor } from './use-cases/editor.ts';
import type { DateiArbeit } from './use-cases/einlesen.ts';
import { type Melden, readEingelesenes } from './use-cases/read-eingelesenes.ts';
import { applySammel } from './use-cases/sammel.ts';

const payloadShape = z.object({
  vorgang: z.string(),
  sammel: z.uuid(),
  ags: z.string(),
  actor: z.string().regex(/^(mitglied|maschine|betreiber):.+$/),
  /** Whether who asked for it manages the whole Stand. */
  verwaltet: z.boolean().default(false),
});

type Work = (deps: CompassDeps, editor: Editor, sammel: string, melden: Melden) => Promise<Result<unknown>>;

const works: Readonly<Record<DateiArbeit, readonly [Work, string]>> = {
  'compass.import.read': [readEingelesenes, 'Geprüft.'],
  // Whoever asked for it has said already that the good rows alone are meant.
  'compass.import.apply': [applyWork, 'Übernommen.'],
};

async function applyWork(deps: CompassDeps, editor: Editor, sammel: string, melden: Melden) {
  await melden(20, 'Die Angaben werden gespeichert.');
  return applySammel(deps, editor, sammel, true);
}

/** The worker's part of bulk changes from files. Each may come twice: what was written is not written again. */
export function sammelHandlers(deps: CompassDeps): EventHandlers {
  return Object.fromEntries(
    Object.entries(works).map(([event, [work, done]]) => [
      event,
      (payload: unknown) => run(deps, payload, work, done),
    ]),
  );
}

/** The permission was checked when the work was asked for. */
async function run(deps: CompassDeps, payload: unknown, work: Work, done: string): Promise<void> {
  const { vorgang, sammel, ags, actor, verwaltet } = payloadShape.parse(payload);
  const id = parseVorgangId(vorgang);
  const kommune = await deps.kommuneOf(ags);
  if (!id || !kommune) throw new Error(`the import ${sammel} names no Kommune or no Vorgang`);
  const editor = { ...editorOf(actor, kommune), darfVerwalten: verwaltet };
  const tell = (fn: Parameters<typeof deps.db.withTenant<unknown>>[2]) =>
    deps.db.withTenant(kommune.tenant, editor.actor, fn);
  const melden: Melden = async (percent, message) =>
    void (await tell((tx) => reportVorgang(tx, id, { percent, message })));
  const result = await work(deps, editor, sammel, melden);
  await tell((tx) => ended(tx, id, result, done));
}

function ended(
  tx: Parameters<typeof finishVorgang>[0],
  id: VorgangId,
  result: Result<unknown>,
  done: string,
) {
  return result.ok ? finishVorgang(tx, id, done, { ok: true }) : failVorgang(tx, id, result.refusal.message);
}

function editorOf(actor: string, kommune: Editor['kommune']): Editor {
  const [kind = '', ...key] = actor.split(':');
  const members = membersOfActor(actor);
  return {
    actor: actorOf(kind as Parameters<typeof actorOf>[0], key.join(':')),
    kommune,
    mitglied: members?.actingFor ?? members?.id ?? null,
    darfPflegen: true,
    darfVerwalten: false,
  };
}
