/** An API that the application signs in to, with the granted roles. */
export interface Resource {
  /** Scope prefixes before `/.default`, with the `aud` of their tokens. Origins are known once the server listens. */
  readonly audiences: () => readonly string[];
  /** App roles that an administrator consented to. */
  readonly roles: readonly string[];
  /** Template IDs of the directory roles of the service principal, for the claim `wids`; none if not given. */
  readonly directoryRoles?: readonly string[];
}
