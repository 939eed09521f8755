import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ok, type Result, refuse } from '#kernel';

/** The most bytes and elements of a drawing; a Wappen is a small thing. */
export const svgMost = 100_000;
const elementsMost = 3_000;
const depthMost = 40;

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';

const shapes: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath'],
]);

/** Says something to people or machines, draws nothing. */
const silent: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);

const geometry: ReadonlySet<string> = new Set([
  ...['viewBox', 'preserveAspectRatio', 'id', 'd', 'x', 'y', 'width', 'height', 'rx', 'ry', 'cx', 'cy', 'r'],
  ...['x1', 'y1', 'x2', 'y2', 'fx', 'fy', 'points', 'transform', 'offset', 'pathLength'],
  ...['gradientUnits', 'gradientTransform', 'spreadMethod', 'clipPathUnits'],
]);

const painting: ReadonlySet<string> = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'],
  ...['stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-opacity', 'opacity', 'color'],
  ...['stop-color', 'stop-opacity', 'clip-path', 'clip-rule', 'display', 'visibility'],
]);

class Unfit extends Error {}

/**
 * Rebuilds a drawing from the shapes that it holds, and from nothing else. Refused, each with a sentence: scripts, styles,
 * pictures and addresses of elsewhere, document types, entities, text, and whatever this list does not know.
 */
export function readSvg(text: string): Result<string, string> {
  if (text.length > svgMost)
    return refuse(`Die Zeichnung ist größer als ${svgMost / 1000} kB. Bitte vereinfachen Sie sie.`);
  try {
    return ok(rebuilt(text));
  } catch (error) {
    if (error instanceof Unfit) return refuse(error.message);
    return refuse('Die Datei ist keine lesbare SVG-Zeichnung.');
  }
}

function rebuilt(text: string): string {
  const parser = new SaxesParser({ xmlns: true });
  const parts: string[] = [];
  // How deep inside something that is left out; the elements that stand open.
  let dropped = 0;
  const open: string[] = [];
  let count = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Unfit(
      'Die Zeichnung hat eine DOCTYPE-Angabe. Bitte speichern Sie sie als „einfaches SVG“ ohne DTD.',
    );
  });
  parser.on('processinginstruction', () => {
    throw new Unfit('Die Zeichnung verweist auf eine Formatvorlage. Bitte speichern Sie sie ohne.');
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > elementsMost || open.length > depthMost)
      throw new Unfit('Die Zeichnung ist zu verschachtelt. Bitte vereinfachen Sie sie.');
    if (dropped > 0 || isSilent(tag)) {
      dropped += 1;
      return;
    }
    parts.push(startOf(tag, open.length === 0));
    open.push(tag.local);
  });
  parser.on('closetag', () => {
    if (dropped > 0) dropped -= 1;
    else parts.push(`</${open.pop()}>`);
  });
  parser.write(text).close();
  if (parts.length === 0) throw new Unfit('Die Datei enthält keine Zeichnung.');
  return parts.join('');
}

function isSilent({ uri, local }: SaxesTagNS): boolean {
  return uri !== svgNamespace || silent.has(local);
}

function startOf(tag: SaxesTagNS, isRoot: boolean): string {
  if (isRoot !== (tag.local === 'svg'))
    throw new Unfit(
      isRoot
        ? 'Die Datei ist keine SVG-Zeichnung.'
        : 'Eine Zeichnung steckt in einer anderen. Bitte lösen Sie das auf.',
    );
  if (!shapes.has(tag.local)) throw new Unfit(refusedElement(tag.local));
  const kept = Object.values(tag.attributes).flatMap((attribute) => attributesOf(tag.local, attribute));
  const own = isRoot
    ? [`xmlns="${svgNamespace}"`, ...rooted(kept)]
    : kept.map(([name, value]) => written(name, value));
  return `<${[tag.local, ...own].join(' ')}>`;
}

