import type { Term, TermOf } from '../model/term.ts';
import { type Abstract, either, no, truth, truthOf, withoutNone, yes } from '../values/abstract.ts';
import { join } from '../values/join.ts';

export function logical(op: 'and' | 'or', terms: readonly Term[], at: (term: Term) => Abstract): Abstract {
  let [allYes, anyYes, allNo, anyNo] = [true, false, true, false];
  for (const term of terms) {
    const { yes: isYes, no: isNo } = truthOf(at(term));
    if (op === 'and' && !isYes) return no;
    if (op === 'or' && !isNo) return yes;
    [allYes, anyYes] = [allYes && isYes, anyYes || isYes];
    [allNo, anyNo] = [allNo && isNo, anyNo || isNo];
  }
  return op === 'and' ? truth(allYes, anyNo) : truth(anyYes, allNo);
}

export function member(value: Abstract, list: Abstract): Abstract {
  if (value.known === null || list.known === null) return no;
  if (value.known.kind !== 'text' || list.known.kind !== 'texts') return either;
  const { sure, maybe, other } = list.known;
  const values = [...value.known.values];
  const open = value.known.other !== null;
  const isYes = values.some((each) => sure.has(each) || maybe.has(each) || other) || (open && other);
  const isNo = open || values.some((each) => !sure.has(each)) || value.none || list.none;
  return truth(isYes, isNo);
}

export function chosen(term: TermOf<'if'>, at: (term: Term) => Abstract): Abstract {
  const condition = truthOf(at(term.condition));
  if (!condition.no) return at(term.yes);
  return condition.yes ? join(at(term.yes), at(term.no)) : at(term.no);
}

export function orInstead(value: Abstract, instead: () => Abstract): Abstract {
  if (!value.none && value.known?.kind !== 'any') return value;
  return value.known === null ? instead() : join(withoutNone(value), instead());
}
