import type { Catalogue, Leistung, LeistungId, OzgLeistung } from './catalogue.ts';
import { type DeltaKind, deltaKinds } from './delta-kinds.ts';

/** A field with its value before and after, as text; null where there was or is none. */
export interface DeltaChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One entry that differs between two Fassungen. */
export interface DeltaEntry {
  readonly ebene: 'Leistung' | 'OZG-Leistung';
  /** Our number of a Leistung, or the OZG number. */
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly DeltaKind[];
  readonly changes: readonly DeltaChange[];
  /** What it continues in, or what it continues. */
  readonly partner: readonly { readonly id: LeistungId; readonly name: string }[];
}

/** Everything that differs between two Fassungen, Leistungen first, each in the order of its number. */
export function catalogueDelta(from: Catalogue, to: Catalogue): readonly DeltaEntry[] {
  const links = linksBetween(from, to);
  const ended = from.leistungen.filter(({ id }) => !to.leistungById.has(id));
  const kept = to.leistungen.flatMap((after) => {
    const before = from.leistungById.get(after.id);
    return before ? changedEntry(from, to, before, after) : [addedEntry(from, after, links)];
  });
  return [...kept, ...ended.map((before) => endedEntry(to, before, links)), ...ozgDelta(from, to)].toSorted(
    (a, b) => a.ebene.localeCompare(b.ebene) || (a.id < b.id ? -1 : 1),
  );
}

/** How often each kind occurs; an entry with two kinds counts for both. */
export function deltaCounts(entries: readonly DeltaEntry[]): Readonly<Record<DeltaKind, number>> {
  const counts = Object.fromEntries(deltaKinds.map((kind) => [kind, 0])) as Record<DeltaKind, number>;
  for (const { kinds } of entries) for (const kind of kinds) counts[kind] += 1;
  return counts;
}

interface Links {
  readonly forward: ReadonlyMap<LeistungId, readonly LeistungId[]>;
  readonly back: ReadonlyMap<LeistungId, readonly LeistungId[]>;
}

/** Which Leistungen continue which, whatever the direction in which the two Fassungen are compared. */
function linksBetween(from: Catalogue, to: Catalogue): Links {
  const forward = new Map<LeistungId, LeistungId[]>();
  const back = new Map<LeistungId, LeistungId[]>();
  const known = to.nachfolgen.length > from.nachfolgen.length ? to.nachfolgen : from.nachfolgen;
  for (const { von, nach } of known) {
    for (const [a, b] of [
      [von, nach],
      [nach, von],
    ] as const) {
      const starts = from.leistungById.has(a) && to.leistungById.has(b);
      const changes = !to.leistungById.has(a) || !from.leistungById.has(b);
      if (!starts || !changes || a === b) continue;
      forward.set(a, [...new Set([...(forward.get(a) ?? []), b])]);
      back.set(b, [...new Set([...(back.get(b) ?? []), a])]);
    }
  }
  return { forward, back };
}

function addedEntry(from: Catalogue, after: Leistung, { forward, back }: Links): DeltaEntry {
  const sources = back.get(after.id) ?? [];
  const split = sources.some(
    (id) => (forward.get(id) ?? []).length > 1 || from.leistungById.has(id) === false,
  );
  const kind =
    sources.length === 0 ? 'neu' : sources.length === 1 || split ? 'neu-teilung' : 'neu-zusammenlegung';
  return { ...entryOf(after), kinds: [kind], changes: [], partner: namesOf(from, sources) };
}

function endedEntry(to: Catalogue, before: Leistung, { forward }: Links): DeltaEntry {
  const targets = forward.get(before.id) ?? [];
  const kind = targets.length === 0 ? 'beendet' : targets.length === 1 ? 'zusammengelegt' : 'geteilt';
  return { ...entryOf(before), kinds: [kind], changes: [], partner: namesOf(to, targets) };
}

function namesOf(catalogue: Catalogue, ids: readonly LeistungId[]): DeltaEntry['partner'] {
  return ids.toSorted().map((id) => ({ id, name: catalogue.leistungById.get(id)?.name ?? id }));
}

