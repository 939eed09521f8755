import { addDays, evidenceLabel } from '#kernel';
import {
  bestimmungText,
  endeText,
  klasseText,
  normText,
  stelleText,
  typisierungText,
  uebertragungText,
} from './chain-texts.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import type { Ende } from './ende.ts';
import { withoutRegeln } from './fall.ts';
import type { Frage } from './frage.ts';
import { openReasonOf } from './open-reason.ts';
import type { Regel } from './regel.ts';
import { hinweisTypSource, typisierungSource, vollzugOf } from './typisierung.ts';
import type { ChainLink } from './verdict.ts';

/** Tells the reasons of a decision, from the Typisierung to the body that acts; that a Leistung has ended is enough. */
export function chainOf(decision: Decision, frage: Frage): readonly ChainLink[] {
  if (decision.ende !== null) return [endeLink(decision.ende)];
  return [
    ...typisierungLinks(frage),
    ...normLinks(decision, frage),
    ...klasseLinks(decision, frage),
    ...bestimmungLinks(decision, frage),
    ...uebertragungLinks(decision, frage),
    ...stelleLinks(decision, frage),
  ];
}

function endeLink(ende: Ende): ChainLink {
  const { leistungId, letzterTag, source, evidenz, note } = ende;
  const validity = { validFrom: addDays(letzterTag, 1), validTo: null };
  return {
    step: 'ende',
    text: endeText(ende),
    source,
    grade: evidenz,
    ...validity,
    note,
    refs: [leistungId],
  };
}

const unknownValidity = { validFrom: null, validTo: null };

/** A missing Typisierung is no reason but the lack of one; the open reason tells it. */
function typisierungLinks({ fall }: Frage): readonly ChainLink[] {
  if (fall.typ === null) return [];
  const source = vollzugOf(fall.typ) === 'keine-leistung' ? hinweisTypSource : typisierungSource;
  const text = typisierungText(fall.typ);
  const grade = 'sekundaerquelle';
  return [{ step: 'typisierung', text, source, grade, ...unknownValidity, note: null, refs: [] }];
}

function normLinks(decision: Decision, frage: Frage): readonly ChainLink[] {
  return decision.regeln.map((regel) => {
    const refs = decision.regeln.length === 1 ? supportingRegeln(decision, frage, regel) : [regel.id];
    const validity = { validFrom: regel.validFrom, validTo: regel.validTo };
    const source = regel.quellen[0] ?? null;
    const text = normText(regel, decision);
    return { step: 'norm', text, source, grade: regel.evidenz, ...validity, note: normNote(regel), refs };
  });
}

/** The deciding rule and those that would say the same in its place: all of them are the one link „Norm“. */
function supportingRegeln(decision: Decision, frage: Frage, regel: Regel): readonly string[] {
  const ids = [regel.id];
  for (;;) {
    const without = decide(frage.duties, withoutRegeln(frage.fall, ids), frage.body, frage.date);
    const [next] = without.regeln;
    if (next === undefined || ids.includes(next.id) || !tellsTheSame(without, decision, frage)) return ids;
    ids.push(next.id);
  }
}

/** Who acts, or why nobody can say, is the same in the reader's words. */
function tellsTheSame(a: Decision, b: Decision, frage: Frage): boolean {
  if (a.verdict !== b.verdict) return false;
  if (a.stelle?.ags !== b.stelle?.ags || a.stelle?.name !== b.stelle?.name) return false;
  return openReasonOf(a, frage)?.text === openReasonOf(b, frage)?.text;
}

function normNote(regel: Regel): string {
  const sources = regel.quellen.slice(1).map((quelle) => quelle.title);
  const parts = [
    `Beleg: ${regel.beleg} (${evidenceLabel[regel.evidenz]})`,
    regel.validFrom === null ? 'gilt ab: unbekannt' : '',
    sources.length > 0 ? `weitere Quellen: ${sources.join('; ')}` : '',
    regel.auchTyp1 ?? '',
    regel.bemerkung ?? '',
  ];
  return parts.filter((part) => part !== '').join('. ');
}

function klasseLinks({ klasse }: Decision, { body }: Frage): readonly ChainLink[] {
  if (klasse === null) return [];
  const { source, grade, validFrom, validTo, note } = klasse;
  const text = klasseText(body, klasse.klasse);
  return [{ step: 'groessenklasse', text, source, grade, validFrom, validTo, note, refs: [body.ags] }];
}

function bestimmungLinks({ bestimmungen }: Decision, { body }: Frage): readonly ChainLink[] {
  const [first] = bestimmungen;
  if (first === undefined) return [];
  const { source, evidenz, validFrom, validTo } = first;
  const note = [first.erfunden ? 'erfunden (Vorführung)' : '', first.note ?? ''].filter(Boolean).join('. ');
  const text = bestimmungText(body, first);
  const refs = bestimmungen.map((each) => each.id);
  return [{ step: 'bestimmung', text, source, grade: evidenz, validFrom, validTo, note: note || null, refs }];
}

function uebertragungLinks({ schritte, strittig }: Decision, { duties }: Frage): readonly ChainLink[] {
  const groups = [...schritte.map((schritt) => schritt.belege), ...strittig.map((each) => [each])];
  return groups.flatMap((belege) => {
    const [first] = belege;
    if (first === undefined) return [];
    const { source, evidenz, validFrom, validTo, note } = first;
    const text = uebertragungText(first, (ags) => duties.bodyByAgs.get(ags)?.name ?? ags);
    const refs = belege.map((each) => each.id);
    const step = 'uebertragung' as const;
    return [{ step, text, source, grade: evidenz, validFrom, validTo, note, refs }];
  });
}

function stelleLinks(decision: Decision, frage: Frage): readonly ChainLink[] {
  const { stelle, regeln, grade, schritte } = decision;
  if (stelle === null || grade === null || regeln.length === 0) return [];
  if (stelle.ags === null && schritte.length > 0) return [];
  const refs = stelle.ags === null ? [] : [stelle.ags];
  const source = regeln[0]?.quellen[0] ?? null;
  const text = stelleText(frage.body, decision);
  return [{ step: 'stelle', text, source, grade, ...unknownValidity, note: null, refs }];
}
