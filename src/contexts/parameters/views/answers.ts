import type { Durchgang } from '../use-cases/einlesen.ts';
import type { Eintragungsrecht } from '../use-cases/eintragungsrecht.ts';
import type { Erbe } from '../use-cases/erbe.ts';
import type { Pruefung } from '../use-cases/pruefe-dienst.ts';
import type { Vergleich } from '../use-cases/vergleiche.ts';
import type { Nebeneinander } from '../use-cases/vorschau.ts';
import type { WerteDerKommune } from '../use-cases/werte.ts';

/** What API and command line say; each number and text as the pages show it. */
export function werteAnswer({ dienst, titel, tag, werte }: WerteDerKommune) {
  return {
    dienst,
    titel,
    tag,
    werte: werte.map(({ definition, wirksam, text, erklaerung, geplant }) => ({
      name: definition.id,
      label: definition.label,
      art: definition.kind,
      wert: wirksam?.wert ?? null,
      text,
      ebene: wirksam?.fact.ebene ?? null,
      verbindlich: wirksam?.fact.verbindlich ?? false,
      giltAb: wirksam?.fact.giltAb ?? null,
      erklaerung,
      geplant: geplant.map((each) => ({ ...each })),
    })),
  };
}

export function pruefungAnswer({ dienst, titel, tag, kommunen }: Pruefung) {
  return {
    dienst,
    titel,
    tag,
    kommunen: kommunen.map(({ ags, name, befunde }) => ({
      ags,
      name,
      befunde: befunde.map((each) => ({ ...each })),
    })),
  };
}

export function vergleichAnswer({ dienst, titel, tag, ueblich, zeilen }: Vergleich) {
  return {
    dienst,
    titel,
    tag,
    ueblich: Object.fromEntries(ueblich),
    kommunen: zeilen.map(({ sicht, zellen, abweichungen }) => ({
      ags: sicht.ags,
      name: sicht.name,
      zustand: sicht.zustand,
      alles: sicht.alles,
      abweichungen,
      werte: [...zellen].map(([name, { text, wert, ebene, abweichend, verborgen }]) => ({
        ...{ name, text, wert, ebene, abweichend, verborgen },
      })),
    })),
  };
}

export function erbeAnswer({ angebot, vorgaben }: Erbe) {
  return {
    dienst: angebot.dienst,
    titel: angebot.data.title,
    vorgaben: vorgaben.map(({ gebiet, ebene, sagt, name, wert, verbindlich, grundlage, giltAb, lage }) => ({
      ...{ gebiet, ebene, sagt, name, wert, verbindlich, grundlage, giltAb, lage },
    })),
  };
}

export function vorschauAnswer({ dienst, titel, tag, bilder, unterschiede }: Nebeneinander) {
  return {
    dienst,
    titel,
    tag,
    kommunen: bilder.map(({ ags, name, seite, problem }) => ({
      ags,
      name,
      inhalt: seite?.hash ?? null,
      problem,
    })),
    unterschiede: unterschiede.map(({ art, label, texte, gleich }) => ({
      art,
      label,
      texte: [...texte],
      gleich,
    })),
  };
}

export function durchgangAnswer({ dienst, dateiname, zeilen, nichtGelesen }: Durchgang, id: string) {
  return {
    dienst,
    einlesung: id,
    dateiname,
    nichtGelesen: [...nichtGelesen],
    zeilen: zeilen.map(({ zeile, ags, name, giltAb, art, aenderungen, fehler }) => ({
      ...{ zeile, ags, name, giltAb, art },
      aenderungen: aenderungen.map((each) => ({ ...each })),
      fehler: [...fehler],
    })),
  };
}

export function rechtAnswer({ anbieter, erteilt }: Eintragungsrecht) {
  return { anbieter: anbieter.tenant, name: anbieter.name, erteilt };
}
