import { rolesOf } from '#identity';
import { type FieldProblem, isUuid, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit } from '#platform';
import type { Caller, NoticesDeps } from '../deps.ts';
import type { Auswahl } from '../domain/rundmail.ts';
import { invalidFields, rundmailChanged, rundmailState, rundmailUnknown } from '../errors.ts';
import { insertRundmail, lockRundmail, type RundmailContent, updateRundmail } from '../store-rundmail.ts';

/** A Rundmail as typed. */
export interface TypedRundmail {
  readonly betreff: string;
  readonly text: string;
  readonly betrieblich: boolean;
  readonly auswahl: Auswahl;
  /** An instant, ISO 8601; `null`: as soon as it is released. */
  readonly geplantFuer: string | null;
}

/** Writes a new draft. Nothing is sent before its release. */
export async function draftRundmail(
  deps: NoticesDeps,
  caller: Caller,
  typed: TypedRundmail,
): Promise<Result<{ readonly id: string }>> {
  const content = parseContent(typed);
  if (!content.ok) return content;
  const id = newId();
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    await insertRundmail(tx, caller.tenant, { ...content.value, id, angelegtAm: deps.clock.now() });
    await recordAudit(tx, { action: 'notices.rundmail.drafted', object: { type: 'rundmail', id } });
    return ok({ id });
  });
}

/** Changes a draft. Refuses when somebody else changed it since `fassung` was read: nothing is overwritten. */
export async function editRundmail(
  deps: NoticesDeps,
  caller: Caller,
  { id, fassung }: { readonly id: string; readonly fassung: number },
  typed: TypedRundmail,
): Promise<Result<{ readonly fassung: number }>> {
  const content = parseContent(typed);
  if (!content.ok) return content;
  if (!isUuid(id)) return refuse(rundmailUnknown);
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const stored = await lockRundmail(tx, caller.tenant, id);
    if (!stored) return refuse(rundmailUnknown);
    if (stored.zustand !== 'entwurf') return refuse(rundmailState);
    if (!(await updateRundmail(tx, caller.tenant, id, fassung, content.value)))
      return refuse(rundmailChanged);
    await recordAudit(tx, { action: 'notices.rundmail.changed', object: { type: 'rundmail', id } });
    return ok({ fassung: fassung + 1 });
  });
}

function parseContent(typed: TypedRundmail): Result<RundmailContent> {
  const betreff = typed.betreff.trim();
  const text = typed.text.replaceAll(/\r\n?/g, '\n').trim();
  const geplantFuer = typed.geplantFuer === null ? null : new Date(typed.geplantFuer);
  const problems: FieldProblem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  if (betreff.length < 1 || betreff.length > 200)
    wrong('betreff', 'Bitte schreiben Sie einen Betreff (1 bis 200 Zeichen).');
  if (text.length < 1 || text.length > 20_000)
    wrong('text', 'Bitte schreiben Sie einen Text (1 bis 20.000 Zeichen).');
  if (geplantFuer !== null && Number.isNaN(geplantFuer.getTime()))
    wrong('tag', 'Diesen Tag oder diese Uhrzeit gibt es nicht.');
  problems.push(...auswahlProblems(typed.auswahl));
  if (problems.length > 0) return refuse(invalidFields('RUNDMAIL_INVALID', problems));
  return ok({ betreff, text, betrieblich: typed.betrieblich, auswahl: typed.auswahl, geplantFuer });
}

function auswahlProblems({ kommunen, verteiler, rollen }: Auswahl): readonly FieldProblem[] {
  const known: readonly string[] = rolesOf('kommune');
  const unknown = rollen.filter((role) => !known.includes(role));
  const ids = kommunen === 'alle' ? verteiler : [...kommunen, ...verteiler];
  return [
    ...(unknown.length > 0
      ? [{ field: 'rollen', message: `Diese Rolle gibt es in Kommunen nicht: ${unknown.join(', ')}.` }]
      : []),
    ...(kommunen !== 'alle' && ids.length === 0
      ? [{ field: 'kommunen', message: 'Bitte wählen Sie mindestens eine Kommune oder einen Verteiler.' }]
      : []),
    ...(ids.every(isUuid) ? [] : [{ field: 'kommunen', message: 'Eine der Kommunen ist unbekannt.' }]),
  ];
}
