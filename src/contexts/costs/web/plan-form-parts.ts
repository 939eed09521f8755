import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField } from '#platform';
import { accordion, errorOf, fieldset, type Html, inputField, selectField } from '#ui';
import { kostenartLabel } from '../messages.ts';
import type { PlanInhalt } from '../plan-inhalt.ts';
import { combinationParts, type Planwahl, rowNumbers } from './plan-form-input.ts';

export interface Shown {
  readonly typed: URLSearchParams;
  readonly wahl: Planwahl;
  readonly reason: Refusal | null;
}

export function base({ typed, reason }: Shown) {
  return (name: string) => ({
    name,
    value: formField(typed, name),
    error: errorOf(reason?.fields, name),
  });
}

function keyOptions({ wahl }: Shown, combined: boolean) {
  const all = wahl.schluessel.map(({ id, titel }) => ({ value: id, label: titel }));
  return combined ? [...all, { value: 'kombination', label: 'Die Kombination unten' }] : all;
}

export function positionRow(shown: Shown, at: number): Html {
  const field = base(shown);
  const optional = at > 0;
  const regeln = shown.wahl.daten.steuerregeln.map(({ id, titel }) => ({ value: id, label: titel }));
  const then = formField(shown.typed, `dann-${at}`) !== '';
  return fieldset(
    `Position ${at + 1}`,
    html`<input type="hidden" name="id-${at}" value="${formField(shown.typed, `id-${at}`)}">${inputField({ ...field(`titel-${at}`), label: 'Wofür', optional, maxLength: 200 })}${selectField(
      {
        ...field(`art-${at}`),
        label: 'Kostenart',
        optional,
        options: Object.entries(kostenartLabel).map(([value, label]) => ({ value, label })),
      },
    )}${inputField({ ...field(`betrag-${at}`), label: 'Betrag, netto in Euro', optional, inputmode: 'decimal', width: 'medium' })}${selectField(
      {
        ...field(`je-${at}`),
        label: 'Der Betrag gilt',
        placeholder: null,
        options: [
          { value: 'jahr', label: 'für den ganzen Zeitraum' },
          { value: 'fall', label: 'je Fall' },
        ],
      },
    )}${selectField({ ...field(`schluessel-${at}`), label: 'Verteilt nach', optional, options: keyOptions(shown, true) })}${selectField(
      { ...field(`steuer-${at}`), label: 'Umsatzsteuer', optional, options: regeln },
    )}${accordion({
      title: `Norm der Befreiung, andere Umsatzsteuer ab einem Tag (Position ${at + 1})`,
      open: then || formField(shown.typed, `norm-${at}`) !== '',
      body: html`${inputField({ ...field(`norm-${at}`), label: 'Norm der Befreiung', optional: true, maxLength: 200 })}${inputField({ ...field(`ab-${at}`), label: 'Anders ab', type: 'date', optional: true })}${selectField({ ...field(`dann-${at}`), label: 'Umsatzsteuer ab diesem Tag', optional: true, options: regeln })}`,
    })}`,
  );
}

export function combination(shown: Shown): Html {
  const field = base(shown);
  return fieldset(
    'Kombination von Schlüsseln',
    html`<div class="lw-pairs">${Array.from({ length: combinationParts }, (_, at) => html`${selectField({ ...field(`teil-${at}`), label: `Schlüssel ${at + 1}`, optional: true, options: keyOptions(shown, false) })}${inputField({ ...field(`teilgewicht-${at}`), label: `Gewicht ${at + 1}`, optional: true, inputmode: 'decimal' })}`)}</div>`,
    { hint: 'Die Gewichte ergeben zusammen genau 1, zum Beispiel 0,7 nach Einwohnern und 0,3 nach Nutzung.' },
  );
}

export function layers(shown: Shown, { finanzierung }: PlanInhalt): Html {
  const field = base(shown);
  const modelle = shown.wahl.daten.finanzierungen.map(({ id, titel, norm }) => ({
    value: id,
    label: `${titel} (${norm})`,
  }));
  return fieldset(
    'Finanzierung in Schichten',
    html`${selectField({ ...field('modell'), label: 'Schichten aus einem Beschluss übernehmen', optional: true, options: modelle, hint: 'Ersetzt die Schichten unten.' })}${selectField(
      {
        ...field('modellschluessel'),
        label: 'Schlüssel, den der Beschluss verlangt',
        optional: true,
        options: keyOptions(shown, false),
      },
    )}${inputField({ ...field('sitzland'), label: 'Sitzland, wenn der Beschluss eine Quote nennt', optional: true, maxLength: 2, width: 'narrow', hint: 'Zwei Ziffern, zum Beispiel 05.' })}${inputField({ ...field('ebenen'), label: 'Anteile der Ebenen, wenn der Beschluss sie offen lässt', optional: true, maxLength: 200, hint: 'Zum Beispiel „gemeinden 0,6; landkreise 0,4“.' })}${rowNumbers(
      shown.typed,
      'schicht',
      finanzierung.schichten.length,
    )
      .slice(0, Math.max(3, finanzierung.schichten.length + 1))
      .map(
        (at) =>
          html`<div class="lw-pairs">${inputField({ ...field(`schicht-${at}`), label: `Schicht ${at + 1}`, optional: at > 0 })}${inputField({ ...field(`schichtanteil-${at}`), label: `Anteil ${at + 1}`, optional: at > 0, inputmode: 'decimal' })}${inputField({ ...field(`schichtgruppen-${at}`), label: `Gruppen ${at + 1}`, optional: at > 0 })}${selectField({ ...field(`schichtschluessel-${at}`), label: `Verteilt nach ${at + 1}`, optional: true, placeholder: 'wie die Position', options: keyOptions(shown, false) })}</div>`,
      )}`,
    {
      hint: 'Erst trägt jede Schicht ihren Anteil, dann wird darin nach dem Schlüssel verteilt. Die Anteile ergeben genau 1.',
    },
  );
}
