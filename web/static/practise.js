// The page where one talks. The only file that knows the others: connects microphone, socket, face and words.

import { Connection } from "./connection.js";
import { faceOn } from "./face.js";
import { FRAME_SECONDS, Microphone, NoMicrophone } from "./microphone.js";
import { Silence } from "./silence.js";
import { pushToTalk } from "./talk_button.js";

/** @typedef {import("./connection.js").Message} Message */

/** Sound shorter than this is a slip of the finger. */
const SHORTEST = 0.3;
/** After so long the page stops listening by itself; the server takes two minutes. */
const LONGEST = 118;

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`expected #${id}`);
  return found;
}

const main = part("main", HTMLElement);
const now = part("now", HTMLElement);
const caption = part("caption-words", HTMLElement);
const status = part("status", HTMLElement);
const trouble = part("trouble", HTMLElement);
const sendAgain = part("send-again", HTMLButtonElement);
const composer = part("composer", HTMLFormElement);
const talkButton = part("talk", HTMLButtonElement);
const talkLabel = part("talk-label", HTMLElement);
const text = part("text", HTMLTextAreaElement);
const send = part("send", HTMLButtonElement);
const silent = part("silent", HTMLButtonElement);
const again = part("again", HTMLButtonElement);
const drop = part("drop", HTMLButtonElement);
const level = /** @type {SVGRectElement | null} */ (document.querySelector("#level"));
const over = part("over", HTMLElement);
const words = JSON.parse(part("words", HTMLScriptElement).text);
const name = main.dataset.name ?? "";

const connection = new Connection(main.dataset.socket ?? "");
const face = faceOn(part("faces", HTMLElement), main.dataset.face ?? "");
const microphone = new Microphone();
const silence = new Silence();

/** The turn that comes next. */
let next = 1;
let working = false;
let ended = "ended" in main.dataset;
let lost = false;
/** The pieces of the answer that is being given. */
let answer = "";
/** @type {{frames: ArrayBuffer[], streamed: boolean, opened: boolean} | null} */
let recording = null;
let keepingSilent = 0;
/** I asked to stop; what is being done is finished first. */
let leaving = false;

// ---- What is shown -------------------------------------------------------------------------------------------

/** @param {string} says @param {Record<string, string>} [facts] */
function say(says, facts = {}) {
  status.textContent = says.replace(/\{(\w+)\}/g, (whole, key) => facts[key] ?? whole);
}

/** @param {string} says empty takes it away @param {boolean} [retry] */
function tell(says, retry = false) {
  trouble.hidden = !says;
  const paragraph = trouble.querySelector("p");
  if (paragraph) paragraph.textContent = says;
  sendAgain.hidden = !retry;
}

/** Shows stage directions, which stand in parentheses, as such. @param {string} spoken */
function speak(spoken) {
  caption.replaceChildren(
    ...spoken.split(/(\([^)]*\))/).filter(Boolean).map((piece) => {
      if (!piece.startsWith("(")) return document.createTextNode(piece);
      const direction = document.createElement("i");
      direction.className = "direction";
      direction.textContent = piece;
      return direction;
    }),
  );
}

/** Shows my words before they are looked at. @param {string} mine */
function showMine(mine) {
  const log = document.getElementById("log");
  if (!log) return;
  let place = log.querySelector(".pending");
  if (!place) {
    log.querySelector("#first")?.remove();
    for (const old of log.querySelectorAll(".mine")) old.remove();
    place = document.createElement("div");
    place.className = "mine pending";
    place.innerHTML = '<p class="who"></p><p class="words"></p>';
    log.append(place);
  }
  const [who, said] = place.querySelectorAll("p");
  if (who) who.textContent = words.you;
  if (said) said.textContent = mine;
  place.scrollIntoView({ block: "nearest" });
}

/**
 * Shows the talk as it is stored; one after the other, so that what is older never comes last.
 * @param {boolean} [follow] brings my words into view; not where somebody may be reading something else
 */
function refresh(follow = true) {
  refreshing = refreshing.then(() => load(follow));
  return refreshing;
}
let refreshing = Promise.resolve();

/** @param {boolean} follow */
async function load(follow) {
  try {
    const answered = await fetch(main.dataset.turns ?? "", { headers: { "HX-Request": "true" } });
    if (!answered.ok) throw new Error(String(answered.status));
    const fresh = await answered.text();
    // Morphing leaves what did not change alone, so that a screen reader hears each turn once.
    await window.htmx.swap({ sourceElement: now, target: now, text: fresh, swap: "innerMorph" });
    again.hidden = !now.querySelector("[data-turn]");
    if (follow) now.querySelector(".mine")?.scrollIntoView({ block: "nearest" });
  } catch {
    tell(words.script.broken);
  }
}

