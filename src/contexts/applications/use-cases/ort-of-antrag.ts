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
  const anschrift = states.map(({ answer }) => anschriftIn(answer)).find((each) => each !== null);
  const named = states.find(({ field }) => ortsteilFields.has(field.id))?.answer;
  return { ...anschrift, ortsteil: typeof named === 'string' && named !== '' ? named : undefined };
}

/** Postleitzahl, street and house number of an answer that is an address. */
function anschriftIn(answer: unknown): AntragOrt | null {
  if (typeof answer !== 'object' || answer === null || !('plz' in answer)) return null;
  const { plz } = answer;
  if (typeof plz !== 'string' || !/^\d{5}$/.test(plz)) return null;
  return {
    plz,
    strasse: 'street' in answer && typeof answer.street === 'string' ? answer.street : undefined,
    hausnummer: 'number' in answer && typeof answer.number === 'string' ? answer.number : undefined,
  };
}
