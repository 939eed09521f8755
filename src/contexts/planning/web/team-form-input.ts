import type { FieldProblem } from '#kernel';
import { formatTage, parseTage } from '../domain/tage.ts';
import type { Team, TeamInhalt } from '../domain/team.ts';

export function typedOf({
  name,
  faehigkeiten,
  monatlich,
  abweichungen,
  beendet,
}: Team): ReadonlyMap<string, string> {
  return new Map([
    ['name', name],
    ['faehigkeiten', faehigkeiten.join('\n')],
    ['monatlich', formatTage(monatlich)],
    ...(beendet ? ([['beendet', 'ja']] as const) : []),
    ...Object.entries(abweichungen).map(([monat, tage]) => [`monat-${monat}`, formatTage(tage)] as const),
  ]);
}

/** What the form says, or what is wrong with it. Months that the form does not show stay as they were. */
export function readForm(
  typed: ReadonlyMap<string, string>,
  before: Team | null,
): TeamInhalt | readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const tageOf = (field: string, text: string) => {
    const parsed = parseTage(text);
    if (!parsed.ok) problems.push({ field, message: parsed.refusal });
    return parsed.ok ? parsed.value : 0;
  };
  const name = typed.get('name') ?? '';
  if (name.length < 2 || name.length > 120)
    problems.push({ field: 'name', message: 'Der Name hat 2 bis 120 Zeichen.' });
  const faehigkeiten = [
    ...new Set((typed.get('faehigkeiten') ?? '').split(/[\n,]/).map((one) => one.trim())),
  ].filter(Boolean);
  if (faehigkeiten.length > 40 || faehigkeiten.some((one) => one.length < 2 || one.length > 80))
    problems.push({ field: 'faehigkeiten', message: 'Höchstens 40 Fähigkeiten mit je 2 bis 80 Zeichen.' });
  const monatlich = tageOf('monatlich', typed.get('monatlich') ?? '');
  const shown = [...typed].filter(([field]) => field.startsWith('monat-'));
  const abweichungen = { ...before?.abweichungen };
  for (const [field, text] of shown) {
    const monat = field.slice('monat-'.length);
    if (text === '') delete abweichungen[monat];
    else abweichungen[monat] = tageOf(field, text);
  }
  const inhalt = { name, faehigkeiten, monatlich, abweichungen, beendet: typed.get('beendet') === 'ja' };
  return problems.length > 0 ? problems : inhalt;
}
