import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { Anbindung } from '../domain/anbindung.ts';
import { type Angebot, newestAngebote } from '../domain/angebot.ts';
import type { ParameterValues } from '../domain/onlinedienst.ts';
import { type ParameterFact, type ParameterMoment, valuesAt } from '../domain/parameter-facts.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { anbindungUnknown, dienstUnknown } from '../errors.ts';
import { readAnbindung, readAnbindungen, readParameterFacts } from '../store-anbindung.ts';
import { readAngebote } from '../store-angebot.ts';
import type { Editor } from './editor.ts';

/** An Anbindung with the version it uses and the newest one. */
export interface AnbindungView {
  readonly anbindung: Anbindung;
  readonly angebot: Angebot;
  readonly newest: Angebot;
}

/** An Anbindung with everything that was ever stated for it. */
export interface AnbindungDetail extends AnbindungView {
  readonly facts: readonly ParameterFact[];
}

/** All Anbindungen of a Kommune. */
export function listAnbindungen(
  { db }: Pick<EfaDeps, 'db'>,
  { actor, kommune }: Editor,
): Promise<readonly AnbindungView[]> {
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    const angebote = await readAngebote(tx);
    return (await readAnbindungen(tx)).flatMap((anbindung) => viewOf(anbindung, angebote) ?? []);
  });
}

/** One Anbindung of a Kommune. */
export function readDetail(
  { db }: Pick<EfaDeps, 'db'>,
  { actor, kommune }: Editor,
  dienst: string,
): Promise<Result<AnbindungDetail>> {
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    const anbindung = await readAnbindung(tx, dienst);
    if (anbindung === null) return refuse(anbindungUnknown(dienst));
    const view = viewOf(anbindung, await readAngebote(tx, dienst));
    if (view === null) return refuse(dienstUnknown(dienst));
    return ok({ ...view, facts: await readParameterFacts(tx, dienst) });
  });
}

function viewOf(anbindung: Anbindung, angebote: readonly Angebot[]): AnbindungView | null {
  const own = angebote.filter(({ dienst }) => dienst === anbindung.dienst);
  const angebot = own.find(({ fassung }) => fassung === anbindung.fassung);
  const [newest] = newestAngebote(own);
  return angebot && newest ? { anbindung, angebot, newest } : null;
}

/**
 * The values of the transaction's tenant for a service as they count at a moment: for an Antrag the day and instant of
 * its arrival. Read inside `withTenant` of the Kommune.
 */
export async function parametersOf(
  tx: Tx,
  dienst: string,
  moment: ParameterMoment,
): Promise<ParameterValues> {
  return valuesAt(await readParameterFacts(tx, dienst), moment);
}
