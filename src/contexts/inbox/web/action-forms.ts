import { html } from 'hono/html';
import { accordion, button, form, section } from '#ui';
import { askablesOf } from '../domain/nachreichung.ts';
import { moeglicheAktionen } from '../domain/zustand.ts';
import { aktionLabel } from '../messages.ts';
import type { EingangDetail } from '../use-cases/read.ts';
import { type FormContext, fieldsOf, type PageAction, pageActions } from './action-fields.ts';

/** What can be done with the case now, one form each. */
export function actionsPart(detail: EingangDetail, context: FormContext) {
  const possible = moeglicheAktionen(detail.eingang.zustand);
  const shown = pageActions.filter(
    (aktion) => possible.includes(aktion) && isOffered(aktion, detail, context),
  );
  if (shown.length === 0) return '';
  return section(
    'Bearbeiten',
    html`${shown.map((aktion) =>
      aktion === 'uebernehmen'
        ? actionForm(detail, context, aktion)
        : accordion({
            title: aktionLabel[aktion],
            body: actionForm(detail, context, aktion),
            open: context.refused === aktion,
            id: aktion,
          }),
    )}`,
  );
}

/** Whether an action makes sense for this person: nobody takes over what they have, or picks from an empty list. */
function isOffered(
  aktion: PageAction,
  detail: EingangDetail,
  { mitglied, colleagues, targets }: FormContext,
): boolean {
  const { eingang, otherOffices } = detail;
  const { zustand, bearbeiter } = eingang;
  if (aktion === 'uebernehmen')
    return mitglied === null || mitglied !== bearbeiter || zustand === 'antwort-da';
  if (aktion === 'nachfordern') return !hasOpen(detail) && askablesOf(detail.inhalt).length > 0;
  if (aktion === 'nachforderung-zuruecknehmen') return hasOpen(detail);
  if (aktion === 'abgeben') return colleagues.some(({ id }) => id !== mitglied);
  if (aktion === 'entscheiden') return bearbeiter !== null;
  if (aktion === 'zuleiten') return otherOffices.length > 0;
  return aktion !== 'weiterleiten' || targets.length > 0;
}

function hasOpen({ nachforderungen }: EingangDetail): boolean {
  return nachforderungen.some(({ zustand }) => zustand === 'offen');
}

function actionForm(detail: EingangDetail, context: FormContext, aktion: PageAction) {
  const { eingang } = detail;
  return form(
    {
      action: `/eingang/${eingang.nummer}/${aktion}`,
      csrfToken: context.csrfToken,
      hidden: { version: String(eingang.version) },
      label: aktionLabel[aktion],
    },
    html`${fieldsOf(detail, context, aktion)}${button(aktionLabel[aktion], { kind: aktion === 'uebernehmen' ? 'primary' : 'secondary' })}`,
  );
}
