import { html } from 'hono/html';
import { accordion, descriptionList, formatNumber, section, textLink } from '#ui';
import { mindestensGemessen } from '../domain/dauer.ts';
import type { Dienstseite } from '../use-cases/read-dienst.ts';
import { points } from './parts.ts';

/** Which gaps of the Kommune it closes. */
export function gapsSection({ eigene, offering }: Dienstseite) {
  if (eigene === null) {
    const { covers } = offering.angebot.data;
    return section(
      'Diese Leistungen deckt er ab',
      points(covers.map(({ name, leika }) => `${name} (${leika})`)),
      { id: 'luecken' },
    );
  }
  const { luecken, wer } = eigene;
  if (luecken.length === 0)
    return section(
      'Welche Lücken er schließt',
      html`<p class="kern-body">Keine: Was er abdeckt, bietet ${wer.kommune.name} schon online an oder schuldet es nicht. ${textLink('/luecken', 'Alle Lücken')}</p>`,
      { id: 'luecken' },
    );
  return section(
    'Welche Lücken er schließt',
    points(
      luecken.map(
        ({ id, name, verdict }) =>
          html`${textLink(`/kommunen/${wer.kommune.ags}/pflichten/${id}`, name)}${verdict === 'offen' ? ' (Zuständigkeit noch offen)' : ''}`,
      ),
    ),
    { id: 'luecken' },
  );
}

/** What it needs, and how long others took. */
export function needsSection({ parameter, zustellpunkte, pruefliste, dauer, eigene, inhalt }: Dienstseite) {
  const required = parameter.filter(({ pflicht }) => pflicht);
  const { medianTage, gemessen } = dauer;
  const rahmen = eigene?.rahmen;
  return section(
    'Was er braucht und wie lange es dauert',
    html`${descriptionList([
      [
        'Dauer bis zum Start',
        medianTage === null
          ? `Unbekannt. Gemessen sind ${formatNumber(gemessen)} Anbindungen anderer Kommunen, ab ${mindestensGemessen} wird die Mitte genannt.`
          : `${formatNumber(medianTage)} Tage vom Interesse bis zum ersten Tag online: die Mitte (Median) aus ${formatNumber(gemessen)} Anbindungen anderer Kommunen.`,
      ],
      ['Zustellpunkte', zustellpunkte.length === 0 ? 'keiner' : points(zustellpunkte)],
      [
        'Checkliste bis zum Start',
        pruefliste === null
          ? 'Sie steht an der Anbindung, sobald Sie Interesse bekundet haben.'
          : `${formatNumber(pruefliste.length)} Punkte, unten einzeln`,
      ],
      [
        'Rahmenvereinbarung',
        !inhalt.rahmenNoetig
          ? 'nicht nötig'
          : rahmen
            ? html`liegt vor: ${rahmen.titel}`
            : html`nötig, einmal mit diesem Anbieter. ${eigene ? textLink('/rahmenvereinbarungen', 'Rahmenvereinbarung eintragen') : ''}`,
      ],
    ])}${accordion({
      title: `${formatNumber(parameter.length)} Angaben Ihrer Kommune: ${formatNumber(required.length)} Pflicht, ${formatNumber(parameter.length - required.length)} freiwillig`,
      body: points(parameter.map(({ label, pflicht }) => (pflicht ? label : `${label} (freiwillig)`))),
    })}${
      pruefliste === null
        ? ''
        : accordion({
            title: `${formatNumber(pruefliste.length)} Punkte der Checkliste bis zum Start`,
            body: points(pruefliste.map(({ was, wer }) => `${was} (${wer})`)),
          })
    }`,
    { id: 'bedarf' },
  );
}
