import { addDays, type LocalDate } from '#kernel';
import { type LevelText, shownParts } from './level-text.ts';
import { addMass, emptyMass, readingEase } from './readability.ts';

/** What is known of a Leistung at a Kommune. */
export interface QualityFacts {
  /** The texts that hold there, the most special first. */
  readonly texts: readonly LevelText[];
  /** Whether an office for it can be named, not only the town hall. */
  readonly amt: boolean;
  readonly online: 'eigen' | 'fremd' | 'keiner';
  /** How many words of the thesaurus lead to it. */
  readonly woerter: number;
  /** How many of its links were found broken. */
  readonly kaputt: number;
}

/** One line of the reckoning. */
export interface Kriterium {
  readonly key: string;
  readonly label: string;
  readonly punkte: number;
  readonly von: number;
  readonly grund: string;
}

/** The sections that a description needs, by LeiKa text module, and what each is worth. */
const sections = [
  { key: 'kurz', label: 'Kurz gesagt', module: ['24'], von: 8 },
  { key: 'worum', label: 'Worum geht es?', module: ['05', '06'], von: 14 },
  { key: 'fuer-wen', label: 'Für wen ist das?', module: ['09'], von: 8 },
  { key: 'unterlagen', label: 'Was brauchen Sie?', module: ['08'], von: 10 },
  { key: 'kosten', label: 'Was kostet es?', module: ['98'], von: 10 },
  { key: 'dauer', label: 'Wie lange dauert es?', module: ['95'], von: 5 },
  { key: 'frist', label: 'Welche Frist gilt?', module: ['97'], von: 5 },
  { key: 'ablauf', label: 'Wie läuft es ab?', module: ['11'], von: 6 },
  { key: 'recht', label: 'Rechtsgrundlage', module: ['07'], von: 4 },
] as const;

export const sectionCount = sections.length;

/** So old may the oldest shown part be. */
const freshDays = 730;
/** From this value up the index of Amstad calls a text of middling difficulty; hardly any office's text reaches 60. */
const leastEase = 40;
const leastWords = 3;

/** The whole reckoning; its points add up to at most 100. */
export function reckon(facts: QualityFacts, today: LocalDate): readonly Kriterium[] {
  const parts = shownParts(facts.texts);
  const modules = new Map(parts.map((part) => [part.modul, part]));
  return [
    ...sections.map(({ key, label, module, von }) => {
      const part = module.map((modul) => modules.get(modul)).find((each) => each !== undefined);
      const grund = part
        ? `steht da, Text: ${part.text.ebene} (${part.text.redaktion})`
        : 'fehlt auf allen Ebenen';
      return line(key, label, von, part !== undefined, grund);
    }),
    freshLine(oldestDay(facts.texts), today),
    easeLine(easeOf(facts.texts)),
    line(
      'amt',
      'Amt',
      8,
      facts.amt,
      facts.amt ? 'ein Amt ist genannt' : 'höchstens das Rathaus allgemein ist genannt',
    ),
    line('online', 'Onlinedienst', 6, facts.online !== 'keiner', onlineText[facts.online]),
    line(
      'woerter',
      'Wörter im Thesaurus',
      4,
      facts.woerter >= leastWords,
      `${facts.woerter} Wörter, nötig sind ${leastWords}`,
    ),
    linkLine(facts),
  ];
}

/** The sum of a reckoning. */
export function pointsOf(lines: readonly Kriterium[]): number {
  return lines.reduce((sum, { punkte }) => sum + punkte, 0);
}

const onlineText = {
  eigen: 'ein Onlinedienst dieser Kommune',
  fremd: 'ein Onlinedienst eines anderen Anbieters',
  keiner: 'kein Onlinedienst bekannt',
} as const;

function line(key: string, label: string, von: number, good: boolean, grund: string): Kriterium {
  return { key, label, punkte: good ? von : 0, von, grund };
}

function freshLine(day: string | null, today: LocalDate): Kriterium {
  const grund =
    day === null
      ? 'kein Text mit Tag'
      : `ältester gezeigter Text vom ${day.split('-').toReversed().join('.')}`;
  return line('frische', 'Frische', 6, day !== null && day >= addDays(today, -freshDays), grund);
}

function easeLine(ease: number | null): Kriterium {
  const grund =
    ease === null ? 'zu wenig Text' : `${ease} von 100 nach Flesch und Amstad, nötig sind ${leastEase}`;
  return line('lesbar', 'Verständlichkeit', 4, ease !== null && ease >= leastEase, grund);
}

function linkLine({ texts, kaputt }: QualityFacts): Kriterium {
  const found =
    kaputt === 0
      ? 'kein Link mit Fehler bekannt'
      : kaputt === 1
        ? '1 Link mit Fehler'
        : `${kaputt} Links mit Fehler`;
  return line(
    'links',
    'Links',
    2,
    texts.length > 0 && kaputt === 0,
    texts.length === 0 ? 'kein Text' : found,
  );
}

/** The day of the oldest text of which citizens read a part; null where none has one. */
export function oldestDay(texts: readonly LevelText[]): string | null {
  const days = shownParts(texts).flatMap(({ text }) => text.stand ?? []);
  return days.toSorted()[0] ?? null;
}

/** How easily all that citizens read of a Leistung reads together. */
export function easeOf(texts: readonly LevelText[]): number | null {
  return readingEase(shownParts(texts).reduce((sum, { mass }) => addMass(sum, mass), emptyMass));
}

/** How many of the sections that a description needs are there. */
export function sectionsThere(texts: readonly LevelText[]): number {
  const there = new Set(shownParts(texts).map(({ modul }) => modul));
  return sections.filter(({ module }) => module.some((modul) => there.has(modul))).length;
}

/** Whether somebody should look at a text again: its own day came, or a text of a feed is older than two years. */
export function isDue({ pruefenBis, stand }: LevelText, today: LocalDate): boolean {
  if (pruefenBis !== null) return pruefenBis <= today;
  return stand !== null && stand < addDays(today, -freshDays);
}
