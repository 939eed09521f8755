import { ok, type Result, refuse } from '#kernel';
import type { Kommune } from '../deps.ts';
import type { QualityDeps } from '../doors-deps.ts';
import type { QualityRow } from './read-quality.ts';

/** The judgement of one Leistung, by id or LeiKa key. */
export async function findRow(
  { reader }: Pick<QualityDeps, 'reader'>,
  kommune: Kommune,
  text: string,
): Promise<Result<QualityRow>> {
  const wanted = text.trim().toUpperCase();
  const row = (await reader.rows(kommune)).find(
    ({ leistung }) => leistung.id === wanted || leistung.leika === wanted,
  );
  if (row) return ok(row);
  return refuse({
    kind: 'not-found',
    code: 'QUALITY_LEISTUNG_UNKNOWN',
    message: `Die Leistung „${text.slice(0, 80)}“ steht nicht im Katalog. Bitte ihre Kennung (L02939) oder ihren LeiKa-Schlüssel angeben.`,
  });
}
