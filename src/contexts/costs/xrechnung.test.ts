import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { type ERechnung, eRechnung, eStorno, type Rechnungsanteil, teileOf } from './domain/e-rechnung.ts';
import { monat } from './domain/monat.ts';
import { ohneAngaben } from './domain/rechnungsangaben.ts';
import type { Anteilsgruppe, Steuerkategorie } from './domain/rechnungsteile.ts';
import { type Anteilssummen, type Korrekturzeile, korrekturzeilen } from './domain/storno.ts';
import { type ERechnungSchreiber, openERechnungSchreiber } from './e-rechnung-schreiber.ts';
import { at, brokenRules, type Element, readXml, textAt } from './testing/en16931.ts';
import { xrechnungOf } from './xrechnung.ts';

const partei = {
  ...ohneAngaben,
  ...{ name: 'Rechenzentrum & Co. <Lippe>', strasse: 'Weg 1', plz: '32657', ort: 'Lemgo' },
  ...{ email: 'rechnung@haus.example', leitwegId: '991-33333TEST-33', iban: 'DE89370400440532013000' },
  ...{ ustId: 'DE136695976', steuernummer: '313/5780/0001', kennnummer: 'L-4711' },
  ...{ ansprechstelle: 'Rechnungswesen', telefon: '05261 1230' },
};

const titel = {
  S: 'Steuerpflichtig zum Regelsatz',
  E: 'Steuerfrei',
  O: 'Nicht steuerbar nach § 2b UStG',
} as const;

const kategorieOf = (name: string): Steuerkategorie =>
  name === titel.S ? 'S' : name === titel.E ? 'E' : 'O';

function anteilOf(
  gruppen: readonly Anteilsgruppe[],
  vorher: Rechnungsanteil['vorher'] = null,
): Rechnungsanteil {
  const tax = gruppen.reduce(
    (all, { satz, netto }) => all.set(satz, (all.get(satz) ?? 0) + netto),
    new Map<string, number>(),
  );
  const steuer = [...tax].map(([satz, netto]) => half(BigInt(netto) * BigInt(satz.replace(/\D/g, ''))));
  const netto = gruppen.reduce((sum, each) => sum + BigInt(each.netto), 0n);
  return {
    ...{ zahler: '05766044', recipient: null, name: 'Lemgo', nummer: '2026-0001/05766044' },
    ...{ titel: 'Hund anmelden', haus: 'Rechenzentrum', jahr: 2026, gruppen, vorher, storno: null },
    brutto: steuer.reduce((sum, each) => sum + each, netto),
    gestelltAm: new Date('2026-11-22T12:00:00Z'),
    faelligAm: localDate('2026-12-22'),
    ...{ von: monat('2026-01'), bis: monat('2026-12') },
  };
}

function half(hundredths: bigint): bigint {
  return (hundredths + (hundredths < 0n ? -50n : 50n)) / 100n;
}

function rechnungenOf(anteil: Rechnungsanteil): readonly ERechnung[] {
  const parteien = { haus: partei, zahler: partei };
  return teileOf(anteil, kategorieOf).map((teil) =>
    eRechnung(anteil, teil, parteien, localDate('2026-11-22'), kategorieOf),
  );
}

/** What takes a share back. */
function stornosOf(anteil: Rechnungsanteil): readonly ERechnung[] {
  const storno = { nummer: '2026-0002/05766044-S', am: new Date('2026-12-01T12:00:00Z') };
  const parteien = { haus: partei, zahler: partei };
  return teileOf(anteil, kategorieOf).map((teil) => eStorno(anteil, storno, teil, parteien));
}

/**
 * What is in force of bills, by category and rate: an invoice counts, a credit note counts against it, and a corrected invoice
 * takes the place of those that it names.
 */
function taxesOf(bills: readonly (Element | undefined)[]): Readonly<Record<string, bigint>> {
  const replaced = new Set(
    bills.flatMap((bill) =>
      bill && textAt(bill, 'InvoiceTypeCode') === '384'
        ? at(bill, 'BillingReference/InvoiceDocumentReference/ID').map(({ text }) => text)
        : [],
    ),
  );
  const sums: Record<string, bigint> = {};
  for (const bill of bills) {
    if (!bill || replaced.has(textAt(bill, 'ID'))) continue;
    const sign = bill.name === 'CreditNote' ? -1n : 1n;
    for (const each of at(bill, 'TaxTotal/TaxSubtotal'))
      for (const amount of ['TaxableAmount', 'TaxAmount']) {
        const key = `${textAt(each, 'TaxCategory/ID')} ${textAt(each, 'TaxCategory/Percent')} ${amount}`;
        sums[key] = (sums[key] ?? 0n) + sign * BigInt(textAt(each, amount).replace('.', ''));
      }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0n));
}

