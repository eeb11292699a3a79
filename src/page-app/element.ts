/**
 * An element with attributes and children. Strings become text nodes, so no text of a tenant is parsed as markup. The
 * page's Content-Security-Policy forbids `style` attributes.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A button; `onPress` is called when it is pressed. */
export function button(
  text: string,
  onPress: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', onPress);
  return made;
}

/**
 * A dialog under a title, with elements beside it and a button to close it. A click on the backdrop closes it too.
 *
 * @param title has an id
 */
export function dialog(
  title: HTMLElement,
  beside: readonly HTMLElement[],
  content: HTMLElement,
  name: string,
): HTMLDialogElement {
  const close = button('Close', () => made.close());
  const made: HTMLDialogElement = element(
    'dialog',
    { class: name, 'aria-labelledby': title.id },
    element('div', { class: 'details-head' }, title, ...beside, close),
    content,
  );
  made.addEventListener('click', ({ target, detail }) => {
    // A click on the backdrop has the dialog itself as its target.
    // The second click of a double click on a row must not close the dialog.
    if (target === made && detail < 2) made.close();
  });
  return made;
}

/** Calls `left` when the pointer or the focus goes to something outside of an element. */
export function onLeave(inside: HTMLElement, left: () => void): void {
  const leftFor = (target: EventTarget | null): void => {
    if (target instanceof Node && !inside.contains(target)) left();
  };
  inside.addEventListener('focusout', ({ relatedTarget }) => leftFor(relatedTarget));
  document.addEventListener('pointerdown', ({ target }) => leftFor(target));
}

/** Closes an open `details` element by the key Escape, which then closes nothing around it. */
export function closeOnEscape(details: HTMLDetailsElement): void {
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    event.preventDefault();
    event.stopPropagation();
    details.open = false;
    details.querySelector('summary')?.focus();
  });
}

/** Calls `announce` with `done` once a text is on the clipboard, or with why it is not. `instead`: what to do then. */
export function announceCopy(
  copying: Promise<void>,
  announce: (text: string) => void,
  done: string,
  instead = '',
): void {
  copying.then(
    () => announce(done),
    () => announce(`The browser does not let this page copy${instead}`),
  );
}
