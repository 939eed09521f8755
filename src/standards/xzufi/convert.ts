import type { XzufiFassung } from './fassung.ts';
import { type Model, type ModelType, modelOf } from './model.ts';
import { bareElement, element, textAt, textOf, type XmlNode } from './xml-node.ts';

/** An object in another version, and the paths of what that version has no element for. */
export interface Converted {
  readonly inhalt: XmlNode;
  readonly ausgelassen: readonly string[];
}

/** Names of one meaning: 2.2.0 on the left, 2.3.1 on the right. */
const renamed: readonly (readonly [string, string])[] = [
  ['versionsinformation', 'versionsinformationen'],
  ['idLeistungImKontext', 'leistungImKontextID'],
  ['idProzess', 'prozessID'],
];
const upwards = new Map(renamed);
const downwards = new Map(renamed.map(([old, fresh]) => [fresh, old]));

/**
 * A Leistung in another version. Elements that only the other name has are renamed, the LeiKa key changes its element, the
 * access channel that 2.3.1 wants is „all“. What the models of both versions do not know stays; what only the old one knows is
 * left out and named. Other objects are the same in both, as far as anything about them is attested.
 */
export function convertObjekt(inhalt: XmlNode, from: XzufiFassung, to: XzufiFassung): Converted {
  if (from === to || inhalt.name !== 'leistung') return { inhalt, ausgelassen: [] };
  const ausgelassen: string[] = [];
  const type = { from: modelOf(from).get('Leistung'), to: modelOf(to).get('Leistung') };
  const done = convertType(inhalt, type, {
    from: modelOf(from),
    to: modelOf(to),
    up: to === '2.3.1',
    path: 'leistung',
    leftOut: (path) => ausgelassen.push(path),
  });
  return { inhalt: done, ausgelassen };
}

interface Step {
  readonly from: Model;
  readonly to: Model;
  readonly up: boolean;
  readonly path: string;
  readonly leftOut: (path: string) => void;
}

interface Types {
  readonly from: ModelType | undefined;
  readonly to: ModelType | undefined;
}

function convertType(node: XmlNode, types: Types, step: Step): XmlNode {
  const children = node.children.flatMap((child): readonly (XmlNode | string)[] =>
    typeof child === 'string' ? [child] : convertChild(child, types, step),
  );
  const needsChannel =
    step.up && types.to?.has('zugangskanal') === true && types.from?.has('zugangskanal') === false;
  return { ...node, children: needsChannel ? [allChannels(), ...children] : children };
}

function convertChild(child: XmlNode, { from, to }: Types, step: Step): XmlNode[] {
  const leika = leikaReference(child, step.up);
  if (leika) return [leika];
  const known = from?.get(child.name);
  const name = (step.up ? upwards : downwards).get(child.name) ?? child.name;
  if (known === undefined || to === undefined) return [child];
  const target = to.get(name);
  const path = `${step.path}/${child.name}`;
  if (target === undefined) {
    step.leftOut(path);
    return [];
  }
  const inner = {
    from: known.typen.length === 1 ? step.from.get(known.typen[0] ?? '') : undefined,
    to: target.typen.length === 1 ? step.to.get(target.typen[0] ?? '') : undefined,
  };
  return [convertType({ ...child, name }, inner, { ...step, path })];
}

/** 2.2.0 names the LeiKa key as a code, 2.3.1 as an id. */
function leikaReference(child: XmlNode, up: boolean): XmlNode | null {
  const scheme = 'urn:de:fim:leika:leistung';
  if (up && child.name === 'referenzLeiKa')
    return element('referenzLeistungsschluessel', [textAt(child, 'code')], { schemeID: scheme });
  if (!up && child.name === 'referenzLeistungsschluessel')
    return element('referenzLeiKa', [bareElement('code', [textOf(child)])], {
      listURI: scheme,
      listVersionID: '',
    });
  return null;
}

function allChannels(): XmlNode {
  return element('zugangskanal', [bareElement('code', ['000'])], {
    listURI: 'urn:xoev-de:fim:codeliste:zugangskanal',
    listVersionID: '',
  });
}
