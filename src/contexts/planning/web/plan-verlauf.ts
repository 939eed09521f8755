import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { alert, formatInstant, formatNumber, type Html, section, table, textLink } from '#ui';
import type { Planstand, Planuebersicht } from '../use-cases/read-plan.ts';

export function geltung({ plan, entscheide }: Planstand, uebersicht: Planuebersicht): Html | '' {
  const [newest] = entscheide;
  if (!newest) return '';
  const gilt = uebersicht.entscheide[0]?.nummer === newest.nummer;
  const older = newest.fassung < (plan.fassungen.at(-1)?.fassung ?? 0);
  return alert({
    kind: gilt ? 'success' : 'info',
    title: gilt ? 'Dieser Plan gilt' : 'Dieser Plan galt, bis ein anderer beschlossen wurde',
    body: html`Beschlossen am ${formatLocalDate(newest.am)} von ${newest.wer}: ${newest.grund}${
      newest.verstoesse > 0 ? ` Bewusst mit ${newest.verstoesse} gebrochenen Regeln.` : ''
    }${older ? ` Beschlossen ist Fassung ${newest.fassung}; was danach verschoben wurde, gilt noch nicht.` : ''}`,
  });
}

export function verlauf({ plan, entscheide }: Planstand): Html {
  const rows = plan.fassungen
    .toReversed()
    .map(({ fassung, art, bemerkung, angelegtAm, zielwert }) => [
      `Fassung ${fassung}`,
      formatInstant(angelegtAm),
      art === 'gerechnet' ? 'gerechnet' : `verschoben: ${bemerkung}`,
      formatNumber(zielwert),
      entscheide.some((one) => one.fassung === fassung) ? 'beschlossen' : '–',
    ]);
  return section(
    'Fassungen',
    html`${table({
      caption: 'Alle Fassungen dieses Plans',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Fassung' },
        { label: 'Wann' },
        { label: 'Was' },
        { label: 'Verspätung', numeric: true },
        { label: 'Beschluss' },
      ],
      rows,
    })}<p class="kern-body">${textLink(`/planung/plaene/${plan.id}/zuteilung.csv`, 'Alle Zeilen als CSV')}</p>`,
    { id: 'fassungen' },
  );
}
