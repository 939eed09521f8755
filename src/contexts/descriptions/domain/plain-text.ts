import { decodeEntities, tidy } from './characters.ts';

/** What a tag puts into the text before or after its content. */
const paragraph = new Set(
  'p div h1 h2 h3 h4 h5 h6 section article table ul ol dl blockquote pre hr'.split(' '),
);
const line = new Set(['tr', 'dt', 'dd', 'br', 'caption']);
/** Whose content is no text. */
const silent = new Set(['script', 'style', 'template', 'iframe', 'object', 'svg', 'math', 'noscript']);

const longestTag = 4_000;
const longestText = 100_000;

/**
 * The text of a piece of HTML: paragraphs parted by blank lines, lists with „- “ or numbers, links with their address in
 * brackets where that is https, http, mailto or tel. No markup, script or invisible character comes through. Text without a
 * tag keeps its lines.
 */
export function plainText(html: string): string {
  const text = /<[a-zA-Z/!?]/.test(html) ? new Writer().write(html) : decodeEntities(html);
  const clean = tidy(text);
  return clean.length > longestText ? `${clean.slice(0, longestText)} … (gekürzt)` : clean;
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
  readonly end: number;
}

/** Walks through the HTML once. A class because the walk carries its lists, links and what it leaves out. */
class Writer {
  private out = '';
  private readonly lists: { ordered: boolean; count: number }[] = [];
  private readonly links: { href: string; start: number }[] = [];

  write(html: string): string {
    for (let at = 0; at < html.length; ) {
      const open = html.indexOf('<', at);
      this.text(html.slice(at, open < 0 ? html.length : open));
      if (open < 0) break;
      at = this.markup(html, open);
    }
    return this.out;
  }

  private text(raw: string): void {
    this.out += decodeEntities(raw.replace(/\s+/g, ' '));
  }

  private markup(html: string, open: number): number {
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      return end < 0 ? html.length : end + 3;
    }
    const tag = tagAt(html, open);
    if (tag === null) {
      this.out += '<';
      return open + 1;
    }
    if (!tag.closes && silent.has(tag.name)) {
      const end = html.toLowerCase().indexOf(`</${tag.name}`, tag.end);
      return end < 0 ? html.length : end;
    }
    this.tag(tag);
    return tag.end;
  }

  private tag(tag: Tag): void {
    const { name, closes } = tag;
    if (name === 'ul' || name === 'ol') this.list(name === 'ol', closes);
    if (paragraph.has(name)) this.out += this.lists.length > (closes ? 0 : 1) ? '\n' : '\n\n';
    else if (line.has(name)) this.out += '\n';
    else if (name === 'li') this.item(closes);
    else if ((name === 'td' || name === 'th') && closes) this.out += ' ';
    else if (name === 'a') this.link(tag);
  }

  private list(ordered: boolean, closes: boolean): void {
    if (closes) this.lists.pop();
    else this.lists.push({ ordered, count: 0 });
  }

  private item(closes: boolean): void {
    if (closes) return;
    const list = this.lists.at(-1);
    if (list) list.count += 1;
    this.out += list?.ordered ? `\n${list.count}. ` : '\n- ';
  }

  private link({ closes, attributes }: Tag): void {
    if (!closes) {
      const [, double, single] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes) ?? [];
      this.links.push({ href: decodeEntities(double ?? single ?? '').trim(), start: this.out.length });
      return;
    }
    const link = this.links.pop();
    if (link === undefined || !/^(https?:\/\/|mailto:|tel:)\S+$/i.test(link.href)) return;
    const shown = this.out.slice(link.start).trim();
    const address = link.href.replace(/^(mailto|tel):/i, '');
    if (!shown.includes(address)) this.out += shown === '' ? address : ` (${address})`;
  }
}

/** The tag at a `<`; null where none is. */
function tagAt(html: string, open: number): Tag | null {
  const [head = '', slash = '', name = ''] =
    /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]*|[!?])/.exec(html.slice(open, open + 60)) ?? [];
  if (head === '') return null;
  let quote = '';
  const start = open + head.length;
  for (let at = start; at < html.length && at - open < longestTag; at += 1) {
    const each = html.charAt(at);
    if (quote !== '') quote = each === quote ? '' : quote;
    else if (each === '"' || each === "'") quote = each;
    else if (each === '>')
      return {
        name: name.toLowerCase(),
        closes: slash !== '',
        attributes: html.slice(start, at),
        end: at + 1,
      };
  }
  return null;
}
