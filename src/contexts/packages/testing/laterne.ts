/** A small service that asks for places on a map, any number of them, two levels deep where wanted. */
export function laterne({ version = 1, nested = false } = {}) {
  const foto = {
    type: 'group',
    id: 'fotos',
    label: 'Fotos',
    item: 'Foto',
    min: 0,
    fields: [{ type: 'text', id: 'datei', label: 'Name der Datei' }],
  };
  const dienst = {
    format: 'leitwerk/onlinedienst@1',
    id: 'laterne-melden',
    version,
    title: 'Defekte Laterne melden',
    summary: 'Melden, dass eine Straßenlaterne nicht leuchtet.',
    words: ['Laterne'],
    land: null,
    covers: [
      {
        leika: '99999999999999',
        name: 'Straßenbeleuchtung Störung',
        office: 'tiefbauamt',
        norms: [
          {
            text: 'Ohne Norm',
            url: null,
            sources: [{ title: 'Beispiel', url: null, evidence: 'einschaetzung' }],
          },
        ],
      },
    ],
    texts: {
      what: 'Hier.',
      forWhom: 'Alle.',
      need: [],
      cost: 'Nichts.',
      time: 'Bald.',
      deadline: 'Keine.',
      law: 'Keines.',
    },
    parameters: { tage: { type: 'integer', label: 'Wie lange', filledBy: 'kommune', min: 1 } },
    deletion: [
      {
        id: 'entwurf',
        what: 'Begonnenes',
        data: 'draft',
        from: 'last-edit',
        days: 30,
        validFrom: '2026-01-01',
        validTo: null,
        basis: 'Festlegung',
      },
    ],
  };
  const formular = {
    format: 'leitwerk/formular@1',
    id: 'laterne-melden',
    version,
    title: 'Defekte Laterne melden',
    pages: [
      {
        id: 'laternen',
        title: 'Welche Laternen?',
        fields: [
          {
            type: 'group',
            id: 'laternen',
            label: 'Defekte Laternen',
            item: 'Laterne',
            max: 5,
            fields: [
              { type: 'location', id: 'stelle', label: 'Wo steht die Laterne?' },
              ...(nested ? [foto] : []),
            ],
          },
        ],
      },
    ],
    fee: { lines: [{ id: 'anfahrt', label: 'Anfahrt', amount: '12.50 EUR' }] },
  };
  const fall = (id: string, title: string, stellen: readonly string[]) => ({
    id,
    title,
    today: '2026-11-22',
    parameters: { tage: 5 },
    answers: { laternen: stellen.map((text, index) => ({ key: String(index + 1), stelle: { text } })) },
    expect: { pages: ['laternen'], end: 'summary', problems: [], feeCents: 1250, offices: ['tiefbauamt'] },
  });
  const testfaelle = {
    format: 'leitwerk/testfaelle@1',
    cases: [
      fall('eine', 'Eine Laterne', ['Am Markt']),
      fall('zwei', 'Zwei Laternen', ['Am Markt', 'Am Tor']),
    ],
  };
  return { dienst, formular, testfaelle };
}
