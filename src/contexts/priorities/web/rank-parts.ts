import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { alert, formatInstant, type Html, section, stackedBars, table, textLink } from '#ui';
import { kriterien } from '../domain/kriterium.ts';
import { beitraegeOf } from '../domain/rangfolge.ts';
import { stabilitaetReader, ueblicheSpitze } from '../domain/stabilitaet.ts';
import { kriteriumText } from '../messages.ts';
import { festigkeitSatz } from '../use-cases/explain.ts';
import type { Grundlage, Rangfolge } from '../use-cases/read-rangfolge.ts';
import { paths, withWeights } from './paths.ts';

const shownAtTop = 10;

/** What the first places are made of: one bar a Leistung, a part for each criterion, the exact numbers behind it. */
export function topChart({ welt, liste, gewichtung }: Rangfolge, weights: URLSearchParams): Html {
  const rows = [...liste.reihenfolge.slice(0, shownAtTop)].map((row) => ({
    label: `${liste.raenge[row]}. ${welt.leistungen[row]?.name ?? ''}`,
    href: withWeights(paths.leistung(welt.leistungen[row]?.id ?? ''), weights),
    values: beitraegeOf(welt, gewichtung, row).map(({ beitrag }) => beitrag),
  }));
  const tones = ['1', '2', '3', '4', '5', '6', 'open', 'none'] as const;
  return stackedBars({
    id: 'spitze',
    caption: 'Woraus die ersten Plätze bestehen',
    description:
      'Jeder Balken ist die Summe aus Gewicht × Wert (0 bis 1.000) über alle Kriterien, in Rechenpunkten.',
    rowLabel: 'Leistung',
    parts: kriterien.map((kriterium, index) => ({
      label: kriteriumText[kriterium].label,
      tone: tones[index],
    })),
    rows,
  });
}

/** How firmly the first places stand when one weight changes. */
export function topStability({ welt, liste, gewichtung }: Rangfolge, weights: URLSearchParams): Html {
  const read = stabilitaetReader(welt, gewichtung);
  const rows = [...liste.reihenfolge.slice(0, shownAtTop)].map((row) => {
    const stabilitaet = read(row);
    const leaves = stabilitaet.filter(
      ({ spitzeHaelt }) => spitzeHaelt.von > 0 || spitzeHaelt.bis < 100,
    ).length;
    return [
      textLink(
        withWeights(paths.leistung(welt.leistungen[row]?.id ?? ''), weights),
        welt.leistungen[row]?.name ?? '',
      ),
      String(liste.raenge[row]),
      festigkeitSatz(stabilitaet),
      leaves === 0
        ? 'immer'
        : `${leaves} von ${kriterien.length} Gewichten ${leaves === 1 ? 'kann' : 'können'} sie verdrängen`,
    ];
  });
  return section(
    'Wie fest stehen die ersten Plätze?',
    table({
      caption: 'Festigkeit der ersten Plätze',
      captionHidden: true,
      columns: [
        { label: 'Leistung', width: 'wide' },
        { label: 'Platz', numeric: true },
        { label: 'Wenn sich ein Gewicht ändert' },
        { label: `Bleibt unter den ersten ${ueblicheSpitze}` },
      ],
      rows,
    }),
    {
      lead: 'Gerechnet für jedes ganze Gewicht von 0 bis 100, während die anderen bleiben. Die Seite einer Leistung zeigt alle Bereiche.',
    },
  );
}

/** What the weights rest on, in a sentence. */
export function grundlageSatz(grundlage: Grundlage, geaendert: boolean): Html {
  const changed = geaendert ? ', hier mit anderen Gewichten' : '';
  switch (grundlage.art) {
    case 'beschluss': {
      const { nummer, titel, gremium, beschlossenAm } = grundlage.beschluss;
      return html`Grundlage: ${textLink(paths.beschluss(nummer), `Beschluss ${nummer}, „${titel}“`)} (${gremium}, ${formatInstant(beschlossenAm)})${changed}.`;
    }
    case 'schema':
      return html`Grundlage: der Entwurf ${textLink(paths.schema(grundlage.schema.id), `„${grundlage.schema.titel}“`)}${changed}.`;
    default:
      return html`Noch ist kein Schema beschlossen. Grundlage sind die üblichen Gewichte${changed}.`;
  }
}

/** Says of which day the values are, and what is missing. */
export function datenlage({ welt }: Rangfolge): Html {
  const counts = kriterien.map((kriterium, column) => ({
    kriterium,
    known: welt.belege.filter((row) => row[column]?.wert != null).length,
  }));
  const empty = counts.filter(({ known }) => known === 0);
  const stand = `Werte vom ${formatLocalDate(welt.stichtag)}, ${welt.leistungen.length.toLocaleString('de-DE')} Leistungen. Angaben zählen sofort, andere Register nach höchstens einer Minute.`;
  if (empty.length === 0) return html`<p class="kern-body kern-body--small kern-body--muted">${stand}</p>`;
  const names = empty.map(({ kriterium }) => kriteriumText[kriterium].label).join(', ');
  return html`${alert({
    kind: 'info',
    title: `Noch ohne jeden Wert: ${names}`,
    body: html`<p class="kern-body">Diese Kriterien zählen bei allen Leistungen gleich und entscheiden deshalb nichts. ${textLink(paths.kriterien, 'Woher die Werte kommen')}</p>`,
  })}<p class="kern-body kern-body--small kern-body--muted">${stand}</p>`;
}
