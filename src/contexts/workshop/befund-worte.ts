import { alleElemente, elementeOf, elementUm } from './domain/elemente.ts';
import { isList, isObject, type Json, listAt, placeOf, textAt } from './domain/json.ts';
import { worteVon } from './domain/worte.ts';
import { stelleWort } from './settings/angabe-wort.ts';

/** A message with titles and labels where it names pages and places of the file. */
export function inWorten(text: string, formular: Json): string {
  const { seite } = worteVon(formular);
  return text
    .replaceAll(/\bpages\[\d+\](?:\.\w+|\[\d+\])*/g, (place) => {
      const element = elementUm(formular, place);
      if (element === null) return stelleWort(place);
      const rest = place.slice(placeOf(element.pointer).length).replace(/^\./, '');
      return `„${element.titel}“${rest === '' ? '' : `, ${stelleWort(rest)}`}`;
    })
    .replaceAll(/\bEinen Parameter „/g, 'Einen Wert der Kommune „')
    .replaceAll(/(Seite) „([a-z0-9-]+)“/g, (_, word: string, id: string) => `${word} ${quoted(seite(id))}`);
}

function quoted(title: string): string {
  return title.startsWith('„') ? title : `„${title}“`;
}

/** Which setting of a place is meant; a place whose name says it already is not named twice. */
export function angabeAmOrt({
  ortTitel,
  angabe,
}: {
  readonly ortTitel: string;
  readonly angabe: string;
}): string {
  return angabe === '' ? '' : stelleWort(angabe).replace(`${ortTitel} › `, '');
}

/** A name that is missing but stands inside a group is said with what it is called there. */
export function mitRow(text: string, formular: Json): string {
  const [, name] = /Ein Feld „([A-Za-z0-9]+)“ gibt es nicht\./.exec(text) ?? [];
  const inGroup = alleElemente(elementeOf(formular)).some(
    ({ weg, art, kinder }) =>
      (art === 'group' || art === 'table') &&
      weg.length > 1 &&
      kinder.some((each) => each.weg.at(-1) === name),
  );
  return inGroup
    ? `${text} In seiner Gruppe heißt es „row.${name}“; von außen fragt man zum Beispiel mit any(gruppe, row.${name}).`
    : text;
}

/** An answer as somebody reads it: the label of what was chosen, yes and no, the parts of a name. */
export function antwortWort(formular: Json, name: string, wert: unknown): string {
  const element = alleElemente(elementeOf(formular)).find(({ weg }) => weg.at(-1) === name);
  const options = listAt(element?.wert, 'options');
  return gesagt(wert, (value) => {
    const found = options.find((each) => textAt(each, 'value') === value);
    return found === undefined ? value : textAt(found, 'label') || value;
  });
}

function gesagt(wert: unknown, label: (value: string) => string): string {
  if (wert === null || wert === undefined) return 'keine Antwort';
  if (typeof wert === 'boolean') return wert ? 'ja' : 'nein';
  if (typeof wert !== 'object') return label(String(wert));
  const inner = isList(wert as Json) ? (wert as readonly unknown[]) : Object.values(wert);
  const said = inner.map((each) => gesagt(each, label)).join(', ');
  return isObject(wert as Json) ? said : said || 'keine';
}
