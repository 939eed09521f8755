import type { Offen } from './bauart.ts';
import type { XdfAllgemein, XdfDatenfeld, XdfDatenfeldgruppe, XdfKennung, XdfRegel } from './modell.ts';

/**
 * Remembers what a field or group says, for it stands in a schema as often as it is used: a second one of the same id and
 * version must say the same. Relations are left out, for their order is nobody's promise.
 */
export function erinnere(offen: Offen, baustein: XdfDatenfeld | XdfDatenfeldgruppe): void {
  const { kennung, regeln } = baustein;
  const inhalt = baustein.art === 'feld' ? feldInhalt(baustein) : gruppenInhalt(baustein);
  offen.gleicherInhalt(
    schluessel(kennung),
    ohneUmbruch([
      allgemeinInhalt(baustein),
      baustein.bezeichnungEingabe,
      baustein.bezeichnungAusgabe,
      baustein.schemaelementart.code,
      baustein.hilfetextEingabe,
      baustein.hilfetextAusgabe,
      regeln.map((regel) => schluessel(regel.kennung)),
      inhalt,
    ]),
  );
}

/** The same for a rule. */
export function erinnereRegel(offen: Offen, { stelle: _, ...regel }: XdfRegel): void {
  offen.gleicherInhalt(schluessel(regel.kennung), ohneUmbruch(regel));
}

/** Files that were laid out for reading break the same text at different places. */
function ohneUmbruch(inhalt: unknown): string {
  return JSON.stringify(inhalt).replace(/(?:\s|\\[nrt])+/g, '');
}

function schluessel({ id, version }: XdfKennung): string {
  return `${id} ${version ?? ''}`;
}

function allgemeinInhalt(baustein: XdfAllgemein): unknown {
  const { name, beschreibung, definition, bezuege, freigabestatus, stichworte } = baustein;
  return [name, beschreibung, definition, bezuege, freigabestatus.code, stichworte];
}

function feldInhalt(feld: XdfDatenfeld): unknown {
  const { feldart, datentyp, praezisierung, inhalt, werte, maxSize, mediaTypes } = feld;
  const liste = feld.codelisteReferenz;
  return [
    feldart.code,
    datentyp.code,
    praezisierung,
    inhalt,
    werte,
    maxSize,
    mediaTypes,
    liste && [liste.canonicalIdentification, liste.version],
  ];
}

function gruppenInhalt({ gruppenart, strukturen }: XdfDatenfeldgruppe): unknown {
  return [
    gruppenart?.code,
    strukturen.map(({ anzahl, bezuege, enthaelt }) => [anzahl, bezuege, schluessel(enthaelt.kennung)]),
  ];
}
