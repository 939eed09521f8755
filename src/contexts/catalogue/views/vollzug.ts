import type { LocalDate } from '#kernel';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import { regelungOf } from '../domain/regelung.ts';

/** Who executes a Leistung over all bodies, in words, and where the rule comes from. */
export interface VollzugView {
  readonly gruppen: readonly {
    /** „selbst“, „Kreis“, „Land“ … as the bodies answer. */
    readonly wer: string;
    readonly koerperschaften: number;
    readonly stellen: readonly string[];
  }[];
  /** „geerbt von OZG-Leistung 10513“ or „eigene Regel“. */
  readonly herkunft: string;
  /** Where Typisierung and norm contradict each other about who regulates. */
  readonly zweifel: string | null;
  readonly regeln: readonly { readonly id: string; readonly norm: string; readonly beleg: string }[];
}

/** Port: the second axis of a Leistung on a day. `duties` answers, `app` wires. */
export type VollzugFor = (leistung: Leistung, date: LocalDate) => Promise<VollzugView>;

/** The two axes as the API and the commands give them; `vollzug` is null where nobody wired the answer. */
export function achsenJson(catalogue: Catalogue, leistung: Leistung, vollzug: VollzugView | null) {
  const regelung = regelungOf(catalogue, leistung);
  return {
    regelung: regelung.wer,
    vollzugLautTypisierung: regelung.vollzug,
    vollzug: vollzug && {
      gruppen: vollzug.gruppen.map((gruppe) => ({ ...gruppe, stellen: [...gruppe.stellen] })),
      herkunft: vollzug.herkunft,
      zweifel: vollzug.zweifel,
      regeln: vollzug.regeln.map((regel) => ({ ...regel })),
    },
  };
}
