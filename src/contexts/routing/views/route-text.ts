import { formatLocalDate } from '#kernel';
import type { Reason, Route } from '../domain/route.ts';
import { placeText } from '../use-cases/find-place.ts';

/** Who is competent, in a sentence. */
export function stelleText({ stelle, verdict, offen }: Route): string {
  if (stelle) return stelle.name;
  return verdict === 'nicht einschlägig' ? 'niemand: Diese Leistung gibt es hier nicht' : `offen: ${offen}`;
}

/** „04.01.2025, ohne Ende“ for a reason with dates; empty for one without. */
export function validityOf({ gueltigVon, gueltigBis }: Reason): string {
  if (gueltigVon === null && gueltigBis === null) return '';
  const from = gueltigVon === null ? 'Beginn unbekannt' : `ab ${formatLocalDate(gueltigVon)}`;
  return gueltigBis === null ? from : `${from} bis ${formatLocalDate(gueltigBis)}`;
}

/** A Vertrauensniveau in words; feeds give a code whose list is not at hand. */
export function niveauText(niveau: string | null | undefined): string {
  if (!niveau) return '';
  return /^\d+$/.test(niveau) ? `Code ${niveau} der FIM-Codeliste Vertrauensniveau` : niveau;
}

/** A route as the command line prints it. */
export function routeText(route: Route): string {
  const { leistung, place, tag, amt, onlinedienst, ruht, statt, gruende } = route;
  const niveau = niveauText(onlinedienst?.vertrauensniveau);
  const lines = [
    `${leistung} in ${placeText(place)}, ${formatLocalDate(tag)}`,
    `Zuständig: ${stelleText(route)}`,
    amt
      ? `Amt: ${[amt.name, amt.anschrift?.replaceAll('\n', ', '), amt.telefon, amt.email].filter(Boolean).join(', ')}`
      : '',
    amt?.zeiten ? `Geöffnet: ${amt.zeiten}` : '',
    onlinedienst ? `Online: ${onlinedienst.name}, ${onlinedienst.href}` : 'Online: nein',
    onlinedienst?.gebuehr ? `Gebühr: ${onlinedienst.gebuehr}` : '',
    niveau && `Vertrauensniveau: ${niveau}`,
    ruht ? `Ruht: ${ruht}` : '',
    statt ? `Stattdessen: ${statt.text}` : '',
    'Gründe:',
    ...gruende.map((grund) => `  ${reasonLine(grund)}`),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function reasonLine(grund: Reason): string {
  const facts = [grund.evidenz, grund.quelle?.title, validityOf(grund)].filter(Boolean);
  return `${grund.schritt}: ${grund.text}${facts.length > 0 ? ` (${facts.join('; ')})` : ''}`;
}
