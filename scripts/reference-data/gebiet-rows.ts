import { type SourceRow, textOrNull } from './source-csv.ts';

const staedte = new Set(['Kreisfreie Stadt', 'Stadtkreis', 'Stadt', 'Große Kreisstadt']);

const bezeichnungOfTyp: Readonly<Record<string, string>> = {
  'Kreisfreie Stadt': 'Kreisfreie Stadt',
  Stadtkreis: 'Stadtkreis',
  Stadt: 'Stadt',
  'Große Kreisstadt': 'Große Kreisstadt',
  Markt: 'Markt',
  'Kreisangehörige Gemeinde': 'Gemeinde',
  'Gemeindefreies Gebiet, bewohnt': 'Gemeindefreies Gebiet',
};

const klasseOfSource: Readonly<Record<string, string>> = {
  kreisfreie_stadt: 'kreisfreie-stadt',
  grosse_kreisangehoerige_stadt: 'grosse-kreisangehoerige-stadt',
  mittlere_kreisangehoerige_stadt: 'mittlere-kreisangehoerige-stadt',
  kleine_kreisangehoerige_gemeinde: 'kreisangehoerige-gemeinde',
};

/** The row of a Gemeinde; without any PLZ column, which has a licence of its own. */
export function bodyRow(row: SourceRow) {
  const typ = row('typ');
  const bezeichnung = known(bezeichnungOfTyp, typ);
  const kreisfrei = typ === 'Kreisfreie Stadt' || typ === 'Stadtkreis';
  return {
    ags: row('ags'),
    ars: row('ars'),
    name: row('name'),
    amtlicherName: row('name_amtlich'),
    art: staedte.has(typ) ? 'stadt' : 'gemeinde',
    bezeichnung,
    kreisAgs: kreisfrei ? null : row('kreis_ags'),
    regierungsbezirk: textOrNull(row('regierungsbezirk')),
    land: row('land_code'),
    flaecheKm2: Number(row('flaeche_km2')),
    lat: Number(row('lat')),
    lon: Number(row('lon')),
  };
}

/** The row of a Kreis; its name is the one people use („Kreis Lippe“), the register's („Lippe“) stands beside it. */
export function kreisRow(row: SourceRow) {
  const name = row('name');
  const staedteregion = name.startsWith('Städteregion');
  return {
    ags: row('ags'),
    name: kreisName(row('typ'), name),
    amtlicherName: name,
    art: staedteregion ? 'staedteregion' : 'kreis',
    bezeichnung: staedteregion ? 'Städteregion' : row('typ'),
    regierungsbezirk: textOrNull(row('regierungsbezirk')),
    land: row('land_code'),
    flaecheKm2: Number(row('flaeche_km2')),
  };
}

const speaksForItself = /kreis|^(?:städteregion|region|regionalverband) /i;

function kreisName(typ: string, name: string): string {
  return speaksForItself.test(name) ? name : `${typ} ${name}`;
}

export function klasseOf(source: string): string {
  return known(klasseOfSource, source);
}

function known(table: Readonly<Record<string, string>>, key: string): string {
  const value = table[key];
  if (value === undefined)
    throw new Error(`„${key}“ ist in der Quelle neu; bitte in gebiet-rows.ts eintragen.`);
  return value;
}
