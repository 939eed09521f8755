import { html } from 'hono/html';
import { fieldset, type Html, inputField } from '#ui';
import { isObject, type Json } from '../domain/json.ts';
import type { Setting } from '../settings/setting.ts';
import { zeichen } from '../settings/zeichen.ts';
import { neuerEintrag, teileDerZeile } from './liste-feld.ts';
import { rahmen, verwaltung } from './liste-rahmen.ts';
import type { Feld, Malen } from './settings-feld.ts';

export function eintraege(
  teil: Setting,
  wert: Json | undefined,
  feld: Feld,
  zeigen: Malen,
  hint: string | undefined,
): Html {
  const { path, label } = feld;
  const named = isObject(wert) ? Object.entries(wert) : [];
  const blank: readonly (readonly [string, undefined])[] =
    zeigen.mehr === path || (feld.pflicht && named.length === 0) ? [['', undefined]] : [];
  const rows: readonly (readonly [string, Json | undefined])[] = [...named, ...blank];
  const shown = {
    ...zeigen,
    problems: zeigen.problems.map((problem) => ({
      ...problem,
      field: nachNummer(
        problem.field,
        path,
        named.map(([name]) => name),
      ),
    })),
  };
  const items = rows.map(([name, each], index) => {
    const at = `${path}[${index}]`;
    const inner =
      teil.art === 'gruppe'
        ? teileDerZeile(teil.teile, each, at, shown)
        : zeigen.settingField(teil, each, { path: at, label, pflicht: true }, shown);
    return fieldset(
      name === '' ? `${label}: neuer Eintrag` : `${label}: ${name}`,
      html`${name === '' && zeigen.mehr === path ? neuerEintrag : ''}${inputField({ name: at + zeichen.name, label: 'Name in Ausdrücken', value: name, hint: 'Kleinbuchstabe, dann Buchstaben und Ziffern', optional: name === '' })}${inner}${verwaltung(at, index, name !== '', false)}`,
    );
  });
  return rahmen(feld, hint, html`${items}`, rows.length);
}

/** Problems name an entry, the form numbers it. */
function nachNummer(field: string, path: string, names: readonly string[]): string {
  const index = names.findIndex(
    (name) => field === `${path}.${name}` || field.startsWith(`${path}.${name}.`),
  );
  return index < 0 ? field : `${path}[${index}]${field.slice(path.length + 1 + (names[index]?.length ?? 0))}`;
}
