import type { ListDefinition } from '#ui';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import type { LeistungRow } from './leistung-row.ts';

type Filter = NonNullable<ListDefinition<LeistungRow>['filters']>[number];
type Option = Extract<Filter['options'], readonly unknown[]>[number];

const german = new Intl.Collator('de', { numeric: true });
const none = 'ohne';

/** What the list can be narrowed by; every choice is fixed, so that a wrong one is noticed. */
export function leistungFilters(catalogue: Catalogue): readonly Filter[] {
  return [
    {
      key: 'themenfeld',
      label: messages.themenfeld,
      options: [...named(catalogue.themenfelder), { value: none, label: messages.ohneThemenfeld }],
      values: ({ themenfeld }) => (themenfeld ? String(themenfeld.id) : none),
    },
    {
      key: 'lage',
      label: messages.lage,
      options: [...named(catalogue.lagen), { value: none, label: messages.ohneLage }],
      values: ({ lage }) => (lage ? String(lage.id) : none),
    },
    {
      key: 'typ',
      label: 'Typisierung',
      options: typOptions(catalogue),
      values: ({ leistung }) => leistung.typ ?? none,
    },
    {
      key: 'regelung',
      label: messages.regelung,
      options: [
        ...['Bund', 'Land', 'Kommune'].map((value) => ({ value, label: `${value} regelt` })),
        { value: none, label: messages.nichtBelegt },
      ],
      values: ({ regelung }) => regelung ?? none,
    },
    {
      key: 'verrichtung',
      label: 'Verrichtung',
      options: verrichtungOptions(catalogue),
      values: ({ leistung }) => leistung.verrichtung ?? none,
    },
    {
      key: 'sdg',
      label: 'Single Digital Gateway (SDG)',
      options: [
        { value: 'anhang-1', label: messages.sdg1 },
        { value: 'anhang-2', label: messages.sdg2 },
        { value: 'keiner', label: messages.sdgKeiner },
        { value: none, label: messages.sdgUnbekannt },
      ],
      values: ({ leistung }) => sdgValues(leistung),
    },
    {
      key: 'leika',
      label: 'LeiKa-Schlüssel',
      options: [
        { value: 'mit', label: messages.mitLeika },
        { value: none, label: messages.ohneLeika },
      ],
      values: ({ leistung }) => (leistung.leika ? 'mit' : none),
    },
  ];
}

function named(rows: readonly { readonly id: number; readonly name: string }[]): Option[] {
  return rows
    .map(({ id, name }) => ({ value: String(id), label: name }))
    .sort((a, b) => german.compare(a.label, b.label));
}

function typOptions(catalogue: Catalogue): Option[] {
  const codes = [...new Set(catalogue.leistungen.map(({ typ }) => typ))].filter((code) => code !== null);
  const options = codes
    .sort(german.compare)
    .map((code) => ({ value: code, label: typLabel(catalogue, code) }));
  return [...options, { value: none, label: messages.ohneTyp }];
}

function typLabel(catalogue: Catalogue, code: string): string {
  const typ = catalogue.typisierungByCode.get(code);
  if (!typ?.regelung || !typ.vollzug) return `Typ ${code}`;
  return `Typ ${code}: ${typ.regelung} regelt, ${typ.vollzug} führt aus`;
}

/** Verrichtungen that have a name, in words; those without stand by their code at the end. */
function verrichtungOptions(catalogue: Catalogue): Option[] {
  const codes = [...new Set(catalogue.leistungen.map(({ verrichtung }) => verrichtung))];
  const known = codes.filter((code) => code !== null);
  const options = known.map((code) => ({ value: code, label: verrichtungLabel(catalogue, code) }));
  return [
    ...options.sort((a, b) => german.compare(a.label, b.label)),
    { value: none, label: messages.ohneVerrichtung },
  ];
}

function verrichtungLabel(catalogue: Catalogue, code: string): string {
  if (code === '000') return 'Das Leistungsobjekt als Ganzes (000)';
  const name = catalogue.verrichtungByCode.get(code)?.name;
  return name ? `${name} (${code})` : `Verrichtung ${code}, ohne Bezeichnung`;
}

function sdgValues({ sdg1, sdg2 }: Leistung): readonly string[] {
  if (sdg1 === null && sdg2 === null) return [none];
  const annexes = [sdg1 ? 'anhang-1' : '', sdg2 ? 'anhang-2' : ''].filter(Boolean);
  return annexes.length > 0 ? annexes : ['keiner'];
}
