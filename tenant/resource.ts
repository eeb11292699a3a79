/** An API that the application signs in to, and what the application was granted there. */
export interface Resource {
  /** What a scope may name before `/.default`, and what a token's `aud` then is. Origins are known once the server listens. */
  readonly audiences: () => readonly string[];
  /** App roles that an administrator consented to. */
  readonly roles: readonly string[];
  /** Template IDs of the directory roles of the service principal, for the claim `wids`; none if not given. */
  readonly directoryRoles?: readonly string[];
}
