import { SaxesParser } from 'saxes';

/** An element of an electronic bill by its local name. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML as elements; throws where it is not well-formed. */
export function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const element = { name: local, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const [bill] = root.children;
  if (!bill) throw new Error('no root element');
  return bill;
}

/** All elements at a path of local names. */
export function at(element: Element, path: string): readonly Element[] {
  return path
    .split('/')
    .reduce<readonly Element[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((each) => each.name === name)),
      [element],
    );
}

export function textAt(element: Element, path: string): string {
  return at(element, path)[0]?.text.trim() ?? '';
}

/** Cents of an amount with exactly two decimals; throws where it is none (BR-DEC). */
function cents(element: Element | undefined): bigint {
  const text = element?.text.trim() ?? '';
  if (!/^-?\d+\.\d{2}$/.test(text)) throw new Error(`„${text}“ is no amount with two decimals`);
  return BigInt(text.replace('.', ''));
}

const centsAt = (element: Element, path: string) => cents(at(element, path)[0]);
const sum = (all: readonly bigint[]) => all.reduce((total, each) => total + each, 0n);

/** The lines of an invoice, or of a credit note. */
function linesOf(bill: Element): readonly Element[] {
  return [...at(bill, 'InvoiceLine'), ...at(bill, 'CreditNoteLine')];
}

/** The rules of EN 16931 on sums, categories and references that a bill breaks, by their names. */
export function brokenRules(bill: Element): readonly string[] {
  const checks = [...totals(bill), ...parties(bill), ...breakdowns(bill), ...outside(bill)];
  return checks.filter(([, holds]) => !holds).map(([rule]) => rule);
}

type Check = readonly [rule: string, holds: boolean];

function totals(bill: Element): readonly Check[] {
  const money = (name: string) => centsAt(bill, `LegalMonetaryTotal/${name}`);
  const lines = linesOf(bill).map((line) => centsAt(line, 'LineExtensionAmount'));
  const subtotals = at(bill, 'TaxTotal/TaxSubtotal');
  const taxes = centsAt(bill, 'TaxTotal/TaxAmount');
  return [
    ['BR-16', lines.length > 0],
    ['BR-CO-10', money('LineExtensionAmount') === sum(lines)],
    ['BR-CO-13', money('TaxExclusiveAmount') === sum(lines)],
    ['BR-CO-14', taxes === sum(subtotals.map((each) => centsAt(each, 'TaxAmount')))],
    ['BR-CO-15', money('TaxInclusiveAmount') === money('TaxExclusiveAmount') + taxes],
    ['BR-CO-16', money('PayableAmount') === money('TaxInclusiveAmount')],
    ['BR-CO-18', subtotals.length > 0],
    ['BR-27', linesOf(bill).every((line) => centsAt(line, 'Price/PriceAmount') >= 0n)],
  ];
}

function parties(bill: Element): readonly Check[] {
  const seller = at(bill, 'AccountingSupplierParty/Party')[0];
  const schemes = seller ? at(seller, 'PartyTaxScheme/TaxScheme/ID').map(({ text }) => text) : [];
  const known = seller !== undefined && textAt(seller, 'PartyIdentification/ID') !== '';
  const outside = textAt(bill, 'TaxTotal/TaxSubtotal/TaxCategory/ID') === 'O';
  const means = textAt(bill, 'PaymentMeans/PaymentMeansCode');
  const refers = textAt(bill, 'InvoiceTypeCode') === '384' || bill.name === 'CreditNote';
  const named = (each: Element) =>
    at(each, 'BillingReference/InvoiceDocumentReference').map((one) => textAt(one, 'ID'));
  return [
    ['BR-CO-26', known || schemes.includes('VAT')],
    ['BR-DE-16', outside || schemes.length > 0],
    ['BR-O-02', !outside || !schemes.includes('VAT')],
    ['BR-DE-15', textAt(bill, 'BuyerReference') !== ''],
    ['BR-DE-1', means !== ''],
    ['BR-DE-23', means !== '58' || at(bill, 'PaymentMeans/PayeeFinancialAccount/ID').length > 0],
    ['BR-CO-25', textAt(bill, 'DueDate') !== '' || textAt(bill, 'PaymentTerms/Note') !== ''],
    ['BR-55', !refers || named(bill).every((id) => id !== '')],
    ['BR-DE-26', !refers || named(bill).length > 0],
  ];
}

/** BR-CO-17 and, by category, BR-S/E/O-08 and -09: what is taxed, and the tax on it. */
function breakdowns(bill: Element): readonly Check[] {
  const lines = linesOf(bill).map((line) => ({
    key: `${textAt(line, 'Item/ClassifiedTaxCategory/ID')} ${Number(textAt(line, 'Item/ClassifiedTaxCategory/Percent') || 0)}`,
    cent: centsAt(line, 'LineExtensionAmount'),
  }));
  return at(bill, 'TaxTotal/TaxSubtotal').flatMap((each): readonly Check[] => {
    const [id, percent] = [textAt(each, 'TaxCategory/ID'), textAt(each, 'TaxCategory/Percent')];
    const own = lines.filter(({ key }) => key === `${id} ${Number(percent)}`);
    const taxable = centsAt(each, 'TaxableAmount');
    const reason = textAt(each, 'TaxCategory/TaxExemptionReason');
    return [
      ['BR-DE-14', percent !== ''],
      [`BR-${id}-08`, own.length > 0 && taxable === sum(own.map(({ cent }) => cent))],
      ['BR-CO-17', centsAt(each, 'TaxAmount') === taxOf(taxable, percent)],
      [`BR-${id}-10`, (reason === '') === (id === 'S')],
    ];
  });
}

/** Commercially rounded, in whole numbers: percent with at most two decimals. */
function taxOf(taxable: bigint, percent: string): bigint {
  const hundredths = BigInt(Math.round(Number(percent) * 100));
  const exact = taxable * hundredths;
  const half = exact < 0n ? -5000n : 5000n;
  return (exact + half) / 10_000n;
}

/** What is outside the scope of VAT stands alone. */
function outside(bill: Element): readonly Check[] {
  const groups = at(bill, 'TaxTotal/TaxSubtotal/TaxCategory/ID').map(({ text }) => text);
  const lines = linesOf(bill).flatMap((line) => at(line, 'Item/ClassifiedTaxCategory'));
  const kinds = lines.map((each) => textAt(each, 'ID'));
  const any = kinds.includes('O');
  return [
    ['BR-O-01', !any || groups.filter((id) => id === 'O').length === 1],
    ['BR-O-11', !groups.includes('O') || groups.length === 1],
    ['BR-O-12', !groups.includes('O') || kinds.every((id) => id === 'O')],
    ['BR-O-05', lines.every((each) => textAt(each, 'ID') !== 'O' || textAt(each, 'Percent') === '')],
    ['BR-S-01', kinds.every((id) => groups.includes(id))],
  ];
}
