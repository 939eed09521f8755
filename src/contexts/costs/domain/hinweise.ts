import { formatCents, formatLocalDate, localDate, ratio } from '#kernel';
import type { Abrechnung, Abschnitt, Hinweis, Verteiler } from './abrechnung.ts';
import type { Kostenplan, Schluessel } from './kostenplan.ts';
import { rueckfallOf } from './rueckfall.ts';
import { declaresHundred, percent } from './schluesselwerte.ts';

/** The newest Königsteiner Schlüssel that `data/kosten` has with a source; a test holds both together. */
export const neuestesSchluesseljahr = 2016;

/** What a reader of the bill must know before trusting it. */
export function hinweiseOf({
  plan,
  abschnitte,
  verteiler,
  summe,
}: Omit<Abrechnung, 'hinweise'>): readonly Hinweis[] {
  return [
    ...usedKeys(plan, verteiler).flatMap((key) => aboutKey(plan, key, verteiler)),
    ...aboutFallback(plan),
    ...aboutMonths(plan, verteiler),
    ...aboutTax(abschnitte),
    ...aboutRounding(plan, summe),
  ];
}

/** The keys that were really used, also inside a combination. */
function usedKeys({ schluessel }: Kostenplan, verteiler: readonly Verteiler[]): readonly Schluessel[] {
  const ids = new Set(verteiler.map((each) => each.schluessel));
  const inside = schluessel.filter(({ id }) => ids.has(id)).flatMap(({ teile }) => teile ?? []);
  for (const each of inside) ids.add(each.schluessel);
  return schluessel.filter(({ id }) => ids.has(id));
}

function aboutKey(plan: Kostenplan, key: Schluessel, verteiler: readonly Verteiler[]): readonly Hinweis[] {
  const all: Hinweis[] = [];
  const isKoenigsteiner = key.art === 'koenigsteiner' || key.art === 'koenigsteiner_angepasst';
  if (isKoenigsteiner && key.jahr !== undefined && plan.jahr !== key.jahr && plan.jahr !== key.angewandtFuer)
    all.push({
      code: 'schluesseljahr',
      text: `Der Schlüssel „${key.titel}“ stammt aus dem Jahr ${key.jahr}, die Abrechnung gilt für ${plan.jahr}. Der neueste Königsteiner Schlüssel, den wir mit Quelle belegen können, ist der von ${neuestesSchluesseljahr}; haben Sie einen neueren, tragen Sie ihn ein.`,
    });
  if (declaresHundred(key) && key.renormiert === true) all.push(...aboutTable(key));
  if (key.art === 'koenigsteiner_angepasst') all.push(...aboutAdapted(key, verteiler));
  if (key.quelle === undefined && key.art !== 'gleich' && key.art !== 'kombination')
    all.push({
      code: 'annahme',
      text: `Für die Werte des Schlüssels „${key.titel}“ ist keine Quelle genannt. Sie gelten als Annahme.`,
    });
  return all;
}

function aboutTable({ titel, werte }: Schluessel): readonly Hinweis[] {
  const table = ratio.sum(Object.values(werte ?? {}).map(ratio.ofDecimal));
  if (ratio.cmp(table, ratio.rational(100n)) === 0) return [];
  return [
    {
      code: 'renormiert',
      text: `Die Tabelle „${titel}“ ergibt ${percent(table)} statt 100 Prozent. Sie wurde auf ausdrücklichen Wunsch auf 100 Prozent umgerechnet.`,
    },
  ];
}

function aboutAdapted(key: Schluessel, verteiler: readonly Verteiler[]): readonly Hinweis[] {
  const sums = verteiler
    .filter(({ schluessel }) => schluessel === key.id)
    .map(({ gewichte }) => percent(ratio.sum(gewichte.map(({ wert }) => wert))));
  return [...new Set(sums)].map((sum) => ({
    code: 'renormiert',
    text: `Am Schlüssel „${key.titel}“ nehmen Länder mit zusammen ${sum} von 100 Prozent teil. Ihre Anteile wurden auf 100 Prozent umgerechnet.`,
  }));
}

function aboutFallback(plan: Kostenplan): readonly Hinweis[] {
  const key = rueckfallOf(plan);
  if (key === undefined || plan.beschluss === undefined) return [];
  const { gremium, am } = plan.beschluss;
  return [
    {
      code: 'rueckfall',
      text: `${gremium} war am ${formatLocalDate(am)} nicht einstimmig. Statt der Schlüssel der Positionen gilt deshalb „${key.titel}“ (Beschluss 2021/24 des IT-Planungsrats).`,
    },
  ];
}

function aboutMonths({ zahler }: Kostenplan, verteiler: readonly Verteiler[]): readonly Hinweis[] {
  const short = new Map<number, number>();
  for (const { gewichte, von, bis } of verteiler) {
    const full = gewichte.reduce((most, { monate }) => Math.max(most, monate), 0);
    for (const each of gewichte) if (each.monate < full && von !== bis) short.set(each.zahler, each.monate);
  }
  if (short.size === 0) return [];
  const names = [...short.keys()].map((at) => zahler[at]?.name ?? '').toSorted();
  const shown =
    names.length > 3 ? `${names.slice(0, 3).join(', ')} und ${names.length - 3} weitere` : names.join(', ');
  return [
    {
      code: 'teiljahr',
      text: `Nur einen Teil der Zeit nehmen teil: ${shown}. Ihr Gewicht zählt nach angefangenen Monaten; den Rest tragen die übrigen mit.`,
    },
  ];
}

function aboutTax(abschnitte: readonly Abschnitt[]): readonly Hinweis[] {
  const cut = [...Map.groupBy(abschnitte, ({ position }) => position).values()].filter(
    ({ length }) => length > 1,
  );
  return cut.map((parts) => {
    const dates = parts.slice(1).map(({ von }) => formatLocalDate(localDate(`${von}-01`)));
    return {
      code: 'steuerwechsel',
      text: `„${parts[0]?.titel ?? ''}“ wird ab ${dates.join(' und ab ')} umsatzsteuerlich anders behandelt. Der Nettobetrag ist nach Monaten geteilt.`,
    };
  });
}

function aboutRounding(
  { rundung, jahr, betreiber }: Kostenplan,
  { rest, aufrundung }: Abrechnung['summe'],
): readonly Hinweis[] {
  if (rundung === 'voller-euro')
    return [
      {
        code: 'aufrundung',
        text: `Jeder Betrag ist auf volle Euro aufgerundet. Zusammen sind das ${formatCents(aufrundung)} mehr als die Kosten; sie mindern die Kosten ${jahr + 1}.`,
      },
    ];
  if (rundung === 'kaufmaennisch' && rest !== 0n)
    return [
      {
        code: 'rest',
        text: `Kaufmännisch gerundet weichen die Anteile um ${formatCents(rest)} von den Kosten ab. Diesen Rest trägt ${betreiber}.`,
      },
    ];
  return [];
}
