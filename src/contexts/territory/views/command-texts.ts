import { evidenceLabel, formatLocalDate } from '#kernel';
import { formatNumber } from '#ui';
import { groessenklasseLabel } from '../messages.ts';
import type { BodiesJson } from './bodies-json.ts';
import type { bodyJson } from './body-json.ts';

type BodyJson = ReturnType<typeof bodyJson>;

/** A body in words. */
export function bodyText(body: BodyJson): string {
  return [
    body.name,
    `  Schlüssel:         ${body.ags}${body.ars ? ` (ARS ${body.ars})` : ''}`,
    `  Größenklasse:      ${klasseText(body)}`,
    ...(body.kreis ? [`  Kreis:             ${body.kreis.name} (${body.kreis.ags})`] : []),
    ...(body.regierungsbezirk ? [`  Regierungsbezirk:  ${body.regierungsbezirk}`] : []),
    ...body.einwohner.map(
      ({ stichtag, zahl }) => `  Einwohner:         ${formatNumber(zahl)} am ${formatLocalDate(stichtag)}`,
    ),
    ...(body.plz.werte.length > 0
      ? [`  Postleitzahlen:    ${body.plz.werte.join(', ')} (${body.plz.lizenz})`]
      : []),
    ...(body.gemeinden.length > 0
      ? [`  Gemeinden:         ${body.gemeinden.map(({ name }) => name).join(', ')}`]
      : []),
    ...(body.stand ? [`Stand ${formatLocalDate(body.stand)}, ${body.quelle ?? ''}`] : []),
  ].join('\n');
}

function klasseText({ groessenklasse, groessenklasseBeleg: beleg }: BodyJson): string {
  if (groessenklasse === null || beleg === null) return 'keine bekannt';
  const since = beleg.validFrom ? `, ab ${formatLocalDate(beleg.validFrom)}` : '';
  return `${groessenklasseLabel[groessenklasse]}${since} (${evidenceLabel[beleg.evidence]}: ${beleg.source})`;
}

/** A page of the list, one body a line. */
export function bodiesText({ kommunen, total, seite, seiten }: BodiesJson): string {
  const lines = kommunen.map(({ ags, name, groessenklasse, einwohner }) => {
    const klasse = groessenklasse ? groessenklasseLabel[groessenklasse] : '';
    return `${ags.padEnd(8)}  ${name}  ${klasse}  ${einwohner ? formatNumber(einwohner.zahl) : ''}`.trimEnd();
  });
  return [`${formatNumber(total)} Kommunen, Seite ${seite} von ${seiten}`, ...lines].join('\n');
}