function buttons() {
  const blocked = working || ended;
  talkButton.disabled = blocked || keepingSilent > 0;
  send.disabled = blocked || recording !== null;
  silent.disabled = blocked || recording !== null;
  again.disabled = working || recording !== null;
  composer.hidden = ended;
  silent.hidden = ended;
  over.hidden = !ended;
  drop.hidden = recording === null;
  talkButton.setAttribute("aria-pressed", String(recording !== null));
  talkLabel.textContent = recording ? words.talking : words.talk;
  silent.textContent = keepingSilent ? words.silent_end : words.silent;
  silent.setAttribute("aria-pressed", String(keepingSilent > 0));
  main.classList.toggle("waiting", working);
}

// ---- What comes from the server ------------------------------------------------------------------------------

/** @type {Record<string, (message: any) => void>} */
const takes = {
  ready(message) {
    next = message.turns + 1;
    working = message.busy;
    ended = message.ended;
    if (lost) {
      lost = false;
      tell("");
      say(words.script.back);
    } else {
      say(recording ? words.script.listening : "");
    }
    main.dataset.ready = "";
    refresh();
    if (connection.unsent) connection.again();
    buttons();
  },
  accepted(message) {
    arrived(message.turn);
    refresh();
  },
  received(message) {
    working = true;
    answer = "";
    arrived(message.turn);
    if (message.kind === "spoken") say(words.script.hearing);
    else say(words.script.thinking, { name });
    if (message.text) showMine(message.text);
    buttons();
  },
  heard(message) {
    if (message.transcript.text) showMine(message.transcript.text);
    say(words.script.thinking, { name });
  },
  scored() {
    refresh();
  },
  look(message) {
    show(message.expression);
  },
  replied(message) {
    answer = answer ? `${answer} ${message.part.text}` : message.part.text;
    main.classList.remove("waiting");
    speak(answer);
  },
  finished() {
    refresh();
    silence.start();
  },
  judged() {
    refresh(false);
  },
  rewound(message) {
    refresh().then(() => silence.start());
    const last = message.turn;
    ended = false;
    say("");
    if (last) speakLast();
  },
  ended(message) {
    ended = true;
    const says = over.querySelector("p");
    if (says) says.textContent = message.says;
    refresh();
  },
  failed(message) {
    leaving = false;
    tell(message.says, connection.unsent !== null);
    if (connection.unsent?.close.type === "say" && !text.value) text.value = String(connection.unsent.close.text);
    if (connection.unsent?.close.type === "say") connection.settle();
    sendAgain.hidden = connection.unsent === null;
    refresh();
  },
  idle() {
    working = false;
    say("");
    silence.start();
    buttons();
    if (leaving) leave();
    else if (ended) over.querySelector("a")?.focus();
  },
};

connection.addEventListener("message", (event) => {
  const message = /** @type {CustomEvent} */ (event).detail;
  takes[message.type]?.(message);
});
connection.addEventListener("lost", () => {
  if (!lost) tell(words.script.reconnecting);
  lost = true;
  delete main.dataset.ready;
  if (recording) recording.streamed = false;
  working = false;
  buttons();
});

/** The server has this turn safe. @param {number} turn */
function arrived(turn) {
  next = Math.max(next, turn + 1);
  const sent = connection.unsent;
  if (sent && sent.close.turn === turn) {
    if (sent.close.type === "say" && text.value.trim() === String(sent.close.text).trim()) text.value = "";
    connection.settle();
  }
  tell("");
}

/** @param {string} expression */
function show(expression) {
  face.show(expression, words.face.replace("{name}", name).replace("{looks}", words.looks[expression] ?? ""));
}

/** After a turn was taken back: what the other said last, and the face that went with it. */
async function speakLast() {
  const page = await fetch(location.href);
  const document_ = new DOMParser().parseFromString(await page.text(), "text/html");
  const before = document_.getElementById("caption-words");
  const look = document_.getElementById("main")?.dataset.look;
  if (before) speak(before.textContent ?? "");
  if (look) show(look);
}

// ---- What I do -----------------------------------------------------------------------------------------------

/** @param {Message} close @param {Message | null} open @param {ArrayBuffer[]} frames @param {boolean} streamed */
function bring(close, open = null, frames = [], streamed = false) {
  connection.turn({ open, frames, close }, streamed);
  if (!connection.ready) tell(open ? words.script.not_sent_sound : words.script.not_sent);
  else {
    working = true;
    buttons();
  }
}

