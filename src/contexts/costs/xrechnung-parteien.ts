import type { Invoice } from '@e-invoice-eu/core';
import type { Rechnungsangaben } from './domain/rechnungsangaben.ts';

type Rechnung = Invoice['ubl:Invoice'];
type Verkaeufer = Rechnung['cac:AccountingSupplierParty'];
type Kaeufer = Rechnung['cac:AccountingCustomerParty'];

/** Electronic addresses are e-mail addresses (EAS code). */
const emailScheme = 'EM' as const;

/** Who writes the bill. With what is not taxable no VAT identifier may stand (BR-O-02). */
export function verkaeufer(haus: Rechnungsangaben, nichtSteuerbar: boolean): Verkaeufer {
  const { name, email, kennnummer, ansprechstelle, telefon } = haus;
  const steuern = steuernummern(haus, nichtSteuerbar);
  return {
    'cac:Party': {
      'cbc:EndpointID': email,
      'cbc:EndpointID@schemeID': emailScheme,
      ...(kennnummer === '' ? {} : { 'cac:PartyIdentification': [{ 'cbc:ID': kennnummer }] }),
      'cac:PostalAddress': anschrift(haus),
      ...(steuern.length === 0 ? {} : { 'cac:PartyTaxScheme': steuern }),
      'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
      'cac:Contact': {
        'cbc:Name': ansprechstelle,
        'cbc:Telephone': telefon,
        'cbc:ElectronicMail': email,
      },
    },
  };
}

/** Who gets the bill. */
export function kaeufer(zahler: Rechnungsangaben): Kaeufer {
  return {
    'cac:Party': {
      'cbc:EndpointID': zahler.email,
      'cbc:EndpointID@schemeID': emailScheme,
      'cac:PostalAddress': anschrift(zahler),
      'cac:PartyLegalEntity': { 'cbc:RegistrationName': zahler.name },
    },
  };
}

function anschrift({ strasse, plz, ort }: Rechnungsangaben) {
  return {
    'cbc:StreetName': strasse,
    'cbc:CityName': ort,
    'cbc:PostalZone': plz,
    'cac:Country': { 'cbc:IdentificationCode': 'DE' as const },
  };
}

type Steuernummern = NonNullable<Verkaeufer['cac:Party']['cac:PartyTaxScheme']>;

function steuernummern({ ustId, steuernummer }: Rechnungsangaben, nichtSteuerbar: boolean): Steuernummern {
  const of = (id: string, scheme: 'VAT' | 'FC') => ({
    'cbc:CompanyID': id,
    'cac:TaxScheme': { 'cbc:ID': scheme },
  });
  const [vat, local] = [of(ustId, 'VAT'), of(steuernummer, 'FC')];
  const withVat = ustId !== '' && !nichtSteuerbar;
  if (steuernummer === '') return withVat ? [vat] : [];
  return withVat ? [vat, local] : [local];
}
