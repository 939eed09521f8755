import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { FeedDeps } from '../deps.ts';
import type { Quelle } from '../domain/einlesung.ts';
import { sourceInvalid } from '../errors.ts';
import { writeQuelle } from '../store-quelle.ts';
import { areaOfText } from './area-of-text.ts';
import type { Reader } from './begin-reading.ts';

/** A source as it is typed; `gebiet` is a name or a key. */
export interface QuelleInput {
  readonly id: string;
  readonly name: string;
  readonly gebiet: string;
}

/** Makes a source of feeds, or changes its name and area. */
export async function describeSource(
  deps: Pick<FeedDeps, 'db' | 'territory'>,
  { actor, tenant }: Reader,
  input: QuelleInput,
): Promise<Result<Quelle>> {
  const [id, name] = [input.id.trim(), input.name.trim()];
  const area = await areaOfText(deps, input.gebiet);
  const problems: FieldProblem[] = [];
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(id))
    problems.push({
      field: 'id',
      message: 'Bitte 2 bis 40 kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel „land-nrw“.',
    });
  if (name === '' || name.length > 200)
    problems.push({ field: 'name', message: 'Bitte einen Namen mit höchstens 200 Zeichen.' });
  if (!area.ok) problems.push({ field: 'gebiet', message: area.refusal.message });
  if (problems.length > 0 || !area.ok) return refuse(sourceInvalid(problems));
  const quelle = { id, name, ars: area.value };
  return deps.db.withReference(
    actor,
    async (tx) => {
      await writeQuelle(tx, quelle);
      await recordAudit(tx, {
        action: 'descriptions.source.described',
        object: { type: 'descriptions.quelle', id },
        summary: { name, ars: area.value },
      });
      return ok(quelle);
    },
    tenant ?? undefined,
  );
}
