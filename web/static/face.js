// The other person's face: a new expression fades in over the old one.

const FADE = 140;

/**
 * @param {HTMLElement} stage holds the face
 * @param {string} address of the calm face; the others stand beside it
 */
export function faceOn(stage, address) {
  /** @type {Map<string, HTMLImageElement>} */
  const known = new Map();

  /** @param {string} expression */
  const load = (expression) => {
    const found = known.get(expression) ?? new Image();
    if (!found.src) found.src = address.replace("calm.svg", `${expression}.svg`);
    known.set(expression, found);
    return found;
  };

  return {
    /** Fetches faces before they are needed. @param {string[]} expressions */
    expect(expressions) {
      for (const each of expressions) load(each);
    },
    /** @param {string} expression @param {string} alt */
    async show(expression, alt) {
      const old = stage.querySelector("img:not(.going)");
      if (!(old instanceof HTMLImageElement) || old.src.endsWith(`/${expression}.svg`)) return;
      const fresh = /** @type {HTMLImageElement} */ (old.cloneNode());
      fresh.src = load(expression).src;
      fresh.alt = alt;
      fresh.classList.add("coming");
      old.removeAttribute("id");
      old.classList.add("going");
      stage.append(fresh);
      await fresh.decode().catch(() => undefined);
      fresh.classList.remove("coming");
      setTimeout(() => old.remove(), FADE);
    },
  };
}
