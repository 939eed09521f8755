import type { ListDefinition } from '#ui';
import type { Territory } from '../domain/territory.ts';
import { artLabel, groessenklasseLabel, messages } from '../messages.ts';
import type { BodyRow } from './body-row.ts';

type Filter = NonNullable<ListDefinition<BodyRow>['filters']>[number];
type Option = Extract<Filter['options'], readonly unknown[]>[number];

const german = new Intl.Collator('de', { numeric: true });
const none = 'ohne';

/** What the list of bodies can be narrowed by; the Land comes with the rest of Germany. */
export function bodyFilters(territory: Territory): readonly Filter[] {
  const severalLaender = territory.bestaende.length > 1;
  return [
    ...(severalLaender ? [landFilter(territory)] : []),
    klasseFilter,
    {
      key: 'kreis',
      label: 'Kreis',
      options: [...kreisOptions(territory), { value: none, label: messages.ohneKreis }],
      values: ({ body }) => body.kreisAgs ?? none,
    },
    {
      key: 'regierungsbezirk',
      label: messages.regierungsbezirk,
      options: bezirkOptions(territory),
      values: ({ body }) => body.regierungsbezirk ?? none,
    },
    {
      key: 'art',
      label: 'Art',
      options: Object.entries(artLabel).map(toOption),
      values: ({ body }) => body.art,
    },
  ];
}

const toOption = ([value, label]: readonly [string, string]): Option => ({ value, label });

const klasseFilter: Filter = {
  key: 'groessenklasse',
  label: messages.groessenklasse,
  options: [
    ...Object.entries(groessenklasseLabel).map(toOption),
    { value: none, label: messages.ohneKlasse },
  ],
  values: ({ klasse }) => klasse?.klasse ?? none,
};

function landFilter(territory: Territory): Filter {
  const loaded = new Set(territory.bodies.map(({ land }) => land));
  const options = territory.laender.filter(({ code }) => loaded.has(code));
  return {
    key: 'land',
    label: 'Land',
    options: sorted(options.map(({ code, name }) => ({ value: code, label: name }))),
    values: ({ body }) => body.land,
  };
}

function kreisOptions(territory: Territory): Option[] {
  const kreise = [...territory.gemeindenByKreis.keys()];
  return sorted(kreise.map((ags) => ({ value: ags, label: territory.bodyByAgs.get(ags)?.name ?? ags })));
}

function bezirkOptions(territory: Territory): Option[] {
  const names = new Set(territory.bodies.flatMap(({ regierungsbezirk }) => regierungsbezirk ?? []));
  const options = sorted([...names].map((name) => ({ value: name, label: name })));
  const all = territory.bodies.every(({ regierungsbezirk }) => regierungsbezirk !== null);
  return all ? options : [...options, { value: none, label: messages.ohneRegierungsbezirk }];
}

function sorted(options: Option[]): Option[] {
  return options.sort((a, b) => german.compare(a.label, b.label));
}
