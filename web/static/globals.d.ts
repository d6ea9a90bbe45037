// What the vendored scripts put on the page, and what the audio thread knows.

interface Window {
  htmx: {
    swap(context: { sourceElement: Element; target: Element; text: string; swap: string }): Promise<void>;
  };
}

declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, kind: new () => AudioWorkletProcessor): void;
