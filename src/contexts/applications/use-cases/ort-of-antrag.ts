import type { Evaluation } from '#forms';
import type { AntragOrt } from '../deps.ts';

/** Fields that name a part of the town, by the names that forms give them. */
const ortsteilFields: ReadonlySet<string> = new Set(['ortsteil', 'bezirk', 'stadtbezirk']);

/** Where an Antrag comes from: the first address on its way, and the part of the town where the form asks for it. */
export function ortOfAntrag({ pages }: Pick<Evaluation, 'pages'>): AntragOrt {
  const states = pages
    .filter(({ reachable }) => reachable)
    .flatMap(({ fields }) => fields)
    .filter(({ visible }) => visible);
  const plz = states.map(({ answer }) => plzIn(answer)).find((each) => each !== undefined);
  const named = states.find(({ field }) => ortsteilFields.has(field.id))?.answer;
  return { plz, ortsteil: typeof named === 'string' && named !== '' ? named : undefined };
}

function plzIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('plz' in answer)) return undefined;
  return typeof answer.plz === 'string' && /^\d{5}$/.test(answer.plz) ? answer.plz : undefined;
}
