import { type FieldProblem, formatLocalDate, type LocalDate, type Refusal } from '#kernel';
import { type Befund, befundartLabel } from './domain/befunde.ts';
import type { Uebertragung } from './domain/uebertragung.ts';

/** What a body is called, by its key. */
export type NameOf = (ags: string) => string;

/** A statement that cannot be taken; every field says how to mend it. */
export function invalidDelegation(fields: readonly FieldProblem[]): Refusal {
  const message = 'Die Angabe ist noch nicht vollständig. Es wurde nichts gespeichert.';
  return { kind: 'invalid', code: 'DUTIES_DELEGATION_INVALID', message, fields };
}

export function unknownDelegation(id: string): Refusal {
  return {
    kind: 'not-found',
    code: 'DUTIES_DELEGATION_UNKNOWN',
    message: `Die Übertragung „${id.slice(0, 80)}“ steht nicht im Register.`,
  };
}

export function unknownDelegationAngabe(): Refusal {
  return {
    kind: 'not-found',
    code: 'DUTIES_DELEGATION_STATEMENT_UNKNOWN',
    message: 'Diese Angabe gibt es nicht, oder sie ist nicht an Ihre Organisation gerichtet.',
  };
}

/** Somebody was faster: the first decision stands. */
export function delegationDecided(entscheidung: string): Refusal {
  return {
    kind: 'conflict',
    code: 'DUTIES_DELEGATION_DECIDED',
    message: `Über diese Angabe ist schon entschieden: ${entscheidung}. Die erste Entscheidung bleibt stehen.`,
  };
}

/** The entry would leave open who acts; both sides are named. */
export function delegationConflict(befunde: readonly Befund[], nameOf: NameOf): Refusal {
  const sentences = befunde.map((each) => befundText(each, nameOf));
  return {
    kind: 'conflict',
    code: 'DUTIES_DELEGATION_CONFLICT',
    message: `So hätte eine Aufgabe keine eindeutige Stelle. Es wurde nichts gespeichert. ${sentences.join(' ')}`,
    fields: sentences.map((message) => ({ field: 'nach', message })),
  };
}

/** What is found, in one sentence that names all sides. */
export function befundText({ art, belege, von, bis }: Befund, nameOf: NameOf): string {
  const sides = belege.map((each) => sideText(each, nameOf));
  const days = periodText(von, bis);
  switch (art) {
    case 'ueberschneidung':
    case 'doppelt':
      return `${befundartLabel[art]}: ${sides.join(' und ')} gelten ${days} für dieselbe Aufgabe.`;
    case 'kreislauf':
      return `Kreislauf: ${sides.join(' → ')} führen ${days} zurück zum Anfang.`;
    case 'luecke':
      return `Lücke: Zwischen ${sides.join(' und ')} gilt ${days} keine Übertragung; die Aufgabe fällt zurück.`;
    case 'ungeklaert':
      return `Ziel ungeklärt: Zu ${sides.join()} ist nicht belegt, auf wen die Aufgabe übergegangen ist.`;
    case 'ohne-datum':
      return `Ohne Datum: Zu ${sides.join()} ist kein Beginn bekannt; sie zählt, als hätte sie immer gegolten.`;
  }
}

function sideText({ norm, von, nach }: Uebertragung, nameOf: NameOf): string {
  return `„${norm}“ (${nameOf(von)} auf ${nach?.name ?? 'unbekannt'})`;
}

/** „vom … bis …“, „ab …“, „bis …“, „ohne bekannte Tage“. */
export function periodText(von: LocalDate | null, bis: LocalDate | null): string {
  if (von === null) return bis === null ? 'ohne bekannte Tage' : `bis zum ${formatLocalDate(bis)}`;
  return bis === null
    ? `ab dem ${formatLocalDate(von)}`
    : `vom ${formatLocalDate(von)} bis zum ${formatLocalDate(bis)}`;
}
