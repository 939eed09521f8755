import type { Onlinedienst } from '#forms/onlinedienst';
import type { Bedarf, Stelle } from '../domain/urteil.ts';
import { ausdrueckeImText, faehigkeitenOfAusdruck } from './ausdruecke.ts';

type Definition = Onlinedienst['form']['definition'];
type Feld = Definition['pages'][number]['fields'][number];

/** Notes that something is needed at a place. */
type Merke = (faehigkeit: string, stelle: Stelle) => void;

const worked = new WeakMap<Onlinedienst, readonly Bedarf[]>();

/** What a portal must be able to do for this service, worked out from its definition, each with its places in the form. */
export function bedarfOf(dienst: Onlinedienst): readonly Bedarf[] {
  const known = worked.get(dienst);
  if (known) return known;
  const found = new Map<string, Stelle[]>();
  const merke: Merke = (faehigkeit, stelle) => {
    const stellen = found.get(faehigkeit) ?? [];
    found.set(faehigkeit, stellen);
    if (!stellen.some(({ place }) => place === stelle.place)) stellen.push(stelle);
  };
  ofForm(dienst.form.definition, merke);
  ofDienst(dienst.definition, merke);
  const bedarf = [...found].map(([faehigkeit, stellen]) => ({ faehigkeit, stellen }));
  const sorted = bedarf.toSorted((a, b) => (a.faehigkeit < b.faehigkeit ? -1 : 1));
  worked.set(dienst, sorted);
  return sorted;
}

function ofForm({ pages, fee, rules = [], translations, questions }: Definition, merke: Merke): void {
  for (const [index, page] of pages.entries()) ofPage(page, index, { questions, merke });
  for (const [index, line] of (fee?.lines ?? []).entries()) {
    const stelle = { place: `formular.json: fee.lines[${index}]`, worte: `Gebühr „${line.label}“` };
    merke('gebuehr', stelle);
    for (const source of [line.condition, line.amount]) ofAusdruck(source, stelle, merke);
  }
  for (const [index, { id, holds }] of rules.entries()) {
    const stelle = { place: `formular.json: rules[${index}]`, worte: `Regel ${id}` };
    if (holds !== undefined) merke('pruefung', stelle);
    ofAusdruck(holds, stelle, merke);
  }
  const languages = Object.keys(translations ?? {});
  if (languages.length > 0)
    merke('sprachen', { place: 'formular.json: translations', worte: `Sprachen ${languages.join(', ')}` });
}

function ofPage(
  page: Definition['pages'][number],
  index: number,
  { questions, merke }: { readonly questions: Definition['questions']; readonly merke: Merke },
): void {
  const stelle = { place: `formular.json: pages[${index}]`, worte: `Seite „${page.title}“` };
  if (page.condition !== undefined) merke('bedingung.seite', stelle);
  if (page.exit === true) merke('ausgang', stelle);
  if ((page.questions ?? questions) === 'one-by-one') merke('fragen.einzeln', stelle);
  ofTexts([page.title, page.lead], stelle, merke);
  ofAusdruck(page.condition, stelle, merke);
  for (const [at, field] of page.fields.entries())
    ofField(field, { page: stelle, at: `${stelle.place}.fields[${at}]`, inGroup: false }, merke);
}

interface Platz {
  readonly page: Stelle;
  readonly at: string;
  readonly inGroup: boolean;
}

function ofField(field: Feld, platz: Platz, merke: Merke): void {
  const stelle = { place: platz.at, worte: `${platz.page.worte}, „${field.label.slice(0, 120)}“` };
  merke(capabilityOfType(field), stelle);
  if (field.condition !== undefined) merke('bedingung.feld', stelle);
  ofAusdruck(field.condition, stelle, merke);
  ofTexts([field.label, field.hint, field.help], stelle, merke);
  if (field.type === 'group') ofGroup(field, stelle, platz, merke);
  else if (field.type === 'section') ofInner(field.fields, platz, merke);
  else if (field.type === 'table') ofInner(field.columns, platz, merke, 'columns');
  else ofPart(field, stelle, merke);
}

const containers: Readonly<Record<string, string>> = {
  group: 'gruppe',
  section: 'abschnitt',
  table: 'tabelle',
};

function capabilityOfType({ type }: Feld): string {
  return containers[type] ?? `feld.${type}`;
}

