import type { Source } from '#kernel';

export type Koerperschaftsart = 'gemeinde' | 'kreis';

/** In which form a Kommune binds itself: text is enough, only paper with a signature, or nobody here knows. */
export type Erklaerungsform = 'textform' | 'schriftform' | 'unbekannt';

/** Who may bind a kind of Körperschaft, and in which form. */
export interface Vertretungsregel {
  readonly norm: string;
  readonly form: Erklaerungsform;
  readonly text: string;
  readonly source: Source;
  /** Without a source of its own: taken over from a similar norm, and said to be so. */
  readonly annahme: boolean;
}

const goNrw: Vertretungsregel = {
  norm: '§ 64 GO NRW',
  form: 'textform',
  text: 'Erklärungen, die die Gemeinde verpflichten, brauchen Textform und die Unterschrift der Bürgermeisterin oder des Bürgermeisters oder der Vertretung im Amt. Das gilt nicht für Geschäfte der laufenden Verwaltung, die geldlich nicht erheblich sind, und nicht für Geschäfte auf Grund einer Vollmacht in derselben Form.',
  source: {
    title: '§ 64 GO NRW (Verpflichtungserklärungen) nach dem Gesetz vom 10.07.2025, GV. NRW. 2025 S. 618',
    url: 'https://www.umwelt-online.de/recht/allgemei/laender/nrw/z25_0618.htm',
  },
  annahme: false,
};

const saechsGemO: Vertretungsregel = {
  norm: '§ 60 SächsGemO',
  form: 'schriftform',
  text: 'Erklärungen, die die Gemeinde verpflichten, brauchen Schriftform und die Unterschrift der Bürgermeisterin oder des Bürgermeisters. Das gilt nicht für Geschäfte der laufenden Verwaltung und nicht auf Grund einer Vollmacht in derselben Form.',
  source: {
    title: '§ 60 SächsGemO (Verpflichtungserklärungen), Fassung ab 20.02.2022',
    url: 'https://haufe.de/recht/deutsches-anwalt-office-premium/saechsische-gemeindeordnung-60-verpflichtungserklaerungen_idesk_PI17574_HI1987880.html',
  },
  annahme: false,
};

const krOhne: Vertretungsregel = {
  norm: '§ 43 KrO NRW',
  form: 'unbekannt',
  text: 'Für Kreise wird dieselbe Regel angenommen wie für Gemeinden. Welche Form sie verlangt, ist hier nicht belegt: Gezeichnet wird auf Papier.',
  source: {
    title: '§ 43 KrO NRW (Abgabe von Erklärungen); der Wortlaut liegt hier nicht vor',
    url: 'https://lexaris.de/book/version/documentflat/head/1106003',
  },
  annahme: true,
};

const elsewhere: Vertretungsregel = {
  norm: 'Kommunalverfassung des Landes',
  form: 'unbekannt',
  text: 'Für dieses Land ist hier keine Regel hinterlegt. Angenommen wird, dass die Leitung der Verwaltung, ihre Vertretung im Amt oder Bevollmächtigte zeichnen, und zwar auf Papier.',
  source: { title: 'keine', url: null },
  annahme: true,
};

const regeln: Readonly<Record<string, Vertretungsregel>> = {
  '05 gemeinde': goNrw,
  '05 kreis': krOhne,
  '14 gemeinde': saechsGemO,
};

/** The rule for a body by its key: five digits are a Kreis, eight a Gemeinde; the first two name the Land. */
export function vertretungsregel(ags: string): Vertretungsregel {
  const art: Koerperschaftsart = ags.length === 5 ? 'kreis' : 'gemeinde';
  return regeln[`${ags.slice(0, 2)} ${art}`] ?? elsewhere;
}
