/** An API that applications and users sign in to. */
export interface Resource {
  /** The client ID of its application. */
  readonly appId: string;
  /** Scope prefixes before `/.default`, with the `aud` of their tokens. Origins are known once the server listens. */
  readonly audiences: () => readonly string[];
}
