const longest = 200;
// Control characters and what turns the reading direction: neither is part of a word.
const invisible = /[\p{Cc}\p{Cf}]/gu;

/** What somebody typed, as far as a search looks at it: one line, without what cannot be seen, 200 characters at most. */
export function typedWords(text: string | null): string {
  return (text ?? '').slice(0, 20_000).replace(invisible, ' ').trim().slice(0, longest).toWellFormed().trim();
}