function entryOf({ id, name }: Leistung) {
  return { ebene: 'Leistung', id, name } as const;
}

interface Comparison {
  readonly kind: DeltaKind;
  readonly field: string;
  readonly textOf: (leistung: Leistung, catalogue: Catalogue) => string | null;
}

const comparisons: readonly Comparison[] = [
  { kind: 'umbenannt', field: 'Name', textOf: ({ name }) => name },
  {
    kind: 'verschoben',
    field: 'OZG-Leistung',
    textOf: ({ ozgId }, { ozgById }) =>
      ozgId === null ? null : `${ozgId} ${ozgById.get(ozgId)?.name ?? ''}`.trim(),
  },
  { kind: 'schluessel', field: 'LeiKa-Schlüssel', textOf: ({ leika }) => leika },
  { kind: 'typisierung', field: 'Typisierung', textOf: ({ typ }) => typ },
  { kind: 'geaendert', field: 'Art', textOf: ({ leistungstyp }) => leistungstyp },
  { kind: 'geaendert', field: 'SDG Anhang I', textOf: ({ sdg1 }) => yesNo(sdg1) },
  { kind: 'geaendert', field: 'SDG Anhang II', textOf: ({ sdg2 }) => yesNo(sdg2) },
  { kind: 'geaendert', field: 'Gesetze', textOf: ({ gesetze }) => gesetze.join('; ') || null },
  {
    kind: 'geaendert',
    field: 'Rechtsgrundlagen',
    textOf: ({ rechtsgrundlagen }) =>
      rechtsgrundlagen.map(({ text, url }) => (url ? `${text} (${url})` : text)).join('; ') || null,
  },
];

function changedEntry(from: Catalogue, to: Catalogue, before: Leistung, after: Leistung): DeltaEntry[] {
  const found = comparisons.flatMap(({ kind, field, textOf }) => {
    // An OZG-Leistung that only got another name has not moved anything.
    if (kind === 'verschoben' && before.ozgId === after.ozgId) return [];
    const [old, now] = [textOf(before, from), textOf(after, to)];
    return old === now ? [] : [{ kind, change: { field, before: old, after: now } }];
  });
  if (found.length === 0) return [];
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return [{ ...entryOf(after), kinds, changes: found.map(({ change }) => change), partner: [] }];
}

function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'ja' : 'nein';
}

function ozgDelta(from: Catalogue, to: Catalogue): readonly DeltaEntry[] {
  const whole = { ebene: 'OZG-Leistung', changes: [], partner: [] } as const;
  const named = ({ ozgId, name }: OzgLeistung) => ({ id: String(ozgId), name });
  const ended = from.ozgLeistungen.filter(({ ozgId }) => !to.ozgById.has(ozgId));
  return [
    ...ended.map((ozg) => ({ ...whole, ...named(ozg), kinds: ['beendet'] as const })),
    ...to.ozgLeistungen.flatMap((after): readonly DeltaEntry[] => {
      const before = from.ozgById.get(after.ozgId);
      if (!before) return [{ ...whole, ...named(after), kinds: ['neu'] }];
      const changes = ozgChanges(from, to, before, after);
      const kinds = changes.map(({ kind }) => kind);
      return kinds.length === 0
        ? []
        : [{ ...whole, ...named(after), kinds, changes: changes.map(({ change }) => change) }];
    }),
  ];
}

function ozgChanges(from: Catalogue, to: Catalogue, before: OzgLeistung, after: OzgLeistung) {
  const lage = (catalogue: Catalogue, id: number) => catalogue.lageById.get(id)?.name ?? null;
  const all: readonly (readonly [DeltaKind, DeltaChange])[] = [
    ['umbenannt', { field: 'Name', before: before.name, after: after.name }],
    ['verschoben', { field: 'Lage', before: lage(from, before.lageId), after: lage(to, after.lageId) }],
  ];
  return all.flatMap(([kind, change]) => (change.before === change.after ? [] : [{ kind, change }]));
}