function ofGroup(field: Extract<Feld, { type: 'group' }>, stelle: Stelle, platz: Platz, merke: Merke): void {
  if ((field.min ?? 1) > 1) merke('gruppe.mehrere', stelle);
  if (platz.inGroup) merke('gruppe.verschachtelt', stelle);
  ofInner(field.fields, { ...platz, inGroup: true }, merke);
}

function ofInner(fields: readonly Feld[], platz: Platz, merke: Merke, name = 'fields'): void {
  for (const [index, inner] of fields.entries())
    ofField(inner, { ...platz, at: `${platz.at}.${name}[${index}]` }, merke);
}

type Teil = Exclude<Feld, { type: 'group' | 'section' | 'table' }>;
type Frage = Exclude<Teil, { type: 'calculated' | 'info' | 'summary' }>;

function ofPart(field: Teil, stelle: Stelle, merke: Merke): void {
  if (field.type === 'calculated') ofAusdruck(field.value, stelle, merke);
  else if (field.type === 'info') ofTexts([field.text, field.link?.label, field.link?.href], stelle, merke);
  else if (field.type !== 'summary') ofQuestion(field, stelle, merke);
}

function ofQuestion(field: Frage, stelle: Stelle, merke: Merke): void {
  if (typeof field.required === 'string') {
    merke('pflicht.bedingt', stelle);
    ofAusdruck(field.required, stelle, merke);
  }
  for (const { holds, message } of field.checks ?? []) {
    merke('pruefung', stelle);
    ofAusdruck(holds, stelle, merke);
    ofTexts([message], stelle, merke);
  }
  if (field.prefill !== undefined) merke('vorbelegung', stelle);
  if (field.type === 'text' && field.pattern !== undefined) merke('muster', stelle);
  if (field.type === 'choice' || field.type === 'multichoice') ofOptions(field, stelle, merke);
  if (field.type === 'date' || field.type === 'datetime' || field.type === 'period')
    for (const bound of [field.from, field.to]) ofBound(bound, stelle, merke);
}

function ofBound(bound: string | undefined, stelle: Stelle, merke: Merke): void {
  if (bound !== undefined) merke('grenze.tag', stelle);
  ofAusdruck(bound, stelle, merke);
}

function ofOptions(
  field: Extract<Frage, { type: 'choice' | 'multichoice' }>,
  stelle: Stelle,
  merke: Merke,
): void {
  const { options } = field;
  if (field.type === 'choice' && field.display === 'search') merke('codeliste.suche', stelle);
  const conditions = 'length' in options ? options.map(({ condition }) => condition) : [options.condition];
  if (!('length' in options)) merke('list' in options ? 'codeliste' : 'auswahl.parameter', stelle);
  for (const condition of conditions) {
    if (condition !== undefined) merke('bedingung.antwort', stelle);
    ofAusdruck(condition, stelle, merke);
  }
}

const parameterCapability: Readonly<Record<string, string>> = {
  text: 'parameter.text',
  url: 'parameter.text',
  integer: 'parameter.zahl',
  decimal: 'parameter.zahl',
  money: 'parameter.zahl',
  boolean: 'parameter.ja-nein',
  date: 'parameter.datum',
};

function ofDienst({ parameters, covers, offices }: Onlinedienst['definition'], merke: Merke): void {
  for (const [name, { type, label }] of Object.entries(parameters))
    merke(parameterCapability[type] ?? 'parameter.tabelle', {
      place: `dienst.json: parameters.${name}`,
      worte: `Wert der Kommune „${label}“`,
    });
  const kinds = new Set(covers.map(({ office }) => office));
  for (const [index, { when, name, office }] of covers.entries()) {
    const stelle = { place: `dienst.json: covers[${index}]`, worte: `Leistung „${name}“ (${office})` };
    if (kinds.size > 1) merke('mehrere-stellen', stelle);
    ofAusdruck(when, stelle, merke);
  }
  for (const [index, { office, rows = {} }] of (offices ?? []).entries())
    for (const source of Object.values(rows))
      ofAusdruck(
        source,
        { place: `dienst.json: offices[${index}]`, worte: `Anteil der Stelle ${office}` },
        merke,
      );
}

function ofAusdruck(source: string | undefined, stelle: Stelle, merke: Merke): void {
  if (source === undefined) return;
  for (const faehigkeit of faehigkeitenOfAusdruck(source)) merke(faehigkeit, stelle);
}

function ofTexts(texts: readonly (string | undefined)[], stelle: Stelle, merke: Merke): void {
  for (const text of texts)
    for (const source of ausdrueckeImText(text ?? '')) ofAusdruck(source, stelle, merke);
}
