import { type PageAnswer, type PageRequest, page, refusal } from '#platform';
import { emptyState, formatInstant, formatNumber, table, textLink } from '#ui';
import type { CompassDeps } from '../doors-deps.ts';
import { editorOf } from '../use-cases/editor.ts';
import { sammelListe } from '../use-cases/sammel.ts';
import { werText } from '../views/feld-text.ts';
import { sammelAddress } from './sammel-address.ts';

/** The last bulk changes, who made them and whether they were undone. */
export async function sammelOverview(deps: CompassDeps, { principal }: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, principal);
  if (!editor.ok) return refusal(editor.refusal);
  const { actor, kommune } = editor.value;
  const [koepfe, personen] = [await sammelListe(deps, editor.value), await deps.personen(actor, kommune)];
  const empty = emptyState({
    title: 'Noch keine Sammeländerung',
    body: 'Wählen Sie im Umsetzungsstand mehrere Leistungen, fügen Sie Zeilen aus Excel ein oder lesen Sie eine Datei ein.',
  });
  const rows = koepfe.map((kopf) => [
    textLink(`${sammelAddress}/${kopf.id}`, kopf.titel),
    formatInstant(kopf.angewendetAm ?? kopf.erstelltAm),
    werText(personen, kopf.erstelltVon),
    formatNumber(kopf.geschrieben),
    kopf.zurueckAm ? 'rückgängig gemacht' : '–',
  ]);
  return page({
    title: 'Sammeländerungen',
    preline: 'Umsetzungsstand',
    lead: 'Die letzten Änderungen vieler Leistungen auf einmal. Jede lässt sich einen Monat lang rückgängig machen; wo vorher keine Angabe stand, gilt danach wieder keine.',
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    wide: true,
    main:
      rows.length === 0
        ? empty
        : table({
            caption: 'Letzte Sammeländerungen',
            captionHidden: true,
            columns: [
              { label: 'Was', width: 'wide' },
              { label: 'Wann' },
              { label: 'Wer' },
              { label: 'Geändert', numeric: true },
              { label: 'Danach' },
            ],
            rows,
          }),
    nextSteps: [
      { label: 'Tabelle zum schnellen Eintragen', href: '/stand/matrix' },
      { label: 'Aus Excel einfügen', href: '/stand/einfuegen' },
      { label: 'Datei einlesen', href: '/stand/einlesen' },
    ],
  });
}
