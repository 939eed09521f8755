import { type FieldProblem, formatLocalDate, type LocalDate, parseLocalDate } from '#kernel';
import type { Fakt, FaktArt, Lage, Punkt } from './punkt.ts';
import { istErledigt, staendeOn } from './stand.ts';

/** What somebody says of a line, as typed. */
export interface Eingabe {
  readonly art: FaktArt;
  readonly nachweis: string;
  readonly grund: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly gueltigBis: string;
}

/** What becomes of it, ready to be stored. */
export type NeuerFakt = Pick<Fakt, 'art' | 'nachweis' | 'grund' | 'gueltigBis'>;

/** What makes a word more than a tick: it stands for another party, or against what a probe found. */
export interface Umstand {
  /** Whose line it is; `null` where it is one's own to enter. */
  readonly fuer: string | null;
  readonly befund: string | null;
}

export const ohneUmstand: Umstand = { fuer: null, befund: null };

const longest = 1000;
/** A reason that says something. */
export const kuerzesterGrund = 10;

/** What may be stored of what was typed, or what is wrong with it. */
export function pruefeFakt(
  punkt: Punkt,
  punkte: readonly Punkt[],
  lage: Lage,
  eingabe: Eingabe,
  today: LocalDate,
  umstand: Umstand = ohneUmstand,
): { readonly fakt: NeuerFakt | null; readonly problems: readonly FieldProblem[] } {
  const [nachweis, grund] = [eingabe.nachweis.trim(), eingabe.grund.trim()];
  const tag = tagOf(punkt, eingabe, today);
  const problems = [
    ...tag.problems,
    ...(eingabe.art === 'erledigt' ? beimErledigen(punkt, punkte, lage, nachweis, today) : []),
    ...(eingabe.art === 'erledigt' ? trotzdem(umstand, grund) : mitGrund(grund)),
    ...(eingabe.art === 'entfaellt' && !punkt.verzichtbar ? [nichtVerzichtbar(punkt)] : []),
    ...(eingabe.art === 'wieder-offen' && !gesagt(lage, punkt.id) ? [schonOffen] : []),
    ...tooLong('nachweis', nachweis),
    ...tooLong('grund', grund),
  ];
  if (problems.length > 0) return { fakt: null, problems };
  const done = eingabe.art === 'erledigt';
  const fakt = {
    art: eingabe.art,
    nachweis: nachweis === '' || !done ? null : nachweis,
    grund: grund === '' ? null : grund,
    gueltigBis: done ? tag.value : null,
  };
  return { fakt, problems };
}

const schonOffen: FieldProblem = { field: 'art', message: 'Dieser Punkt ist noch offen.' };

function nichtVerzichtbar({ titel }: Punkt): FieldProblem {
  return { field: 'art', message: `„${titel}“ braucht jede Anbindung und kann nicht entfallen.` };
}

function gesagt(lage: Lage, id: string): boolean {
  const fakt = lage.get(id);
  return fakt !== undefined && fakt.art !== 'wieder-offen';
}

function trotzdem({ fuer, befund }: Umstand, grund: string): readonly FieldProblem[] {
  if (grund.length >= kuerzesterGrund) return [];
  const problem = (message: string) => [{ field: 'grund', message }];
  if (befund !== null)
    return problem(
      `Die Prüfung sagt etwas anderes: ${befund} Bitte schreiben Sie in mindestens ${kuerzesterGrund} Zeichen, warum der Punkt trotzdem erledigt ist.`,
    );
  return fuer === null
    ? []
    : problem(
        `Diesen Punkt erledigt: ${fuer}. Bitte schreiben Sie in mindestens ${kuerzesterGrund} Zeichen, wer ihn wann bestätigt hat.`,
      );
}

function mitGrund(grund: string): readonly FieldProblem[] {
  return grund.length >= 3 ? [] : [{ field: 'grund', message: 'Bitte nennen Sie den Grund.' }];
}

function tooLong(field: string, text: string): readonly FieldProblem[] {
  return text.length > longest ? [{ field, message: `Bitte höchstens ${longest} Zeichen.` }] : [];
}

function beimErledigen(
  punkt: Punkt,
  punkte: readonly Punkt[],
  lage: Lage,
  nachweis: string,
  today: LocalDate,
): readonly FieldProblem[] {
  const staende = staendeOn(punkte, lage, today);
  const waiting = punkt.haengtAb
    .filter((id) => !istErledigt(staende.get(id)))
    .map((id) => `„${punkte.find((each) => each.id === id)?.titel ?? id}“`);
  return [
    ...(waiting.length === 0
      ? []
      : [{ field: 'art', message: `Zuerst ist zu erledigen: ${waiting.join(', ')}.` }]),
    ...(punkt.nachweis === 'pflicht' && nachweis.length < 3
      ? [
          {
            field: 'nachweis',
            message: 'Bitte nennen Sie den Nachweis: Aktenzeichen, Ablageort oder Adresse.',
          },
        ]
      : []),
  ];
}

function tagOf(
  { ablauf }: Punkt,
  { art, gueltigBis }: Eingabe,
  today: LocalDate,
): { readonly value: LocalDate | null; readonly problems: readonly FieldProblem[] } {
  const problem = (message: string) => ({ value: null, problems: [{ field: 'gueltigBis', message }] });
  const text = gueltigBis.trim();
  if (art !== 'erledigt') return { value: null, problems: [] };
  if (text === '')
    return ablauf === 'pflicht'
      ? problem('Bitte tragen Sie ein, bis wann es gilt.')
      : { value: null, problems: [] };
  if (ablauf === 'keiner') return problem('Dieser Punkt läuft nicht ab.');
  const parsed = parseLocalDate(text);
  if (!parsed.ok) return problem(parsed.refusal.message);
  if (parsed.value < today)
    return problem(
      `Am ${formatLocalDate(parsed.value)} ist es schon abgelaufen. Bitte erneuern Sie es zuerst.`,
    );
  return { value: parsed.value, problems: [] };
}
