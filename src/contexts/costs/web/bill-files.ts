import { html } from 'hono/html';
import { buttonRow, type Html, linkButton, section } from '#ui';
import type { Anteilsblatt } from '../anteilsblatt.ts';
import type { Abrechnungskopf } from '../store-abrechnung.ts';
import type { Anteil } from '../store-anteil.ts';
import { teileVon } from '../views/teile-text.ts';
import { angabenPath } from './answers.ts';

const link = (href: string, label: string) => linkButton(label, href, { kind: 'tertiary' });

function tables(bill: string): readonly Html[] {
  return [
    link(`${bill}/pdf`, 'PDF'),
    link(`${bill}/blatt`, 'Rechenblatt für Maschinen (JSON)'),
    link(`${bill}/anteile.csv`, 'Anteile als CSV'),
    link(`${bill}/anteile.xlsx`, 'Anteile als Excel'),
  ];
}

/** What of a bill its house can take away. */
export function filesOfHouse({ id, nummer }: Abrechnungskopf): Html {
  const bill = `/abrechnungen/${id}`;
  return section(
    'Zum Mitnehmen',
    html`${buttonRow(...tables(bill), ...(nummer === null ? [] : [link(`${bill}/xrechnungen`, 'Alle XRechnungen (ZIP)'), link(angabenPath, 'Rechnungsangaben')]))}`,
  );
}

/** The files of one payer. */
export function filesOfPayer(
  id: string,
  zahler: string,
  blatt: Anteilsblatt,
  storno: Anteil['storno'],
): Html {
  const pdf = link(`/abrechnungen/${id}/pdf?zahler=${zahler}`, 'PDF');
  return section(
    'Zum Mitnehmen',
    buttonRow(pdf, ...xrechnungen(id, zahler, blatt), ...stornos(id, zahler, blatt, storno)),
  );
}

/** What of its share a Kommune can take away. */
export function filesOfKommune({ abrechnung, storno }: Anteil, blatt: Anteilsblatt): Html {
  return section(
    'Zum Mitnehmen',
    buttonRow(
      ...tables(`/abrechnungen/${abrechnung}`),
      ...xrechnungen(abrechnung, '', blatt),
      ...stornos(abrechnung, '', blatt, storno),
    ),
  );
}

function xrechnungen(id: string, zahler: string, { gruppen }: Anteilsblatt): readonly Html[] {
  return teileVon(gruppen).map((label, at) =>
    link(`/abrechnungen/${id}/xrechnung?${asked(zahler, at)}`, `XRechnung${label} (XML)`),
  );
}

function stornos(
  id: string,
  zahler: string,
  { gruppen }: Anteilsblatt,
  storno: Anteil['storno'],
): readonly Html[] {
  if (storno === null) return [];
  const own = zahler === '' ? '' : `?zahler=${zahler}`;
  return [
    link(`/abrechnungen/${id}/stornopdf${own}`, 'Stornorechnung (PDF)'),
    ...teileVon(gruppen).map((label, at) =>
      link(`/abrechnungen/${id}/storno?${asked(zahler, at)}`, `Storno-XRechnung${label} (XML)`),
    ),
  ];
}

function asked(zahler: string, at: number): URLSearchParams {
  return new URLSearchParams({ ...(zahler === '' ? {} : { zahler }), teil: String(at + 1) });
}
