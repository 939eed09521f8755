/** One section that a citation names, with the Absätze it narrows itself to; `bis` ends a range of sections. */
export interface NormZitat {
  readonly gesetz: string;
  readonly von: string;
  readonly bis: string | null;
  readonly absaetze: readonly string[];
}

type Stelle = Omit<NormZitat, 'gesetz'>;
type Token = {
  readonly art: 'paragraf' | 'absatz' | 'unter' | 'bis' | 'zahl' | 'gesetz';
  readonly text: string;
};

/** What ends the reach of a section towards „its“ law: the next statement, or a remark in brackets. */
const statements = /[;:()]/;
const tokens: readonly (readonly [Token['art'] | null, RegExp])[] = [
  [null, /^(?:[\s,/]+|(?:und|sowie|oder|ff?\.|de[rs])(?=\s)|i\. ?V\. ?m\.)/],
  [null, /^(?:Anhang|Anlage)\s+[IVX\d]+[a-z]?(?=\s)/],
  ['paragraf', /^§{1,2}/],
  ['absatz', /^(?:Abs\.|Absatz)/],
  ['unter', /^(?:Satz|S\.|Nr\.|Nummer|Buchst\.|Halbsatz|Hs\.|Alt\.|UAbs\.)/],
  ['bis', /^(?:[–-]|bis(?=\s))/],
  ['zahl', /^\d+[a-z]?(?![\w.]|\. ?[A-ZÄÖÜ])/],
  // The whole name up to the next mark: „ZustVO Verkehr NRW“ and „FZV a. F.“ are other laws than „ZustVO“ and „FZV“.
  ['gesetz', /^(?:\d+\. ?)?[A-ZÄÖÜ][^,/§]*?(?=\s+(?:(?:und|sowie|oder)\s+§|i\. ?V\. ?m\.)|[,/§]|\s*$)/],
];

/** The sections that a norm's citation names, in its order; what cannot be told for certain is left out. */
export function zitateOf(norm: string): readonly NormZitat[] {
  return norm.split(statements).flatMap((statement) => zitateOfStatement(tokensOf(statement)));
}

function tokensOf(statement: string): readonly Token[] {
  const found: Token[] = [];
  let rest = statement;
  while (rest !== '') {
    const [art, text] = nextToken(rest);
    if (art !== null) found.push({ art, text: text.trim() });
    rest = rest.slice(text.length);
  }
  return found;
}

function nextToken(rest: string): readonly [Token['art'] | null, string] {
  for (const [art, pattern] of tokens) {
    const text = pattern.exec(rest)?.[0];
    if (text) return [art, text];
  }
  return [null, rest.slice(0, 1)];
}

/** Sections wait for the law that follows them. */
function zitateOfStatement(found: readonly Token[]): readonly NormZitat[] {
  const zitate: NormZitat[] = [];
  let waiting: Stelle[] = [];
  let mode: Token['art'] = 'gesetz';
  let range = false;
  for (const { art, text } of found) {
    if (art === 'bis') range = true;
    else if (art === 'zahl') {
      waiting = withNumber(waiting, mode, text, range);
      range = false;
    } else {
      mode = art;
      range = false;
    }
    if (art !== 'gesetz') continue;
    zitate.push(...waiting.map((stelle) => ({ gesetz: text, ...stelle })));
    waiting = [];
  }
  return zitate;
}

function withNumber(waiting: readonly Stelle[], mode: Token['art'], text: string, range: boolean): Stelle[] {
  const last = waiting.at(-1);
  if (mode === 'paragraf' && !(range && last)) {
    return [...waiting, { von: text, bis: null, absaetze: [] }];
  }
  if (!last || (mode !== 'paragraf' && mode !== 'absatz')) return [...waiting];
  const before = waiting.slice(0, -1);
  if (mode === 'paragraf') return [...before, { ...last, bis: text }];
  const more = range ? numbersTo(last.absaetze.at(-1), text) : [text];
  return [...before, { ...last, absaetze: [...last.absaetze, ...more] }];
}

/** „1–3“ names 2 as well; a law has no hundred Absätze. */
function numbersTo(from: string | undefined, to: string): readonly string[] {
  const [first, end] = [Number.parseInt(from ?? to, 10) + 1, Number.parseInt(to, 10)];
  const between = Array.from({ length: Math.min(Math.max(end - first, 0), 99) }, (_, i) => String(first + i));
  return [...between, to];
}

/** „§ 14 Abs. 1 GewO“. */
export function zitatText({ gesetz, von, bis, absaetze }: NormZitat): string {
  const stelle = bis === null ? `§ ${von}` : `§§ ${von}–${bis}`;
  return `${stelle}${absaetze.length > 0 ? ` Abs. ${absaetze.join(', ')}` : ''} ${gesetz}`;
}
