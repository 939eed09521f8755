import { changeDays, missingParameters, valuesAt } from '#efa/parameter';
import { formatLocalDate, type LocalDate, localDate, parseLocalDate } from '#kernel';
import { schliesstageIn } from '../domain/feiertage.ts';
import type { Befund, Pruefling, Pruefregel } from './befund.ts';
import { textstellen } from './befund.ts';
import { befund, ortOf } from './texte.ts';

/** Required values that are missing today, or on a planned day on which something changes. */
export const fehlend: Pruefregel = (pruefling) => {
  const { definitions, facts, date } = pruefling;
  const days = [date, ...changeDays(facts).filter((day) => day > date)];
  const seen = new Set<string>();
  return days.flatMap((day) =>
    missingParameters(definitions, valuesAt(facts, { date: day })).flatMap(({ field }) => {
      if (seen.has(field)) return [];
      seen.add(field);
      const when = day === date ? '' : ` ab dem ${formatLocalDate(day)}`;
      const by = definitions.find(({ id }) => id === field)?.filledBy ?? 'Kommune';
      return [
        befund(ortOf(pruefling, field), 'fehlt', 'fehler', {
          text: `Diese Angabe fehlt${when}. Ohne sie geht der Onlinedienst nicht live.`,
          abhilfe:
            by === 'Kommune'
              ? 'Tragen Sie sie bei der Anbindung unter „Parameter“ ein.'
              : 'Diesen Wert nennt der IT-Dienstleister. Bitten Sie ihn darum.',
        }),
      ];
    }),
  );
};

/** Days that have passed: values of the kind „Tag“, texts that end on a day, closing days of the past. */
export const abgelaufen: Pruefregel = (pruefling) => [
  ...textstellen(pruefling).flatMap((stelle) => {
    const until = stelle.feld.startsWith('stelleSchliesstage')
      ? null
      : ablaufIn(stelle.text, stelle.definition.kind);
    if (until === null || until >= pruefling.date) return [];
    return [
      befund(stelle, 'abgelaufen', 'warnung', {
        text: `Das galt nur bis zum ${formatLocalDate(until)}.`,
        abhilfe: 'Tragen Sie ein, was jetzt gilt, oder streichen Sie den Tag.',
      }),
    ];
  }),
  ...schliesstageIn(pruefling.wirksam.get('stelleSchliesstage')?.wert).flatMap(
    ({ bis, von, anlass }, index) => {
      const stelle = {
        feld: `stelleSchliesstage.${index}.bis`,
        ort: `„Eigene Schließtage“, Zeile ${index + 1}`,
      };
      if (bis < von)
        return [
          befund(stelle, 'widerspruch', 'fehler', {
            text: `„${anlass}“ endet am ${formatLocalDate(bis)}, beginnt aber erst am ${formatLocalDate(von)}.`,
            abhilfe: 'Tauschen Sie die beiden Tage.',
          }),
        ];
      if (bis >= pruefling.date) return [];
      return [
        befund(stelle, 'abgelaufen', 'hinweis', {
          text: `„${anlass}“ ist seit dem ${formatLocalDate(bis)} vorbei.`,
          abhilfe: 'Leeren Sie die Zeile, oder tragen Sie das neue Jahr ein.',
        }),
      ];
    },
  ),
];

function ablaufIn(text: string, kind: string): LocalDate | null {
  if (kind === 'date') {
    const day = parseLocalDate(text);
    return day.ok ? day.value : null;
  }
  const [, d = '', m = '', y = ''] =
    /\b(?:bis(?: zum)?|befristet bis|gültig bis)\s+(\d{1,2})\.\s?(\d{1,2})\.(\d{4})/iu.exec(text) ?? [];
  const day = parseLocalDate(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
  return y !== '' && day.ok ? localDate(day.value) : null;
}

/** Values that speak against each other. */
export const widersprueche: Pruefregel = (pruefling) => [
  ...gegenBindung(pruefling),
  ...andereKommune(pruefling),
  ...zweiAmSelbenTag(pruefling),
];

function gegenBindung(pruefling: Pruefling): readonly Befund[] {
  return [...pruefling.wirksam].flatMap(([name, { fact, wert, andere }]) => {
    const own = andere.find(({ ebene }) => ebene === 'kommune');
    if (!fact.verbindlich || own === undefined || JSON.stringify(own.wert) === JSON.stringify(wert))
      return [];
    return [
      befund(ortOf(pruefling, name), 'widerspruch', 'warnung', {
        text: `Ihr eigener Wert wirkt nicht: ${fact.sagt} gibt hier verbindlich etwas anderes vor (${fact.grundlage}).`,
        abhilfe:
          'Sie müssen nichts tun. Halten Sie die Vorgabe für falsch, wenden Sie sich an die Stelle, die sie macht.',
      }),
    ];
  });
}

/** The office's Postleitzahl, or the name in the sentence, belongs to another Kommune. */
function andereKommune(pruefling: Pruefling): readonly Befund[] {
  const { kommune, wirksam, plz } = pruefling;
  const found: Befund[] = [];
  const anschrift = wirksam.get('stelleAnschrift')?.wert;
  const named = typeof anschrift === 'string' ? /\b(\d{5})\s+\p{L}/u.exec(anschrift)?.[1] : undefined;
  if (named !== undefined && named !== '00000' && plz.length > 0 && !plz.includes(named))
    found.push(
      befund(ortOf(pruefling, 'stelleAnschrift'), 'widerspruch', 'warnung', {
        text: `Die Postleitzahl ${named} liegt nicht in ${kommune.name}.`,
        abhilfe:
          'Prüfen Sie die Anschrift. Sitzt die Stelle wirklich dort, können Sie den Hinweis übergehen.',
      }),
    );
  const name = wirksam.get('kommuneName')?.wert;
  const bare = kommune.name.replace(/^(?:Stadt|Gemeinde|Kreis)\s+/, '');
  if (typeof name === 'string' && !name.includes(bare) && !kommune.name.includes(name))
    found.push(
      befund(ortOf(pruefling, 'kommuneName'), 'widerspruch', 'fehler', {
        text: `Hier steht „${name}“, die Kommune heißt ${kommune.name}.`,
        abhilfe: `Tragen Sie ${bare} ein.`,
      }),
    );
  return found;
}

/** Two statements for one day: the last one counts, and whoever made the first should know. */
function zweiAmSelbenTag(pruefling: Pruefling): readonly Befund[] {
  const { facts, date } = pruefling;
  const planned = facts.filter(({ giltAb, ebene }) => giltAb > date && ebene === 'kommune');
  const byDay = Map.groupBy(planned, ({ name, giltAb }) => `${name} ${giltAb}`);
  return [...byDay.values()].flatMap((same) => {
    const [first, last] = [same[0], same.at(-1)];
    if (!first || !last || JSON.stringify(first.wert) === JSON.stringify(last.wert)) return [];
    return [
      befund(ortOf(pruefling, first.name), 'widerspruch', 'hinweis', {
        text: `Für den ${formatLocalDate(first.giltAb)} wurden ${same.length} Werte erfasst. Es gilt der zuletzt erfasste.`,
        abhilfe: 'Sehen Sie im Verlauf der Anbindung nach, ob das gewollt ist.',
      }),
    ];
  });
}
