import { resolveLeistung } from '#catalogue';
import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import { type Freigabe, type Freigabetext, parseFreigabetext } from '../domain/freigabe.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { changedMeanwhile, invalidFreigabe, leistungEnded } from '../errors.ts';
import { insertFreigabe, readFreigaben } from '../store-public.ts';
import { carryFreigaben } from './carry-freigaben.ts';
import type { Editor } from './editor.ts';

type ReleaseDeps = Pick<EfaDeps, 'db' | 'clock' | 'world' | 'ended'>;

/** What is to be released, on top of the release with the number `nummer` that the editor read (0: none yet). */
export interface ReleaseInput {
  readonly leistung: string;
  readonly nummer: number;
  readonly text: Readonly<Record<string, string>>;
}

/** Releases the service page of a Leistung for the citizens of a Kommune. An ended Leistung is refused. */
export async function releaseText(
  deps: ReleaseDeps,
  editor: Editor,
  input: ReleaseInput,
): Promise<Result<{ readonly leistungId: string; readonly nummer: number }>> {
  const [{ catalogue }, ended] = await Promise.all([deps.world(), deps.ended(deps.clock.today())]);
  const leistung = resolveLeistung(catalogue, input.leistung);
  if (!leistung.ok) return leistung;
  const { id, name } = leistung.value;
  const ende = ended.get(id);
  if (ende) return refuse(leistungEnded(name, ende));
  const text = parseFreigabetext(input.text);
  if (!text.ok) return refuse(invalidFreigabe(text.refusal));
  return write(deps, editor, id, input.nummer, text.value);
}

/** Takes a released page back; citizens do not see it any more. */
export async function withdrawText(
  deps: ReleaseDeps,
  editor: Editor,
  input: Omit<ReleaseInput, 'text'>,
): Promise<Result<{ readonly leistungId: string; readonly nummer: number }>> {
  const leistung = resolveLeistung((await deps.world()).catalogue, input.leistung);
  return leistung.ok ? write(deps, editor, leistung.value.id, input.nummer, null) : leistung;
}

function write(
  { db, clock }: ReleaseDeps,
  { actor, kommune }: Editor,
  leistungId: string,
  nummer: number,
  text: Freigabetext | null,
): Promise<Result<{ readonly leistungId: string; readonly nummer: number }>> {
  const run = async (tx: Tx) => {
    const row = { ags: kommune.ags, leistungId, text };
    if (!(await insertFreigabe(tx, kommune.tenant, row, nummer, clock.now())))
      return refuse(changedMeanwhile);
    const verb = text === null ? 'withdrawn' : 'released';
    await recordAudit(tx, {
      action: `efa.freigabe.${verb}`,
      object: { type: 'efa.freigabe', id: leistungId },
      summary: { ags: kommune.ags, nummer: nummer + 1 },
    });
    return ok({ leistungId, nummer: nummer + 1 });
  };
  return db.withReference(actor, run, kommune.tenant);
}

/** What citizens of a Kommune may read today: released, not withdrawn, and of Leistungen that have not ended. */
export async function releasedTexts(
  deps: Pick<EfaDeps, 'db' | 'clock' | 'ended' | 'world'>,
  ags: string,
): Promise<readonly (Freigabe & { readonly text: Freigabetext })[]> {
  const today = deps.clock.today();
  const [ended, { catalogue }, all] = await Promise.all([
    deps.ended(today),
    deps.world(),
    deps.db.withPublic((tx) => readFreigaben(tx, ags)),
  ]);
  return carryFreigaben(catalogue, all, today).flatMap((freigabe) => {
    const { text, leistungId } = freigabe;
    return text === null || ended.has(leistungId) ? [] : [{ ...freigabe, text }];
  });
}
