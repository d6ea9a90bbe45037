// Push to talk: hold the button or the space bar, or press once to begin and once more to end.

/** Shorter than this, a press is a click: it begins, and the next one ends. */
const CLICK = 350;

/**
 * @param {HTMLButtonElement} button
 * @param {{begin: () => void, end: () => void, busy: () => boolean}} talk
 */
export function pushToTalk(button, talk) {
  let pressed = 0;
  let held = false;

  const down = () => {
    if (held || button.disabled) return;
    held = true;
    if (talk.busy()) {
      pressed = 0;
      talk.end();
    } else {
      pressed = performance.now();
      talk.begin();
    }
  };
  const up = () => {
    if (!held) return;
    held = false;
    if (pressed && talk.busy() && performance.now() - pressed > CLICK) talk.end();
  };

  button.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    button.focus();
    button.setPointerCapture(event.pointerId);
    down();
  });
  button.addEventListener("pointerup", up);
  button.addEventListener("pointercancel", up);
  // A click without a pointer or a key comes from a screen reader or a voice command.
  button.addEventListener("click", (event) => {
    if (event.detail === 0 && !keyed) {
      down();
      held = false;
    }
    keyed = false;
  });

  let keyed = false;
  window.addEventListener("keydown", (event) => {
    const here = event.target === button && (event.key === " " || event.key === "Enter");
    const anywhere = event.key === " " && event.target instanceof HTMLElement && !takesKeys(event.target);
    if (!here && !anywhere) return;
    event.preventDefault();
    keyed = here;
    if (!event.repeat) down();
  });
  window.addEventListener("keyup", (event) => {
    if (event.key !== " " && event.key !== "Enter") return;
    up();
    keyed = false;
  });
  window.addEventListener("blur", up);
}

/**
 * Whether the space bar means something else here.
 * @param {HTMLElement} place
 */
function takesKeys(place) {
  return place.closest("input, textarea, button, a, summary, dialog, select, [contenteditable]") !== null;
}
