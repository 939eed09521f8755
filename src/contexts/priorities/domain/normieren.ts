import type { LocalDate } from '#kernel';
import { skala } from './kriterium.ts';

const priorities = [1000, 667, 333, 0] as const;

/** Level 1 (first) … 4 (last) of the OZG-Umsetzungskatalog. */
export function ausPrioritaet(stufe: number): number {
  return priorities[Math.min(4, Math.max(1, stufe)) - 1] ?? 0;
}

/** Levels 1 … 5, the higher the more. */
export function ausStufe(stufe: number): number {
  return (Math.min(5, Math.max(1, stufe)) - 1) * 250;
}

/** Levels 1 … 5, where the simplest comes first. */
export function ausKomplexitaet(stufe: number): number {
  return skala - ausStufe(stufe);
}

/** A maturity of 0 … 4 (model 1.1) that a ready Lösung reaches. */
export function ausReifegrad(reifegrad: number): number {
  return Math.min(4, Math.max(0, reifegrad)) * 250;
}

/** Six powers of ten from one case a year in 100,000 inhabitants. */
const zehnerstufen = 6;

/**
 * Cases a year in 100,000 inhabitants. Every tenfold adds a sixth, between them it goes on straight, in whole numbers:
 * 0 → 0, 1 → 166, 10 → 333, 100 → 500, 1,000 → 666, 10,000 → 833, from 100,000 on 1,000.
 */
export function ausFallzahl(faelle: number): number {
  if (faelle < 1) return 0;
  let power = 1;
  let stufe = 1;
  for (; power * 10 <= faelle; power *= 10) stufe += 1;
  if (stufe >= zehnerstufen) return skala;
  const span = 9 * power;
  return Math.floor((skala * (stufe * span + faelle - power)) / (zehnerstufen * span));
}

/** Cases of all inhabitants, as whole cases in 100,000 of them. */
export function jeHunderttausend(faelle: number, einwohner: number): number {
  return einwohner <= 0 ? 0 : Math.floor((faelle * 100_000) / einwohner);
}

/** The most minutes that make a difference: half a working day. */
const meisteMinuten = 240;

/** What a case costs its user today, in minutes. */
export function ausMinuten(minuten: number): number {
  return Math.floor((Math.min(meisteMinuten, Math.max(0, minuten)) * skala) / meisteMinuten);
}

/** The share of the Kommunen that answered which need it; „später“ counts half. `null` where nobody answered. */
export function ausBedarf({ ja, spaeter, geantwortet }: Bedarfszahlen): number | null {
  if (geantwortet <= 0) return null;
  return Math.floor((skala * (2 * ja + spaeter)) / (2 * geantwortet));
}

export interface Bedarfszahlen {
  readonly ja: number;
  readonly spaeter: number;
  readonly geantwortet: number;
}

/** Five years before a day nothing presses yet. */
const fristTage = 1825;

/** Days until the law wants it: on the day itself and after it 1,000, five years before 0. */
export function ausTagen(tage: number): number {
  return Math.floor((skala * (fristTage - Math.min(fristTage, Math.max(0, tage)))) / fristTage);
}

/** Whole days from one day to another. */
export function tageBis(von: LocalDate, bis: LocalDate): number {
  return Math.round((Date.parse(`${bis}T00:00:00Z`) - Date.parse(`${von}T00:00:00Z`)) / 86_400_000);
}
