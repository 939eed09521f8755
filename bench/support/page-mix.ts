import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An address with the kind of page that it shows. */
export interface Visit {
  readonly kind: string;
  readonly path: string;
}

type Pick = <T>(list: readonly T[]) => T;

const data = join(import.meta.dirname, '../../data');
const lemgo = '05766044';
const verdicts = ['selbst', 'Kreis', 'Land', 'Bund', 'offen', 'andere Stelle'];
const words = ['Wohngeld', 'Hund', 'führerschein', 'Gewerbe anmelden', 'baugenehmigung', 'Eltern', 'steuer'];
const days = ['2024-12-31', '2025-06-01', '2026-11-21'];

const bodies = idsIn('gebiet/gemeinden-nrw.jsonl', 'ags').concat(idsIn('gebiet/kreise-nrw.jsonl', 'ags'));
const leistungen = idsIn('katalog/leistungen.jsonl', 'id');

/** Of twenty visits so many go to each kind of page. */
const shares: readonly (readonly [kind: string, share: number, path: (pick: Pick) => string])[] = [
  ['start page', 2, () => '/'],
  ['duty list of Lemgo', 4, (pick) => `/kommunen/${lemgo}/pflichten?${narrowed(pick)}`],
  ['duty list of any body', 4, (pick) => `/kommunen/${pick(bodies)}/pflichten?${narrowed(pick)}`],
  ['duty with its chain', 3, (pick) => `/kommunen/${pick(bodies)}/pflichten/${pick(leistungen)}`],
  ['catalogue search', 2, (pick) => `/katalog/leistungen?suche=${encodeURIComponent(pick(words))}`],
  ['Leistung', 2, (pick) => `/katalog/leistungen/${pick(leistungen)}`],
  ['Kommunen', 1, (pick) => `/kommunen?seite=${pick([1, 2, 3, 4])}`],
  ['rules', 1, () => '/regeln'],
  ['audit trail', 1, () => '/pruefspur'],
];

/** The address of each visit, the same in every run: kinds in turn by their share, what they show by a fixed chance. */
export function visits(): (index: number) => Visit {
  const turn = shares.flatMap(([kind, share, path]) => Array.from({ length: share }, () => ({ kind, path })));
  const pick = pickFrom(20_261_121);
  return () => {
    const { kind, path } = pick(turn);
    return { kind, path: path(pick) };
  };
}

/** How the list of duties is asked for: plain, by verdict, by words, by page, by order, by day. */
function narrowed(pick: Pick): string {
  const asked: readonly Readonly<Record<string, string>>[] = [
    {},
    { urteil: pick(verdicts) },
    { suche: pick(words) },
    { seite: String(pick([2, 5, 20, 60])) },
    { sortierung: pick(['name', '-name', 'ergebnis', 'beleg']) },
    { urteil: pick(verdicts), suche: pick(words) },
    { datum: pick(days), urteil: 'offen', seite: '3' },
  ];
  return new URLSearchParams(pick(asked)).toString();
}

/** Chooses by a fixed sequence (a linear congruence), so that two runs ask for the same. */
function pickFrom(seed: number): Pick {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const chosen = list[Math.floor((state / 2 ** 32) * list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
}

function idsIn(file: string, key: string): readonly string[] {
  const [, ...lines] = readFileSync(join(data, file), 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as Record<string, string>)[key] ?? '');
}

/** The AGS of the bodies of Nordrhein-Westfalen. */
export function allBodies(): readonly string[] {
  return bodies;
}
