import { isValidOn, type LocalDate } from '#kernel';
import type { Uebertragung } from './uebertragung.ts';

/** The forms in which a task goes from one body to another. */
export const delegationsformen = ['vereinbarung', 'zweckverband', 'heranziehung', 'gesetz'] as const;

export type Delegationsform = (typeof delegationsformen)[number];

export const delegationsformLabel: Readonly<Record<Delegationsform, string>> = {
  vereinbarung: 'Öffentlich-rechtliche Vereinbarung',
  zweckverband: 'Zweckverband',
  heranziehung: 'Heranziehungssatzung',
  gesetz: 'Gesetz',
};

/** What was stated and confirmed about the register: a transfer is entered, or one ends. */
export type Delegationsinhalt =
  | { readonly art: 'eintragen'; readonly form: Delegationsform; readonly uebertragung: Uebertragung }
  | { readonly art: 'beenden'; readonly zielId: string; readonly letzterTag: LocalDate };

/** A confirmed entry of the register. */
export interface BestaetigteDelegation {
  readonly id: string;
  readonly inhalt: Delegationsinhalt;
  readonly begruendung: string;
  /** The names of the organisations that stated and confirmed. */
  readonly angegebenHaus: string;
  readonly bestaetigtHaus: string;
  readonly bestaetigtAm: Date;
}

/** The transfers in force with what was confirmed here: new ones behind, ended ones with their last day. */
export function withDelegationen(
  shipped: readonly Uebertragung[],
  decisions: readonly Pick<BestaetigteDelegation, 'inhalt'>[],
): readonly Uebertragung[] {
  const byId = new Map(shipped.map((each) => [each.id, each]));
  for (const { inhalt } of decisions) {
    if (inhalt.art === 'eintragen') byId.set(inhalt.uebertragung.id, inhalt.uebertragung);
    else end(byId, inhalt.zielId, inhalt.letzterTag);
  }
  return [...byId.values()];
}

/** A transfer that ends before it began never held. */
function end(byId: Map<string, Uebertragung>, id: string, letzterTag: LocalDate): void {
  const ended = byId.get(id);
  if (ended === undefined) return;
  if (ended.validFrom !== null && letzterTag < ended.validFrom) byId.delete(id);
  else byId.set(id, { ...ended, validTo: letzterTag });
}

/** Where a transfer stands on a day. */
export const delegationsstaende = ['gilt', 'künftig', 'beendet'] as const;

export type Delegationsstand = (typeof delegationsstaende)[number];

export function delegationsstandOn(uebertragung: Uebertragung, date: LocalDate): Delegationsstand {
  if (isValidOn(uebertragung, date)) return 'gilt';
  return uebertragung.validFrom !== null && date < uebertragung.validFrom ? 'künftig' : 'beendet';
}
