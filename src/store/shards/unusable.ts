/** Why a shard cannot be used. The message is a sentence about its artifact. */
export class UnusableShard extends Error {
  override readonly name = 'UnusableShard';
}
