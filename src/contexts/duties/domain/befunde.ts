import type { LocalDate } from '#kernel';
import type { DutyLeistung } from './reichweite.ts';
import { gapBetween, type Schnittmenge, schnittmengeOf, shareLeistung, umfangOf } from './schnittmenge.ts';
import type { Uebertragung } from './uebertragung.ts';

export const befundarten = [
  'ueberschneidung',
  'kreislauf',
  'doppelt',
  'luecke',
  'ungeklaert',
  'ohne-datum',
] as const;

export type Befundart = (typeof befundarten)[number];

export const befundartLabel: Readonly<Record<Befundart, string>> = {
  ueberschneidung: 'Überschneidung',
  kreislauf: 'Kreislauf',
  doppelt: 'doppelt eingetragen',
  luecke: 'Lücke',
  ungeklaert: 'Ziel ungeklärt',
  'ohne-datum': 'ohne Datum',
};

/** What is wrong, or worth a look, in the register: both sides are named, in the order in which they stand. */
export interface Befund {
  readonly art: Befundart;
  readonly belege: readonly Uebertragung[];
  readonly aufgabeIds: readonly string[];
  readonly von: LocalDate | null;
  readonly bis: LocalDate | null;
}

/** Findings that leave open who acts: no such entry is taken. */
export function isHindrance({ art }: Befund): boolean {
  return art === 'ueberschneidung' || art === 'kreislauf';
}

/** Everything that is to be said of a register. */
export function befundeOf(
  uebertragungen: readonly Uebertragung[],
  leistungen: readonly DutyLeistung[],
): readonly Befund[] {
  const seen = new Set<string>();
  const all = uebertragungen.flatMap((each, index) =>
    befundeFor(each, uebertragungen.toSpliced(index, 1), leistungen),
  );
  return all.filter((befund) => {
    const key = `${befund.art} ${befund.belege.map(({ id }) => id).toSorted()} ${befund.von}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What is to be said of one transfer beside the others. */
export function befundeFor(
  neu: Uebertragung,
  others: readonly Uebertragung[],
  leistungen: readonly DutyLeistung[],
): readonly Befund[] {
  return [
    ...overlaps(neu, others, leistungen),
    ...circles(neu, others, leistungen),
    ...gaps(neu, others, leistungen),
    ...alone(neu),
  ];
}

function overlaps(
  neu: Uebertragung,
  others: readonly Uebertragung[],
  leistungen: readonly DutyLeistung[],
): readonly Befund[] {
  return others.flatMap((other) => {
    if (other.von !== neu.von || other.nach === null || neu.nach === null) return [];
    const both = schnittmengeOf(umfangOf(neu), umfangOf(other));
    if (both === null || !shareLeistung([neu, other], leistungen)) return [];
    const same = other.nach.ags === neu.nach.ags && other.nach.name === neu.nach.name;
    const { aufgabeIds, validFrom: von, validTo: bis } = both;
    return [{ art: same ? 'doppelt' : 'ueberschneidung', belege: [neu, other], aufgabeIds, von, bis }];
  });
}

/** Ways from the target of the new transfer back to its origin, for the same tasks, days and Gemeinden. */
function circles(
  neu: Uebertragung,
  others: readonly Uebertragung[],
  leistungen: readonly DutyLeistung[],
): readonly Befund[] {
  return waysBack({ weg: [neu], umfang: umfangOf(neu) }, neu.von, others)
    .filter(({ weg }) => shareLeistung(weg, leistungen))
    .map(({ weg, umfang: { aufgabeIds, validFrom: von, validTo: bis } }) => ({
      art: 'kreislauf',
      belege: weg,
      aufgabeIds,
      von,
      bis,
    }));
}

/** Transfers one after another, and for what all of them hold at once. */
interface Kette {
  readonly weg: readonly Uebertragung[];
  readonly umfang: Schnittmenge;
}

function waysBack(kette: Kette, origin: string, others: readonly Uebertragung[]): readonly Kette[] {
  const here = kette.weg.at(-1)?.nach?.ags;
  if (here === origin) return [kette];
  const onward = others.filter((next) => next.von === here && !kette.weg.includes(next));
  return onward.flatMap((next) => {
    const umfang = schnittmengeOf(kette.umfang, umfangOf(next));
    return umfang === null ? [] : waysBack({ weg: [...kette.weg, next], umfang }, origin, others);
  });
}

/** Days between two transfers of the same task, in which it falls back to whom the norm names. */
function gaps(
  neu: Uebertragung,
  others: readonly Uebertragung[],
  leistungen: readonly DutyLeistung[],
): readonly Befund[] {
  const alike = others.filter(
    (other) => other.von === neu.von && sharesTask(neu, other) && shareLeistung([neu, other], leistungen),
  );
  return alike.flatMap((other) => {
    const [first, second] = startOf(neu) <= startOf(other) ? [neu, other] : [other, neu];
    const gap = gapBetween(first, second);
    if (gap === null || alike.some((third) => covers(third, gap))) return [];
    const aufgabeIds = neu.aufgabeIds.filter((id) => other.aufgabeIds.includes(id));
    return [{ art: 'luecke', belege: [first, second], aufgabeIds, ...gap }];
  });
}

function sharesTask(a: Uebertragung, b: Uebertragung): boolean {
  const everAt = { validFrom: null, validTo: null };
  return schnittmengeOf({ ...umfangOf(a), ...everAt }, { ...umfangOf(b), ...everAt }) !== null;
}

/** Whether another transfer holds on some day of the gap, so that the two are no neighbours. */
function covers(
  third: Uebertragung,
  { von, bis }: { readonly von: LocalDate; readonly bis: LocalDate },
): boolean {
  return (
    (third.validFrom === null || third.validFrom <= bis) && (third.validTo === null || third.validTo >= von)
  );
}

function startOf({ validFrom }: Uebertragung): string {
  return validFrom ?? '';
}

function alone(neu: Uebertragung): readonly Befund[] {
  const { aufgabeIds, validFrom: von, validTo: bis } = neu;
  const one = (art: Befundart): Befund => ({ art, belege: [neu], aufgabeIds, von, bis });
  return [...(neu.nach === null ? [one('ungeklaert')] : []), ...(von === null ? [one('ohne-datum')] : [])];
}
