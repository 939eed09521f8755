import type { Invoice } from '@e-invoice-eu/core';
import { type Cents, ratio } from '#kernel';
import type { ERechnung } from './domain/e-rechnung.ts';
import type { Teilsteuer, Teilzeile } from './domain/rechnungsteile.ts';
import { kaeufer, verkaeufer } from './xrechnung-parteien.ts';

type Rechnung = Invoice['ubl:Invoice'];

const euro = 'EUR' as const;
/** UNTDID 1001: invoice, corrected invoice, credit note. */
const arten = { rechnung: '380', korrektur: '384', storno: '381' } as const;
/** UNTDID 4461 and UN/ECE Recommendation 20: SEPA credit transfer, clearing between partners; one. */
const [sepaTransfer, clearing, one] = ['58', '97', 'C62'] as const;

/** What an electronic bill says, in the words of EN 16931 as the library names them. */
export function xrechnungOf(rechnung: ERechnung): Invoice {
  return { 'ubl:Invoice': inhaltOf(rechnung) };
}

function inhaltOf(rechnung: ERechnung): Rechnung {
  const { art, nummer, gestelltAm, faelligAm, teil, haus, zahler, bezug, von, bis } = rechnung;
  const [first, ...rest] = teil.zeilen.map((zeile, index) => zeileOf(rechnung, zeile, index + 1));
  if (first === undefined) throw new RangeError(`The bill ${nummer} has no line.`);
  return {
    'cbc:ID': nummer,
    'cbc:IssueDate': gestelltAm,
    ...(faelligAm === null ? {} : { 'cbc:DueDate': faelligAm }),
    'cbc:InvoiceTypeCode': arten[art],
    'cbc:Note': [notizOf(rechnung)],
    'cbc:DocumentCurrencyCode': euro,
    'cbc:BuyerReference': zahler.leitwegId,
    'cac:InvoicePeriod': { 'cbc:StartDate': von, 'cbc:EndDate': bis },
    ...(bezug.length === 0
      ? {}
      : {
          'cac:BillingReference': bezug.map(({ nummer: id, vom }) => ({
            'cac:InvoiceDocumentReference': { 'cbc:ID': id, 'cbc:IssueDate': vom },
          })),
        }),
    'cac:AccountingSupplierParty': verkaeufer(haus, teil.nichtSteuerbar),
    'cac:AccountingCustomerParty': kaeufer(zahler),
    ...zahlungOf(rechnung),
    'cac:TaxTotal': [
      {
        'cbc:TaxAmount': amount(teil.steuer),
        'cbc:TaxAmount@currencyID': euro,
        'cac:TaxSubtotal': teil.steuern.map(steuerOf),
      },
    ],
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(teil.netto),
      'cbc:LineExtensionAmount@currencyID': euro,
      'cbc:TaxExclusiveAmount': amount(teil.netto),
      'cbc:TaxExclusiveAmount@currencyID': euro,
      'cbc:TaxInclusiveAmount': amount(teil.brutto),
      'cbc:TaxInclusiveAmount@currencyID': euro,
      'cbc:PayableAmount': amount(teil.brutto),
      'cbc:PayableAmount@currencyID': euro,
    },
    'cac:InvoiceLine': [first, ...rest],
  };
}

/** Where a bill is paid to; what is taken back is reckoned up, and says so (BR-CO-25 wants a day or words). */
function zahlungOf({
  art,
  nummer,
  haus,
}: ERechnung): Pick<Rechnung, 'cac:PaymentMeans' | 'cac:PaymentTerms'> {
  if (art === 'storno')
    return {
      'cac:PaymentMeans': [{ 'cbc:PaymentMeansCode': clearing }],
      'cac:PaymentTerms': {
        'cbc:Note': 'Nichts zu zahlen. Was auf die stornierte Rechnung schon gezahlt ist, ist Ihr Guthaben.',
      },
    };
  return {
    'cac:PaymentMeans': [
      {
        'cbc:PaymentMeansCode': sepaTransfer,
        'cbc:PaymentID': nummer,
        'cac:PayeeFinancialAccount': { 'cbc:ID': haus.iban, 'cbc:Name': haus.name },
      },
    ],
  };
}

function notizOf({ art, titel, teil, gesamtnummer, bezug }: ERechnung): string {
  const what =
    art === 'storno'
      ? `Stornorechnung: Sie hebt die Rechnung ${bezug.map(({ nummer }) => nummer).join(', ')} auf, Anteil an den gemeinsamen Kosten: ${titel}.`
      : `Anteil an den gemeinsamen Kosten: ${titel}. Der Rechenweg steht im Rechenblatt zur Abrechnung.`;
  if (gesamtnummer === null) return what;
  const whole = art === 'storno' ? 'des Stornos' : 'der Abrechnung';
  return `${what} Teil ${teil.nummer} von ${teil.von} ${whole} ${gesamtnummer}: Was nicht steuerbar ist, steht nach EN 16931 in einer Rechnung für sich.`;
}

/** The rate stands with what is taxed or exempt; with what is outside the scope of VAT no line may name one (BR-O-05). */
function zeileOf(rechnung: ERechnung, { titel, kategorie, satz, netto }: Teilzeile, nummer: number) {
  const back = netto < 0n;
  return {
    'cbc:ID': String(nummer),
    'cbc:InvoicedQuantity': back ? '-1' : '1',
    'cbc:InvoicedQuantity@unitCode': one,
    'cbc:LineExtensionAmount': amount(netto),
    'cbc:LineExtensionAmount@currencyID': euro,
    'cac:Item': {
      'cbc:Name': `${rechnung.titel}: ${titel}`,
      'cac:ClassifiedTaxCategory': {
        'cbc:ID': kategorie,
        ...(kategorie === 'O' ? {} : { 'cbc:Percent': prozent(satz) }),
        'cac:TaxScheme': { 'cbc:ID': 'VAT' },
      },
    },
    'cac:Price': {
      'cbc:PriceAmount': amount(back ? -netto : netto),
      'cbc:PriceAmount@currencyID': euro,
    },
  };
}

/** BR-DE-14 wants a rate in every breakdown, also where it is 0. */
function steuerOf({ kategorie, satz, grundlage, cent, grund }: Teilsteuer) {
  return {
    'cbc:TaxableAmount': amount(grundlage),
    'cbc:TaxableAmount@currencyID': euro,
    'cbc:TaxAmount': amount(cent),
    'cbc:TaxAmount@currencyID': euro,
    'cac:TaxCategory': {
      'cbc:ID': kategorie,
      'cbc:Percent': prozent(satz),
      ...(grund === '' ? {} : { 'cbc:TaxExemptionReason': grund }),
      'cac:TaxScheme': { 'cbc:ID': 'VAT' },
    },
  };
}

function prozent(satz: Teilzeile['satz']): string {
  return ratio.toDecimal(satz, 2).replace(/\.0+$|(\.\d*?)0+$/, '$1');
}

/** `-12.34`. */
function amount(cent: Cents): string {
  return ratio.toDecimal(ratio.rational(cent, 100n), 2);
}
