/** What the frame shows of a signed-in person. */
export interface FrameSession {
  readonly name: string;
  readonly organisation: string;
  readonly expiresAt: Date;
  /** The AGS of the person's Kommune; `null` for a provider or the operator. */
  readonly ags: string | null;
}
