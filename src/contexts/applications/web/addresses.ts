import type { PortalSite } from '../portal-site.ts';

/** The addresses of this context on a portal's host. */
export const addresses = {
  start: (dienst: string) => `/antrag/${dienst}`,
  antrag: (id: string) => `/antrag/mein/${id}`,
  page: (id: string, page: string) => `/antrag/mein/${id}/seite/${page}`,
  check: (id: string) => `/antrag/mein/${id}/pruefen`,
  submit: (id: string, version: number) => `/antrag/mein/${id}/absenden?stand=${version}`,
  newer: (id: string) => `/antrag/mein/${id}/fassung`,
  link: (id: string) => `/antrag/mein/${id}/link`,
  leave: (id: string) => `/antrag/mein/${id}/abmelden`,
  discard: (id: string) => `/antrag/mein/${id}/loeschen`,
  receipt: (id: string) => `/antrag/mein/${id}/quittung`,
  receiptPdf: (id: string) => `/antrag/mein/${id}/quittung.pdf`,
  copy: (id: string) => `/antrag/mein/${id}/angaben`,
  news: (id: string) => `/antrag/mein/${id}/nachricht`,
  contact: (id: string) => `/antrag/mein/${id}/kontakt`,
  later: (id: string, nachforderung: string) => `/antrag/mein/${id}/nachforderung/${nachforderung}`,
  laterPage: (id: string, nachforderung: string, page: string) =>
    `/antrag/mein/${id}/nachforderung/${nachforderung}/seite/${page}`,
  laterCheck: (id: string, nachforderung: string) =>
    `/antrag/mein/${id}/nachforderung/${nachforderung}/pruefen`,
  laterSend: (id: string, nachforderung: string, version: number) =>
    `/antrag/mein/${id}/nachforderung/${nachforderung}/absenden?stand=${version}`,
  withdraw: (id: string) => `/antrag/mein/${id}/zuruecknehmen`,
} as const;

/** The applicant's link; whoever has it opens the Antrag. */
export function resumeLink({ origin }: Pick<PortalSite, 'origin'>, token: string): string {
  return `${origin}/antrag/weiter/${token}`;
}
