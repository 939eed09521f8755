import { hash } from 'node:crypto';

/** From this length on the engine cuts a text out of a longer one by pointing into it, which keeps the longer one. */
const pointsFrom = 13;

/** What a file says again and again, kept once. Kept as a class because its maps grow while a file is read. */
export class Gedaechtnis {
  private readonly texte = new Map<string, string>();
  private readonly werte = { code: new Map<string, object>(), kennung: new Map<string, object>() };
  private readonly summen = new Map<string, string>();

  /** The same text as one string of its own, so that no piece of the file lives as long as a name in it. */
  text(text: string): string {
    if (text === '') return '';
    const before = this.texte.get(text);
    if (before !== undefined) return before;
    const own = text.length < pointsFrom ? text : Buffer.from(text).toString();
    this.texte.set(own, own);
    return own;
  }

  /** The value that came first under a name, which says all that the value says. */
  wert<T extends object>(art: 'code' | 'kennung', name: string, wert: T): T {
    const before = this.werte[art].get(name);
    if (before === undefined) this.werte[art].set(name, wert);
    return (before ?? wert) as T;
  }

  /** Whether the same was said before of this name, or nothing. */
  gleich(name: string, inhalt: string): boolean {
    const summe = hash('sha256', inhalt, 'base64');
    const before = this.summen.get(name);
    if (before === undefined) this.summen.set(name, summe);
    return before === undefined || before === summe;
  }
}
