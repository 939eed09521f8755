import { resolveLeistung } from '#catalogue';
import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { DescriptionsDeps } from '../deps.ts';
import { type EigenerText, parseText, type TextInput, textSprachen } from '../domain/eigener-text.ts';
import { ebeneOf } from '../domain/gebiet.ts';
import { draftMissing, invalidText, sprachUnknown, textChanged, textUnknown } from '../errors.ts';
import { noteWechsel } from '../store-quelle.ts';
import { deleteEntwurf, insertText, readEntwurf, readVersionen, writeEntwurf } from '../store-text.ts';
import type { TextEditor } from './text-editor.ts';

/** What writing needs. */
export type WriteDeps = Pick<DescriptionsDeps, 'db' | 'clock' | 'catalogue'>;

/** Which text: a Leistung by id, LeiKa key or name, and a language. */
export interface TextTarget {
  readonly leistung: string;
  readonly sprache: string;
}

/** What was kept: the Leistung, and the version or number that the next change must name. */
export interface TextKept {
  readonly leistungId: string;
  readonly sprache: string;
  readonly stand: number;
}

/** Keeps a draft on top of the version that was read (0: none yet). Nobody but the editors sees it. */
export async function saveEntwurf(
  deps: WriteDeps,
  { actor, kommune }: TextEditor,
  target: TextTarget,
  input: TextInput & { readonly version: number },
): Promise<Result<TextKept>> {
  const found = await targetOf(deps, target);
  if (!found.ok) return found;
  const { leistungId, sprache, name } = found.value;
  const inhalt = parseText(input, { standardName: name, sprache, today: deps.clock.today() });
  if (!inhalt.ok) return refuse(invalidText(inhalt.refusal));
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const entwurf = { leistungId, sprache, inhalt: inhalt.value };
    if (!(await writeEntwurf(tx, kommune.tenant, entwurf, input.version, deps.clock.now())))
      return refuse(textChanged);
    await audit(tx, 'drafted', leistungId, { sprache, version: input.version + 1 });
    return ok({ leistungId, sprache, stand: input.version + 1 });
  });
}

/** Publishes the draft that was read as the next version; from then on it stands over Land's and Bund's text. */
export async function publishText(
  deps: WriteDeps,
  editor: TextEditor,
  target: TextTarget,
  { version, nummer }: { readonly version: number; readonly nummer: number },
): Promise<Result<TextKept>> {
  const found = await targetOf(deps, target);
  if (!found.ok) return found;
  const { leistungId, sprache } = found.value;
  const { kommune, ars, actor } = editor;
  const run = async (tx: Tx) => {
    const entwurf = await readEntwurf(tx, leistungId, sprache);
    if (entwurf === null) return refuse(draftMissing);
    if (entwurf.version !== version) return refuse(textChanged);
    const text = { leistungId, sprache, ars, ebene: levelOf(kommune.ags), redaktion: kommune.name };
    const inhalt = entwurf.inhalt;
    if (!(await insertText(tx, kommune.tenant, { ...text, inhalt }, nummer, deps.clock.now())))
      return refuse(textChanged);
    await deleteEntwurf(tx, leistungId, sprache);
    await published(tx, 'published', leistungId, { sprache, nummer: nummer + 1, ars });
    return ok({ leistungId, sprache, stand: nummer + 1 });
  };
  return deps.db.withReference(actor, run, kommune.tenant);
}

/** Takes the published text back: readers see the text of the levels above again. Its versions stay. */
export async function withdrawText(
  deps: WriteDeps,
  { actor, kommune, ars }: TextEditor,
  target: TextTarget,
  nummer: number,
): Promise<Result<TextKept>> {
  const found = await targetOf(deps, target);
  if (!found.ok) return found;
  const { leistungId, sprache } = found.value;
  const run = async (tx: Tx) => {
    const [newest] = await readVersionen(tx, kommune.tenant, leistungId, sprache);
    if (newest === undefined || newest.inhalt === null) return refuse(textUnknown);
    const text = { ...newest, inhalt: null };
    if (!(await insertText(tx, kommune.tenant, text, nummer, deps.clock.now()))) return refuse(textChanged);
    await published(tx, 'withdrawn', leistungId, { sprache, nummer: nummer + 1, ars });
    return ok({ leistungId, sprache, stand: nummer + 1 });
  };
  return deps.db.withReference(actor, run, kommune.tenant);
}

/** Throws a draft away; what is published stays. */
export async function discardEntwurf(
  deps: WriteDeps,
  { actor, kommune }: TextEditor,
  target: TextTarget,
): Promise<Result<TextKept>> {
  const found = await targetOf(deps, target);
  if (!found.ok) return found;
  const { leistungId, sprache } = found.value;
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    if (!(await deleteEntwurf(tx, leistungId, sprache))) return refuse(draftMissing);
    await audit(tx, 'draft-discarded', leistungId, { sprache });
    return ok({ leistungId, sprache, stand: 0 });
  });
}

async function targetOf(
  { catalogue }: WriteDeps,
  { leistung, sprache }: TextTarget,
): Promise<Result<{ readonly leistungId: string; readonly sprache: string; readonly name: string }>> {
  const found = resolveLeistung(await catalogue(), leistung);
  if (!found.ok) return found;
  const known = textSprachen.find((each) => each === sprache);
  if (known === undefined) return refuse(sprachUnknown);
  return ok({ leistungId: found.value.id, sprache: known, name: found.value.name });
}

/** A Kreis has five digits; a kreisfreie Stadt is a Gemeinde, whatever its key looks like. */
function levelOf(ags: string): EigenerText['ebene'] {
  return ags.length === 5 ? ebeneOf(ags.padEnd(12, '0')) : 'Gemeinde';
}

async function published(
  tx: Tx,
  verb: string,
  leistungId: string,
  summary: Readonly<Record<string, string | number>>,
): Promise<void> {
  await audit(tx, verb, leistungId, summary);
  await noteWechsel(tx, `text ${leistungId}`);
}

async function audit(
  tx: Tx,
  verb: string,
  leistungId: string,
  summary: Readonly<Record<string, string | number>>,
): Promise<void> {
  await recordAudit(tx, {
    action: `descriptions.text.${verb}`,
    object: { type: 'descriptions.text', id: leistungId },
    summary,
  });
}
