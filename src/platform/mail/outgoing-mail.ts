/** A mail to one address, as plain text, and where `html` is given also as HTML. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same for every try of the same mail, so that a repetition can be told. */
  readonly messageId?: string;
  /** An entry of a calendar (iCalendar) that mail programs offer to take over. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  /** Where the person unsubscribes; mail programs show it as a button. */
  readonly unsubscribeHref?: string;
}
