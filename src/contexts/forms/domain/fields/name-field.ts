import type { Messages } from '../words/messages.ts';
import type { Behaviour } from './behaviour.ts';
import { type Part, partedField } from './parted-field.ts';
import { textProblem } from './text-input.ts';

export type NamePart = 'title' | 'given' | 'family' | 'birth';

export const usualNameParts: readonly NamePart[] = ['given', 'family'];

const needed: ReadonlySet<NamePart> = new Set(['given', 'family']);

/** The name of a person. Any letters and signs that names have are taken; nobody's name is wrong. */
export function nameField(words: Messages, asked: readonly NamePart[] = usualNameParts): Behaviour {
  const parts: Part[] = asked.map((name) => ({
    name,
    problem: (text) => {
      if (text === '') return needed.has(name) ? words.name[name] : null;
      return text.includes('\n') ? words.controlCharacters : textProblem(words, text, 120);
    },
  }));
  return partedField(words, {
    parts,
    line: (part) => {
      const birth = part('birth');
      const name = [part('title'), part('given'), part('family')].filter(Boolean).join(' ');
      return birth === '' ? name : `${name}, geb. ${birth}`;
    },
  });
}
