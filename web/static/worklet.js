// Runs in the audio thread: turns what the microphone gives into frames of 20 ms at 16 kHz, 16 bits.

const RATE = 16000;
const FRAME = 320;

class Frames extends AudioWorkletProcessor {
  constructor() {
    super();
    this.frame = new Int16Array(FRAME);
    this.filled = 0;
    this.place = 0; // where the next sample at 16 kHz lies, counted in samples of the microphone
    this.sum = 0;
    this.count = 0;
  }

  /** @param {Float32Array[][]} inputs */
  process(inputs) {
    const sound = inputs[0]?.[0];
    if (!sound) return true;
    const step = sampleRate / RATE;
    for (const sample of sound) {
      this.sum += sample;
      this.count += 1;
      this.place += 1;
      if (this.place >= step) {
        this.place -= step;
        this.put(this.sum / this.count);
        this.sum = 0;
        this.count = 0;
      }
    }
    return true;
  }

  /** @param {number} sample */
  put(sample) {
    this.frame[this.filled++] = Math.max(-1, Math.min(32767 / 32768, sample)) * 32768;
    if (this.filled < FRAME) return;
    const done = this.frame;
    this.frame = new Int16Array(FRAME);
    this.filled = 0;
    this.port.postMessage(done.buffer, [done.buffer]);
  }
}

registerProcessor("frames", Frames);
