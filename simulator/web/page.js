// The page: what a person does becomes an act; what came of it is shown, played and kept.

import { Alerts } from "./alerts.js";
import { Bubbles } from "./bubbles.js";
import { Conversation, screenOf } from "./conversation.js";
import { fill, history, point } from "./drawer.js";
import { Hearing } from "./hearing.js";
import { Player } from "./player.js";
import { Screen, SIZES, load } from "./screen.js";
import * as settings from "./settings.js";
import { send } from "./talk.js";
import { tools } from "./tools.js";

const byId = (id) => document.getElementById(id);
const STARTS = ["Alexa, open Spasm Guide", "check my back", "my left leg has gone weak", "start my stretches"];
const ANSWERS = ["yes", "no", "not sure", "repeat", "help", "stop"];
const PATIENCE = 8000;

const conversation = new Conversation();
const bubbles = new Bubbles(byId("turns"));
const alerts = new Alerts(byId("alerts"), ring);
const player = new Player(moved, over);
const screen = new Screen(byId("view"), byId("bezel"), (sent, token) => act({ act: "touch", arguments: [...sent], token }, touched(sent)), tallest);
let chosen = -1;
let silence = 0;
let rendering = false;

function tallest() {
  return window.innerWidth <= 900 ? window.innerHeight * 0.36 : Math.min(window.innerHeight * 0.66, 720);
}

function touched(sent) {
  const buttons = screen.directive?.datasources.screen.buttons ?? [];
  const button = buttons.find((each) => each.send.join() === [...sent].join());
  return `(touches “${button ? button.label : [...sent].join(" ")}”)`;
}

async function act(done, heard = null) {
  clearTimeout(silence);
  player.stop();
  const after = player.interrupted;
  if (after !== undefined) done.after = after;
  let told;
  try {
    told = await send(done, settings.world(), conversation.last?.kept ?? null);
  } catch (failure) {
    bubbles.line("note", `${failure.message}. Is “spasm-guide serve” still running?`);
    return;
  }
  conversation.add(done, heard, told);
  bubbles.turn(conversation.turns.at(-1), false);
  settings.allowed(told.allowed);
  alerts.update(told);
  conversation.keep(settings.all());
  choose(conversation.turns.length - 1);
  screen.seek(0);
  await draw();
  const { real, voice, locale } = settings.all();
  player.play(told.score, { real, voice, locale });
  screen.seek(player.position);
  state();
  document.body.dataset.turns = conversation.turns.length;
}

// As on a device: what was shown last stays, also after the session is over.
async function draw() {
  const told = conversation.last;
  const shown = conversation.shown();
  if (!shown) screen.clear();
  else if (told && screenOf(told) === shown) await screen.show(shown);
  else if (!screen.directive) await screen.show(shown);
}

// All of it anew, as after a reload.
async function redraw() {
  player.load(conversation.last?.score ?? []);
  bubbles.clear();
  conversation.turns.forEach((turn) => bubbles.turn(turn, true));
  alerts.update(conversation.last ?? { timers: [], reminders: [] });
  screen.clear();
  screen.at = player.position;
  await size();
  await draw();
  choose(conversation.turns.length - 1);
  conversation.keep(settings.all());
  state();
  document.body.dataset.turns = conversation.turns.length;
}

const size = () => screen.use(byId("device").value === "speaker" ? null : byId("device").value);

async function again(index) {
  const acts = conversation.cut(index);
  try {
    for (const { act: done, heard } of acts) {
      const token = done.act === "touch" ? conversation.shown()?.token ?? done.token : undefined;
      const next = token === undefined ? done : { ...done, token };
      conversation.add(next, heard, await send(next, settings.world(), conversation.last?.kept ?? null));
    }
  } finally {
    await redraw();
  }
}

function choose(index) {
  chosen = index;
  const turn = conversation.turns[index];
  history(conversation.turns, index, choose);
  if (turn) fill(turn.told);
}

