import { html } from 'hono/html';
import { formatCents } from '#kernel';
import type { PageRequest } from '#platform';
import { accordion, alert, button, buttonRow, form, type Html, section, table } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import type { Manager } from '../use-cases/actors.ts';
import { jahresabschluss } from '../use-cases/jahresabschluss.ts';
import type { Planbild } from '../use-cases/planbild.ts';

/** Planned against actual, and the button that carries the difference into the next year's plan. */
export async function abschlussSection(
  deps: CostsDeps,
  who: Manager,
  { csrfToken }: PageRequest,
  { plan: { dienst, jahr } }: Pick<Planbild, 'plan'>,
): Promise<Html> {
  const heading = 'Geplant und tatsächlich';
  const closed = await jahresabschluss(deps, who, { dienst, jahr });
  if (!closed.ok)
    return section(
      heading,
      alert({ kind: 'info', title: 'Der Vergleich geht noch nicht', body: closed.refusal.message }),
    );
  const { zeilen, uebertraege, auszahlungen } = closed.value;
  const sum = (of: (one: (typeof zeilen)[number]) => bigint) =>
    formatCents(zeilen.reduce((all, one) => all + of(one), 0n));
  const rows = table({
    caption: 'Je Zahler, netto',
    small: true,
    columns: [
      { label: 'Zahler', width: 'wide' },
      { label: 'Geplant', numeric: true },
      { label: 'Tatsächlich', numeric: true },
      { label: 'Unterschied', numeric: true },
    ],
    rows: zeilen.map(({ name, soll, ist, unterschied }) => [
      name,
      formatCents(soll),
      formatCents(ist),
      formatCents(unterschied),
    ]),
    footer: [
      'Zusammen',
      sum(({ soll }) => soll),
      sum(({ ist }) => ist),
      sum(({ unterschied }) => unterschied),
    ],
  });
  return section(
    heading,
    html`<p class="kern-body">Zusammen weichen die tatsächlichen Kosten um ${sum(({ unterschied }) => unterschied)} vom Plan ab. ${uebertraege.length} Überträge gehen in das Jahr ${jahr + 1}.${auszahlungen.length > 0 ? ` ${auszahlungen.length} Beträge gehören Zahlern, die dann nicht mehr teilnehmen; sie werden gleich ausgeglichen.` : ''}</p>${accordion({ title: 'Je Zahler', body: rows })}${form(
      {
        action: `/kosten/${dienst}/uebertrag`,
        csrfToken,
        label: 'Übertrag',
        hidden: { jahr: String(jahr), art: 'ist' },
      },
      buttonRow(button(`In den Plan ${jahr + 1} übertragen`, { kind: 'secondary' })),
    )}`,
  );
}
