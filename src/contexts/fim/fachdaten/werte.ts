import { type Answers, isJsonObject } from '#forms';
import type { Platz } from './belegung.ts';

type Json = Answers[string];

/** An answer as the texts of its elements, one each where it holds several. */
export function texteVon(
  { type, teil }: Pick<Platz, 'type' | 'teil'>,
  answer: Json | undefined,
): readonly string[] {
  if (answer === undefined || answer === null || answer === '') return [];
  if (teil !== null) return teilText(type, teil, answer);
  if (Array.isArray(answer)) return answer.flatMap((each) => texteVon({ type, teil }, each));
  if (type === 'money' && typeof answer === 'number') return [(answer / 100).toFixed(2)];
  if (typeof answer !== 'object') return [String(answer)];
  if (type === 'file' && 'id' in answer) return [String(answer.id)];
  return [JSON.stringify(answer)];
}

const anTag: Readonly<Record<string, readonly [from: number, to: number]>> = {
  year: [0, 4],
  month: [5, 7],
  day: [8, 10],
};

function teilText(type: Platz['type'], teil: string, answer: Json): readonly string[] {
  const [from, to] = anTag[teil] ?? [0, 0];
  if (type === 'partialDate' && typeof answer === 'string') {
    const text = answer.slice(from, to);
    return /^0+$/.test(text) ? [] : [text];
  }
  const text = isJsonObject(answer) ? answer[teil] : undefined;
  return typeof text === 'string' && text !== '' ? [text] : [];
}

const lists: ReadonlySet<string> = new Set(['multichoice', 'nationality']);
const parts: ReadonlySet<string> = new Set(['name', 'period', 'datetime', 'location', 'address']);

/** What texts of elements say as an answer, or why they say none. */
export type Gelesen =
  | { readonly ok: true; readonly wert: Json }
  | { readonly ok: false; readonly falsch: string };

export function antwortAus(type: Platz['type'], texts: readonly string[]): Gelesen {
  const [first = ''] = texts;
  if (type === 'file') return wert(texts.map((id) => ({ id })));
  if (lists.has(type)) return wert([...texts]);
  if (texts.length > 1)
    return { ok: false, falsch: `steht ${texts.length} Mal da, gefragt ist eine Antwort` };
  const form = formen[type];
  if (form && !form.muster.test(first)) return falsch(first, form.soll);
  return wert(form ? form.lies(first) : parts.has(type) ? ausJson(first) : first);
}

interface Form {
  readonly muster: RegExp;
  readonly soll: string;
  readonly lies: (text: string) => Json;
}

const wahrheit: Form = {
  muster: /^(true|false)$/,
  soll: 'true oder false',
  lies: (text) => text === 'true',
};

/** What texts of these kinds look like. */
const formen: Readonly<Partial<Record<Platz['type'], Form>>> = {
  yesno: wahrheit,
  declaration: wahrheit,
  consent: wahrheit,
  money: {
    muster: /^-?\d{1,12}(\.\d{1,2})?$/,
    soll: 'ein Betrag wie 12.50',
    lies: (text) => Math.round(Number(text) * 100),
  },
  number: { muster: /^-?\d{1,15}(\.\d{1,6})?$/, soll: 'eine Zahl wie 12.5', lies: Number },
  date: { muster: /^\d{4}-\d{2}-\d{2}$/, soll: 'ein Tag wie 2026-01-31', lies: (text) => text },
};

function wert(value: Json): Gelesen {
  return { ok: true, wert: value };
}

function falsch(text: string, wanted: string): Gelesen {
  return { ok: false, falsch: `„${text.slice(0, 60)}“ passt nicht, hier steht ${wanted}` };
}

function ausJson(text: string): Json {
  try {
    const read: Json = JSON.parse(text);
    return read;
  } catch {
    return text;
  }
}

/** An answer in parts together with one part more. */
export function mitTeil(type: Platz['type'], before: Json | undefined, teil: string, text: string): Json {
  if (type === 'partialDate') {
    const date = typeof before === 'string' ? before : '0000-00-00';
    const [from, to] = anTag[teil] ?? [0, 0];
    return date.slice(0, from) + text.padStart(to - from, '0').slice(0, to - from) + date.slice(to);
  }
  return { ...(isJsonObject(before) ? before : {}), [teil]: text };
}
