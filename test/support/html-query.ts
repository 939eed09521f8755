/** An element of a page, as far as tests need it. */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What a reader gets: all text within, blanks made one. */
  readonly text: string;
  readonly children: readonly HtmlElement[];
}

/** Asks a page by role and text, as somebody who listens to it would. */
export interface HtmlQuery {
  readonly text: string;
  readonly all: (role: Role) => readonly HtmlElement[];
  /** The only element of that role whose name contains `name`; throws where there is none or more than one. */
  readonly get: (role: Role, name: string) => HtmlElement;
  readonly find: (role: Role, name: string) => HtmlElement | undefined;
}

const tagsOfRole = {
  link: ['a'],
  heading: ['h1', 'h2', 'h3', 'h4'],
  button: ['button'],
  row: ['tr'],
  table: ['table'],
  figure: ['figure'],
  form: ['form'],
  field: ['input', 'select', 'textarea'],
  listitem: ['li'],
  term: ['dt'],
  definition: ['dd'],
  summary: ['summary'],
} as const;

export type Role = keyof typeof tagsOfRole;

const voidTags = new Set(['input', 'br', 'hr', 'img', 'link', 'meta', 'rect']);
const token = /<!--[\s\S]*?-->|<\/?[a-zA-Z][^>]*>|[^<]+/g;
const attribute = /([\w-]+)(?:="([^"]*)")?/g;

/** Reads HTML as our templates write it. */
export function queryHtml(html: string): HtmlQuery {
  const root = parse(html);
  const elements = flatten(root);
  const all = (role: Role) => {
    const tags: readonly string[] = tagsOfRole[role];
    return elements.filter(({ tag }) => tags.includes(tag));
  };
  const matching = (role: Role, name: string) => all(role).filter((one) => nameOf(one).includes(name));
  return {
    text: root.text,
    all,
    find: (role, name) => matching(role, name)[0],
    get: (role, name) => {
      const found = matching(role, name);
      if (found.length === 1 && found[0]) return found[0];
      throw new Error(
        `${found.length} elements of role ${role} with „${name}“ in: ${root.text.slice(0, 2000)}`,
      );
    },
  };
}

/** The value beside a term of a description list. */
export function definitionOf(page: HtmlQuery, term: string): string | undefined {
  const at = page.all('term').findIndex(({ text }) => text === term);
  return at < 0 ? undefined : page.all('definition')[at]?.text;
}

function nameOf({ attributes, text }: HtmlElement): string {
  return attributes['aria-label'] ?? (text || (attributes.name ?? ''));
}

interface Open {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: HtmlElement[];
  text: string;
}

function parse(html: string): HtmlElement {
  const stack: Open[] = [{ tag: 'root', attributes: {}, children: [], text: '' }];
  for (const [piece] of html.matchAll(token)) {
    const top = stack.at(-1);
    if (!top || piece.startsWith('<!')) continue;
    if (piece.startsWith('</')) {
      const tag = piece.slice(2, -1).trim().toLowerCase();
      if (!voidTags.has(tag)) close(stack, tag);
    } else if (piece.startsWith('<')) open(stack, piece);
    else top.text += piece;
  }
  while (stack.length > 1) close(stack, stack.at(-1)?.tag ?? '');
  return finished(stack[0] as Open);
}

function open(stack: Open[], piece: string): void {
  const tag = (/^<([a-zA-Z][\w-]*)/.exec(piece)?.[1] ?? '').toLowerCase();
  const attributes: Record<string, string> = {};
  const rest = piece.slice(tag.length + 1, piece.endsWith('/>') ? -2 : -1);
  for (const [, name, value] of rest.matchAll(attribute))
    if (name) attributes[name] = unescapeHtml(value ?? '');
  const element: Open = { tag, attributes, children: [], text: '' };
  if (voidTags.has(tag) || piece.endsWith('/>')) stack.at(-1)?.children.push(finished(element));
  else stack.push(element);
}

function close(stack: Open[], tag: string): void {
  const top = stack.pop();
  const parent = stack.at(-1);
  if (!top || !parent) throw new Error(`</${tag}> closes nothing`);
  if (top.tag !== tag) throw new Error(`<${top.tag}> is closed by </${tag}>`);
  parent.children.push(finished(top));
  parent.text += ` ${top.text} `;
}

function finished({ tag, attributes, children, text }: Open): HtmlElement {
  return { tag, attributes, children, text: unescapeHtml(text).replace(/\s+/g, ' ').trim() };
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function flatten(element: HtmlElement): HtmlElement[] {
  return [element, ...element.children.flatMap(flatten)];
}