function refusedElement(name: string): string {
  const words: Readonly<Record<string, string>> = {
    script: 'Die Zeichnung enthält ein Skript.',
    style:
      'Die Zeichnung enthält eine Formatvorlage (style). Bitte schreiben Sie Farben an die Formen selbst.',
    image: 'Die Zeichnung bindet ein Bild ein. Bitte laden Sie es als PNG hoch oder zeichnen Sie es nach.',
    foreignObject: 'Die Zeichnung bettet fremde Inhalte ein.',
    use: 'Die Zeichnung wiederholt Teile mit „use“. Bitte lösen Sie das in Ihrem Zeichenprogramm auf.',
    text: 'Die Zeichnung enthält Schrift. Bitte wandeln Sie sie in Pfade um.',
    a: 'Die Zeichnung enthält einen Link.',
  };
  return (
    words[name] ??
    `Die Zeichnung enthält „${name.slice(0, 30)}“, das hier nicht erlaubt ist. Erlaubt sind Formen, Farben und Verläufe.`
  );
}

type Kept = readonly [name: string, value: string];

interface Attribute {
  readonly local: string;
  readonly uri: string;
  readonly name: string;
  readonly value: string;
}

function attributesOf(element: string, { local, uri, name, value }: Attribute): readonly Kept[] {
  if (/^on/i.test(local)) throw new Unfit(`Die Zeichnung enthält eine Anweisung (${name.slice(0, 30)}).`);
  if (local === 'href' && (uri === '' || uri === xlinkNamespace)) return hrefOf(element, value);
  if (uri !== '') return [];
  if (local === 'style') return styleOf(value);
  if (!geometry.has(local) && !painting.has(local)) return [];
  return [[local, checked(local, value)]];
}

function hrefOf(element: string, value: string): readonly Kept[] {
  if (!/^#[\w-]{1,80}$/.test(value.trim()))
    throw new Unfit('Die Zeichnung verweist auf eine andere Datei oder Adresse.');
  return element.endsWith('Gradient') ? [['href', value.trim()]] : [];
}

function styleOf(value: string): readonly Kept[] {
  return value.split(';').flatMap((part): readonly Kept[] => {
    const [name = '', ...rest] = part.split(':');
    const property = name.trim();
    const text = rest.join(':').trim();
    if (/url|@|expression|\\/i.test(text)) checked(property, text);
    return painting.has(property) ? [[property, checked(property, text)]] : [];
  });
}

/** Numbers, names, colours and references inside the drawing; no address, nothing that could end the attribute. */
function checked(name: string, value: string): string {
  const inside = value.replaceAll(/url\(\s*(['"]?)#[\w-]{1,80}\1\s*\)/g, '');
  if (/url|:|@|\\/i.test(inside))
    throw new Unfit('Die Zeichnung verweist auf eine andere Datei oder Adresse.');
  if (!/^[\w\s#.,%()+'"-]*$/.test(value))
    throw new Unfit(`Die Zeichnung enthält bei „${name.slice(0, 30)}“ Zeichen, die dort nicht hingehören.`);
  return value.replaceAll(/\s+/g, ' ').trim();
}

/** A drawing scales with its viewBox; its own size in pixels says nothing here. */
function rooted(kept: readonly Kept[]): readonly string[] {
  const of = (name: string) => kept.find(([one]) => one === name)?.[1];
  const size = ['width', 'height'].map((name) => Number.parseFloat(of(name) ?? ''));
  const viewBox = of('viewBox') ?? (size.every((one) => one > 0) ? `0 0 ${size.join(' ')}` : null);
  if (viewBox === null) throw new Unfit('Der Zeichnung fehlt ihre Größe (viewBox).');
  const others = kept.filter(([name]) => !['viewBox', 'width', 'height', 'x', 'y'].includes(name));
  return [written('viewBox', viewBox), ...others.map(([name, value]) => written(name, value))];
}

function written(name: string, value: string): string {
  return `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
}
