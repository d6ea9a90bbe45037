// The socket: comes back by itself when it is lost, and sends again what had not arrived. Knows nothing of pages.

/**
 * @typedef {{type: string, turn?: number, [key: string]: unknown}} Message
 * @typedef {{open: Message | null, frames: ArrayBuffer[], close: Message}} Sending a turn: for sound its header,
 *   frames and end; for words only the last
 */

const FIRST_WAIT = 400;
const LONGEST_WAIT = 8000;

export class Connection extends EventTarget {
  #address;
  /** @type {WebSocket | null} */ #socket = null;
  #wait = FIRST_WAIT;
  /** @type {Sending | null} */ #unsent = null;
  #ready = false;

  /** @param {string} path of the socket on this host */
  constructor(path) {
    super();
    this.#address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`;
    this.#connect();
  }

  /** Whether the server is there and has told where the talk stands. */
  get ready() {
    return this.#ready;
  }

  /** The turn that the server has not confirmed yet. */
  get unsent() {
    return this.#unsent;
  }

  /**
   * Sends a whole turn, and again after every loss until it is confirmed.
   * @param {Sending} turn
   * @param {boolean} streamed whether header and frames were sent already, on this same connection
   */
  turn(turn, streamed = false) {
    this.#unsent = turn;
    if (!this.#ready) return;
    if (streamed) this.#put(turn.close);
    else this.#whole(turn);
  }

  /** What was not confirmed is confirmed now, or given up. */
  settle() {
    this.#unsent = null;
  }

  /** Sends what was not confirmed once more. */
  again() {
    if (this.#unsent && this.#ready) this.#whole(this.#unsent);
  }

  /**
   * Sends something that need not be sent again.
   * @param {Message | ArrayBuffer} message
   * @returns {boolean} whether it could be sent
   */
  send(message) {
    if (!this.#ready) return false;
    this.#put(message);
    return true;
  }

  /** @param {Sending} turn */
  #whole(turn) {
    if (turn.open) this.#put(turn.open);
    for (const frame of turn.frames) this.#put(frame);
    this.#put(turn.close);
  }

  /** @param {Message | ArrayBuffer} message */
  #put(message) {
    this.#socket?.send(message instanceof ArrayBuffer ? message : JSON.stringify(message));
  }

  #connect() {
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.addEventListener("message", (event) => {
      const message = JSON.parse(event.data);
      if (message.type === "ready") {
        this.#ready = true;
        this.#wait = FIRST_WAIT;
      }
      this.dispatchEvent(new CustomEvent("message", { detail: message }));
    });
    socket.addEventListener("close", () => {
      this.#ready = false;
      this.dispatchEvent(new Event("lost"));
      setTimeout(() => this.#connect(), this.#wait);
      this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
    });
  }
}
