import type { FieldProblem } from '#kernel';
import type { Body } from '#territory';
import type { Uebernehmer } from '../domain/uebertragung.ts';
import type { DutiesWorld } from '../duties-world.ts';

/** What the form, the API or the command line brings; nothing of it is trusted. */
export interface DelegationInput {
  readonly form: string;
  /** Name or key of the body that gives the task. */
  readonly von: string;
  /** Name or key of the body that takes it; of a Zweckverband its name. */
  readonly nach: string;
  /** Names or keys of the Gemeinden for whose area it holds; none: all. */
  readonly gebiet: readonly string[];
  readonly aufgabeIds: readonly string[];
  readonly norm: string;
  readonly quelle: string;
  readonly quelleUrl: string | null;
  readonly evidenz: string;
  readonly gueltigVon: string | null;
  readonly gueltigBis: string | null;
  readonly note: string | null;
}

const longest = 500;

/** A Kommune speaks for what it gives or takes itself. */
export const foreign = {
  field: 'von',
  message:
    'Ihre Kommune gibt oder nimmt hier nichts. Bitte geben Sie nur Übertragungen an, an denen sie beteiligt ist.',
};

/** The texts that every entry needs. */
export function textProblems({ norm, quelle, quelleUrl, note }: DelegationInput): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const missing = (text: string) => text.trim() === '' || text.trim().length > longest;
  if (missing(norm))
    problems.push({
      field: 'norm',
      message: 'Bitte nennen Sie Vereinbarung, Verbandssatzung oder Satzung mit ihrem Tag.',
    });
  if (missing(quelle))
    problems.push({
      field: 'quelle',
      message: `Bitte nennen Sie die Fundstelle (höchstens ${longest} Zeichen).`,
    });
  if (quelleUrl !== null && !(/^https?:\/\/\S+$/.test(quelleUrl) && URL.canParse(quelleUrl)))
    problems.push({ field: 'quelleUrl', message: 'Die Adresse muss mit http:// oder https:// beginnen.' });
  if (note !== null && note.length > longest)
    problems.push({ field: 'note', message: `Bitte höchstens ${longest} Zeichen.` });
  return problems;
}

/** Tasks that the rules know. */
export function taskProblems(
  { duties }: DutiesWorld,
  aufgabeIds: readonly string[],
): readonly FieldProblem[] {
  const known = new Set(duties.facts.regelwerk.regeln.map(({ aufgabeId }) => aufgabeId));
  const unknown = aufgabeIds.filter((id) => !known.has(id));
  if (aufgabeIds.length === 0)
    return [{ field: 'aufgabeIds', message: 'Bitte wählen Sie mindestens eine Aufgabe.' }];
  return unknown.map((id) => ({
    field: 'aufgabeIds',
    message: `Die Aufgabe „${id.slice(0, 60)}“ gibt es nicht.`,
  }));
}

/** Whether the two sides may stand in an entry of somebody who acts for `own`. */
export function sideProblems(
  { duties }: DutiesWorld,
  von: Body,
  nach: Uebernehmer,
  own: string | null,
): readonly FieldProblem[] {
  if (von.ags === nach.ags)
    return [{ field: 'nach', message: 'Eine Körperschaft kann sich nicht selbst etwas übertragen.' }];
  if (own !== null && ![von.ags, nach.ags].includes(own)) return [foreign];
  if (!duties.bodyByAgs.has(von.ags))
    return [{ field: 'von', message: `${von.name} liegt nicht in Nordrhein-Westfalen.` }];
  if (nach.ags !== null && !duties.bodyByAgs.has(nach.ags))
    return [{ field: 'nach', message: `${nach.name} liegt nicht in Nordrhein-Westfalen.` }];
  return [];
}