function moved(position, total) {
  byId("played").max = Math.max(total, 0.01);
  byId("played").value = position;
  byId("played").setAttribute("aria-valuetext", `${Math.round(position)} of ${Math.round(total)} seconds`);
  point(position, total);
  bubbles.follow(position);
}

function over() {
  screen.seek(player.total);
  state();
}

function ring(said) {
  byId("rings").textContent = said;
  if (said) bubbles.line("note", said);
  byId("bezel").dataset.ringing = alerts.ringing.length ? "yes" : "";
}

function state() {
  const { open, last } = conversation;
  const listening = open && last.turn.listening;
  const now = player.playing ? "speaking" : listening ? "listening" : open ? "waiting" : "closed";
  byId("bezel").dataset.state = now;
  byId("state").textContent = { speaking: "Speaking", listening: "Listening", waiting: "Waiting", closed: "Not open" }[now];
  byId("skip").setAttribute("aria-disabled", String(!player.playing));
  byId("played").disabled = !player.total;
  byId("lacking").hidden = !(screen.size && !rendering);
  swap(byId("answers"), byId("starts"), open);
  clearTimeout(silence);
  if (now === "listening" && byId("quiet").checked) silence = setTimeout(givenUp, PATIENCE);
}

function givenUp() {
  if (byId("words").value.trim()) silence = setTimeout(givenUp, PATIENCE);
  else act({ act: "silence" });
}

// One group of buttons in place of the other; who was on one is not left nowhere.
function swap(first, second, isFirst) {
  const [there, gone] = isFirst ? [first, second] : [second, first];
  const focused = gone.contains(document.activeElement);
  gone.hidden = true;
  there.hidden = false;
  if (focused) there.querySelector("button").focus();
}

function say(words) {
  const [ringing] = alerts.ringing;
  if (ringing && !conversation.open && words.toLowerCase() === "stop") alerts.stop(ringing);
  else act({ act: "say", words }, words);
}

function chips(group, labels, onChoose) {
  group.replaceChildren(
    ...labels.map((words, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      button.onclick = () => onChoose(words, index);
      return button;
    }),
  );
}

async function start() {
  const about = await (await fetch("/about")).json();
  rendering = about.renderer;
  settings.offer(about, SIZES);
  byId("device").value = rendering ? "large" : "speaker";
  chips(byId("answers"), ANSWERS, say);
  const quiet = document.createElement("button");
  Object.assign(quiet, { type: "button", id: "silence", textContent: "Silence", title: "Say nothing until the device gives up waiting" });
  quiet.onclick = () => act({ act: "silence" });
  byId("answers").append(quiet);
  if (rendering) load().catch(() => bubbles.line("note", "The screen's renderer could not be loaded."));
  const kept = conversation.restore();
  if (kept) settings.use(kept);
  await redraw();
  chips(byId("starts"), STARTS, (words, index) => (index ? say(words) : act({ act: "open" }, words)));
}

byId("say").onsubmit = (event) => {
  event.preventDefault();
  const words = byId("words").value.trim();
  byId("words").value = "";
  if (words) say(words);
};
byId("skip").onclick = () => player.playing && player.finish();
byId("played").oninput = (event) => {
  player.seek(Number(event.target.value));
  screen.seek(player.position);
};
byId("device").onchange = async () => {
  await size();
  if (conversation.shown()) await draw();
  conversation.keep(settings.all());
  state();
};
byId("misroute").oninput = settings.dial;
byId("quiet").onchange = state;
byId("settings").onsubmit = (event) => event.preventDefault();
byId("settings").addEventListener("change", () => conversation.keep(settings.all()));
byId("voice-choice").hidden = !("speechSynthesis" in window);
new Hearing(byId("listen"), { locale: () => byId("locale").value, begin: () => player.stop(), heard: say, failed: (why) => bubbles.line("note", why) });
tools({ conversation, settings, chosen: () => chosen, position: () => player.position, again, redraw });

start();
