import { isDeepStrictEqual } from 'node:util';
import { parseParameters } from '#forms';
import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { Anbindung } from '../domain/anbindung.ts';
import type { Angebot } from '../domain/angebot.ts';
import { type CheckItem, missingOf } from '../domain/check-item.ts';
import type { ParameterValues } from '../domain/onlinedienst.ts';
import { valuesAt } from '../domain/parameter-facts.ts';
import { istOeffentlich } from '../domain/zustand.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { anbindungUnknown, notReadyForVersion, versionUnknown, versionWithdrawn } from '../errors.ts';
import { readAnbindung, readParameterFacts } from '../store-anbindung.ts';
import { readAngebot, readAngebote, readDefinition } from '../store-angebot.ts';
import { changeAnbindung } from './change-anbindung.ts';
import { dutyItems } from './duty-items.ts';
import type { Editor } from './editor.ts';
import { formValues } from './form-works.ts';
import { parameterItems } from './go-live-check.ts';

type MoveDeps = Pick<EfaDeps, 'db' | 'clock' | 'world' | 'ended'>;

/** Which version an Anbindung is to have. */
export interface FassungRef {
  readonly dienst: string;
  readonly fassung: string;
}

/** What a Kommune lacks for another version, and the move itself. */
export interface FassungsWechsel {
  /** The lines that keep a Kommune from a version and did not trouble it before; empty where nothing does. */
  readonly fehlt: (editor: Editor, ref: FassungRef) => Promise<Result<readonly CheckItem[]>>;
  /**
   * Moves an Anbindung, whichever way. Where citizens use it, only if it works there as it did before. Where it is
   * already, nothing happens, so that a move that was broken off can be made again.
   */
  readonly stelleUm: (editor: Editor, ref: FassungRef) => Promise<Result<Anbindung>>;
}

interface Side {
  readonly angebot: Angebot;
  readonly form: Result<Onlinedienst>;
}

/** A version never changes, so each is compiled once; many Kommunen move in one go. */
export function openFassungsWechsel(deps: MoveDeps): FassungsWechsel {
  const compiled = new Map<string, Result<Onlinedienst>>();
  const sideOf = async (tx: Tx, dienst: string, fassung: string): Promise<Side | null> => {
    const angebot = await readAngebot(tx, dienst, fassung);
    if (angebot === null) return null;
    const key = `${dienst}@${fassung}`;
    const known = compiled.get(key);
    if (known) return { angebot, form: known };
    const documents = await readDefinition(tx, dienst, fassung);
    const form = parseOnlinedienst(JSON.stringify(documents?.dienst), JSON.stringify(documents?.formular));
    compiled.set(key, form);
    return { angebot, form };
  };
  const read = (editor: Editor, { dienst, fassung }: FassungRef) =>
    deps.db.withTenant(editor.kommune.tenant, editor.actor, async (tx) => {
      const current = await readAnbindung(tx, dienst);
      if (current === null) return refuse(anbindungUnknown(dienst));
      const [before, after] = [await sideOf(tx, dienst, current.fassung), await sideOf(tx, dienst, fassung)];
      if (after === null || before === null)
        return refuse(versionUnknown(dienst, fassung, await readAngebote(tx, dienst)));
      const facts = await readParameterFacts(tx, dienst);
      return ok({ current, before, after, values: valuesAt(facts, { date: deps.clock.today() }) });
    });
  const fehlt = async (editor: Editor, ref: FassungRef): Promise<Result<readonly CheckItem[]>> => {
    const found = await read(editor, ref);
    return found.ok ? ok(await newlyMissing(deps, editor, found.value)) : found;
  };
  return {
    fehlt,
    stelleUm: async (editor, ref) => {
      const found = await read(editor, ref);
      if (!found.ok) return found;
      const { current, after } = found.value;
      if (current.fassung === ref.fassung) return ok(current);
      if (after.angebot.zurueckgezogen) return refuse(versionWithdrawn(ref.fassung));
      const missing = istOeffentlich(current.zustand) ? await newlyMissing(deps, editor, found.value) : [];
      if (missing.length > 0) return refuse(notReadyForVersion(ref.fassung, missing));
      return changeAnbindung(deps, editor, { dienst: ref.dienst, version: current.version }, async () =>
        ok({ next: { fassung: ref.fassung }, verb: 'moved', summary: { vorher: current.fassung } }),
      );
    },
  };
}

interface Found {
  readonly before: Side;
  readonly after: Side;
  readonly values: ParameterValues;
}

async function newlyMissing(
  deps: MoveDeps,
  editor: Editor,
  { before, after, values }: Found,
): Promise<readonly CheckItem[]> {
  const known = await linesOf(deps, editor, before, after, values);
  const wanted = await linesOf(deps, editor, after, before, values);
  return missingOf(wanted).filter(
    (line) => !missingOf(known).some(({ id, how }) => id === line.id && how === line.how),
  );
}

/** The lines of the go-live check that depend on the version; who is competent only where other Leistungen are covered. */
async function linesOf(
  deps: MoveDeps,
  editor: Editor,
  { angebot, form }: Side,
  other: Side,
  parameters: ParameterValues,
): Promise<readonly CheckItem[]> {
  const stated = parameterItems(angebot, parameters);
  const complete = missingOf(stated).every(({ id }) => !id.startsWith('parameter'));
  const sameCover = isDeepStrictEqual(angebot.data.covers, other.angebot.data.covers);
  const subject = { kommune: editor.kommune, dienst: angebot.data, date: deps.clock.today() };
  return [
    ...stated,
    ...(complete ? [formLine(angebot, form, parameters)] : []),
    ...landLine(angebot, editor.kommune.ags),
    ...(sameCover ? [] : await dutyItems(deps, subject)),
  ];
}

function formLine({ dienst, data }: Angebot, form: Result<Onlinedienst>, values: ParameterValues): CheckItem {
  const line = { id: 'formular', what: 'Das Formular läuft mit diesen Parametern', required: true } as const;
  const read = form.ok
    ? parseParameters(form.value.definition.parameters, formValues(data, values))
    : refuse(form.refusal);
  const href = `/anbindungen/${dienst}`;
  if (read.ok)
    return { ...line, ok: true, who: 'Kommune', how: 'Formular und Parameter passen zusammen.', href };
  const who = form.ok ? 'Kommune' : 'IT-Dienstleister';
  return { ...line, ok: false, who, how: read.refusal.message, href };
}

function landLine({ dienst, data }: Angebot, ags: string): readonly CheckItem[] {
  if (data.land === null || ags.startsWith(data.land)) return [];
  const what = 'Der Onlinedienst folgt dem Recht Ihres Landes';
  const how = `Er folgt dem Recht des Landes mit dem Schlüssel ${data.land}.`;
  const href = `/onlinedienste/${dienst}`;
  return [{ id: 'land', what, ok: false, required: true, who: 'IT-Dienstleister', how, href }];
}
