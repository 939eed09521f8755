import type { LocalDate } from '#kernel';

/** The contract between a Kommune and a provider, made once, below which every service is called off. */
export interface Rahmenvereinbarung {
  readonly tenant: string;
  readonly id: string;
  readonly anbieterId: string;
  readonly anbieter: string;
  readonly ags: string;
  readonly kommune: string;
  readonly titel: string;
  readonly gueltigVon: LocalDate;
  readonly gueltigBis: LocalDate | null;
  readonly kuendigungMonate: number;
  readonly gezeichnetVon: string;
  readonly datei: string | null;
  readonly gekuendigtZum: LocalDate | null;
}

/** Its last day: as agreed, or as notice was given. */
export function letzterTag({ gueltigBis, gekuendigtZum }: Rahmenvereinbarung): LocalDate | null {
  if (gueltigBis === null) return gekuendigtZum;
  return gekuendigtZum !== null && gekuendigtZum < gueltigBis ? gekuendigtZum : gueltigBis;
}

/** Whether it holds on a day. */
export function gilt(rahmen: Rahmenvereinbarung, day: LocalDate): boolean {
  const last = letzterTag(rahmen);
  return rahmen.gueltigVon <= day && (last === null || day <= last);
}

/** Whether two spans have a day in common. */
export function ueberschneidet(rahmen: Rahmenvereinbarung, von: LocalDate, bis: LocalDate | null): boolean {
  const last = letzterTag(rahmen);
  return (last === null || von <= last) && (bis === null || rahmen.gueltigVon <= bis);
}
