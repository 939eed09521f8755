/** An element of a rendered page. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text within. */
  readonly text: string;
  readonly children: readonly Element[];
}

const empty = new Set(['input', 'br', 'hr', 'img', 'link', 'meta', 'source', 'area']);
const token = /<!--[\s\S]*?-->|<\/?[a-zA-Z][^>]*>|[^<]+/g;
const attribute = /([\w:-]+)(?:="([^"]*)")?/g;

interface Open {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

/** Reads HTML as our templates write it: attributes in double quotes, every element closed. What is hidden is left out. */
export function elementsOf(html: string): readonly Element[] {
  const root: Open = { tag: 'root', attributes: {}, children: [], text: '' };
  const stack: Open[] = [root];
  for (const [piece] of html.matchAll(token)) {
    const top = stack.at(-1) ?? root;
    if (piece.startsWith('<!')) continue;
    if (piece.startsWith('</')) close(stack);
    else if (piece.startsWith('<')) open(stack, top, piece);
    else top.text += piece;
  }
  while (stack.length > 1) close(stack);
  return flatten(root.children);
}

function open(stack: Open[], parent: Open, piece: string): void {
  const tag = (/^<([a-zA-Z][\w-]*)/.exec(piece)?.[1] ?? '').toLowerCase();
  const attributes: Record<string, string> = Object.create(null);
  for (const [, name, value] of piece.slice(tag.length + 1, -1).matchAll(attribute))
    if (name) attributes[name] = value ?? '';
  const element: Open = { tag, attributes, children: [], text: '' };
  if (empty.has(tag) || piece.endsWith('/>')) parent.children.push(element);
  else stack.push(element);
}

function close(stack: Open[]): void {
  const done = stack.length > 1 ? stack.pop() : undefined;
  const parent = stack.at(-1);
  if (!done || !parent) return;
  parent.children.push({ ...done, text: done.text.replaceAll(/\s+/g, ' ').trim() });
  parent.text += ` ${done.text} `;
}

function flatten(elements: readonly Element[]): Element[] {
  return elements
    .filter(({ attributes }) => attributes.hidden === undefined)
    .flatMap((element) => [element, ...flatten(element.children)]);
}
