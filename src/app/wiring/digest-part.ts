import type { DigestSource } from '#notices';

const mostLines = 5;

/** What is new in one part of a summary, told by all its lines: how many there are, and the first of them. */
export function digestPart(lines: readonly string[]): Awaited<ReturnType<DigestSource['since']>> {
  return { count: lines.length, lines: lines.slice(0, mostLines) };
}
