import type { XdfNachricht } from '#standards/xdatenfelder';
import type { Befund } from '../bericht.ts';
import { befundOf } from './entwurf.ts';
import type { Baum } from './knoten.ts';

/** What can be told before anything is turned into a form. */
export function befundeDesSchemas(
  { inhalt, hinweise, fassung }: XdfNachricht,
  baum: Baum,
): readonly Befund[] {
  const auswahl = baum.alle.flatMap((knoten) =>
    knoten.quelle.art === 'gruppe' && knoten.quelle.gruppenart
      ? [
          befundOf(
            'auswahlgruppe',
            'arbeit',
            knoten,
            'Die Gruppe ist als Auswahlgruppe gekennzeichnet: genau eines ihrer Elemente. Das Formular zeigt alle; bitte setzen Sie die Auswahl um.',
          ),
        ]
      : [],
  );
  const teile = baum.alle.flatMap((knoten) =>
    knoten.quelle.regeln.some((regel) => regel.teile.length > 0)
      ? [
          befundOf(
            'unbeschrieben',
            'hinweis',
            knoten,
            'Eine Regel hat Parameter, Ziele oder Fehler, deren Bedeutung nicht veröffentlicht ist. Sie bleiben im Schema und werden wieder ausgegeben.',
          ),
        ]
      : [],
  );
  const kommentare = hinweise.map(
    ({ art, was, stelle }): Befund => ({
      art: 'kommentar',
      gewicht: 'hinweis',
      fimId: inhalt.kennung.id,
      ort: 'Datei',
      zeile: stelle.zeile,
      text: `${art === 'kommentar' ? 'Ein Kommentar' : 'Eine Verarbeitungsanweisung'} der Datei wird nicht übernommen: „${was}“.`,
    }),
  );
  return [...auswahl, ...teile, ...kommentare, ...nurFassung2(inhalt, fassung)];
}

function nurFassung2(inhalt: XdfNachricht['inhalt'], fassung: XdfNachricht['fassung']): readonly Befund[] {
  if (fassung !== '2') return [];
  return [
    {
      art: 'fassung-2',
      gewicht: 'hinweis',
      fimId: inhalt.kennung.id,
      ort: 'Datei',
      zeile: inhalt.stelle.zeile,
      text: 'Das Schema steht in Fassung 2. Ausgegeben wird es in Fassung 3: Kennungen erhalten drei Nullen nach dem Nummernkreis, Versionen eine dritte Stelle, der Status wird zum Freigabestatus, und Angaben zu Regeln, die Fassung 3 nicht kennt, bleiben nur in der Urdatei.',
    },
  ];
}
