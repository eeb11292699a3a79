const INTERRUPT = '\u0003';
const END_OF_INPUT = '\u0004';
const ERASE = ['\u0008', '\u007f'];
const ERASE_ALL = '\u0015';
const ESCAPE = '\u001b';
const CONTROL = /\p{Cc}/u;

/** Assembles a secret from the input of a terminal without echo. */
export class TypedSecret {
  readonly #typed: string[] = [];
  /** Position in a key's sequence: after ESC, after `ESC [` until its final character, or after `ESC O`. */
  #sequence: 'none' | 'escape' | 'parameters' | 'one' = 'none';

  get text(): string {
    return this.#typed.join('');
  }

  /**
   * Adds a chunk of input. Ignores arrow keys, function keys and the marks of pasted text, which are sequences of
   * ECMA-48, 5.4. Returns how the line ended, or undefined if it continues.
   */
  take(characters: string): 'end' | 'interrupt' | undefined {
    for (const character of characters) {
      if (character === '\r' || character === '\n' || character === END_OF_INPUT) return 'end';
      if (character === INTERRUPT) return 'interrupt';
      if (this.#sequence !== 'none' || character === ESCAPE) this.#passOver(character);
      else if (ERASE.includes(character)) this.#typed.pop();
      else if (character === ERASE_ALL) this.#typed.length = 0;
      else if (!CONTROL.test(character)) this.#typed.push(character);
    }
    // The Esc key itself: a sequence arrives in one chunk, so the next key is not part of one.
    if (this.#sequence === 'escape') this.#sequence = 'none';
    return undefined;
  }

  #passOver(character: string): void {
    if (character === ESCAPE) this.#sequence = 'escape';
    else if (this.#sequence === 'escape' && character === '[') this.#sequence = 'parameters';
    else if (this.#sequence === 'escape' && character === 'O') this.#sequence = 'one';
    else if (this.#sequence !== 'parameters' || /[@-~]/.test(character)) this.#sequence = 'none';
  }
}
