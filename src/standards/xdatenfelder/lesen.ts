import type { SaxesTagPlain } from 'saxes';
import type { Stelle } from '../xml-text/index.ts';
import type { Bauart, Kind } from './bauart.ts';
import { type Dienste, Ebene, kenntAttribut, kreisMit } from './ebene.ts';
import { Gedaechtnis } from './gedaechtnis.ts';
import { mostHinweise, type XdfGrenzen } from './grenzen.ts';
import type { XdfHinweis, XdfKennung, XdfNachricht } from './modell.ts';
import { type Name, Namensraeume, nenntNamensraum } from './namensraum.ts';
import { elementPfad } from './pfad.ts';
import { fassungOf, nachrichtBauart } from './rahmen.ts';
import { Verweigert, type XdfCodeOfRefusal, xdfRefusal } from './refusals.ts';

const ohne: Record<string, string> = {};

/** Where a file is. Kept as a class because the handlers of the parser share its state. */
export class Lesung {
  private zeile = 1;
  private spalte = 1;
  private readonly raeume = new Namensraeume();
  private readonly ebenen: Ebene[] = [];
  /** Levels that wait for their next element. */
  private readonly vorrat: Ebene[] = [];
  private fertig: Omit<XdfNachricht, 'hinweise'> | null = null;
  private readonly gedaechtnis = new Gedaechtnis();
  private readonly hinweise: XdfHinweis[] = [];
  private readonly grenzen: XdfGrenzen;
  readonly stelle: () => Stelle;
  private namespace = '';
  private elemente = 0;
  /** How often the parser said something: whoever feeds it sees by this whether it swallows one endless text. */
  gesagt = 0;

  constructor(grenzen: XdfGrenzen, stelle: () => Stelle) {
    this.grenzen = grenzen;
    this.stelle = stelle;
  }

  /** Where the last element began. */
  get beginn(): Stelle {
    return { zeile: this.zeile, spalte: this.spalte };
  }

  beginneBei(zeile: number, spalte: number): void {
    this.zeile = zeile;
    this.spalte = spalte;
  }

  get begonnen(): boolean {
    return this.namespace !== '';
  }

  verweigere(code: XdfCodeOfRefusal, at: Stelle = this.stelle(), detail = ''): never {
    throw new Verweigert(xdfRefusal(code, at, elementPfad(this.ebenen), detail));
  }

  hinweis(art: XdfHinweis['art'], was: string): void {
    this.gesagt += 1;
    if (this.hinweise.length < mostHinweise)
      this.hinweise.push({ art, was: was.trim().slice(0, 200), stelle: this.stelle() });
  }

  oeffne(tag: SaxesTagPlain): void {
    if (this.ebenen.length >= this.grenzen.tiefe) this.verweigere('XDF_TOO_DEEP', this.beginn, tag.name);
    this.elemente += 1;
    this.gesagt += 1;
    if (this.elemente > this.grenzen.elemente) this.verweigere('XDF_TOO_MUCH', this.beginn, tag.name);
    const above = this.ebenen.at(-1);
    const raeume = (above?.raeume ?? this.raeume).mit(tag.attributes);
    const name = raeume.element(tag.name) ?? this.ohneNamensraum(tag.name);
    const bauart = above ? this.kindVon(above, name) : this.wurzelVon(name);
    const attribute = this.attributeVon(tag, raeume, bauart);
    const ebene = this.vorrat.pop() ?? new Ebene(this.dienste);
    ebene.beginne(name.local, raeume, bauart, attribute);
    ebene.zeile = this.zeile;
    ebene.spalte = this.spalte;
    this.ebenen.push(ebene);
  }

  text(text: string): void {
    this.gesagt += 1;
    const ebene = this.ebenen.at(-1);
    if (ebene === undefined) return;
    if (!ebene.bauart.text) {
      if (/\S/.test(text)) this.verweigere('XDF_TEXT_OUTSIDE', this.stelle(), text.trim());
      return;
    }
    if (ebene.text.length + text.length > this.grenzen.textZeichen) this.verweigere('XDF_TOO_LONG');
    if (ebene.bauart.frei) ebene.haengeAn(this.gedaechtnis.text(text));
    else ebene.text += text;
  }

