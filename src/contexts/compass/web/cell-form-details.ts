import { html } from 'hono/html';
import { errorOf, type Html, inputField, selectField, textareaField } from '#ui';
import { istBeendet } from '../domain/fachbereich.ts';
import { fallzahlArten, nachweisArten } from '../domain/stand.ts';
import type { LoesungName } from '../doors-deps.ts';
import { fallzahlArtLabel, nachweisArtLabel } from '../messages.ts';
import type { Zelle } from '../use-cases/read-cell.ts';
import { formPart } from './cell-form-part.ts';
import { type FormState, helped, text, typed, worded } from './cell-form-state.ts';

export function whoFields({ fachbereiche, nachRegel, personen, date }: Zelle, state: FormState): Html {
  const { werte, problems } = state;
  const people = (current: string | null | undefined) =>
    personen
      .filter(({ id, entfernt }) => !entfernt || id === current)
      .map(({ id, name, entfernt }) => ({ value: id, label: entfernt ? `${name} (nicht mehr da)` : name }));
  const person = (name: 'zustaendig' | 'vertretung') =>
    helped(
      state,
      name,
      selectField({
        name,
        ...worded(state, name),
        placeholder: 'niemand',
        options: people(werte[name]),
        value: werte[name] ?? '',
        error: errorOf(problems, name),
      }),
    );
  const open = fachbereiche.fachbereiche.filter((each) => !istBeendet(each, date));
  return formPart(state, {
    title: 'Zuständige und Priorität',
    felder: ['fachbereichId', 'zustaendig', 'vertretung', 'prioritaet'],
    body: html`${helped(
      state,
      'fachbereichId',
      selectField({
        name: 'fachbereichId',
        ...worded(state, 'fachbereichId'),
        placeholder: nachRegel ? `nach Zuordnung: ${nachRegel.fachbereich.name}` : 'keiner',
        options: open.map(({ id, name }) => ({ value: id, label: name })),
        value: werte.fachbereichId ?? '',
        error: errorOf(problems, 'fachbereichId'),
      }),
    )}${person('zustaendig')}${person('vertretung')}${helped(
      state,
      'prioritaet',
      selectField({
        name: 'prioritaet',
        ...worded(state, 'prioritaet'),
        placeholder: 'keine',
        options: [
          { value: '1', label: '1 (hoch)' },
          { value: '2', label: '2 (mittel)' },
          { value: '3', label: '3 (niedrig)' },
        ],
        value: werte.prioritaet?.toString() ?? '',
        error: errorOf(problems, 'prioritaet'),
      }),
    )}`,
  });
}

export function caseFields(state: FormState): Html {
  const { werte, problems } = state;
  return formPart(state, {
    title: 'Fallzahl',
    felder: ['fallzahl', 'fallzahlJahr', 'fallzahlArt'],
    body: html`<div class="lw-inline-form">${helped(
      state,
      'fallzahl',
      inputField({
        name: 'fallzahl',
        ...worded(state, 'fallzahl'),
        inputmode: 'numeric',
        width: 'narrow',
        value: typed(state, 'fallzahl'),
        error: errorOf(problems, 'fallzahl'),
      }),
    )}${helped(
      state,
      'fallzahlJahr',
      inputField({
        name: 'fallzahlJahr',
        ...worded(state, 'fallzahlJahr'),
        inputmode: 'numeric',
        width: 'narrow',
        value: typed(state, 'fallzahlJahr'),
        error: errorOf(problems, 'fallzahlJahr'),
      }),
    )}${helped(
      state,
      'fallzahlArt',
      selectField({
        name: 'fallzahlArt',
        ...worded(state, 'fallzahlArt'),
        options: fallzahlArten.map((art) => ({ value: art, label: fallzahlArtLabel[art] })),
        value: werte.fallzahlArt ?? '',
        error: errorOf(problems, 'fallzahlArt'),
      }),
    )}</div>`,
  });
}

function solutionOptions(loesungen: readonly LoesungName[], current: string | null) {
  const known = loesungen.map(({ id, name }) => ({ value: id, label: name }));
  const lost = current !== null && !loesungen.some(({ id }) => id === current);
  return lost ? [...known, { value: current, label: `${current} (nicht im Register)` }] : known;
}

export function evidenceFields(zelle: Zelle, state: FormState): Html {
  const { werte, problems, roh } = state;
  const { nachweis } = werte;
  return formPart(state, {
    title: 'Lösung, Nachweis, Bemerkung',
    felder: ['loesungId', 'nachweis', 'bemerkung'],
    body: html`${helped(
      state,
      'loesungId',
      selectField({
        name: 'loesungId',
        ...worded(state, 'loesungId'),
        placeholder: 'keine',
        options: solutionOptions(zelle.loesungen, werte.loesungId ?? null),
        value: werte.loesungId ?? '',
        error: errorOf(problems, 'loesungId'),
      }),
    )}${selectField({
      name: 'nachweisArt',
      ...worded(state, 'nachweis'),
      placeholder: 'keiner',
      options: nachweisArten
        .filter((art) => art !== 'datei' || nachweis?.art === 'datei')
        .map((art) => ({ value: art, label: nachweisArtLabel[art] })),
      value: roh?.get('nachweisArt') ?? nachweis?.art ?? '',
      error: errorOf(problems, 'nachweis'),
      id: 'feld-nachweis',
    })}${nachweis?.datei ? html`<input type="hidden" name="nachweisDatei" value="${nachweis.datei}">` : ''}${inputField(
      {
        name: 'nachweisLink',
        label: 'Link',
        hint: 'Zum Beispiel die Seite des Onlinedienstes. Wir sehen regelmäßig nach, ob sie antwortet.',
        optional: true,
        maxLength: 2000,
        spellcheck: false,
        value: roh?.get('nachweisLink') ?? nachweis?.link,
      },
    )}${inputField({
      name: 'nachweisText',
      label: 'Was zeigt der Nachweis?',
      optional: true,
      maxLength: 2000,
      value: roh?.get('nachweisText') ?? nachweis?.text,
    })}${helped(
      state,
      'bemerkung',
      textareaField({
        name: 'bemerkung',
        ...worded(state, 'bemerkung'),
        rows: 3,
        maxLength: 2000,
        value: text(state, 'bemerkung'),
        error: errorOf(problems, 'bemerkung'),
      }),
    )}`,
  });
}
