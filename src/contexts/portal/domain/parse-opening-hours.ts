import {
  type FieldProblem,
  formatLocalDate,
  type LocalDate,
  ok,
  parseLocalDate,
  type Result,
  refuse,
} from '#kernel';
import {
  type Ausnahme,
  type Oeffnungszeiten,
  type Uhrzeit,
  type Wochentag,
  wochentage,
  wochentagLabel,
  type Zeitraum,
} from './opening-hours.ts';

const span = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:–|-|bis)\s*(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?$/;
const dayThen = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\s*:?\s+(.*)$/;
const closedThen = /^geschlossen(?:\s+(.*))?$/;
const timesThen = /^([\d:.,\s–-]+(?:Uhr)?)(?:\s+(\D.*))?$/;
const most = { spans: 4, exceptions: 60, reason: 120 };

/** How opening hours are typed: a line for each weekday, a line for each exception. */
export interface TypedHours {
  readonly woche: Readonly<Record<Wochentag, string>>;
  readonly ausnahmen: string;
}

/** Reads typed opening hours; an empty weekday is closed. The refusal names each field `<prefix>mo`, `<prefix>ausnahmen`. */
export function parseOeffnungszeiten(
  typed: TypedHours,
  prefix: string,
): Result<Oeffnungszeiten, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const ofDay = (tag: Wochentag): readonly Zeitraum[] => {
    const zeiten = parseZeiten(typed.woche[tag]);
    if (zeiten !== null) return zeiten;
    const message = `${wochentagLabel[tag]}: Bitte schreiben Sie zum Beispiel „8:00–12:00, 14:00–17:30“, die Zeiten nacheinander. Bleibt das Feld leer, ist geschlossen.`;
    problems.push({ field: `${prefix}${tag}`, message });
    return [];
  };
  const [mo, di, mi] = [ofDay('mo'), ofDay('di'), ofDay('mi')];
  const [donnerstag, fr, sa, so] = [ofDay('do'), ofDay('fr'), ofDay('sa'), ofDay('so')];
  const ausnahmen = parseAusnahmen(typed.ausnahmen);
  if (!ausnahmen.ok) problems.push({ field: `${prefix}ausnahmen`, message: ausnahmen.refusal });
  if (problems.length > 0 || !ausnahmen.ok) return refuse(problems);
  return ok({ woche: { mo, di, mi, do: donnerstag, fr, sa, so }, ausnahmen: ausnahmen.value });
}

/** `8:00–12:00, 14–17:30` as spans in order; null where it is none. Empty and „geschlossen“ give none. */
export function parseZeiten(text: string): readonly Zeitraum[] | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.toLowerCase() === 'geschlossen') return [];
  const zeiten: Zeitraum[] = [];
  for (const part of trimmed.split(',')) {
    const match = span.exec(part.trim());
    const von = match && uhrzeit(match[1], match[2]);
    const bis = match && uhrzeit(match[3], match[4]);
    const before = zeiten.at(-1)?.bis ?? '00:00';
    if (!von || !bis || von >= bis || von < before) return null;
    zeiten.push({ von, bis });
  }
  return zeiten.length <= most.spans ? zeiten : null;
}

function uhrzeit(hours = '', minutes = '00'): Uhrzeit | null {
  const text = `${hours.padStart(2, '0')}:${minutes}`;
  return text <= '24:00' && minutes < '60' ? text : null;
}

function parseAusnahmen(text: string): Result<readonly Ausnahme[], string> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length > most.exceptions) return refuse(`Bitte höchstens ${most.exceptions} Tage nennen.`);
  const byDay = new Map<LocalDate, Ausnahme>();
  for (const [index, line] of lines.entries()) {
    const ausnahme = parseAusnahme(line.trim());
    if (ausnahme === null)
      return refuse(
        `Zeile ${index + 1}: Bitte schreiben Sie zum Beispiel „24.12.2026 geschlossen Heiligabend“ oder „31.12.2026 8:00–12:00 Silvester“.`,
      );
    if (byDay.has(ausnahme.tag))
      return refuse(`Zeile ${index + 1}: Der ${formatLocalDate(ausnahme.tag)} steht zweimal da.`);
    byDay.set(ausnahme.tag, ausnahme);
  }
  return ok([...byDay.values()].toSorted((a, b) => (a.tag < b.tag ? -1 : 1)));
}

function parseAusnahme(line: string): Ausnahme | null {
  const [, day = '', month = '', year = '', rest = ''] = (line.length <= 300 && dayThen.exec(line)) || [];
  const tag = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const closed = closedThen.exec(rest);
  const open = timesThen.exec(rest);
  const zeiten = closed ? [] : open && parseZeiten(open[1] ?? '');
  const grund = (closed?.[1] ?? open?.[2] ?? '').trim();
  if (!tag.ok || zeiten === null || (!closed && zeiten.length === 0) || grund.length > most.reason)
    return null;
  return { tag: tag.value, zeiten, grund };
}

/** `8:00–12:00, 14:00–17:30`; empty where there are none. */
export function formatZeiten(zeiten: readonly Zeitraum[]): string {
  return zeiten.map(({ von, bis }) => `${shortTime(von)}–${shortTime(bis)}`).join(', ');
}

/** `8:00` for `08:00`. */
export function shortTime(zeit: Uhrzeit): string {
  return zeit.replace(/^0/, '');
}

/** Opening hours as they are typed; reading them again gives the same. */
export function typedHoursOf({ woche, ausnahmen }: Oeffnungszeiten): TypedHours {
  const line = ({ tag, zeiten, grund }: Ausnahme) =>
    `${formatLocalDate(tag)} ${formatZeiten(zeiten) || 'geschlossen'} ${grund}`.trim();
  const typed = Object.fromEntries(wochentage.map((tag) => [tag, formatZeiten(woche[tag])]));
  return {
    woche: { mo: '', di: '', mi: '', do: '', fr: '', sa: '', so: '', ...typed },
    ausnahmen: ausnahmen.map(line).join('\n'),
  };
}
