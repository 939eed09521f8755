import {
  feldXml,
  gruppeXml,
  regelXml,
  schemaText,
  werteXml,
} from '../../src/contexts/fim/testing/samples.ts';

const groups = 20;
const fieldsOfGroup = 4;
const relationsOfField = 350;

/**
 * A schema as large as the largest released one (Kindertagespflege, 3.5 MB): its 82 fields in 20 groups have little text and
 * 28,000 relations.
 */
export function largeSchema(): string {
  let number = 0;
  const id = (letter: string) => {
    number += 1;
    return `${letter}99${String(number).padStart(9, '0')}`;
  };
  const relations = Array.from(
    { length: relationsOfField },
    (_, index) =>
      `<xdf3:relation><xdf3:praedikat><code>ABL</code></xdf3:praedikat><xdf3:objekt><xdf3:id>F98${String(index).padStart(9, '0')}</xdf3:id></xdf3:objekt></xdf3:relation>`,
  ).join('');
  const withRelations = (xml: string) =>
    xml.replace('</xdf3:letzteAenderung>', `</xdf3:letzteAenderung>${relations}`);
  const inner = Array.from({ length: groups }, () => {
    const choice = id('F');
    const shown = id('F');
    const fields = Array.from({ length: fieldsOfGroup - 2 }, () =>
      withRelations(feldXml({ id: id('F'), name: 'Angabe' })),
    );
    return gruppeXml(
      id('G'),
      'Gruppe',
      regelXml(id('R'), `Wenn ${choice} = 1, dann muss ${shown} befüllt sein.`) +
        withRelations(
          feldXml({
            id: choice,
            name: 'Wahl',
            feldart: 'select',
            inner: werteXml(['1', 'Ja'], ['2', 'Nein']),
          }),
        ) +
        withRelations(feldXml({ id: shown, name: 'Danach', anzahl: '0:1' })) +
        fields.join(''),
    );
  });
  return schemaText(inner.join(''));
}
