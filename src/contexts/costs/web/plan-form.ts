import { html } from 'hono/html';
import { type Refusal, ratio } from '#kernel';
import { formField, type PageContent, type PageRequest } from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  fieldset,
  form,
  type Html,
  inputField,
  linkButton,
  refusalNotice,
  selectField,
} from '#ui';
import { euroField } from '../euro.ts';
import { kostenartLabel, rundungLabel } from '../messages.ts';
import type { Plan, PlanInhalt } from '../plan-inhalt.ts';
import { kosten, planHref } from './answers.ts';
import { combinationParts, type Planwahl, rowNumbers } from './plan-form-input.ts';

/** What a kept plan shows in its form. */
export function typedOf(inhalt: PlanInhalt): URLSearchParams {
  const { titel, rundung, beitritt, anbindungCent, anbindungText, positionen, finanzierung } = inhalt;
  const typed = new URLSearchParams({
    ...{ titel, rundung, beitritt, anbindungText },
    anbindung: euroField(BigInt(anbindungCent)),
  });
  for (const [at, position] of positionen.entries()) {
    const { betrag, steuer } = position;
    const [first, then] = steuer;
    const cent = betrag.art === 'fest' ? betrag.cent : ratio.roundHalfAway(ratio.ofDecimal(betrag.preisCent));
    const values = {
      ...{ id: position.id, titel: position.titel, art: position.art, schluessel: position.schluessel },
      betrag: euroField(cent),
      je: betrag.art === 'fest' ? 'jahr' : 'fall',
      steuer: first?.regel ?? '',
      norm: first?.norm ?? '',
      dann: then?.regel ?? '',
      ab: then?.ab ?? '',
    };
    for (const [name, value] of Object.entries(values)) typed.set(`${name}-${at}`, value);
  }
  for (const [at, schicht] of finanzierung.schichten.entries()) {
    typed.set(`schicht-${at}`, schicht.titel);
    typed.set(`schichtanteil-${at}`, schicht.anteil.replace('.', ','));
    typed.set(`schichtgruppen-${at}`, schicht.gruppen.join(', '));
    typed.set(`schichtschluessel-${at}`, schicht.schluessel ?? '');
  }
  const combined = inhalt.schluessel.find(({ art }) => art === 'kombination');
  for (const [at, teil] of (combined?.art === 'kombination' ? combined.teile : []).entries()) {
    typed.set(`teil-${at}`, teil.schluessel);
    typed.set(`teilgewicht-${at}`, teil.gewicht.replace('.', ','));
  }
  return typed;
}

interface Shown {
  readonly typed: URLSearchParams;
  readonly wahl: Planwahl;
  readonly reason: Refusal | null;
}

/** The form of a plan: what it costs, by which keys, in which layers. */
export function planForm({ csrfToken, form: sent }: PageRequest, plan: Plan, shown: Shown): PageContent {
  const { dienst, jahr, art, inhalt } = plan;
  const { reason, typed } = shown;
  const here = planHref(dienst, jahr, art);
  const field = base(shown);
  return {
    title: 'Positionen und Verteilung',
    preline: `${inhalt.titel} ${jahr}`,
    breadcrumb: [kosten, { label: `${inhalt.titel} ${jahr}`, href: here }],
    main: html`${refusalNotice(reason)}${form(
      {
        action: `/kosten/${dienst}/aendern`,
        csrfToken,
        label: 'Kostenplan',
        hidden: {
          ...{ jahr: String(jahr), art },
          grundlage: reason ? (sent.get('grundlage') ?? '0') : String(plan.fassung),
        },
      },
      html`${inputField({ ...field('titel'), label: 'Titel', maxLength: 200 })}${rowNumbers(typed, 'titel', inhalt.positionen.length).map((at) => positionRow(shown, at))}${combination(shown)}${layers(shown, inhalt)}${selectField(
        {
          ...field('rundung'),
          label: 'Rundung',
          placeholder: null,
          options: Object.entries(rundungLabel).map(([value, label]) => ({ value, label })),
        },
      )}${selectField({
        ...field('beitritt'),
        label: 'Wer im Jahr dazukommt',
        placeholder: null,
        options: [
          { value: 'monatsgenau', label: 'zahlt ab dem Monat der Teilnahme' },
          {
            value: 'quartal4',
            label: 'zahlt ab dem nächsten Jahr, wenn der Vertrag im vierten Quartal liegt',
          },
        ],
      })}${inputField({ ...field('anbindung'), label: 'Anbindung, einmalig je Kommune, netto in Euro', optional: true, inputmode: 'decimal', width: 'medium' })}${inputField({ ...field('anbindungText'), label: 'Was in der Anbindung steckt', optional: true, maxLength: 500 })}${buttonRow(button('Speichern'), linkButton('Abbrechen', here, { kind: 'tertiary' }))}`,
    )}`,
  };
}

function base({ typed, reason }: Shown) {
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

function positionRow(shown: Shown, at: number): Html {
  const field = base(shown);
  const optional = at > 0;
  const regeln = shown.wahl.daten.steuerregeln.map(({ id, titel }) => ({ value: id, label: titel }));
  return fieldset(
    `Position ${at + 1}`,
    html`<input type="hidden" name="id-${at}" value="${formField(shown.typed, `id-${at}`)}">${inputField({ ...field(`titel-${at}`), label: 'Wofür', optional, maxLength: 200 })}<div class="lw-pairs">${selectField(
      {
        ...field(`art-${at}`),
        label: 'Kostenart',
        optional,
        options: Object.entries(kostenartLabel).map(([value, label]) => ({ value, label })),
      },
    )}${inputField({ ...field(`betrag-${at}`), label: 'Betrag, netto in Euro', optional, inputmode: 'decimal' })}${selectField(
      {
        ...field(`je-${at}`),
        label: 'Gilt',
        placeholder: null,
        options: [
          { value: 'jahr', label: 'für den ganzen Zeitraum' },
          { value: 'fall', label: 'je Fall' },
        ],
      },
    )}${selectField({ ...field(`schluessel-${at}`), label: 'Verteilt nach', optional, options: keyOptions(shown, true) })}${selectField(
      { ...field(`steuer-${at}`), label: 'Umsatzsteuer', optional, options: regeln },
    )}${inputField({ ...field(`norm-${at}`), label: 'Norm der Befreiung', optional: true, maxLength: 200 })}${inputField(
      { ...field(`ab-${at}`), label: 'Anders ab', type: 'date', optional: true },
    )}${selectField({ ...field(`dann-${at}`), label: 'Umsatzsteuer ab dann', optional: true, options: regeln })}</div>`,
  );
}

function combination(shown: Shown): Html {
  const field = base(shown);
  return fieldset(
    'Kombination von Schlüsseln',
    html`<div class="lw-pairs">${Array.from({ length: combinationParts }, (_, at) => html`${selectField({ ...field(`teil-${at}`), label: `Schlüssel ${at + 1}`, optional: true, options: keyOptions(shown, false) })}${inputField({ ...field(`teilgewicht-${at}`), label: `Gewicht ${at + 1}`, optional: true, inputmode: 'decimal' })}`)}</div>`,
    { hint: 'Die Gewichte ergeben zusammen genau 1, zum Beispiel 0,7 nach Einwohnern und 0,3 nach Nutzung.' },
  );
}

function layers(shown: Shown, { finanzierung }: PlanInhalt): Html {
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
    )}${rowNumbers(shown.typed, 'schicht', finanzierung.schichten.length)
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
