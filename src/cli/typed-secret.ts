const INTERRUPT = '\u0003';
const END_OF_INPUT = '\u0004';
const ERASE = ['\u0008', '\u007f'];
const ERASE_ALL = '\u0015';
const ESCAPE = '\u001b';
const CONTROL = /\p{Cc}/u;

/** What a terminal without echo sends, put together to what was meant. */
export class TypedSecret {
  readonly #typed: string[] = [];
  /** Inside a key's sequence: behind ESC, behind `ESC [` until its final character, or behind `ESC O`. */
  #sequence: 'none' | 'escape' | 'parameters' | 'one' = 'none';

  get text(): string {
    return this.#typed.join('');
  }

  /**
   * Takes a chunk as it came. Arrow keys, function keys and the marks around what is pasted are sequences of ECMA-48, 5.4,
   * and no part of the secret. Gives how the line ended, undefined where it goes on.
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
    // The key Esc itself: what is typed next is no part of a sequence, which would have come in one piece.
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
