import type { SaxesTagNS } from 'saxes';
import { type OpenNode, openNode } from './build-nodes.ts';
import { checkLeistung } from './check-leistung.ts';
import type { XzufiEreignis, XzufiHinweis } from './ereignis.ts';
import { fassungOfNamespace, namespaceOf, type XzufiFassung } from './fassung.ts';
import { type Stelle, type XzufiCode, type XzufiRefusal, xzufiRefusal } from './refusals.ts';
import { seenIds } from './seen-ids.ts';
import { childOf, textOf, type XmlNode } from './xml-node.ts';

/** How much of a message is taken before it is refused. */
export interface XzufiLimits {
  readonly tiefe: number;
  readonly textZeichen: number;
  readonly elementeJeObjekt: number;
}

export const standardLimits: XzufiLimits = { tiefe: 64, textZeichen: 1_000_000, elementeJeObjekt: 100_000 };

const frame = new Set(['nachrichtenkopf', 'transaktionID', 'transaktionPosition']);
const objects = new Set(['leistung', 'spezialisierung', 'organisationseinheit', 'onlinedienst']);
const mostHinweise = 200;
const longestId = 200;

/** Stops the parser from within one of its handlers. */
export class Refused extends Error {
  readonly refusal: XzufiRefusal;

  constructor(refusal: XzufiRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Where a message is. Kept as a class because the handlers of the parser share its state, millions of times a feed. */
export class Reading {
  hasRoot = false;
  /** Where the last element began. */
  start: Stelle = { zeile: 1, spalte: 1 };
  private hasMarkup = false;
  readonly place: () => Stelle;
  private readonly position: () => number;
  private readonly limits: XzufiLimits;
  private readonly stack: OpenNode[] = [];
  private readonly hinweise = new Map<string, XzufiHinweis>();
  private readonly ids = seenIds();
  private events: XzufiEreignis[] = [];
  private fassung: XzufiFassung = '2.2.0';
  private namespace = '';
  /** The position of the parser when it last told something. */
  private heard = 0;
  /** How much text the parser was given; its own position is right only while it tells something. */
  private given = 0;
  private elements = 0;
  private objekte = 0;
  private verbFilled = false;

  constructor(limits: XzufiLimits, place: () => Stelle, position: () => number) {
    this.limits = limits;
    this.place = place;
    this.position = position;
  }

  fail(code: XzufiCode, at: Stelle = this.place(), detail = ''): never {
    throw new Refused(xzufiRefusal(code, at, detail));
  }

  take(): readonly XzufiEreignis[] {
    const taken = this.events;
    this.events = [];
    return taken;
  }

  /** Nothing came to an end in so many characters: the parser is holding one overlong piece. */
  pushed(characters: number): void {
    this.given += characters;
    if (this.given - this.heard > this.limits.textZeichen * 2) this.fail('XZUFI_TOO_LONG');
  }

  begun(): void {
    this.heard = this.position();
    this.start = this.place();
  }

  open(tag: SaxesTagNS): void {
    if (!this.hasRoot) {
      this.openRoot(tag);
      return;
    }
    if (this.stack.length >= this.limits.tiefe) this.fail('XZUFI_TOO_DEEP', this.start, tag.local);
    for (const key in tag.attributes)
      if ((tag.attributes[key]?.value.length ?? 0) > this.limits.textZeichen)
        this.fail('XZUFI_TOO_LONG', this.start);
    this.elements += 1;
    if (this.elements > this.limits.elementeJeObjekt) this.fail('XZUFI_TOO_MUCH', this.start, tag.local);
    this.stack.push(openNode(tag, this.namespace, this.start));
  }

  text(text: string): void {
    this.heard = this.position();
    if (text.length > this.limits.textZeichen) this.fail('XZUFI_TOO_LONG');
    const top = this.stack.at(-1);
    // Around objects there is only layout.
    if (top === undefined || this.isVerb(this.stack.length)) {
      if (/\S/.test(text)) this.fail('XZUFI_TEXT_OUTSIDE', this.place(), text.trim());
      return;
    }
    const last = top.children.length - 1;
    const before = top.children[last];
    if (typeof before === 'string') top.children[last] = before + text;
    else top.children.push(text);
  }

  close(): void {
    this.heard = this.position();
    const node = this.stack.pop();
    if (node === undefined) return;
    dropLayout(node);
    const above = this.stack.at(-1);
    if (this.stack.length === 0) this.closeTop(node);
    else if (this.stack.length === 1 && above && isVerbName(above)) this.closeObject(node, above);
    else above?.children.push(node);
  }

  /** Nothing but white space stands before the first `<`. */
  assertMarkup(text: string): void {
    if (this.hasMarkup) return;
    const first = text.search(/\S/);
    if (first < 0) return;
    this.hasMarkup = true;
    if (text[first] === '<') return;
    const before = text.slice(0, first).split('\n');
    const { zeile, spalte } = this.place();
    const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? spalte : 1);
    this.fail('XZUFI_NOT_XML', { zeile: zeile + before.length - 1, spalte: column });
  }

  assertBegun(): void {
    if (!this.hasMarkup) this.fail('XZUFI_EMPTY');
  }

  finish(): void {
    if (!this.hasRoot) this.fail('XZUFI_EMPTY');
    const hinweise = [...this.hinweise.values()];
    this.events.push({ ereignis: 'ende', objekte: this.objekte, hinweise });
  }

  hint(art: XzufiHinweis['art'], was: string, zeile: number): void {
    const key = `${art} ${was}`;
    const known = this.hinweise.get(key);
    if (known) this.hinweise.set(key, { ...known, anzahl: known.anzahl + 1 });
    else if (this.hinweise.size < mostHinweise) this.hinweise.set(key, { art, was, anzahl: 1, zeile });
  }

  private isVerb(depth: number): boolean {
    const [verb] = this.stack;
    return depth === 1 && verb !== undefined && isVerbName(verb);
  }

  private openRoot(tag: SaxesTagNS): void {
    this.hasRoot = true;
    const fassung = fassungOfNamespace(tag.uri);
    if (fassung === null) throw new Refused(xzufiRefusal('XZUFI_NAMESPACE', this.start, tag.uri || 'keiner'));
    this.fassung = fassung;
    this.namespace = namespaceOf(fassung);
    const { attributes } = openNode(tag, this.namespace, this.start);
    if (attributes.xzufiVersion !== fassung)
      this.fail('XZUFI_VERSION', this.start, attributes.xzufiVersion ?? 'keine');
    this.events.push({ ereignis: 'kopf', kopf: { fassung, wurzel: tag.local, attributes } });
  }

  private closeTop(node: OpenNode): void {
    this.elements = 0;
    if (isVerbName(node)) {
      if (!this.verbFilled) this.fail('XZUFI_NOTHING_INSIDE', node, node.name);
      this.verbFilled = false;
      for (const name in node.attributes)
        this.hint('unbekanntes-element', `${node.name}/@${name}`, node.zeile);
      return;
    }
    if (!(node.space === 'xzufi' && frame.has(node.name)))
      this.hint('unbekanntes-element', node.name, node.zeile);
    this.events.push({ ereignis: 'rahmen', inhalt: node });
  }

  private closeObject(inhalt: OpenNode, verb: OpenNode): void {
    this.elements = 0;
    this.verbFilled = true;
    const objekt = { art: inhalt.name, ...this.idOf(inhalt), inhalt };
    if (!objects.has(inhalt.name)) this.hint('unbekanntes-objekt', inhalt.name, inhalt.zeile);
    if (!this.ids.add(`${objekt.art} ${objekt.agentur} ${objekt.id}`))
      this.fail('XZUFI_DUPLICATE', inhalt, `${objekt.art} ${objekt.id}`);
    if (inhalt.name === 'leistung' && verb.name === 'schreibe') this.check(inhalt);
    this.objekte += 1;
    this.events.push({ ereignis: verb.name === 'schreibe' ? 'schreibe' : 'loesche', objekt });
  }

  private check(inhalt: XmlNode): void {
    const checked = checkLeistung(inhalt, this.fassung, (path, at) =>
      this.hint('unbekanntes-element', path, at.zeile),
    );
    if (!checked.ok) throw new Refused(checked.refusal);
  }

  private idOf(inhalt: XmlNode): { readonly agentur: string; readonly id: string } {
    const node = childOf(inhalt, 'id');
    const id = textOf(node);
    if (id === '') this.fail('XZUFI_ID_MISSING', inhalt, inhalt.name);
    if (id.length > longestId) this.fail('XZUFI_ID_LONG', node, inhalt.name);
    return { agentur: node?.attributes.schemeAgencyID ?? '', id };
  }
}

function isVerbName({ space, name }: XmlNode): boolean {
  return space === 'xzufi' && (name === 'schreibe' || name === 'loesche');
}

/** White space between child elements is layout. */
function dropLayout(node: OpenNode): void {
  if (!node.children.some((child) => typeof child !== 'string')) return;
  const kept = node.children.filter((child) => typeof child !== 'string' || /\S/.test(child));
  if (kept.length < node.children.length) node.children.splice(0, node.children.length, ...kept);
}
