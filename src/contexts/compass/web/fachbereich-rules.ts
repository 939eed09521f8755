import { html } from 'hono/html';
import type { Catalogue } from '#catalogue';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  button,
  emptyState,
  errorOf,
  form,
  type Html,
  inputField,
  problemsOf,
  section,
  selectField,
  table,
  textLink,
} from '#ui';
import type { Fachbereich, FachbereichRegel } from '../domain/fachbereich.ts';
import type { AskedFachbereich as Asked } from './fachbereich-asked.ts';

/** Which Leistungen belong to a Fachbereich, and the form that adds more. */
export function rulesPart(asked: Asked, request: PageRequest, reason: Refusal | null): Html {
  const { all, fachbereich, catalogue, reader, beendet } = asked;
  const own = all.regeln.filter(({ fachbereichId }) => fachbereichId === fachbereich.id);
  const list =
    own.length === 0
      ? emptyState({
          title: 'Noch nichts zugeordnet',
          body: 'Ordnen Sie ein Themenfeld, eine OZG-Leistung oder eine Leistung zu.',
        })
      : table({
          caption: 'Zugeordnete Leistungen',
          captionHidden: true,
          small: true,
          columns: [{ label: 'Was', width: 'wide' }, { label: 'Art' }, { label: 'Ändern' }],
          rows: own.map((regel) => [
            regelText(catalogue, regel),
            artLabel[regel.art],
            reader.darfVerwalten ? removeForm(fachbereich, regel, request) : '–',
          ]),
        });
  return section(
    'Welche Leistungen gehören dazu?',
    html`${list}${reader.darfVerwalten && !beendet ? assignForm(asked, request, reason) : ''}`,
    {
      lead: 'Die engste Zuordnung gilt: eine Leistung vor ihrer OZG-Leistung, diese vor dem Themenfeld. Was jemand an der Leistung selbst angibt, geht vor.',
    },
  );
}

const artLabel = { themenfeld: 'Themenfeld', ozg: 'OZG-Leistung', leistung: 'Leistung' } as const;

function regelText(catalogue: Catalogue, { art, ziel }: FachbereichRegel): Html | string {
  if (art === 'leistung')
    return textLink(
      `/stand/${ziel}`,
      catalogue.leistungById.get(ziel)?.name ?? `${ziel} (nicht mehr im Katalog)`,
    );
  if (art === 'ozg')
    return `${ziel} ${catalogue.ozgById.get(Number(ziel))?.name ?? '(nicht mehr im Katalog)'}`;
  return catalogue.themenfeldById.get(Number(ziel))?.name ?? `${ziel} (nicht mehr im Katalog)`;
}

function removeForm({ id }: Fachbereich, { art, ziel }: FachbereichRegel, request: PageRequest): Html {
  return form(
    {
      action: `/fachbereiche/${id}/zuordnen`,
      csrfToken: request.csrfToken,
      hidden: { art, ziel, wegnehmen: 'ja' },
      label: `${artLabel[art]} ${ziel} wegnehmen`,
    },
    button('Wegnehmen', { kind: 'tertiary', small: true }),
  );
}

function assignForm({ fachbereich, catalogue }: Asked, request: PageRequest, reason: Refusal | null): Html {
  const themenfelder = catalogue.themenfelder.map(({ id, name }) => ({ value: String(id), label: name }));
  return form(
    {
      action: `/fachbereiche/${fachbereich.id}/zuordnen`,
      csrfToken: request.csrfToken,
      label: 'Leistungen zuordnen',
    },
    html`${selectField({ name: 'themenfeld', label: 'Ganzes Themenfeld', optional: true, options: themenfelder })}${inputField(
      {
        name: 'nummer',
        label: 'Oder eine Nummer',
        hint: 'OZG-Leistung, zum Beispiel 10017, oder Leistung, zum Beispiel L00001',
        optional: true,
        width: 'medium',
        id: 'feld-ziel',
        error: errorOf(problemsOf(reason), 'ziel'),
      },
    )}${button('Zuordnen', { kind: 'secondary' })}`,
  );
}
