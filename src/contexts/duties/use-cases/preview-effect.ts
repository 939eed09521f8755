import { type LocalDate, ok, type Result } from '#kernel';
import type { CompiledDuties, DutyBody } from '../domain/compiled-duties.ts';
import type { NamedLeistung } from '../domain/duty-list.ts';
import { type Betroffen, wirkungOf } from '../domain/wirkung.ts';
import { checkVorschlag, type VorschlagInput } from './propose-rule.ts';

/** Whom a change would concern; it can be seen before anybody has written down why, and nothing is kept. */
export function previewEffect<L extends NamedLeistung, B extends DutyBody>(
  duties: CompiledDuties<L, B>,
  input: VorschlagInput,
  date: LocalDate,
): Result<readonly Betroffen<L, B>[]> {
  const checked = checkVorschlag(duties, { ...input, begruendung: input.begruendung || 'Vorschau' });
  return checked.ok ? ok(wirkungOf(duties, checked.value, date)) : checked;
}