/** A share as its sheet sums it up. */
function summenOf({ gruppen, brutto }: Rechnungsanteil): Anteilssummen {
  const netto = gruppen.reduce((sum, each) => sum + each.netto, 0);
  return { gruppen, brutto: Number(brutto), steuern: [{ satz: '19 %', cent: Number(brutto) - netto }] };
}

/** The last line is the sum of those before it. */
function assertSums(zeilen: readonly Korrekturzeile[]): void {
  const [sum, ...parts] = zeilen.toReversed();
  for (const side of ['bisher', 'neu'] as const)
    assert.equal(
      parts.reduce((all, part) => all + part[side], 0),
      sum?.[side],
    );
}

/** Any ways of being taxed with any amounts, credits too. */
function groups(minLength: number) {
  const netto = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }).filter((cent) => cent !== 0);
  const kind = fc.constantFrom<Steuerkategorie>('S', 'E', 'O');
  return fc
    .uniqueArray(fc.tuple(kind, netto), { minLength, maxLength: 3, selector: ([art]) => art })
    .map((all) => all.map(([art, cent]) => gruppe(art, cent)));
}

const gruppe = (art: Steuerkategorie, netto: number): Anteilsgruppe => ({
  titel: titel[art],
  satz: art === 'S' ? '19 %' : '0 %',
  normen: art === 'E' ? ['§ 4 Nr. 29 UStG'] : ['§ 2b UStG'],
  netto,
});

