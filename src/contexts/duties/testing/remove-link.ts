import type { LocalDate } from '#kernel';
import { compileDuties, type DutyBody, type DutyFacts } from '../domain/compiled-duties.ts';
import type { DutyLeistung } from '../domain/reichweite.ts';
import type { ChainLink, Verdict } from '../domain/verdict.ts';
import { verdictOf } from '../domain/verdict-of.ts';

/** One question with only the facts that can matter to it, so that it can be asked thousands of times. */
export interface Asked {
  readonly facts: DutyFacts;
  readonly leistung: DutyLeistung;
  readonly body: DutyBody;
  readonly date: LocalDate;
}

export function narrowed({ facts, leistung, body, date }: Asked): Asked {
  const kreis = body.kreisAgs ?? body.ags;
  const bodies = facts.bodies.filter(
    (each) => each.ags === body.ags || each.ags === kreis || each.kreisAgs === kreis,
  );
  return { facts: { ...facts, leistungen: [leistung], bodies }, leistung, body, date };
}

export function ask({ facts, leistung, body, date }: Asked): Verdict {
  return verdictOf(compileDuties(facts), leistung, body, date);
}

/** The same question as if the link's facts were not known. */
export function withoutLink(asked: Asked, link: ChainLink): Asked {
  const { facts } = asked;
  const { regelwerk } = facts;
  const kept = (row: { readonly id: string }) => !link.refs.includes(row.id);
  switch (link.step) {
    case 'ende': {
      const enden = new Map([...facts.enden].filter(([id]) => !link.refs.includes(id)));
      return { ...asked, facts: { ...facts, enden } };
    }
    case 'typisierung': {
      const leistung = { ...asked.leistung, typ: null };
      return { ...asked, leistung, facts: { ...facts, leistungen: [leistung] } };
    }
    case 'norm':
      return withRegelwerk(asked, { ...regelwerk, regeln: regelwerk.regeln.filter(kept) });
    case 'groessenklasse': {
      const { klasseOn } = facts;
      return {
        ...asked,
        facts: { ...facts, klasseOn: (ags, date) => (link.refs.includes(ags) ? null : klasseOn(ags, date)) },
      };
    }
    case 'bestimmung':
      return withRegelwerk(asked, { ...regelwerk, bestimmungen: regelwerk.bestimmungen.filter(kept) });
    case 'uebertragung':
      return withRegelwerk(asked, { ...regelwerk, uebertragungen: regelwerk.uebertragungen.filter(kept) });
    case 'stelle':
      return withoutStelle(asked, link);
  }
}

function withoutStelle(asked: Asked, link: ChainLink): Asked {
  const { facts } = asked;
  if (link.refs.length > 0) {
    const bodies = facts.bodies.filter((body) => !link.refs.includes(body.ags));
    return { ...asked, facts: { ...facts, bodies } };
  }
  const regeln = facts.regelwerk.regeln.map((regel) => ({ ...regel, stelle: null }));
  return withRegelwerk(asked, { ...facts.regelwerk, regeln });
}

function withRegelwerk(asked: Asked, regelwerk: DutyFacts['regelwerk']): Asked {
  return { ...asked, facts: { ...asked.facts, regelwerk } };
}

/**
 * Whether the reader is told something else: another verdict or Stelle, or another reason why it is open. Where a body never
 * owed the Leistung, its end is another reason for the same verdict.
 */
export function tellsSomethingElse(before: Verdict, after: Verdict): boolean {
  if (isEnded(before) !== isEnded(after)) return true;
  if (before.verdict !== after.verdict) return true;
  if (before.stelle?.name !== after.stelle?.name || before.stelle?.ags !== after.stelle?.ags) return true;
  return before.open?.text !== after.open?.text;
}

function isEnded({ chain }: Verdict): boolean {
  return chain.some(({ step }) => step === 'ende');
}
