import type { Entwurf, Werkbank } from './entwurf.ts';
import type { Feldplatz } from './feldplatz.ts';
import { lengthLimits } from './grenzen.ts';

/** Text with the lengths and the pattern of the field; long text gets several lines. */
export function textfeld({ knoten, feld }: Feldplatz, bank: Werkbank): Entwurf {
  const { minLength = null, maxLength = null, pattern = null, text = '' } = feld.praezisierung ?? {};
  if (text !== '')
    bank.befund(
      'unbeschrieben',
      'arbeit',
      knoten,
      `Die Präzisierung „${text.trim().slice(0, 200)}“ ist keine, die ein Formular prüfen kann.`,
    );
  const most = Math.min(Number(maxLength ?? lengthLimits.text), lengthLimits.text);
  if (maxLength !== null && Number(maxLength) > lengthLimits.text)
    bank.befund(
      'laenge',
      'luecke',
      knoten,
      `Das Schema lässt ${maxLength} Zeichen zu, das Formular ${lengthLimits.text}.`,
    );
  const least = Number(minLength ?? 0);
  const auto = autocompleteOf[feld.kennung.id];
  if (maxLength !== null && most > lengthLimits.einzeilig && pattern === null && least <= 1)
    return { type: 'multiline', maxLength: most };
  return {
    type: 'text',
    maxLength: most,
    ...(least > 0 && least <= most ? { minLength: least } : {}),
    ...(pattern && pattern.trim() !== '' ? { pattern: pattern.trim() } : {}),
    ...(auto ? { autocomplete: auto } : {}),
  };
}

/** Fields of the federal editors for which browsers know what a person entered before. */
const autocompleteOf: Readonly<Record<string, string>> = {
  F60000000227: 'family-name',
  F60000000228: 'given-name',
  F60000000240: 'tel',
  F60000000242: 'email',
  F60000000246: 'postal-code',
  F60000000247: 'address-level2',
};

export function datumsfeld({ knoten, feld }: Feldplatz, bank: Werkbank): Entwurf {
  const { minValue = null, maxValue = null } = feld.praezisierung ?? {};
  const type = feld.datentyp.code;
  const bounds = [minValue, maxValue].map((value) =>
    value !== null && type !== 'time' && /^\d{4}-\d{2}-\d{2}$/.test(value.trim()) ? value.trim() : null,
  );
  if ([minValue, maxValue].some((value, index) => value !== null && bounds[index] === null))
    bank.befund(
      'zahl',
      'arbeit',
      knoten,
      `Die Grenzen ${minValue ?? '–'} bis ${maxValue ?? '–'} sind keine Tage, die das Formular prüfen kann.`,
    );
  const [from, to] = bounds;
  return { type, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

export function zahlenfeld({ knoten, feld }: Feldplatz, bank: Werkbank): Entwurf {
  const { minValue = null, maxValue = null } = feld.praezisierung ?? {};
  const [min, max] = [minValue, maxValue].map((value) =>
    value === null || value.trim() === '' ? null : Number(value.replace(',', '.')),
  );
  const known = [min, max].every((value) => value === null || Number.isFinite(value));
  if (!known)
    bank.befund(
      'zahl',
      'arbeit',
      knoten,
      `Die Grenzen ${minValue ?? '–'} bis ${maxValue ?? '–'} sind keine Zahlen.`,
    );
  const grenze = (name: string, value: number | null | undefined, factor = 1): Entwurf =>
    known && value !== null && value !== undefined
      ? { [name]: Math.round(value * factor * 1_000) / 1_000 }
      : {};
  if (feld.datentyp.code === 'num_currency')
    return { type: 'money', ...grenze('minCents', min, 100), ...grenze('maxCents', max, 100) };
  const whole = feld.datentyp.code === 'num_int';
  if (!whole)
    bank.befund('zahl', 'hinweis', knoten, 'Das Formular nimmt höchstens drei Stellen nach dem Komma an.');
  return { type: 'number', ...(whole ? {} : { decimals: 3 }), ...grenze('min', min), ...grenze('max', max) };
}

const types: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/heic': 'heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'text/plain': 'txt',
};

export function dateifeld({ knoten, feld }: Feldplatz, bank: Werkbank): Entwurf {
  const known = [...new Set(feld.mediaTypes.flatMap((type) => types[type.trim().toLowerCase()] ?? []))];
  const unknown = feld.mediaTypes.filter((type) => !types[type.trim().toLowerCase()]);
  if (unknown.length > 0)
    bank.befund(
      'dateiart',
      'luecke',
      knoten,
      `Diese Arten von Dateien nimmt das Formular nicht an: ${unknown.join(', ')}.`,
    );
  if (feld.mediaTypes.length === 0)
    bank.befund(
      'dateiart',
      'hinweis',
      knoten,
      'Das Schema nennt keine Arten von Dateien. Das Formular nimmt PDF und Fotos an.',
    );
  const size = feld.maxSize === null ? null : Number(feld.maxSize);
  if (size !== null && size > lengthLimits.datei)
    bank.befund(
      'laenge',
      'luecke',
      knoten,
      `Das Schema lässt ${size} Bytes je Datei zu, das Formular ${lengthLimits.datei}.`,
    );
  const { min, max } = knoten.anzahl;
  if (max === null || max > lengthLimits.dateien || min > 1)
    bank.befund(
      'wiederholung',
      min > 1 ? 'arbeit' : 'hinweis',
      knoten,
      `Das Schema verlangt ${min} bis ${max ?? 'beliebig viele'} Dateien, das Formular nimmt ${Math.min(min, 1)} bis ${Math.min(max ?? lengthLimits.dateien, lengthLimits.dateien)}.`,
    );
  return {
    type: 'file',
    types: known.length > 0 ? known : ['pdf', 'jpg', 'png', 'heic'],
    ...(size !== null && size > 0 ? { maxBytes: Math.min(size, lengthLimits.datei) } : {}),
    maxCount: Math.min(max ?? lengthLimits.dateien, lengthLimits.dateien),
  };
}
