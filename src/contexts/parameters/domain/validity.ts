import { type LocalDate, type Span, spanAround } from '#kernel';

/** The day that values are for, and the moment whose knowledge counts; without it all that is known. */
export interface Moment {
  readonly date: LocalDate;
  readonly knownAt?: Date;
}

/** The days and the moments of knowledge within which the same statements count; both without their end. */
export interface Validity {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly known: Span;
}

/** When a statement counts: from a day on, for whoever knows what was known at a moment. */
export interface Dated {
  readonly giltAb: LocalDate;
  readonly erfasstAm: Date;
}

/** How far around a moment nothing changes: up to the next day and the next moment that any statement names. */
export function validityAround(facts: readonly Dated[], { date, knownAt }: Moment): Validity {
  const days = facts.map(({ giltAb }) => giltAb).toSorted();
  const moments = facts.map(({ erfasstAm }) => erfasstAm.getTime());
  return {
    from: days.findLast((day) => day <= date) ?? null,
    to: days.find((day) => day > date) ?? null,
    known: spanAround(moments, knowledgeAt(knownAt)),
  };
}

/** Whether a moment lies where the same statements count. */
export function isWithin({ from, to, known }: Validity, { date, knownAt }: Moment): boolean {
  const at = knowledgeAt(knownAt);
  const inDays = (from === null || from <= date) && (to === null || date < to);
  return inDays && known.from <= at && (at < known.to || known.to === Number.POSITIVE_INFINITY);
}

/** Where two are valid at once. */
export function overlapOf(a: Validity, known: Span): Validity {
  return {
    ...a,
    known: { from: Math.max(a.known.from, known.from), to: Math.min(a.known.to, known.to) },
  };
}

function knowledgeAt(knownAt: Date | undefined): number {
  return knownAt?.getTime() ?? Number.POSITIVE_INFINITY;
}
