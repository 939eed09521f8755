import type { Answers, Evaluation } from '#forms';

type Json = Answers[string];
type InputField = Extract<Evaluation['pages'][number]['fields'][number]['field'], { kind: 'input' }>;

/** Answers of every sort, one of which most fields take; a field's own check says which. */
const common: readonly Json[] = [
  'Anna Muster',
  'Muster',
  '12345',
  '1',
  'anna@example.org',
  '05261 2130',
  'DE02120300000000202051',
  'LIP-AB 123',
  'LIP',
  '32657',
  '05766044',
  '86095742719',
  'https://example.org',
  'A',
  '12:00',
  '2026-01',
  '2026',
  true,
  false,
  0,
  1,
  2,
  10,
  100,
  1000,
  '1980-02-03',
  '2010-02-03',
  'COBADEFFXXX',
  '15070649C103',
  '1980-02-00',
  { day: '2026-01-02', time: '12:00' },
  { from: '2026-01-02', to: '2026-02-03' },
  { year: '1980', month: '02', day: '03' },
  { point: '52.03, 8.90' },
  ['DE'],
  'DE',
  { street: 'Musterweg', number: '1', plz: '32657', city: 'Lemgo' },
  [{ id: 'datei', name: 'nachweis.pdf', type: 'pdf', bytes: 1000 }],
  [{ id: 'datei', name: 'bild.jpg', type: 'jpg', bytes: 1000 }],
];

/** Answers to try for one field, likely ones first: what can be chosen, the bounds of the field, the texts and numbers of the form. */
export function sampleAnswers(
  field: InputField,
  { env, form }: Evaluation,
  literals: readonly Json[],
): readonly Json[] {
  const choices = field.choices?.visible(env).map(({ value }) => value) ?? [];
  const chosen: readonly Json[] =
    field.behaviour.type.kind === 'texts' ? choices.map((value) => [value]) : choices;
  const fileTypes = listAt(field, 'types').map((type) => [
    { id: 'datei', name: `nachweis.${type}`, type, bytes: 100 },
  ]);
  const samples = [
    ...chosen,
    ...boundsOf(field),
    ...fileTypes,
    ...partsOf(field),
    ...common,
    ...around(env.today),
    ...literals,
  ];
  return form.pages.length > 0 ? samples : [];
}

function at(field: InputField, name: string): unknown {
  const definition: object = field.definition;
  return Reflect.get(definition, name);
}

function listAt(field: InputField, name: string): readonly string[] {
  const list = at(field, name);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

function boundsOf(field: InputField): readonly Json[] {
  const numbers = ['min', 'max', 'minCents', 'maxCents']
    .map((name) => at(field, name))
    .filter((value) => typeof value === 'number');
  const length = at(field, 'minLength');
  const texts = typeof length === 'number' ? ['1'.repeat(length), 'a'.repeat(length)] : [];
  return [...numbers, ...texts];
}

/** An answer in parts, such as a name: each part a word that suits its name. */
function partsOf({ behaviour }: InputField): readonly Json[] {
  const names = Object.keys(behaviour.parts ?? {});
  if (names.length === 0) return [];
  const words: Readonly<Record<string, string>> = { plz: '32657', number: '1', country: 'DE' };
  return [
    Object.fromEntries(names.map((name) => [name, words[name] ?? 'Muster'])),
    Object.fromEntries(names.map((name) => [name, 1])),
  ];
}

function around(today: string): readonly Json[] {
  const day = Date.parse(`${today}T00:00:00Z`);
  return [0, -1, 1, -30, 30, -400, 400].map((days) =>
    new Date(day + days * 86_400_000).toISOString().slice(0, 10),
  );
}
