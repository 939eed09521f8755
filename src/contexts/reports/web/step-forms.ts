import { html } from 'hono/html';
import type { PageRequest } from '#platform';
import { accordion, alert, button, form, type Html, section, textareaField } from '#ui';
import type { SchrittArt } from '../domain/bericht.ts';
import { isSecond } from '../use-cases/steps.ts';
import type { Asked } from './asked.ts';

export const schrittNamen: Readonly<Record<SchrittArt, string>> = {
  vorgelegt: 'vorgelegt',
  zurueckgegeben: 'zurückgegeben',
  freigegeben: 'freigegeben',
  zurueckgezogen: 'zurückgezogen',
};

/** What this person may do with the report now, and who has to act where it is not them. */
export function stepSection(asked: Asked, request: PageRequest): Html | '' {
  const { zustand, neueste } = asked.bericht;
  if (zustand === 'zurueckgezogen' || !neueste) return '';
  const withdraw =
    asked.who.schreibt || asked.who.gibtFrei
      ? accordion({
          title: 'Bericht zurückziehen',
          body: reasoned(
            asked,
            request,
            'zurueckziehen',
            'Zurückziehen',
            'Warum wird der Bericht zurückgezogen?',
          ),
        })
      : '';
  return section('Wie es weitergeht', html`${main(asked, request)}${withdraw}`, { id: 'weiter' });
}

function main(asked: Asked, request: PageRequest): Html {
  const { zustand } = asked.bericht;
  if (zustand === 'entwurf') return draft(asked, request);
  if (zustand === 'vorgelegt') return presented(asked, request);
  return html`<p class="kern-body lw-measure">Der Bericht ist freigegeben. Geben Sie das PDF in die Vorlage für den Rat. Für neue Zahlen legen Sie einen neuen Bericht an; dieser bleibt, wie er ist.</p>`;
}

function draft({ bericht, who }: Asked, { csrfToken }: PageRequest): Html {
  if (!who.schreibt)
    return html`<p class="kern-body">Der Bericht ist ein Entwurf. Die OZG-Koordination legt ihn vor, wenn er fertig ist.</p>`;
  return html`<p class="kern-body lw-measure">Lesen Sie den Bericht und ergänzen Sie unten eigene Sätze. Dann legen Sie ihn vor: Freigeben muss eine zweite Person.</p>${form(
    {
      action: `/berichte/${bericht.id}/vorlegen`,
      csrfToken,
      label: 'Bericht vorlegen',
      hidden: { grundlage: String(bericht.fassung) },
    },
    button('Zur Freigabe vorlegen'),
  )}`;
}

function presented(asked: Asked, request: PageRequest): Html {
  const { bericht, who } = asked;
  if (!who.gibtFrei)
    return html`<p class="kern-body lw-measure">Der Bericht wartet auf die Freigabe durch eine zweite Person: Verwaltungsleitung oder Administration. Sie öffnet ihn unter „Berichte“ und liest ihn dort.</p>`;
  if (!isSecond(bericht, who.reader.actor))
    return alert({
      kind: 'info',
      title: 'Sie haben diese Fassung geschrieben oder vorgelegt. Freigeben muss eine zweite Person.',
    });
  return html`<p class="kern-body lw-measure">Sie geben Fassung ${bericht.fassung} frei, mit Ihrem Namen in der Prüfspur. Danach ändert sich an ihr nichts mehr.</p>${form(
    {
      action: `/berichte/${bericht.id}/freigeben`,
      csrfToken: request.csrfToken,
      label: 'Bericht freigeben',
      hidden: { grundlage: String(bericht.fassung) },
    },
    button('Freigeben'),
  )}${accordion({
    title: 'Zurückgeben statt freigeben',
    body: reasoned(asked, request, 'zurueckgeben', 'Zurückgeben', 'Was soll geändert werden?'),
  })}`;
}

function reasoned(
  { bericht }: Asked,
  { csrfToken, form: sent, path }: PageRequest,
  step: string,
  action: string,
  label: string,
): Html {
  const typed = path.endsWith(`/${step}`) ? sent.get('begruendung') : '';
  return form(
    {
      action: `/berichte/${bericht.id}/${step}`,
      csrfToken,
      label: action,
      hidden: { grundlage: String(bericht.fassung) },
    },
    html`${textareaField({ name: 'begruendung', id: `begruendung-${step}`, label, value: typed, rows: 3, maxLength: 1000 })}${button(action, { kind: 'secondary' })}`,
  );
}
