import type { Feld } from '#fields';
import { membersOfActor } from '#identity';
import { formatLocalDate, parseLocalDate } from '#kernel';
import type { Kriterien, Nachweis, Stand, StandFeld } from '../domain/stand.ts';
import { parseZustand } from '../domain/zustand.ts';
import type { LoesungName, Person } from '../doors-deps.ts';
import { fallzahlArtLabel, nachweisArtLabel, zustandLabel } from '../messages.ts';

/** What is needed to say values in words. */
export interface Namen {
  readonly personen: readonly Person[];
  readonly loesungen: readonly LoesungName[];
  /** Fields as they are worded here, by whose labels own ones go. */
  readonly felder: readonly Feld[];
  readonly fachbereiche: { readonly fachbereiche: readonly { readonly id: string; readonly name: string }[] };
}

/** The value of a field as people read it. */
export function feldText(namen: Namen, feld: StandFeld, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'leer';
  return texts[feld]?.(value, namen) ?? plainText(value);
}

const person = (value: unknown, { personen }: Namen) => nameOf(personen, value);
const criteria = (value: unknown) => `${Object.keys(value as Kriterien).length} Kriterien beantwortet`;

const texts: Readonly<Partial<Record<StandFeld, (value: unknown, namen: Namen) => string>>> = {
  zustand: (value) => zustandLabel[parseZustand(String(value)) ?? 'nicht-begonnen'],
  zustaendig: person,
  vertretung: person,
  fachbereichId: (value, { fachbereiche }) => nameOf(fachbereiche.fachbereiche, value),
  loesungId: (value, { loesungen }) => nameOf(loesungen, value),
  fallzahlArt: (value) => (value === 'gezaehlt' ? fallzahlArtLabel.gezaehlt : fallzahlArtLabel.geschaetzt),
  nachweis: (value) => nachweisText(value as Nachweis),
  kriterien11: criteria,
  kriterien20: criteria,
  felder: (value, { felder }) => eigeneText(value as Stand['felder'], felder),
};

function eigeneText(werte: Stand['felder'], felder: readonly Feld[]): string {
  const labels = new Map(felder.map(({ key, label }) => [key, label]));
  const texts = Object.entries(werte).map(([key, text]) => `${labels.get(key) ?? key}: ${plainText(text)}`);
  return texts.join(', ') || 'leer';
}

function plainText(value: unknown): string {
  const day = parseLocalDate(String(value));
  return day.ok ? formatLocalDate(day.value) : String(value);
}

/** The name of who made a statement; a machine, the operator or the system say what they are. */
export function werText(personen: readonly Person[], actor: string): string {
  const members = membersOfActor(actor);
  if (members === null) return otherActors[actor.split(':')[0] ?? ''] ?? actor;
  const name = nameOf(personen, members.id);
  return members.actingFor === null
    ? name
    : `${name} in Vertretung für ${nameOf(personen, members.actingFor)}`;
}

const otherActors: Readonly<Record<string, string>> = {
  maschine: 'eine Maschine mit Zugang',
  betreiber: 'der Betrieb an der Befehlszeile',
  system: 'Leitwerk selbst',
};

function nameOf(named: readonly { readonly id: string; readonly name: string }[], id: unknown): string {
  return named.find((each) => each.id === id)?.name ?? String(id);
}

function nachweisText({ art, link, text }: Nachweis): string {
  return [nachweisArtLabel[art], link, text].filter(Boolean).join(', ');
}
