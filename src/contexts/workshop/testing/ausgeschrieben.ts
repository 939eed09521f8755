import { withValue } from '../domain/json.ts';
import { platzhalterIn } from '../domain/platzhalter.ts';
import type { Dokumente } from '../domain/unterschied.ts';

/** A draft after somebody wrote or confirmed every text that it began with. */
export function ausgeschrieben(dokumente: Dokumente): Dokumente {
  const next = { ...dokumente };
  for (const dokument of ['dienst', 'formular'] as const)
    for (const { pointer, vorschlag } of platzhalterIn(dokumente[dokument]))
      next[dokument] = withValue(next[dokument], pointer, () => vorschlag ?? 'Geschrieben');
  return next;
}
