import type { z } from 'zod';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { type Actor, type Database, issueMessage, newId, recordAudit, type TenantId } from '#platform';
import type { CompiledDuties } from '../domain/compiled-duties.ts';
import type { Regel } from '../domain/regel.ts';
import { type VorschlagArt, vorschlagArten } from '../domain/regel-review.ts';
import { type DutyLeistung, reaches } from '../domain/reichweite.ts';
import { invalidVorschlag, notAllowed, unknownRule } from '../errors.ts';
import { regelHash } from '../regel-hash.ts';
import { regelOfRow } from '../regelwerk-of-rows.ts';
import { type RegelRow, regelRow } from '../regelwerk-rows.ts';
import { insertVorschlag } from '../store-vorschlag.ts';

/** Who proposes: a member of a Kommune or of an IT-Dienstleister, and the IT-Dienstleister that decides. */
export interface ReviewHouse {
  readonly actor: Actor;
  readonly tenant: TenantId;
  readonly recipient: TenantId;
  /** The name of the organisation, as others read it. */
  readonly name: string;
  readonly mayPropose: boolean;
  readonly mayDecide: boolean;
}

/** What the form, the API or the command line brings; nothing of it is trusted. */
export interface VorschlagInput {
  readonly regelId: string;
  readonly art: string;
  readonly begruendung: string;
  /** The whole rule as it should be, in the format of the files; null unless it changes or is new. */
  readonly regel: unknown;
}

/** A proposal that can be taken: the rule before and after, and the row that would be kept. */
export interface CheckedVorschlag {
  readonly regelId: string;
  readonly art: VorschlagArt;
  readonly begruendung: string;
  readonly vorher: Regel | null;
  readonly nachher: Regel | null;
  readonly row: RegelRow | null;
}

const longest = 1000;

/** Checks a proposal against the rules in force; what is wrong is named field by field. */
export function checkVorschlag(duties: CompiledDuties, input: VorschlagInput): Result<CheckedVorschlag> {
  const art = vorschlagArten.find((each) => each === input.art);
  if (art === undefined) {
    const message = `Bitte wählen Sie: ${vorschlagArten.join(', ')}.`;
    return refuse(invalidVorschlag([{ field: 'art', message }]));
  }
  const vorher = duties.facts.regelwerk.regeln.find(({ id }) => id === input.regelId) ?? null;
  if (art !== 'neu' && vorher === null) return refuse(unknownRule(input.regelId));
  const begruendung = input.begruendung.trim();
  const asked = art === 'aendern' || art === 'neu' ? readRow(duties, art, vorher, input) : ok(null);
  const problems = [...reasonProblems(art, begruendung), ...(asked.ok ? [] : asked.refusal)];
  if (problems.length > 0 || !asked.ok) return refuse(invalidVorschlag(problems));
  const row = asked.value;
  const nachher = row === null ? (art === 'bestaetigen' ? vorher : null) : regelOfRow(row);
  return ok({ regelId: row?.id ?? input.regelId, art, begruendung, vorher, nachher, row });
}

/** Whoever confirms has read the rule; whoever changes it says why. */
function reasonProblems(art: VorschlagArt, begruendung: string): FieldProblem[] {
  const missing = begruendung === '' && art !== 'bestaetigen';
  if (!missing && begruendung.length <= longest) return [];
  const message = `Bitte begründen Sie den Vorschlag mit seiner Quelle (höchstens ${longest} Zeichen).`;
  return [{ field: 'begruendung', message }];
}

/** Keeps a proposal for the IT-Dienstleister that decides; nothing changes before a second person has accepted it. */
export async function proposeRule(
  db: Pick<Database, 'withTenant'>,
  duties: CompiledDuties,
  house: ReviewHouse,
  input: VorschlagInput,
): Promise<Result<{ readonly id: string }>> {
  if (!house.mayPropose) return refuse(notAllowed('Regeln vorschlagen'));
  const checked = checkVorschlag(duties, input);
  if (!checked.ok) return checked;
  const { regelId, art, begruendung, vorher, row } = checked.value;
  const id = newId();
  const grundlage = vorher === null ? null : regelHash(vorher);
  await db.withTenant(house.tenant, house.actor, async (tx) => {
    const vorschlag = { id, regelId, art, grundlage, regel: row, begruendung, haus: house.name };
    await insertVorschlag(tx, house.tenant, house.recipient, vorschlag);
    await recordAudit(tx, {
      action: 'duties.rule.proposed',
      object: { type: 'duties.rule', id: regelId },
      summary: { vorschlag: id, art },
    });
  });
  return ok({ id });
}

function readRow(
  duties: CompiledDuties,
  art: 'aendern' | 'neu',
  vorher: Regel | null,
  { regel }: VorschlagInput,
): Result<RegelRow, FieldProblem[]> {
  const parsed = regelRow.safeParse(regel);
  if (!parsed.success) return refuse(parsed.error.issues.map(fieldProblem));
  const row = parsed.data;
  const problems = [...idProblems(duties, art, vorher, row), ...reachProblems(duties.facts.leistungen, row)];
  if (art === 'aendern' && vorher !== null && regelHash(regelOfRow(row)) === regelHash(vorher))
    problems.push({ field: 'regel', message: 'An der Regel ist nichts geändert.' });
  return problems.length > 0 ? refuse(problems) : ok(row);
}

function idProblems(
  { facts }: CompiledDuties,
  art: 'aendern' | 'neu',
  vorher: Regel | null,
  { id }: RegelRow,
): FieldProblem[] {
  if (art === 'aendern' && vorher?.id !== id)
    return [
      {
        field: 'id',
        message: 'Die Kennung einer Regel bleibt. Für eine andere bitte eine neue vorschlagen.',
      },
    ];
  const taken = art === 'neu' && facts.regelwerk.regeln.some((each) => each.id === id);
  return taken ? [{ field: 'id', message: `Die Kennung „${id}“ hat schon eine andere Regel.` }] : [];
}

function reachProblems(leistungen: readonly DutyLeistung[], { reichweite }: RegelRow): FieldProblem[] {
  if (leistungen.some((leistung) => reaches(reichweite, leistung))) return [];
  const message =
    'Diese Regel erreicht keine Leistung des Katalogs. Bitte nennen Sie eine OZG-Leistung, ein Objekt oder einzelne Leistungen.';
  return [{ field: 'reichweite', message }];
}

function fieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  return { field: issue.path.map(String).join('.') || 'regel', message: issueMessage(issue) };
}
