import type { Stelle } from '../xml-text/index.ts';
import type { Bauart, Offen } from './bauart.ts';
import type { XdfTeil } from './modell.ts';
import { type Name, Namensraeume } from './namensraum.ts';
import { kennungVon } from './pfad.ts';

/** What builders may ask for; the same for every element. */
export type Dienste = Pick<Offen, 'verweigere' | 'behalte' | 'gleicherInhalt'>;

const unbestimmt: Bauart = { kinder: {}, text: false, attribute: [], baue: () => null };
const ohneRaeume = new Namensraeume();
const leer: (XdfTeil | string)[] = [];

/**
 * An element whose end tag has not come. Kept as a class because each serves one element after the other: a file has hundreds of
 * thousands, and what is made anew for each of them the engine may come to keep.
 */
export class Ebene implements Offen {
  name = '';
  bauart = unbestimmt;
  attribute: Readonly<Record<string, string>> = {};
  text = '';
  raeume = ohneRaeume;
  zeile = 1;
  spalte = 1;
  reihe = leer;
  readonly kinder = new Map<string, unknown>();
  readonly verweigere: Dienste['verweigere'];
  readonly behalte: Dienste['behalte'];
  readonly gleicherInhalt: Dienste['gleicherInhalt'];

  constructor({ verweigere, behalte, gleicherInhalt }: Dienste) {
    this.verweigere = verweigere;
    this.behalte = behalte;
    this.gleicherInhalt = gleicherInhalt;
  }

  /** Where its tag begins. */
  get stelle(): Stelle {
    return { zeile: this.zeile, spalte: this.spalte };
  }

  /** Stands for another element from now on. */
  beginne(name: string, raeume: Namensraeume, bauart: Bauart, attribute: Ebene['attribute']): void {
    this.name = name;
    this.raeume = raeume;
    this.bauart = bauart;
    this.attribute = attribute;
    this.text = '';
    this.reihe = leer;
    if (this.kinder.size > 0) this.kinder.clear();
  }

  /** Takes in what was built of an element inside. */
  lege(name: string, gebaut: unknown): void {
    if (this.bauart.frei) this.haengeAn(gebaut as XdfTeil);
    else if (this.bauart.kinder[name]?.mehrfach) this.legeZu(name, gebaut);
    else this.kinder.set(name, gebaut);
  }

  /** Puts text or an element of an unknown kind after what stands there already. */
  haengeAn(teil: XdfTeil | string): void {
    if (this.reihe === leer) this.reihe = [];
    this.reihe.push(teil);
  }

  private legeZu(name: string, gebaut: unknown): void {
    const before = this.kinder.get(name);
    if (Array.isArray(before)) before.push(gebaut);
    else this.kinder.set(name, [gebaut]);
  }
}

/** Whether the innermost element is a group that stands within itself, in whichever version: nobody could ever fill it in. */
export function kreisMit(ebenen: readonly Ebene[], id: string): boolean {
  if (ebenen.at(-1)?.name !== 'datenfeldgruppe') return false;
  return ebenen.slice(0, -1).some((each) => each.name === 'datenfeldgruppe' && kennungVon(each)?.id === id);
}

const xsi = 'http://www.w3.org/2001/XMLSchema-instance';

/** Whether the standard knows an attribute at an element. */
export function kenntAttribut(bauart: Bauart, { local, uri }: Name): boolean {
  return bauart.frei === true || (bauart.attribute.includes(local) && (uri === '' || uri === xsi));
}
