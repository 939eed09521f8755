/** A block of a plain text: a paragraph, or a list. */
export type Textblock =
  | { readonly art: 'absatz'; readonly text: string }
  | { readonly art: 'liste'; readonly punkte: readonly string[]; readonly nummeriert: boolean };

const bullet = /^[-•*] +/;
const number = /^\d{1,3}[.)] +/;

/** Splits plain text into paragraphs (parted by blank lines) and lists (lines that begin with „- “ or „1. “). */
export function textBlocks(text: string): readonly Textblock[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .flatMap(blocksOf);
}

function blocksOf(block: string): Textblock[] {
  const blocks: { art: 'absatz' | 'liste'; nummeriert: boolean; lines: string[] }[] = [];
  for (const line of block.split('\n').map((each) => each.trim())) {
    const nummeriert = number.test(line);
    const art = nummeriert || bullet.test(line) ? 'liste' : 'absatz';
    const text = art === 'liste' ? line.replace(nummeriert ? number : bullet, '') : line;
    const last = blocks.at(-1);
    if (last?.art === art && last.nummeriert === nummeriert) last.lines.push(text);
    else blocks.push({ art, nummeriert, lines: [text] });
  }
  return blocks.map(({ art, nummeriert, lines }) =>
    art === 'liste' ? { art, nummeriert, punkte: lines } : { art, text: lines.join(' ') },
  );
}
