import { type FieldProblem, formatLocalDate, type LocalDate, ok, type Result, refuse } from '#kernel';
import { ohneAngabe, type Stand, type StandAenderung, type StandWerte } from './stand.ts';

/** Who says it, of what, when. */
export interface Aussage {
  readonly tenant: string;
  readonly ags: string;
  readonly leistungId: string;
  readonly angegebenAm: Date;
  readonly angegebenVon: string;
  /** The day of the statement. */
  readonly heute: LocalDate;
  /** Which one of its cell it is. */
  readonly fassung: number;
}

/** The statement that follows the current one when some values become others, or what is wrong with it. */
export function nextStand(
  current: Stand | null,
  aenderung: StandAenderung,
  { heute, ...who }: Aussage,
): Result<Stand, readonly FieldProblem[]> {
  const zustand = aenderung.zustand ?? current?.zustand;
  if (zustand === undefined) return refuse([{ field: 'zustand', message: zustandFehlt }]);
  const werte: StandWerte = { ...(current ?? ohneAngabe), giltAb: heute, ...aenderung, zustand };
  const problems = problemsOf(werte, heute);
  if (problems.length > 0) return refuse(problems);
  return ok({ ...werte, ...who });
}

const zustandFehlt = 'Zu dieser Leistung gibt es noch keine Angabe. Bitte wählen Sie auch den Zustand.';

type Check = (werte: StandWerte, heute: LocalDate) => FieldProblem | null;

const past =
  (field: 'giltAb' | 'umgesetztAm' | 'abgeschaltetAm', message: (day: string) => string): Check =>
  ({ [field]: day }, heute) =>
    day !== null && day > heute ? { field, message: message(formatLocalDate(day)) } : null;

const checks: readonly Check[] = [
  past('giltAb', (day) => `Der ${day} liegt in der Zukunft. Eine Angabe gilt frühestens ab heute.`),
  past(
    'umgesetztAm',
    (day) =>
      `Der ${day} liegt in der Zukunft. Was noch kommt, gehört in „geplant für“: Ein Plan ist noch keine Umsetzung.`,
  ),
  past(
    'abgeschaltetAm',
    (day) => `Der ${day} liegt in der Zukunft. Bitte erst angeben, wenn es so weit ist.`,
  ),
  ({ zustand, grund }) =>
    zustand === 'nicht-anwendbar' && grund === null
      ? {
          field: 'grund',
          message: 'Warum ist die Leistung hier nicht anwendbar? Bitte nennen Sie den Grund.',
        }
      : null,
  ({ umgesetztAm, abgeschaltetAm }) =>
    umgesetztAm !== null && abgeschaltetAm !== null && abgeschaltetAm < umgesetztAm
      ? {
          field: 'abgeschaltetAm',
          message: 'Die Abschaltung liegt vor der Umsetzung. Bitte prüfen Sie beide Tage.',
        }
      : null,
  ({ fallzahl, fallzahlJahr }) =>
    fallzahl !== null && fallzahlJahr === null
      ? { field: 'fallzahlJahr', message: 'Aus welchem Jahr ist die Fallzahl? Bitte ergänzen Sie das Jahr.' }
      : null,
  ({ fallzahl, fallzahlArt }) =>
    fallzahl !== null && fallzahlArt === null
      ? { field: 'fallzahlArt', message: 'Ist die Fallzahl gezählt oder geschätzt?' }
      : null,
  ({ fallzahl, fallzahlJahr, fallzahlArt }) =>
    fallzahl === null && (fallzahlJahr !== null || fallzahlArt !== null)
      ? {
          field: 'fallzahl',
          message: 'Jahr und Art brauchen eine Fallzahl. Bitte ergänzen oder leeren Sie sie.',
        }
      : null,
  ({ fallzahlJahr }, heute) =>
    fallzahlJahr !== null && fallzahlJahr > Number(heute.slice(0, 4))
      ? { field: 'fallzahlJahr', message: 'Das Jahr liegt in der Zukunft.' }
      : null,
  ({ zustaendig, vertretung }) =>
    zustaendig !== null && zustaendig === vertretung
      ? { field: 'vertretung', message: 'Niemand vertritt sich selbst. Bitte wählen Sie eine andere Person.' }
      : null,
];

function problemsOf(werte: StandWerte, heute: LocalDate): readonly FieldProblem[] {
  return checks.flatMap((check) => check(werte, heute) ?? []);
}
