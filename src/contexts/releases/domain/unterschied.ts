/** What this context looks at of a value that a Kommune gives. */
interface Parameter {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly kind: string;
  readonly filledBy: string;
}

interface Leistung {
  readonly leika: string;
  readonly name: string;
}

/** The part of a version that asks something of Kommunen. */
export interface Anforderungen {
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly covers: readonly Leistung[];
}

/** A field of a form with its label, in groups with the name before it. */
interface Feld {
  readonly id: string;
  readonly type: string;
  readonly label?: unknown;
  readonly title?: unknown;
  readonly fields?: readonly Feld[];
  readonly columns?: readonly Feld[];
}

interface Formular {
  readonly pages: readonly { readonly fields: readonly Feld[] }[];
}

interface Aenderung {
  readonly class: 'sicher' | 'zuordnung' | 'bruch';
  readonly field: string | null;
  readonly what: string;
}

/** One line of the change notes, for people who run no form themselves. */
export interface Zeile {
  readonly art: 'parameter' | 'leistung' | 'frage' | 'ablauf' | 'text';
  readonly text: string;
  /** The Kommune has something to do before it can have the version. */
  readonly aufgabe: boolean;
}

/** One side of a comparison: what it asks of Kommunen, the form, and what citizens read on the service page. */
interface Seite extends Anforderungen {
  readonly formular: Formular;
  readonly texte: Readonly<Record<string, unknown>>;
}

/** What a version changes for Kommunen, in plain words: values, Leistungen, the form, then the texts. */
export function zeilenVon(before: Seite, after: Seite, aenderungen: readonly Aenderung[]): readonly Zeile[] {
  return [
    ...parameterZeilen(before.parameters, after.parameters),
    ...leistungZeilen(before.covers, after.covers),
    ...formularZeilen(before.formular, after.formular, aenderungen),
    ...textZeilen(before.texte, after.texte),
  ];
}

/** The values that a version asks for and the earlier one did not. */
export function neuePflichten(before: Anforderungen, after: Anforderungen): readonly Parameter[] {
  const old = new Map(before.parameters.map((each) => [each.id, each]));
  return after.parameters.filter(({ id, required }) => required && old.get(id)?.required !== true);
}

function parameterZeilen(before: readonly Parameter[], after: readonly Parameter[]): readonly Zeile[] {
  const old = new Map(before.map((each) => [each.id, each]));
  const now = new Set(after.map(({ id }) => id));
  const line = (text: string, aufgabe = false): Zeile => ({ art: 'parameter', text, aufgabe });
  const changed = after.flatMap(({ id, label, required, kind, filledBy }): readonly Zeile[] => {
    const earlier = old.get(id);
    const from = filledBy === 'Kommune' ? 'von Ihrer Kommune' : `vom ${filledBy}`;
    if (!earlier && required) return [line(`Neue Pflichtangabe ${from}: „${label}“.`, true)];
    if (!earlier) return [line(`Neue freiwillige Angabe ${from}: „${label}“.`)];
    if (required && !earlier.required)
      return [line(`„${label}“ ist jetzt eine Pflichtangabe ${from}.`, true)];
    if (!required && earlier.required) return [line(`„${label}“ ist jetzt freiwillig.`)];
    return earlier.kind === kind ? [] : [line(`„${label}“ wird in anderer Form gebraucht.`, true)];
  });
  const gone = before
    .filter(({ id }) => !now.has(id))
    .map(({ label }) => line(`„${label}“ wird nicht mehr gebraucht.`));
  return [...changed, ...gone];
}

function leistungZeilen(before: readonly Leistung[], after: readonly Leistung[]): readonly Zeile[] {
  const line = (text: string, aufgabe = false): Zeile => ({ art: 'leistung', text, aufgabe });
  const has = (list: readonly Leistung[], leika: string) => list.some((each) => each.leika === leika);
  return [
    ...after
      .filter(({ leika }) => !has(before, leika))
      .map(({ name }) => line(`Der Onlinedienst deckt jetzt auch „${name}“ ab.`, true)),
    ...before
      .filter(({ leika }) => !has(after, leika))
      .map(({ name }) => line(`„${name}“ gehört nicht mehr dazu.`)),
  ];
}

function formularZeilen(
  before: Formular,
  after: Formular,
  aenderungen: readonly Aenderung[],
): readonly Zeile[] {
  const [old, now] = [labelsOf(before), labelsOf(after)];
  return aenderungen.map(({ field, what }) => {
    if (field === null) return { art: 'ablauf', text: what, aufgabe: false };
    const label = now.get(field) ?? old.get(field) ?? field;
    if (!now.has(field)) return frage(`Die Frage „${label}“ entfällt.`);
    if (!old.has(field)) return frage(`Neue Frage: „${label}“.`);
    return frage(`„${label}“: ${what}`);
  });
}

const textLabel: Readonly<Record<string, string>> = {
  what: 'Worum es geht',
  forWhom: 'Für wen',
  need: 'Was man braucht',
  cost: 'Kosten',
  time: 'Dauer',
  deadline: 'Frist',
  law: 'Rechtsgrundlage',
};

function textZeilen(before: Seite['texte'], after: Seite['texte']): readonly Zeile[] {
  return Object.entries(textLabel)
    .filter(([name]) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map(([, label]) => ({ art: 'text', text: `„${label}“ lautet anders.`, aufgabe: false }));
}

function frage(text: string): Zeile {
  return { art: 'frage', text, aufgabe: false };
}

function labelsOf({ pages }: Formular): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const collect = (fields: readonly Feld[], before: string): void => {
    for (const field of fields) {
      const path = before + field.id;
      labels.set(path, String(field.label ?? field.title ?? field.id));
      const inner = field.fields ?? field.columns ?? [];
      collect(inner, field.type === 'section' ? before : `${path}.`);
    }
  };
  for (const { fields } of pages) collect(fields, '');
  return labels;
}
