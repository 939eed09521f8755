/** A block of a plain text as people type it. */
type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const bullet = /^\s*[-*•]\s+/;

/**
 * Makes simple HTML of a plain text: an empty line parts paragraphs, lines that begin with `-` are a list, addresses of
 * pages become links. Everything else is shown as typed, never read as HTML.
 */
export function htmlOfText(text: string): string {
  return blocksOf(text).map(htmlOfBlock).join('\n');
}

/** A whole mail of such a text, readable in light and dark. */
export function mailHtml(subject: string, text: string, footer: string): string {
  return `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font-family: sans-serif; line-height: 1.5; max-width: 40em">
${htmlOfText(text)}
<hr>
${htmlOfText(footer)}
</body></html>
`;
}

/** Puts values in the place of `{Name}`; a name that is not known stays as typed. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([A-Za-zÄÖÜäöüß]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}

function blocksOf(text: string): readonly Block[] {
  const groups = text
    .replaceAll(/\r\n?/g, '\n')
    .trim()
    .split(/\n[ \t]*\n+/);
  return groups.flatMap((group) => splitLists(group.split('\n')));
}

/** A list may follow its sentence without an empty line between. */
function splitLists(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  while (start < lines.length) {
    const isItem = bullet.test(lines[start] ?? '');
    let end = start;
    while (end < lines.length && bullet.test(lines[end] ?? '') === isItem) end += 1;
    const part = lines.slice(start, end);
    blocks.push(
      isItem
        ? { kind: 'list', items: part.map((line) => line.replace(bullet, '')) }
        : { kind: 'paragraph', lines: part },
    );
    start = end;
  }
  return blocks;
}

function htmlOfBlock(block: Block): string {
  if (block.kind === 'list')
    return `<ul>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
  return `<p>${block.lines.map(inline).join('<br>')}</p>`;
}

const address = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;

function inline(line: string): string {
  let html = '';
  let from = 0;
  for (const match of line.matchAll(address)) {
    html += escaped(line.slice(from, match.index));
    html += `<a href="${escaped(match[0])}">${escaped(match[0])}</a>`;
    from = match.index + match[0].length;
  }
  return html + escaped(line.slice(from));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
