import type { Json } from '../domain/json.ts';
import { platzhalter } from '../domain/platzhalter.ts';
import { formate } from './from-schema.ts';
import type { Setting, Teil } from './setting.ts';
import { settingLabel } from './setting-labels.ts';

/** First contents that make sense to somebody, where what the schema demands alone would not. */
const sinnvoll: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  choice: {
    options: [
      { value: 'eins', label: platzhalter.ersteAntwort },
      { value: 'zwei', label: platzhalter.zweiteAntwort },
    ],
  },
  multichoice: {
    options: [
      { value: 'eins', label: platzhalter.ersteAntwort },
      { value: 'zwei', label: platzhalter.zweiteAntwort },
    ],
  },
  file: { types: ['pdf', 'jpg', 'png'] },
  calculated: { value: '0' },
  consent: { purpose: platzhalter.wozu, withdrawal: platzhalter.widerruf },
  info: { text: platzhalter.info },
  group: { item: 'Eintrag', fields: [{ type: 'text', id: 'angabe', label: 'Angabe' }] },
  section: { fields: [{ type: 'text', id: 'angabe', label: 'Angabe' }] },
  table: {
    rows: [{ value: 'eins', label: platzhalter.ersteZeile }],
    columns: [{ type: 'number', id: 'anzahl', label: 'Anzahl' }],
  },
};

/** A new field of a type: what its schema demands, filled so that it is valid at once. */
export function neuesFeld(type: string, id: string, label: string): Json {
  const teile = formate().felder.get(type)?.teile ?? [];
  const given: Record<string, Json> = { type, id, label, ...sinnvoll[type] };
  for (const teil of teile)
    if (teil.pflicht && given[teil.name] === undefined) given[teil.name] = beispiel(teil);
  return given;
}

function beispiel({ name, setting }: Teil): Json {
  return beispielVon(setting, settingLabel(name));
}

function beispielVon(setting: Setting, word: string): Json {
  switch (setting.art) {
    case 'fest':
      return setting.wert;
    case 'text':
      return setting.ausdruck ? 'true' : word;
    case 'zahl':
      return 1;
    case 'janein':
      return false;
    case 'wahl':
      return setting.werte[0] ?? '';
    case 'auswahl':
      return setting.werte.slice(0, 1);
    case 'zeilen':
      return [word];
    case 'liste':
      return [beispielVon(setting.teil, word)];
    case 'gruppe':
      return Object.fromEntries(
        setting.teile.filter(({ pflicht }) => pflicht).map((teil) => [teil.name, beispiel(teil)]),
      );
    case 'entweder':
      return setting.zweige[0] ? beispielVon(setting.zweige[0].setting, word) : null;
    case 'eintraege':
      return {};
    case 'roh':
      return null;
  }
}
