import { type Element, elementsOf } from './html-elements.ts';

/** Something that keeps somebody from using a page. */
export interface Barrier {
  readonly rule: string;
  readonly message: string;
  /** The form field that it is at, where it is at one. */
  readonly field: string | null;
}

/**
 * What can be told of a rendered page without a browser: names of controls, groups, links and buttons, ids and what points to
 * them, headings, pictures. Colours, focus and layout are for the browser test with axe.
 */
export function barriersOf(html: string): readonly Barrier[] {
  const elements = elementsOf(html);
  const byId = new Map<string, Element>();
  for (const element of elements) if (element.attributes.id) byId.set(element.attributes.id, element);
  return [
    ...doubleIds(elements),
    ...elements.flatMap((element) => [
      ...nameless(element, elements, byId),
      ...danglingPointers(element, byId),
    ]),
    ...emptyHeadings(elements),
    ...skippedHeadings(elements),
    ...vagueLinks(elements),
    ...twins(elements),
  ];
}

function fieldOf({ attributes }: Element): string | null {
  return attributes.name ?? attributes.id ?? null;
}

function doubleIds(elements: readonly Element[]): Barrier[] {
  const seen = new Set<string>();
  return elements.flatMap((element) => {
    const { id } = element.attributes;
    if (!id) return [];
    const again = seen.has(id);
    seen.add(id);
    return again
      ? [{ rule: 'id', message: `Die Kennung „${id}“ kommt zweimal vor.`, field: fieldOf(element) }]
      : [];
  });
}

const controls = new Set(['input', 'select', 'textarea']);

function nameless(element: Element, all: readonly Element[], byId: ReadonlyMap<string, Element>): Barrier[] {
  const { tag, attributes } = element;
  const wrong = (rule: string, message: string): Barrier[] => [{ rule, message, field: fieldOf(element) }];
  if (controls.has(tag) && attributes.type !== 'hidden' && nameOf(element, all, byId) === '')
    return wrong('name', `Das Feld „${attributes.name ?? ''}“ hat keine Beschriftung.`);
  if (tag === 'fieldset' && !element.children.some((child) => child.tag === 'legend' && child.text !== ''))
    return wrong('gruppe', 'Eine Gruppe von Feldern hat keine Überschrift (legend).');
  if (tag === 'a' && attributes.href !== undefined && nameOf(element, all, byId) === '')
    return wrong('verweis', 'Ein Verweis hat keinen Text.');
  if (tag === 'button' && nameOf(element, all, byId) === '')
    return wrong('knopf', 'Ein Knopf hat keinen Text.');
  if (tag === 'img' && attributes.alt === undefined)
    return wrong('bild', 'Ein Bild hat keinen Alternativtext.');
  return [];
}

/** The name that a screen reader says. */
function nameOf(element: Element, all: readonly Element[], byId: ReadonlyMap<string, Element>): string {
  const { attributes } = element;
  const labelled = (attributes['aria-labelledby'] ?? '').split(/\s+/).map((id) => byId.get(id)?.text ?? '');
  const own = attributes['aria-label'] ?? labelled.join(' ').trim();
  if (own.trim() !== '') return own.trim();
  if (!controls.has(element.tag)) return element.text;
  const labels = all.filter(
    ({ tag, attributes: { for: target }, children }) =>
      tag === 'label' && ((target !== undefined && target === attributes.id) || children.includes(element)),
  );
  return labels
    .map(({ text }) => text)
    .join(' ')
    .trim();
}

function danglingPointers(element: Element, byId: ReadonlyMap<string, Element>): Barrier[] {
  return ['aria-describedby', 'aria-labelledby', 'for', 'aria-controls'].flatMap((name) =>
    (element.attributes[name] ?? '')
      .split(/\s+/)
      .filter((id) => id !== '' && !byId.has(id))
      .map((id) => ({
        rule: 'bezug',
        message: `„${name}“ zeigt auf „${id}“, das es auf der Seite nicht gibt.`,
        field: fieldOf(element),
      })),
  );
}

const heading = /^h[1-6]$/;

function emptyHeadings(elements: readonly Element[]): Barrier[] {
  return elements
    .filter(({ tag, text }) => (heading.test(tag) || tag === 'legend') && text === '')
    .map((element) => ({
      rule: 'ueberschrift',
      message: 'Eine Überschrift ist leer.',
      field: fieldOf(element),
    }));
}

/** The page's own heading is the first level and stands in the frame. */
function skippedHeadings(elements: readonly Element[]): Barrier[] {
  let before = 1;
  return elements.flatMap(({ tag, text }) => {
    if (!heading.test(tag)) return [];
    const level = Number(tag.slice(1));
    const skipped = level > before + 1;
    before = level;
    return skipped
      ? [{ rule: 'ueberschrift', message: `Die Überschrift „${text}“ überspringt eine Ebene.`, field: null }]
      : [];
  });
}

const vague = new Set([
  'hier',
  'klicken sie hier',
  'mehr',
  'link',
  'weiter',
  'weitere informationen',
  'details',
  'hier klicken',
]);

function vagueLinks(elements: readonly Element[]): Barrier[] {
  return elements
    .filter(
      ({ tag, text, attributes }) => tag === 'a' && attributes.href !== undefined && vague.has(plain(text)),
    )
    .map(({ text }) => ({
      rule: 'verweis',
      message: `Der Verweis „${text}“ sagt nicht, wohin er führt.`,
      field: null,
    }));
}

function plain(text: string): string {
  return text
    .replaceAll(/\(.*?\)/g, '')
    .replaceAll(/[^\p{L}\s]/gu, '')
    .trim()
    .toLowerCase();
}

/** Two fields of one group that a listener cannot tell apart. */
function twins(elements: readonly Element[]): Barrier[] {
  return elements.flatMap((element) => {
    if (element.tag !== 'fieldset' && element.tag !== 'form') return [];
    const labels = ownLabels(element);
    const doubled = labels.filter((label, index) => label !== '' && labels.indexOf(label) < index);
    return [...new Set(doubled)].map((label) => ({
      rule: 'gleich',
      message: `Die Beschriftung „${label}“ kommt auf der Seite zweimal vor.`,
      field: null,
    }));
  });
}

/** Labels of controls that stand directly in it, not in a group with a heading of its own. */
function ownLabels(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (child.tag === 'fieldset') {
      const legend = child.children.find(({ tag }) => tag === 'legend');
      return legend ? [legend.text] : [];
    }
    if (child.attributes.role === 'group') return [];
    return child.tag === 'label' ? [child.text] : ownLabels(child);
  });
}
