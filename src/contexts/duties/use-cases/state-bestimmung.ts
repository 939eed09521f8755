import {
  type FieldProblem,
  type LocalDate,
  ok,
  parseLocalDate,
  type Result,
  refuse,
  type Source,
} from '#kernel';
import { type Actor, type Database, newId, recordAudit, type TenantId } from '#platform';
import type { CompiledDuties } from '../domain/compiled-duties.ts';
import { groessenklasseLabel } from '../domain/groessenklasse.ts';
import { invalidAngabe, notAllowed } from '../errors.ts';
import { insertAngabe } from '../store-bestimmung.ts';

/** Who states: a member of a Kommune that an IT-Dienstleister looks after. */
export interface StatingKommune {
  readonly actor: Actor;
  readonly tenant: TenantId;
  /** The IT-Dienstleister to whom the statement goes. */
  readonly provider: TenantId;
  readonly ags: string;
  readonly mayState: boolean;
}

/** What the form, the API or the command line brings; nothing of it is trusted. */
export interface BestimmungInput {
  readonly aufgabeId: string;
  readonly bestimmt: boolean;
  readonly gueltigVon: string;
  readonly gueltigBis: string | null;
  readonly quelle: string;
  readonly quelleUrl: string | null;
  readonly note: string | null;
}

/** States a Bestimmung with date and source. It counts only after the IT-Dienstleister has confirmed it. */
export async function stateBestimmung(
  db: Pick<Database, 'withTenant'>,
  duties: CompiledDuties,
  kommune: StatingKommune,
  input: BestimmungInput,
): Promise<Result<{ readonly id: string }>> {
  if (!kommune.mayState) return refuse(notAllowed('Eine Bestimmung angeben'));
  const parsed = parseAngabe(duties, kommune.ags, input);
  if (!parsed.ok) return parsed;
  const id = newId();
  const { aufgabeId, bestimmt } = input;
  await db.withTenant(kommune.tenant, kommune.actor, async (tx) => {
    const angabe = { id, ags: kommune.ags, aufgabeId, bestimmt, ...parsed.value };
    await insertAngabe(tx, kommune.tenant, kommune.provider, angabe);
    await recordAudit(tx, {
      action: 'duties.bestimmung.stated',
      object: { type: 'duties.bestimmung', id },
      summary: { ags: kommune.ags, aufgabeId, bestimmt, gueltigVon: parsed.value.validFrom },
    });
  });
  return ok({ id });
}

interface ParsedAngabe {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: Source;
  readonly note: string | null;
}

function parseAngabe(duties: CompiledDuties, ags: string, input: BestimmungInput): Result<ParsedAngabe> {
  const from = parseDay(input.gueltigVon, 'gueltigVon');
  const to = input.gueltigBis === null ? ok(null) : parseDay(input.gueltigBis, 'gueltigBis');
  const problems: FieldProblem[] = [];
  if (!from.ok) problems.push(from.refusal);
  if (!to.ok) problems.push(to.refusal);
  if (from.ok && to.ok && to.value !== null && to.value < from.value) {
    problems.push({
      field: 'gueltigBis',
      message: 'Das Ende liegt vor dem Beginn. Bitte einen späteren Tag angeben.',
    });
  }
  problems.push(...sourceProblems(input));
  if (from.ok) problems.push(...ruleProblems(duties, ags, input.aufgabeId, from.value));
  if (problems.length > 0 || !from.ok || !to.ok) return refuse(invalidAngabe(problems));
  const source = { title: input.quelle.trim(), url: input.quelleUrl };
  return ok({ validFrom: from.value, validTo: to.value, source, note: input.note?.trim() || null });
}

function parseDay(text: string, field: string): Result<LocalDate, FieldProblem> {
  const parsed = parseLocalDate(text);
  return parsed.ok ? parsed : refuse({ field, message: parsed.refusal.message });
}

const longest = 500;

function sourceProblems({ quelle, quelleUrl, note }: BestimmungInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const length = quelle.trim().length;
  if (length === 0 || length > longest) {
    const message = `Bitte nennen Sie die Quelle, zum Beispiel die Verordnung mit Fundstelle oder den Namen der Datei (höchstens ${longest} Zeichen).`;
    problems.push({ field: 'quelle', message });
  }
  if (quelleUrl !== null && !isWebAddress(quelleUrl)) {
    const message =
      'Die Adresse muss mit http:// oder https:// beginnen. Lassen Sie das Feld frei, wenn es keine gibt.';
    problems.push({ field: 'quelleUrl', message });
  }
  if (note !== null && note.length > longest) {
    problems.push({ field: 'note', message: `Bitte höchstens ${longest} Zeichen.` });
  }
  return problems;
}

function isWebAddress(text: string): boolean {
  return text.length <= 2000 && /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}

function ruleProblems(
  duties: CompiledDuties,
  ags: string,
  aufgabeId: string,
  date: LocalDate,
): FieldProblem[] {
  const regel = duties.facts.regelwerk.regeln.find((each) => each.aufgabeId === aufgabeId);
  if (regel === undefined) {
    return [
      { field: 'aufgabeId', message: 'Diese Aufgabe gibt es nicht. Bitte wählen Sie eine aus der Liste.' },
    ];
  }
  const klasse = duties.facts.klasseOn(ags, date)?.klasse;
  if (klasse !== undefined && regel.verteilung[klasse] === 'A') return [];
  const who = klasse === undefined ? 'Ihre Kommune' : `die Größenklasse „${groessenklasseLabel[klasse]}“`;
  const message = `Für ${who} sieht die Regel „${regel.aufgabe}“ keine Bestimmung vor. Bitte prüfen Sie Regel und Beginn.`;
  return [{ field: 'aufgabeId', message }];
}