  schliesse(): void {
    this.gesagt += 1;
    const ebene = this.ebenen.at(-1);
    if (ebene === undefined) return;
    const { bauart, name } = ebene;
    for (const kind in bauart.kinder)
      if (bauart.kinder[kind]?.pflicht && !ebene.kinder.has(kind))
        this.verweigere('XDF_ELEMENT_MISSING', ebene.stelle, kind);
    if (bauart.form && !bauart.form.test(ebene.text.trim()))
      this.verweigere('XDF_VALUE', ebene.stelle, `${name}: ${ebene.text.trim()}`);
    ebene.text = this.gedaechtnis.text(ebene.text);
    const gebaut = bauart.baue(ebene);
    this.ebenen.pop();
    this.vorrat.push(ebene);
    const above = this.ebenen.at(-1);
    if (name === 'identifikation' && kreisMit(this.ebenen, (gebaut as XdfKennung).id))
      this.verweigere('XDF_RECURSION', this.oben, (gebaut as XdfKennung).id);
    if (above === undefined) this.fertig = gebaut as Omit<XdfNachricht, 'hinweise'>;
    else above.lege(name, gebaut);
  }

  /** What the whole file says; only after its end. */
  nachricht(): XdfNachricht {
    if (this.fertig === null) return this.verweigere('XDF_EMPTY');
    return { ...this.fertig, hinweise: this.hinweise };
  }

  private readonly dienste: Dienste = {
    verweigere: (code, detail) => this.verweigere(code, this.oben, detail),
    behalte: (art, name, wert) => this.gedaechtnis.wert(art, name, wert),
    gleicherInhalt: (kennung, inhalt) => {
      if (!this.gedaechtnis.gleich(kennung, inhalt))
        this.verweigere('XDF_ID_COLLISION', this.oben, kennung.trim());
    },
  };

  private get oben(): Stelle {
    return this.ebenen.at(-1)?.stelle ?? this.beginn;
  }

  private wurzelVon(tag: Name): Bauart {
    const fassung = fassungOf(tag.uri);
    if (fassung === null) return this.verweigere('XDF_NAMESPACE', this.beginn, tag.uri || 'keiner');
    if (fassung === '1') return this.verweigere('XDF_FASSUNG_1', this.beginn);
    this.namespace = tag.uri;
    return nachrichtBauart(tag.local, fassung) ?? this.verweigere('XDF_NACHRICHT', this.beginn, tag.local);
  }

  private kindVon(above: Ebene, tag: Name): Bauart {
    if (above.bauart.frei) return above.bauart;
    const own = tag.uri === this.namespace || (tag.uri === '' && tag.local === 'code');
    const known = own && Object.hasOwn(above.bauart.kinder, tag.local);
    const kind: Kind | undefined = known ? above.bauart.kinder[tag.local] : undefined;
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

  private attributeVon(
    { attributes }: SaxesTagPlain,
    raeume: Namensraeume,
    bauart: Bauart,
  ): Readonly<Record<string, string>> {
    let attribute: Record<string, string> = ohne;
    for (const key in attributes) {
      const value = attributes[key] ?? '';
      if (nenntNamensraum(key)) continue;
      const name = raeume.attribut(key) ?? this.ohneNamensraum(key);
      if (value.length > this.grenzen.textZeichen) this.verweigere('XDF_TOO_LONG', this.beginn, key);
      if (!kenntAttribut(bauart, name)) this.verweigere('XDF_ATTRIBUTE_UNKNOWN', this.beginn, key);
      if (attribute === ohne) attribute = {};
      attribute[bauart.frei ? key : name.local] = this.gedaechtnis.text(value);
    }
    return attribute;
  }

  private ohneNamensraum(name: string): never {
    return this.verweigere('XDF_MALFORMED', this.beginn, `„${name}“ ohne Namensraum`);
  }
}
