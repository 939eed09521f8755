import { type FieldProblem, formatLocalDate, type LocalDate } from '#kernel';
import { type Phase, phasen } from './phase.ts';
import type { Projektinhalt, Projektintern } from './projekt.ts';

/** What must hold between the fields of a project; each problem names the field that mends it. */
export function pruefe(
  inhalt: Projektinhalt,
  intern: Projektintern,
  today: LocalDate,
): readonly FieldProblem[] {
  return [
    ...(inhalt.titel.length < 3
      ? [{ field: 'titel', message: 'Bitte geben Sie dem Projekt einen Namen mit mindestens 3 Zeichen.' }]
      : []),
    ...(inhalt.federfuehrung === ''
      ? [{ field: 'federfuehrung', message: 'Bitte nennen Sie die Organisation, die das Projekt leitet.' }]
      : []),
    ...postfachProblem(inhalt.postfach),
    ...phasen.flatMap((phase) => phaseProblems(inhalt, phase, today)),
    ...abschlussProblems(inhalt, today),
    ...reversed('foerderBis', 'Der Förderzeitraum', inhalt.foerderVon, inhalt.foerderBis),
    ...notYet('nachweisAm', intern.nachweisAm, today),
  ];
}

const mailbox = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const person = /^\p{L}+[._-]\p{L}+$/u;
const roleWords =
  /ozg|efa|info|kontakt|projekt|digital|koordin|leitung|team|service|support|amt|post|rathaus|stadt|gemeinde|kreis|online|portal|rollout|it$|^it/;

/** Everybody reads the mailbox: an address that looks like a person's name is refused. */
function postfachProblem(postfach: string | null): readonly FieldProblem[] {
  if (postfach === null) return [];
  if (!mailbox.test(postfach))
    return [
      { field: 'postfach', message: `„${postfach}“ ist keine E-Mail-Adresse, zum Beispiel ozg@example.de.` },
    ];
  const local = postfach.split('@')[0]?.toLowerCase() ?? '';
  if (!person.test(local) || roleWords.test(local)) return [];
  const message =
    'Diese Adresse sieht nach einer Person aus. Hier steht ein Funktionspostfach, denn alle können es lesen. Namen gehören in den internen Teil.';
  return [{ field: 'postfach', message }];
}

function phaseProblems(inhalt: Projektinhalt, phase: Phase, today: LocalDate): readonly FieldProblem[] {
  const { planBeginn, planEnde, istBeginn, istEnde } = inhalt.phasen[phase];
  return [
    ...reversed(`${phase}.planEnde`, 'Die geplante Phase', planBeginn, planEnde),
    ...reversed(`${phase}.istEnde`, 'Die Phase', istBeginn, istEnde),
    ...notYet(`${phase}.istBeginn`, istBeginn, today),
    ...notYet(`${phase}.istEnde`, istEnde, today),
    ...(istEnde !== null && istBeginn === null
      ? [
          {
            field: `${phase}.istBeginn`,
            message: 'Die Phase hat geendet. Bitte nennen Sie auch, wann sie begann.',
          },
        ]
      : []),
  ];
}

function abschlussProblems({ abschluss }: Projektinhalt, today: LocalDate): readonly FieldProblem[] {
  if (abschluss === null) return [];
  const missing = abschluss.art === 'abgebrochen' && abschluss.grund === '';
  return [
    ...notYet('abschlussAm', abschluss.am, today),
    ...(missing
      ? [{ field: 'abschlussGrund', message: 'Bitte sagen Sie, warum das Projekt abgebrochen wurde.' }]
      : []),
  ];
}

function reversed(
  field: string,
  what: string,
  from: LocalDate | null,
  to: LocalDate | null,
): readonly FieldProblem[] {
  if (from === null || to === null || from <= to) return [];
  const message = `${what} endet am ${formatLocalDate(to)}, vor dem Beginn am ${formatLocalDate(from)}.`;
  return [{ field, message }];
}

/** What has happened lies not in the future: a planned day would otherwise pass for a done one. */
function notYet(field: string, day: LocalDate | null, today: LocalDate): readonly FieldProblem[] {
  if (day === null || day <= today) return [];
  const message = `Der ${formatLocalDate(day)} liegt in der Zukunft. Tatsächlich ist nur, was geschehen ist; Geplantes steht daneben.`;
  return [{ field, message }];
}
