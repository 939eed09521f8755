import { prozent, type Vollstaendigkeit, vollstaendigkeitText } from './domain/completeness.ts';
import type { Feld } from './domain/feld.ts';
import type { Pruefung } from './use-cases/check-values.ts';
import type { Felderstand } from './use-cases/read-fields.ts';

/** A kind with its fields, as the API and the command line give it. */
export function kindAnswer({ kind, felder, eigene }: Felderstand) {
  return {
    art: kind.art,
    label: kind.label,
    fassung: eigene?.fassung ?? 0,
    geaendertAm: eigene?.erfasstAm.toISOString() ?? null,
    felder: felder.map(fieldAnswer),
  };
}

function fieldAnswer(feld: Feld) {
  return { ...feld, optionen: feld.optionen.map(({ wert, label }) => ({ wert, label })) };
}

/** What was tried, with the exact share. */
export function checkAnswer({ werte, problems, vollstaendigkeit }: Pruefung) {
  return {
    werte: { ...werte },
    probleme: problems.map(({ field, message }) => ({ field, message })),
    vollstaendigkeit: completenessAnswer(vollstaendigkeit),
  };
}

/** An exact share with what is missing, as API and command line give it. */
export function completenessAnswer(stand: Vollstaendigkeit) {
  const text = vollstaendigkeitText(stand);
  if (stand.art === 'keine-felder') return { text, teil: 0, ganzes: 0, prozent: null, fehlt: [] };
  const { teil, ganzes, fehlt } = stand;
  return { text, teil, ganzes, prozent: prozent(stand), fehlt: [...fehlt] };
}
