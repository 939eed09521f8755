import { zustandLabel } from '#compass';
import { formatLocalDate } from '#kernel';
import { formatNumber } from '#ui';
import { type Bestand, standZustaende } from '../domain/bestand.ts';
import { count, eigeneZahl, isOnline, isSilent, pflichtQuelle, unterwegs } from '../domain/zaehlen.ts';
import { type Inhalt, satz } from './inhalt.ts';
import { anteil } from './zahl-text.ts';

/** How many duties there are, and what is said of them. */
export function ueberblick(bestand: Bestand): Inhalt {
  const { pflichten, kommune, stichtag } = bestand;
  const [online, silent] = [count(pflichten, isOnline), count(pflichten, isSilent)];
  const underway = count(pflichten, ({ zustand }) => unterwegs.has(zustand));
  const whole = pflichten.length;
  const own = (key: string, bezeichnung: string, wert: number, filter: string) =>
    eigeneZahl(bestand, { key, abschnitt: 'ueberblick', bezeichnung, wert, von: whole, filter });
  const teile = [...standZustaende, null].map((zustand) => ({
    label: zustand === null ? 'keine Angabe' : zustandLabel[zustand],
    wert: count(pflichten, (zeile) => zeile.zustand === zustand),
    filter: `zustand=${zustand ?? 'keine-angabe'}`,
  }));
  return {
    zahlen: [
      {
        key: 'pflichten',
        abschnitt: 'ueberblick',
        bezeichnung: 'Pflichten',
        wert: whole,
        von: null,
        quelle: pflichtQuelle(bestand),
        stand: stichtag,
        filter: '',
      },
      own('online', 'davon online', online, 'zustand=online'),
      own(
        'unterwegs',
        'davon geplant oder in Arbeit',
        underway,
        [...unterwegs].map((zustand) => `zustand=${zustand}`).join('&'),
      ),
      own('ohne-angabe', 'davon ohne Angabe', silent, 'zustand=keine-angabe'),
    ],
    bloecke: [
      satz(
        `${kommune} muss am ${formatLocalDate(stichtag)} ${formatNumber(whole)} Leistungen selbst ausführen. Davon sind ${anteil(online, whole)} nach eigener Angabe online, ${anteil(underway, whole)} sind vorgemerkt, geplant, in Umsetzung oder in Erprobung.`,
      ),
      satz(
        silent === 0
          ? 'Zu jeder Pflicht gibt es eine Angabe.'
          : `Zu ${anteil(silent, whole)} Pflichten gibt es noch keine Angabe. Sie zählen nirgends als erledigt und bleiben in jeder Gesamtzahl enthalten.`,
      ),
      {
        art: 'balken',
        titel: 'Pflichten nach Zustand',
        text: teile
          .filter(({ wert }) => wert > 0)
          .map(({ label, wert }) => `${label}: ${formatNumber(wert)}`)
          .join('; '),
        teile,
      },
    ],
  };
}
