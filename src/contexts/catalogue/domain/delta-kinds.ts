export const deltaKinds = [
  'neu',
  'neu-teilung',
  'neu-zusammenlegung',
  'umbenannt',
  'verschoben',
  'schluessel',
  'typisierung',
  'geaendert',
  'geteilt',
  'zusammengelegt',
  'beendet',
] as const;

/** What happened to an entry between two Fassungen. */
export type DeltaKind = (typeof deltaKinds)[number];

export const deltaKindLabel: Readonly<Record<DeltaKind, string>> = {
  neu: 'neu',
  'neu-teilung': 'neu durch Teilung',
  'neu-zusammenlegung': 'neu durch Zusammenlegung',
  umbenannt: 'umbenannt',
  verschoben: 'verschoben',
  schluessel: 'Schlüssel geändert',
  typisierung: 'Typisierung geändert',
  geaendert: 'sonst geändert',
  geteilt: 'geteilt',
  zusammengelegt: 'zusammengelegt',
  beendet: 'beendet',
};