async function beginTalking() {
  if (recording || working || ended) return;
  if (document.querySelector(".ear.none")) {
    tell(words.script.no_ear);
    text.focus();
    return;
  }
  const mine = { frames: /** @type {ArrayBuffer[]} */ ([]), streamed: true, opened: false };
  recording = mine;
  tell("");
  say(words.script.listening);
  buttons();
  mine.streamed = connection.send({ type: "sound", turn: next });
  try {
    await microphone.open({
      frame(frame, loud) {
        if (recording !== mine) return;
        if (!mine.opened) silence.expect();
        mine.opened = true;
        mine.frames.push(frame);
        if (mine.streamed) mine.streamed = connection.send(frame);
        silence.hear(loud);
        level?.setAttribute("width", String(Math.round(loud * 100)));
        if (mine.frames.length * FRAME_SECONDS > LONGEST) {
          tell(words.script.too_long);
          endTalking();
        }
      },
    });
    if (recording !== mine) microphone.close();
  } catch (error) {
    dropSound();
    tell(error instanceof NoMicrophone ? words.script[error.why] : words.script.no_microphone);
    text.focus();
  }
}

function endTalking() {
  if (!recording) return;
  const mine = recording;
  if (!mine.opened || mine.frames.length * FRAME_SECONDS < SHORTEST) {
    dropSound();
    tell(words.script.too_short);
    return;
  }
  recording = null;
  microphone.close();
  silence.settle();
  level?.setAttribute("width", "0");
  say(words.script.hearing);
  const open = { type: "sound", turn: next };
  bring({ type: "sound_end", turn: next, silence_before: silence.seconds }, open, mine.frames, mine.streamed);
  buttons();
}

function dropSound() {
  recording = null;
  microphone.close();
  connection.send({ type: "sound_drop" });
  silence.mend();
  level?.setAttribute("width", "0");
  say("");
  buttons();
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const typed = text.value.trim();
  if (!typed || working || ended || recording) return;
  stopSilence();
  tell("");
  showMine(typed);
  bring({ type: "say", turn: next, text: typed, silence_before: silence.seconds });
});
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});
text.addEventListener("input", () => {
  if (text.value) silence.break();
  else silence.mend();
});

silent.addEventListener("click", () => {
  if (keepingSilent) {
    const seconds = silence.seconds;
    stopSilence();
    bring({ type: "silent", turn: next, seconds });
    return;
  }
  silence.mend();
  const count = () => say(words.script.silent, { seconds: String(Math.floor(silence.seconds)) });
  keepingSilent = window.setInterval(count, 500);
  count();
  buttons();
});
function stopSilence() {
  window.clearInterval(keepingSilent);
  keepingSilent = 0;
  say("");
  buttons();
}

again.addEventListener("click", () => {
  const last = now.querySelector("[data-turn]");
  if (last instanceof HTMLElement) connection.send({ type: "rewind", turn: Number(last.dataset.turn) });
  text.focus();
});
drop.addEventListener("click", dropSound);
sendAgain.addEventListener("click", () => {
  tell("");
  connection.again();
});
window.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && recording) dropSound();
});

pushToTalk(talkButton, { begin: beginTalking, end: endTalking, busy: () => recording !== null });

// ---- Windows over the page -----------------------------------------------------------------------------------

const briefing = part("briefing", HTMLDialogElement);
const stop = part("stop", HTMLDialogElement);
const paused = part("paused", HTMLDialogElement);
part("open-briefing", HTMLButtonElement).addEventListener("click", () => briefing.showModal());
briefing.addEventListener("click", (event) => {
  if (event.target === briefing) briefing.close();
});
part("open-stop", HTMLButtonElement).addEventListener("click", () => {
  if (ended) location.assign(main.dataset.debrief ?? "");
  else stop.showModal();
});
stop.addEventListener("close", () => {
  if (stop.returnValue !== "stop") return;
  stop.returnValue = "";
  if (recording) dropSound();
  stopSilence();
  leaving = true;
  if (!working) leave();
});
function leave() {
  if (ended) {
    location.assign(main.dataset.debrief ?? "");
  } else if (!connection.send({ type: "stop" })) {
    leaving = false;
    tell(words.script.reconnecting);
  }
}
part("pause", HTMLButtonElement).addEventListener("click", () => {
  if (recording) dropSound();
  stopSilence();
  silence.pause();
  paused.showModal();
});
paused.addEventListener("close", () => silence.go());

window.addEventListener("beforeunload", (event) => {
  if (connection.unsent) event.preventDefault();
});

say(words.script.connecting);
face.expect(Object.keys(words.looks));
buttons();
