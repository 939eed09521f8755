/** A name of an element or attribute, told apart by the namespace that its prefix stands for. */
export interface Name {
  readonly uri: string;
  readonly local: string;
}

const declares = /^xmlns(?::|$)/;
const form = /^(?:([^:]+):)?([^:]+)$/;

/** Which namespaces hold in an element. Kept as a class because it remembers names: a file has few, and each very often. */
export class Namensraeume {
  private readonly uris: ReadonlyMap<string, string>;
  private readonly namen = new Map<string, Name | null>();

  constructor(
    uris: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]),
  ) {
    this.uris = uris;
  }

  /** Those of an element inside: the same ones where it declares none. */
  mit(attribute: Readonly<Record<string, string>>): Namensraeume {
    let own: Map<string, string> | null = null;
    for (const key in attribute) {
      if (!declares.test(key)) continue;
      own ??= new Map(this.uris);
      own.set(key.slice('xmlns:'.length), attribute[key] ?? '');
    }
    return own === null ? this : new Namensraeume(own);
  }

  /** The name of an element; `null` where nobody said what its prefix stands for. */
  element(qualified: string): Name | null {
    const before = this.namen.get(qualified);
    if (before !== undefined) return before;
    const [, prefix = '', local] = form.exec(qualified) ?? [];
    const uri = this.uris.get(prefix) || (prefix === '' ? '' : null);
    const name = local === undefined || uri === null ? null : { uri, local };
    this.namen.set(qualified, name);
    return name;
  }

  /** The name of an attribute: without a prefix it is in no namespace. */
  attribut(qualified: string): Name | null {
    return form.test(qualified) && !qualified.includes(':')
      ? { uri: '', local: qualified }
      : this.element(qualified);
  }
}

/** Whether an attribute only declares a namespace. */
export function nenntNamensraum(qualified: string): boolean {
  return declares.test(qualified);
}
