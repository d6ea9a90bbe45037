// The microphone: gives frames of 20 ms while it is open, and how loud each is. Knows nothing of talks.

/**
 * @typedef {object} Listener
 * @property {(frame: ArrayBuffer, level: number) => void} frame 640 bytes of sound and its level from 0 to 1
 */

/** Frames are 20 ms. */
export const FRAME_SECONDS = 0.02;

/** Why the microphone did not open. */
export class NoMicrophone extends Error {
  /** @param {"no_microphone" | "no_device" | "insecure"} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

export class Microphone {
  /** @type {AudioContext | null} */ #context = null;
  /** @type {MediaStream | null} */ #stream = null;

  /**
   * Opens the microphone; the browser may ask first.
   * @param {Listener} listener
   */
  async open(listener) {
    if (!navigator.mediaDevices?.getUserMedia) throw new NoMicrophone("insecure");
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      });
    } catch (error) {
      const name = error instanceof DOMException ? error.name : "";
      throw new NoMicrophone(name === "NotFoundError" ? "no_device" : "no_microphone");
    }
    const stream = this.#stream;
    let context;
    try {
      context = new AudioContext({ sampleRate: 16000 });
      context.createMediaStreamSource(stream);
    } catch {
      await context?.close();
      context = new AudioContext(); // this browser wants one rate; the worklet makes 16 kHz of it
    }
    this.#context = context;
    await context.audioWorklet.addModule("/static/worklet.js");
    if (this.#stream !== stream) return; // closed while it was opening
    const frames = new AudioWorkletNode(context, "frames", { numberOfOutputs: 0 });
    frames.port.onmessage = (event) => {
      if (this.#stream === stream) listener.frame(event.data, loudness(event.data));
    };
    context.createMediaStreamSource(stream).connect(frames);
    await context.resume();
  }

  /** Lets go of the microphone, so that the browser's sign for it goes out. */
  close() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.#context?.close();
    this.#context = null;
  }
}

/**
 * The level of a frame, from 0 (60 dB below full) to 1.
 * @param {ArrayBuffer} frame
 */
function loudness(frame) {
  const samples = new Int16Array(frame);
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 20 * Math.log10(Math.sqrt(sum / samples.length) / 32768 + 1e-9);
  return Math.max(0, Math.min(1, (decibels + 60) / 60));
}
