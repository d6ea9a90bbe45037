// Measures the silence between the other's last words and my first sound or keystroke. A number of seconds, no more.

/** Above this level, and well above the quietest of this turn, a frame counts as speech. */
const SPEECH = 0.3;
const ABOVE_QUIET = 0.15;

export class Silence {
  #since = performance.now();
  /** @type {number | null} */ #broken = null;
  #quietest = 1;
  /** @type {number | null} */ #paused = null;
  /** @type {number | null} */ #expected = null;

  /** The other has just stopped talking. */
  start() {
    this.#since = performance.now();
    this.#broken = null;
    this.#expected = null;
    this.#quietest = 1;
  }

  /** I typed something, or began a turn in another way. */
  break() {
    this.#broken ??= performance.now();
  }

  /** From now on there may be speech. */
  expect() {
    this.#expected = performance.now();
  }

  /** What was said is complete. If it was too soft to be noticed, it began when it was expected. */
  settle() {
    this.#broken ??= this.#expected;
    this.#expected = null;
  }

  /** What broke the silence was taken away again. */
  mend() {
    this.#broken = null;
    this.#expected = null;
    this.#quietest = 1;
  }

  /**
   * One frame of sound; the first that is speech breaks the silence.
   * @param {number} level from 0 to 1
   */
  hear(level) {
    this.#quietest = Math.min(this.#quietest, level);
    if (level > SPEECH && level > this.#quietest + ABOVE_QUIET) this.break();
  }

  /** Time stands still. */
  pause() {
    this.#paused ??= performance.now();
  }

  /** Time goes on. */
  go() {
    if (this.#paused === null) return;
    this.#since += performance.now() - this.#paused;
    this.#paused = null;
  }

  /** The silence so far, in seconds to the millisecond. */
  get seconds() {
    const until = this.#broken ?? this.#paused ?? performance.now();
    return Math.max(0, Math.round(until - this.#since)) / 1000;
  }
}
