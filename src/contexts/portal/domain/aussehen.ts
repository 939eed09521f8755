import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { hexOf, parseFarbe } from './farbe.ts';
import { kontrastProblem, naechsteFarbe, type Schema, type Zweck } from './kontrast.ts';

/** The colours of a site, each checked for its scheme; `null` for KERN's own. */
export interface Farben {
  readonly akzent: string;
  readonly akzentDunkel: string;
  readonly linie: string;
  readonly linieDunkel: string;
}

/** What a Kommune says of how its site looks. */
export interface Aussehen {
  readonly farben: Farben | null;
  /** The name above the pages; empty for the name of the Kommune. */
  readonly anzeigename: string;
  readonly impressum: string;
  readonly datenschutz: string;
  readonly barrierefreiheit: string;
}

export const neutral: Aussehen = {
  farben: null,
  anzeigename: '',
  impressum: '',
  datenschutz: '',
  barrierefreiheit: '',
};

export const aussehenFelder = [
  'akzent',
  'akzentDunkel',
  'linie',
  'anzeigename',
  'impressum',
  'datenschutz',
  'barrierefreiheit',
] as const;

/** The look as it is typed, field by field. */
export type AussehenEingabe = Readonly<Record<(typeof aussehenFelder)[number], string>>;

/** A look as somebody would type it. */
export function typedOf(aussehen: Aussehen | null): AussehenEingabe {
  return {
    akzent: aussehen?.farben?.akzent ?? '',
    akzentDunkel: aussehen?.farben?.akzentDunkel ?? '',
    linie: aussehen?.farben?.linie ?? '',
    anzeigename: aussehen?.anzeigename ?? '',
    impressum: aussehen?.impressum ?? '',
    datenschutz: aussehen?.datenschutz ?? '',
    barrierefreiheit: aussehen?.barrierefreiheit ?? '',
  };
}

const textMost = 4000;

/** Reads how a site shall look. A colour that cannot be read is refused with the nearest that can. */
export function leseAussehen(
  input: AussehenEingabe,
  kommune: string,
): Result<Aussehen, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const farben = farbenVon(input, problems);
  const anzeigename = input.anzeigename.trim();
  if (anzeigename !== '' && !traegtName(anzeigename, kommune))
    problems.push({
      field: 'anzeigename',
      message: `Der Name über den Seiten enthält den Namen der Kommune (${kernOf(kommune)}) und hat höchstens 80 Zeichen: Alle sollen sehen, wer zuständig ist.`,
    });
  for (const field of ['impressum', 'datenschutz', 'barrierefreiheit'] as const)
    if (input[field].length > textMost)
      problems.push({ field, message: `Dieser Text hat höchstens ${textMost} Zeichen.` });
  if (problems.length > 0) return refuse(problems);
  const { impressum, datenschutz, barrierefreiheit } = input;
  return ok({
    farben,
    anzeigename,
    impressum: impressum.trim(),
    datenschutz: datenschutz.trim(),
    barrierefreiheit: barrierefreiheit.trim(),
  });
}

function farbenVon(input: AussehenEingabe, problems: FieldProblem[]): Farben | null {
  if (input.akzent.trim() === '') {
    for (const field of ['akzentDunkel', 'linie'] as const)
      if (input[field].trim() !== '')
        problems.push({
          field: 'akzent',
          message: 'Bitte nennen Sie zuerst die Farbe für Links und Schaltflächen.',
        });
    return null;
  }
  const akzent = geprueft(input.akzent, 'akzent', 'hell', 'text', problems);
  const akzentDunkel = geprueft(
    input.akzentDunkel.trim() || passend(input.akzent, 'dunkel', 'text'),
    'akzentDunkel',
    'dunkel',
    'text',
    problems,
  );
  const linie = geprueft(input.linie.trim() || akzent, 'linie', 'hell', 'flaeche', problems);
  return { akzent, akzentDunkel, linie, linieDunkel: passend(linie, 'dunkel', 'flaeche') };
}

function geprueft(
  text: string,
  field: string,
  schema: Schema,
  zweck: Zweck,
  problems: FieldProblem[],
): string {
  const farbe = parseFarbe(text);
  const message =
    farbe === null
      ? `„${text.slice(0, 20)}“ ist keine Farbe. Bitte schreiben Sie sie wie #1a5f3c.`
      : kontrastProblem(farbe, schema, zweck);
  if (message !== null) problems.push({ field, message });
  return farbe === null ? text : hexOf(farbe);
}

/** The same hue for another scheme or purpose. */
function passend(text: string, schema: Schema, zweck: Zweck): string {
  const farbe = parseFarbe(text);
  return farbe === null ? text : hexOf(naechsteFarbe(farbe, schema, zweck));
}

const titles = /^(?:alte hansestadt|stadt|gemeinde|kreis|städteregion|kreisstadt|hansestadt)\s+/i;

/** The name without „Stadt“ and the like. */
function kernOf(kommune: string): string {
  return kommune.replace(titles, '').replace(/,.*$/, '').trim();
}

function traegtName(anzeigename: string, kommune: string): boolean {
  return anzeigename.length <= 80 && anzeigename.toLowerCase().includes(kernOf(kommune).toLowerCase());
}

/** The style sheet of a look: nothing but colours that were checked, as the tokens of the design system. */
export function cssOf({ farben }: Pick<Aussehen, 'farben'>): string {
  if (farben === null) return '';
  const scheme = (name: string, akzent: string, on: string, linie: string) =>
    `@media (prefers-color-scheme: ${name}){:root{--kern-color-action-default:${akzent};--kern-color-action-on-default:${on};--lw-site-line:${linie}}}`;
  return [
    scheme('light', farben.akzent, '#ffffff', farben.linie),
    scheme('dark', farben.akzentDunkel, '#000000', farben.linieDunkel),
    '.lw-header{border-bottom:4px solid var(--lw-site-line)}',
  ].join('\n');
}