describe('electronic bills', () => {
  let schreiber: ERechnungSchreiber;
  before(async () => {
    schreiber = await openERechnungSchreiber();
  });
  const xmlOf = async (rechnung: ERechnung) => schreiber.xmlOf(xrechnungOf(rechnung));
  /** All that was sent to a payer by number: each keeps the rules, no number is given twice, whatever is named is there. */
  const soundBills = async (sent: readonly ERechnung[]) => {
    const bills = new Map<string, Element>();
    for (const rechnung of sent) {
      const bill = readXml(await xmlOf(rechnung));
      assert.deepEqual(brokenRules(bill), []);
      bills.set(textAt(bill, 'ID'), bill);
    }
    assert.equal(bills.size, sent.length);
    for (const { bezug } of sent) for (const { nummer } of bezug) assert.ok(bills.has(nummer), nummer);
    return bills;
  };

  test('a bill names its format, its parties and where it goes, whatever signs a name has', async () => {
    const [rechnung] = rechnungenOf(anteilOf([gruppe('S', 12_345)]));
    assert.ok(rechnung);
    const bill = readXml(await xmlOf(rechnung));
    assert.equal(
      textAt(bill, 'CustomizationID'),
      'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
    );
    assert.equal(textAt(bill, 'BuyerReference'), '991-33333TEST-33');
    assert.equal(
      textAt(bill, 'AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName'),
      partei.name,
    );
    assert.equal(textAt(bill, 'InvoicePeriod/EndDate'), '2026-12-31');
    assert.equal(textAt(bill, 'LegalMonetaryTotal/PayableAmount'), '146.91');
    assert.deepEqual(brokenRules(bill), []);
  });

  test('what is not taxable stands in a bill of its own, without VAT identifier; both are the share', async () => {
    const anteil = anteilOf([gruppe('O', 20_000), gruppe('S', 10_000), gruppe('E', 5_000)]);
    const [taxed, outside, ...more] = rechnungenOf(anteil);
    assert.ok(taxed && outside);
    assert.equal(more.length, 0);
    assert.equal(taxed.teil.brutto + outside.teil.brutto, anteil.brutto);
    const bill = readXml(await xmlOf(outside));
    assert.equal(textAt(bill, 'ID'), '2026-0001/05766044-2');
    assert.equal(textAt(bill, 'TaxTotal/TaxSubtotal/TaxCategory/ID'), 'O');
    assert.doesNotMatch(await xmlOf(outside), /DE136695976/);
    assert.match(textAt(bill, 'Note'), /Teil 2 von 2 der Abrechnung 2026-0001\/05766044/);
    const kinds = at(readXml(await xmlOf(taxed)), 'TaxTotal/TaxSubtotal/TaxCategory/ID').map(
      ({ text }) => text,
    );
    assert.deepEqual(kinds.toSorted(), ['E', 'S']);
  });

  test('a corrected bill names those that it takes the place of', async () => {
    const gestelltAm = new Date('2026-03-01T12:00:00Z');
    const gruppen = [gruppe('O', 1), gruppe('S', 100)];
    const vorher = { nummer: '2026-0001/05766044', gestelltAm, gruppen };
    const [rechnung] = rechnungenOf(anteilOf([gruppe('S', 200)], vorher));
    assert.ok(rechnung);
    const bill = readXml(await xmlOf(rechnung));
    assert.equal(textAt(bill, 'InvoiceTypeCode'), '384');
    assert.deepEqual(
      at(bill, 'BillingReference/InvoiceDocumentReference/ID').map(({ text }) => text),
      ['2026-0001/05766044-1', '2026-0001/05766044-2'],
    );
    assert.equal(textAt(bill, 'BillingReference/InvoiceDocumentReference/IssueDate'), '2026-03-01');
  });

  test('what is taken back is a credit note over the same sums, and names the bill; nothing is due', async () => {
    const anteil = anteilOf([gruppe('O', 20_000), gruppe('S', 10_000)]);
    const [taxed, outside] = stornosOf(anteil);
    assert.ok(taxed && outside);
    const note = readXml(await xmlOf(taxed));
    assert.equal(note.name, 'CreditNote');
    assert.equal(textAt(note, 'CreditNoteTypeCode'), '381');
    assert.equal(textAt(note, 'ID'), '2026-0002/05766044-S1');
    assert.equal(textAt(note, 'BillingReference/InvoiceDocumentReference/ID'), '2026-0001/05766044-1');
    assert.equal(textAt(note, 'BillingReference/InvoiceDocumentReference/IssueDate'), '2026-11-22');
    assert.equal(textAt(note, 'LegalMonetaryTotal/PayableAmount'), '119.00');
    assert.equal(textAt(note, 'InvoicePeriod/EndDate'), '2026-12-31');
    assert.deepEqual(brokenRules(note), []);
    assert.doesNotMatch(await xmlOf(taxed), /DE89370400440532013000|CreditNotePeriod|DueDate/);
  });

  test('for any two shares the bills, credit notes and corrections together are the new share, tax by tax', async () => {
    await fc.assert(
      fc.asyncProperty(groups(1), groups(0), async (before, now) => {
        const alt = anteilOf(before);
        const gestelltAm = alt.gestelltAm;
        const vorher = { nummer: alt.nummer, gestelltAm, gruppen: alt.gruppen };
        const neu = { ...anteilOf(now, vorher), nummer: '2026-0002/05766044' };
        const [first, second] = [rechnungenOf(alt), rechnungenOf(neu)];
        const sent = [...first, ...(second.length > 0 ? second : stornosOf(alt))];
        const valid = await soundBills(sent);
        assert.deepEqual(
          taxesOf([...valid.values()]),
          taxesOf(second.map(({ nummer }) => valid.get(nummer))),
        );
        const due = second.reduce((sum, { teil }) => sum + teil.brutto, 0n);
        assert.equal(due, neu.brutto);
        assertSums(korrekturzeilen(summenOf(alt), summenOf(neu)));
      }),
      { numRuns: 60 },
    );
  });

  test('for any amounts, credits too, every bill keeps the rules of EN 16931 and all of them are the share to the cent', async () => {
    await fc.assert(
      fc.asyncProperty(groups(1), async (all) => {
        const anteil = anteilOf(all);
        const rechnungen = rechnungenOf(anteil);
        let cents = 0n;
        for (const rechnung of rechnungen) {
          const bill = readXml(await xmlOf(rechnung));
          assert.deepEqual(brokenRules(bill), []);
          cents += BigInt(textAt(bill, 'LegalMonetaryTotal/PayableAmount').replace('.', ''));
        }
        assert.equal(cents, anteil.brutto);
        assert.equal(new Set(rechnungen.map(({ nummer }) => nummer)).size, rechnungen.length);
      }),
      { numRuns: 60 },
    );
  });

  test('the rules are checked for real: a bill with a wrong sum, tax or category is found', async () => {
    const [rechnung] = rechnungenOf(anteilOf([gruppe('S', 10_000)]));
    assert.ok(rechnung);
    const xml = await xmlOf(rechnung);
    const broken = (from: string, to: string) => brokenRules(readXml(xml.replace(from, to)));
    assert.deepEqual(broken('>119.00</cbc:Payable', '>118.99</cbc:Payable'), ['BR-CO-16']);
    assert.ok(broken('>19.00</cbc:TaxAmount>', '>19.01</cbc:TaxAmount>').includes('BR-CO-14'));
    assert.ok(broken('>S</cbc:ID>', '>O</cbc:ID>').includes('BR-O-02'));
  });

  test('what breaks the schema of the norm is no bill', async () => {
    const [rechnung] = rechnungenOf(anteilOf([gruppe('S', 10_000)]));
    assert.ok(rechnung);
    const inhalt = xrechnungOf({ ...rechnung, faelligAm: localDate('2026-12-22') });
    const wrong = { 'ubl:Invoice': { ...inhalt['ubl:Invoice'], 'cbc:IssueDate': 'morgen' } };
    await assert.rejects(schreiber.xmlOf(wrong), /breaks its schema/);
  });
});
