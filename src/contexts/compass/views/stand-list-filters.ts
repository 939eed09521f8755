import { distinctOptions, type ListDefinition } from '#ui';
import { type Frische, frischen } from '../domain/frische.ts';
import { zustaende } from '../domain/zustand.ts';
import { frischeLabel, keineAngabe, mitgezogenLabel, zustandLabel } from '../messages.ts';
import type { StandZeile } from '../use-cases/stand-liste.ts';

const ohneFachbereich = 'ohne Fachbereich';

/** What a row says where nobody is responsible, or where the one who was has left. */
export const ohnePerson = 'ohne Zuständige';

/** By what the list of a Kommune's Leistungen can be narrowed. */
export const standFilters: NonNullable<ListDefinition<StandZeile>['filters']> = [
  {
    key: 'zustand',
    label: 'Zustand',
    options: [
      ...zustaende.map((zustand) => ({ value: zustand, label: zustandLabel[zustand] })),
      { value: 'keine-angabe', label: keineAngabe },
    ],
    values: ({ stand }) => stand?.zustand ?? 'keine-angabe',
  },
  {
    key: 'fachbereich',
    label: 'Fachbereich',
    options: distinctOptions(({ zuordnung }: StandZeile) => zuordnung?.fachbereich.name ?? ohneFachbereich),
    values: ({ zuordnung }) => zuordnung?.fachbereich.name ?? ohneFachbereich,
  },
  {
    key: 'zustaendig',
    label: 'Zuständig',
    options: distinctOptions(zustaendigValue),
    values: zustaendigValue,
  },
  {
    key: 'reifegrad11',
    label: 'Reifegrad 1.1',
    options: distinctOptions(({ stand }: StandZeile) => levelValue(stand?.reifegrad11)),
    values: ({ stand }) => levelValue(stand?.reifegrad11),
  },
  {
    key: 'reifegrad20',
    label: 'Reifegrad 2.0',
    options: distinctOptions(({ stand }: StandZeile) => levelValue(stand?.reifegrad20)),
    values: ({ stand }) => levelValue(stand?.reifegrad20),
  },
  {
    key: 'loesung',
    label: 'Lösung',
    options: distinctOptions(({ loesung }: StandZeile) => loesung ?? 'ohne Lösung'),
    values: ({ loesung }) => loesung ?? 'ohne Lösung',
  },
  {
    key: 'hinweis',
    label: 'Hinweis',
    options: [
      { value: 'verstrichen', label: 'Termin verstrichen' },
      { value: 'ohne-zustaendige', label: ohnePerson },
      { value: 'mitgezogen', label: mitgezogenLabel },
      ...frischen.map((frische: Frische) => ({ value: frische, label: frischeLabel[frische] })),
    ],
    values: hinweise,
  },
  {
    key: 'prioritaet',
    label: 'Priorität',
    options: [1, 2, 3].map((each) => ({ value: String(each), label: String(each) })),
    values: ({ stand }) => stand?.prioritaet?.toString() ?? null,
  },
  {
    key: 'pflicht',
    label: 'Pflicht',
    options: distinctOptions(({ pflichtlage }: StandZeile) => pflichtlage),
    values: ({ pflichtlage }) => pflichtlage,
  },
  {
    key: 'themenfeld',
    label: 'Themenfeld',
    options: distinctOptions(({ ort }: StandZeile) => ort.themenfeld),
    values: ({ ort }) => ort.themenfeld,
  },
];

function levelValue(level: number | null | undefined): string {
  return level === null || level === undefined ? keineAngabe : String(level);
}

function zustaendigValue({ zustaendig, ohneZustaendige }: StandZeile): string {
  return zustaendig === null || ohneZustaendige ? ohnePerson : zustaendig.name;
}

function hinweise({ verstrichen, ohneZustaendige, frische, mitgezogenAus }: StandZeile): readonly string[] {
  return [
    ...(verstrichen ? ['verstrichen'] : []),
    ...(ohneZustaendige ? ['ohne-zustaendige'] : []),
    ...(mitgezogenAus ? ['mitgezogen'] : frische ? [frische] : []),
  ];
}
