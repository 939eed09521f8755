import type { SaxesTagNS } from 'saxes';
import type { Stelle } from '../xml-text/index.ts';
import type { Bauart, Kind, Offen } from './bauart.ts';
import { mostHinweise, type XdfGrenzen } from './grenzen.ts';
import type { XdfCode, XdfHinweis, XdfKennung, XdfNachricht, XdfTeil } from './modell.ts';
import { elementPfad, kennungVon } from './pfad.ts';
import { fassungOf, nachrichtBauart, nachrichtVon } from './rahmen.ts';
import { type XdfCodeOfRefusal, type XdfRefusal, xdfRefusal } from './refusals.ts';

/** An element whose end tag has not come. */
interface Ebene {
  readonly name: string;
  readonly bauart: Bauart;
  readonly attribute: Readonly<Record<string, string>>;
  /** Made when the first child comes: most elements have none. */
  kinder: Map<string, unknown[]>;
  reihe: (XdfTeil | string)[];
  readonly stelle: Stelle;
  text: string;
}

/** Stops the parser from within one of its handlers. */
export class Verweigert extends Error {
  readonly refusal: XdfRefusal;

  constructor(refusal: XdfRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const keine: Map<string, unknown[]> = new Map();
const leer: (XdfTeil | string)[] = [];
const ohne: Record<string, string> = {};

const xsi = 'http://www.w3.org/2001/XMLSchema-instance';

/** Where a file is. Kept as a class because the handlers of the parser share its state. */
export class Lesung {
  /** Where the last element began. */
  beginn: Stelle = { zeile: 1, spalte: 1 };
  private readonly ebenen: Ebene[] = [];
  private readonly fertig = new Map<string, unknown[]>();
  private readonly inhalte = new Map<string, string>();
  private readonly codes = new Map<string, XdfCode>();
  private readonly hinweise: XdfHinweis[] = [];
  private readonly grenzen: XdfGrenzen;
  readonly stelle: () => Stelle;
  private namespace = '';
  private elemente = 0;

  constructor(grenzen: XdfGrenzen, stelle: () => Stelle) {
    this.grenzen = grenzen;
    this.stelle = stelle;
  }

  get begonnen(): boolean {
    return this.namespace !== '';
  }

  verweigere(code: XdfCodeOfRefusal, at: Stelle = this.stelle(), detail = ''): never {
    throw new Verweigert(xdfRefusal(code, at, elementPfad(this.ebenen), detail));
  }

  hinweis(art: XdfHinweis['art'], was: string): void {
    if (this.hinweise.length < mostHinweise)
      this.hinweise.push({ art, was: was.trim().slice(0, 200), stelle: this.stelle() });
  }

  oeffne(tag: SaxesTagNS): void {
    if (this.ebenen.length >= this.grenzen.tiefe) this.verweigere('XDF_TOO_DEEP', this.beginn, tag.local);
    this.elemente += 1;
    if (this.elemente > this.grenzen.elemente) this.verweigere('XDF_TOO_MUCH', this.beginn, tag.local);
    const above = this.ebenen.at(-1);
    const bauart = above ? this.kindVon(above, tag) : this.wurzelVon(tag);
    this.ebenen.push({
      name: tag.local,
      bauart,
      attribute: this.attributeVon(tag, bauart),
      kinder: keine,
      reihe: leer,
      stelle: this.beginn,
      text: '',
    });
  }

  text(text: string): void {
    const ebene = this.ebenen.at(-1);
    if (ebene === undefined) return;
    if (!ebene.bauart.text) {
      if (/\S/.test(text)) this.verweigere('XDF_TEXT_OUTSIDE', this.stelle(), text.trim());
      return;
    }
    if (ebene.text.length + text.length > this.grenzen.textZeichen) this.verweigere('XDF_TOO_LONG');
    if (ebene.bauart.frei) ebene.reihe = [...ebene.reihe, text];
    else ebene.text += text;
  }

  schliesse(): void {
    const ebene = this.ebenen.at(-1);
    if (ebene === undefined) return;
    const { bauart, name } = ebene;
    for (const kind in bauart.kinder)
      if (bauart.kinder[kind]?.pflicht && !ebene.kinder.has(kind))
        this.verweigere('XDF_ELEMENT_MISSING', ebene.stelle, kind);
    if (bauart.form && !bauart.form.test(ebene.text.trim()))
      this.verweigere('XDF_VALUE', ebene.stelle, `${name}: ${ebene.text.trim()}`);
    const gebaut = bauart.baue(this.offen(ebene));
    this.ebenen.pop();
    const above = this.ebenen.at(-1);
    if (name === 'identifikation') this.pruefeKreis(gebaut as XdfKennung);
    if (above?.bauart.frei) above.reihe = [...above.reihe, gebaut as XdfTeil];
    else this.lege(above, name, gebaut);
  }

  /** What the whole file says; only after its end. */
  nachricht(): XdfNachricht {
    const found = nachrichtVon(this.fertig);
    if (found === undefined) return this.verweigere('XDF_EMPTY');
    return { ...found, hinweise: this.hinweise };
  }

  /** A group within itself, in whichever version, could never be filled in to its end. */
  private pruefeKreis({ id }: XdfKennung): void {
    const above = this.ebenen.at(-1);
    if (above?.name !== 'datenfeldgruppe') return;
    const around = this.ebenen.slice(0, -1).filter(({ name }) => name === 'datenfeldgruppe');
    if (around.some((each) => kennungVon(each)?.id === id))
      this.verweigere('XDF_RECURSION', above.stelle, id);
  }

  private lege(above: Ebene | undefined, name: string, gebaut: unknown): void {
    if (above === undefined) {
      this.fertig.set('nachricht', [gebaut]);
      return;
    }
    if (above.kinder === keine) above.kinder = new Map();
    const before = above.kinder.get(name);
    if (before) before.push(gebaut);
    else above.kinder.set(name, [gebaut]);
  }

  private offen(ebene: Ebene): Offen {
    const { name, attribute, text, kinder, reihe, stelle } = ebene;
    return { name, attribute, text, kinder, reihe, stelle, ...this.dienste };
  }

  /** What builders may ask for; the same for every element, for there are hundreds of thousands. */
  private readonly dienste: Pick<Offen, 'verweigere' | 'behalte' | 'gleicherInhalt'> = {
    verweigere: (code, detail) => this.verweigere(code, this.oben, detail),
    behalte: (code) => this.behalte(code),
    gleicherInhalt: (kennung, inhalt) => {
      const before = this.inhalte.get(kennung);
      if (before === undefined) this.inhalte.set(kennung, inhalt);
      else if (before !== inhalt) this.verweigere('XDF_ID_COLLISION', this.oben, kennung.trim());
    },
  };

  private get oben(): Stelle {
    return this.ebenen.at(-1)?.stelle ?? this.beginn;
  }

  private behalte(code: XdfCode): XdfCode {
    const key = `${code.code} ${code.listUri} ${code.listVersion}`;
    const before = this.codes.get(key);
    if (before === undefined) this.codes.set(key, code);
    return before ?? code;
  }

  private wurzelVon(tag: SaxesTagNS): Bauart {
    const fassung = fassungOf(tag.uri);
    if (fassung === null) return this.verweigere('XDF_NAMESPACE', this.beginn, tag.uri || 'keiner');
    if (fassung === '1') return this.verweigere('XDF_FASSUNG_1', this.beginn);
    this.namespace = tag.uri;
    return nachrichtBauart(tag.local, fassung) ?? this.verweigere('XDF_NACHRICHT', this.beginn, tag.local);
  }

  private kindVon(above: Ebene, tag: SaxesTagNS): Bauart {
    if (above.bauart.frei) return above.bauart;
    const own = tag.uri === this.namespace || (tag.uri === '' && tag.local === 'code');
    const kind: Kind | undefined = own
      ? Object.getOwnPropertyDescriptor(above.bauart.kinder, tag.local)?.value
      : undefined;
    if (kind === undefined)
      return this.verweigere(
        'XDF_ELEMENT_UNKNOWN',
        this.beginn,
        own ? tag.local : `${tag.local} aus ${tag.uri || 'keinem Namensraum'}`,
      );
    if (!kind.mehrfach && above.kinder.has(tag.local))
      this.verweigere('XDF_ELEMENT_TWICE', this.beginn, tag.local);
    return kind.bauart();
  }

  private attributeVon(tag: SaxesTagNS, bauart: Bauart): Readonly<Record<string, string>> {
    let attribute: Record<string, string> = ohne;
    for (const key in tag.attributes) {
      const found = tag.attributes[key];
      if (found === undefined || found.prefix === 'xmlns' || key === 'xmlns') continue;
      if (found.value.length > this.grenzen.textZeichen) this.verweigere('XDF_TOO_LONG', this.beginn, key);
      const known = bauart.attribute.includes(found.local) && (found.uri === '' || found.uri === xsi);
      if (!known && !bauart.frei) this.verweigere('XDF_ATTRIBUTE_UNKNOWN', this.beginn, key);
      if (attribute === ohne) attribute = {};
      attribute[bauart.frei ? key : found.local] = found.value;
    }
    return attribute;
  }
}
