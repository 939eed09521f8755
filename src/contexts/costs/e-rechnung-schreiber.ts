import type { Invoice } from '@e-invoice-eu/core';

/** Writes the XML of electronic bills: XRechnung 3.0 in UBL. */
export interface ERechnungSchreiber {
  /** Throws where the content breaks the library's schema of EN 16931 with its code lists. */
  readonly xmlOf: (inhalt: Invoice) => Promise<string>;
}

const format = 'XRECHNUNG-UBL';
const silent = { log: () => {}, warn: () => {}, error: () => {} };

/**
 * Loads the library when it is needed first: it takes 70 MB and most of a second, so only the worker and the command line do. Its
 * schema is compiled once; the library's own entry compiles it for every bill, which takes 200 ms each.
 */
export async function openERechnungSchreiber(): Promise<ERechnungSchreiber> {
  const [{ FormatFactoryService, invoiceSchema }, { Ajv2019 }] = await Promise.all([
    import('@e-invoice-eu/core'),
    import('ajv/dist/2019.js'),
  ]);
  const service = new FormatFactoryService().createFormatService(format, silent);
  const schema = structuredClone(invoiceSchema);
  service.patchSchema(schema);
  const valid = new Ajv2019({ strict: true, allErrors: true, useDefaults: true }).compile<Invoice>(schema);
  return {
    xmlOf: async (inhalt) => {
      const filled = structuredClone(inhalt);
      service.fillInvoiceDefaults(filled);
      if (!valid(filled)) {
        const first = valid.errors?.[0];
        throw new Error(`The electronic bill breaks its schema at ${first?.instancePath}: ${first?.message}`);
      }
      const made = await service.generate(filled, { format, lang: 'de-de', noWarnings: true });
      return asUbl(typeof made === 'string' ? made : Buffer.from(made).toString('utf8'));
    },
  };
}

/** In a credit note the library renames every element that begins with „Invoice“; UBL calls the period the same in both. */
function asUbl(xml: string): string {
  return xml.replaceAll(/(<\/?cac:)CreditNotePeriod>/g, '$1InvoicePeriod>');
}
