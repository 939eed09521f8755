import { type FieldProblem, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { eingabeOf, type Feldeingabe } from '../domain/check-field.ts';
import { type Feld, type FeldTyp, feldTypen } from '../domain/feld.ts';
import { invalidField } from '../errors.ts';

/** What the form of a field holds, as typed. */
export type Getippt = Readonly<Record<(typeof formNames)[number], string>>;

const formNames = [
  'label',
  'tooltip',
  'hilfe',
  'pflicht',
  'zaehlt',
  'gruppe',
  'position',
  'typ',
  'optionen',
  'gueltigVon',
  'gueltigBis',
] as const;

/** An empty form. */
export const leer: Getippt = {
  label: '',
  tooltip: '',
  hilfe: '',
  pflicht: '',
  zaehlt: '',
  gruppe: '',
  position: '',
  typ: 'text',
  optionen: '',
  gueltigVon: '',
  gueltigBis: '',
};

/** The form of a field as it is. */
export function getipptOf(feld: Feld): Getippt {
  const eingabe = eingabeOf(feld);
  return {
    ...eingabe,
    pflicht: eingabe.pflicht ? 'ja' : '',
    zaehlt: eingabe.zaehlt ? 'ja' : '',
    position: String(eingabe.position ?? ''),
    optionen: eingabe.optionen.join('\n'),
    gueltigVon: eingabe.gueltigVon ?? '',
    gueltigBis: eingabe.gueltigBis ?? '',
  };
}

/** What was sent. */
export function getipptIn(sent: URLSearchParams): Getippt {
  const entries = formNames.map((name) => [name, (sent.get(name) ?? '').replaceAll('\r\n', '\n').trim()]);
  return { ...leer, ...Object.fromEntries(entries) };
}

/** Reads a form; whoever types nothing as position leaves it to the program. */
export function readFieldForm(getippt: Getippt): Result<Feldeingabe> {
  const problems: FieldProblem[] = [];
  const day = (name: 'gueltigVon' | 'gueltigBis'): LocalDate | null => {
    if (getippt[name] === '') return null;
    const parsed = parseLocalDate(getippt[name]);
    if (parsed.ok) return parsed.value;
    problems.push({ field: name, message: parsed.refusal.message });
    return null;
  };
  const typ = feldTypen.find((one) => one === getippt.typ);
  if (!typ) problems.push({ field: 'typ', message: 'Bitte wählen Sie eine Art.' });
  const position = positionIn(getippt.position, problems);
  const { label, tooltip, hilfe, gruppe } = getippt;
  const eingabe: Feldeingabe = {
    label,
    tooltip,
    hilfe,
    gruppe,
    pflicht: getippt.pflicht === 'ja',
    zaehlt: getippt.zaehlt === 'ja',
    position,
    typ: typ ?? ('text' satisfies FeldTyp),
    optionen: getippt.optionen
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    gueltigVon: day('gueltigVon'),
    gueltigBis: day('gueltigBis'),
  };
  return problems.length > 0 ? refuse(invalidField(problems)) : ok(eingabe);
}

function positionIn(text: string, problems: FieldProblem[]): number | null {
  if (text === '') return null;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  problems.push({ field: 'position', message: 'Die Position ist eine ganze Zahl von 1 bis 99999.' });
  return null;
}
