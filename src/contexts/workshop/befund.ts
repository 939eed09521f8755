import type { FieldProblem } from '#kernel';
import { inWorten, mitRow } from './befund-worte.ts';
import { elementUm } from './domain/elemente.ts';
import { type Json, placeOf } from './domain/json.ts';
import { bereichTitel, bereichVon, ortText } from './settings/ort.ts';

/** Something that is wrong or could be better with a draft. */
export interface Befund {
  readonly schwere: 'fehler' | 'hinweis';
  readonly art: string;
  /** Where in the two files: `formular.json: pages[2].fields[1].condition`. */
  readonly stelle: string;
  readonly was: string;
  readonly abhilfe: string | null;
  /** The conditions that make it so: `pages[2].condition: art = 'x'`. */
  readonly weil?: readonly string[];
  /** Answers that show it, and the pages that they lead to; `null` where no answers are needed. */
  readonly weg: {
    readonly antworten: Readonly<Record<string, unknown>>;
    readonly seiten: readonly string[];
  } | null;
}

/** A Befund with the place in the workshop where it is mended. */
export interface VerorteterBefund extends Befund {
  /** `teil/person/hunde` or `bereich/texte`. */
  readonly ort: string;
  /** Which setting there, such as `options[0].condition`; empty where the whole element is meant. */
  readonly angabe: string;
  readonly ortTitel: string;
}

/** Splits `formular.json: pages[0].id`; what names no file is of the form. */
export function dateiUndStelle(stelle: string): {
  readonly dokument: 'dienst' | 'formular';
  readonly place: string;
} {
  const [, file, place = ''] = /^(dienst|formular)\.json: (.*)$/s.exec(stelle) ?? [];
  if (file === 'dienst') return { dokument: 'dienst', place };
  return { dokument: 'formular', place: file === 'formular' ? place : stelle };
}

/** Where a Befund is mended. */
export function verortet(found: Befund, formular: Json): VerorteterBefund {
  const { dokument, place } = dateiUndStelle(found.stelle);
  const befund = {
    ...found,
    was: mitRow(inWorten(found.was, formular), formular),
    abhilfe: found.abhilfe && inWorten(found.abhilfe, formular),
  };
  const element = dokument === 'formular' ? elementUm(formular, place) : null;
  if (element === null) {
    const ort = bereichVon(dokument, place);
    return { ...befund, ort, angabe: place, ortTitel: bereichTitel(ort) };
  }
  const angabe = place.slice(placeOf(element.pointer).length).replace(/^\./, '');
  return { ...befund, ort: ortText(element.weg), angabe, ortTitel: element.titel };
}

/** The problems of a refusal as Befunde. */
export function befundeVon(fields: readonly FieldProblem[]): readonly Befund[] {
  return fields.map(({ field, message }) => ({
    schwere: 'fehler',
    art: 'Definition ist nicht schlüssig',
    stelle: field,
    was: message,
    abhilfe: null,
    weg: null,
  }));
}
