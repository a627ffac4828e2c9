import { fill, point } from "./drawer.js";
import { Player } from "./player.js";
import { Screen, SIZES, load } from "./screen.js";
import { send } from "./talk.js";

const byId = (id) => document.getElementById(id);
const STARTS = ["Alexa, open Spasm Guide", "check my back", "my left leg has gone weak", "start my stretches"];
const LANGUAGES = { "en-US": "English (US)", "en-GB": "English (UK)", "en-CA": "English (Canada)", "en-AU": "English (Australia)", "en-IN": "English (India)" };
const TIERS = { SELF_CARE: "#4c9a6f", SOON: "#c99700", URGENT: "#d9682b", EMERGENCY: "#b3261e" };

let open = false;
let listening = false;
let bubble = null;
let turns = 0;

const player = new Player(
  (position, total) => {
    byId("played").value = total ? position / total : 0;
    point(position, total);
    follow(position);
  },
  () => {
    byId("skip").disabled = true;
    screen.seek(player.total);
    state();
  },
);
const screen = new Screen(byId("view"), byId("bezel"), (sent, token) => act("touch", { arguments: sent, token }, touched(sent)));

function touched(sent) {
  const buttons = screen.directive?.datasources.screen.buttons ?? [];
  const button = buttons.find((each) => each.send.join() === [...sent].join());
  return `(touches “${button ? button.label : [...sent].join(" ")}”)`;
}

function settings() {
  const device = byId("device").value;
  return { locale: byId("locale").value, device: device === "speaker" ? "speaker" : "show" };
}

async function act(kind, more = {}, heard = null) {
  const after = player.stop();
  if (heard) line("you", heard);
  let told;
  try {
    told = await send(kind, settings(), { after, ...more });
  } catch (failure) {
    line("note", `${failure.message}. Is “spasm-guide serve” still running?`);
    return;
  }
  const { turn, score, response } = told;
  if (kind === "silence") line("note", turn.ended ? "Nothing was said: the session is over." : "Nothing was said.");
  open = !turn.ended;
  listening = turn.listening;
  bubble = turn.speech ? speech(score, turn) : null;
  verdict(turn, kind);
  told.alerts.forEach((alert) => line("note", alert));
  told.faults.forEach((fault) => line("note", `The skill failed: ${JSON.stringify(fault)}`));
  fill(told);
  byId("silence").disabled = !open;
  byId("starts").hidden = open;
  const shown = (response.response?.directives ?? []).find((each) => each.type === "Alexa.Presentation.APL.RenderDocument");
  screen.seek(0);
  if (shown) await screen.show(shown);
  byId("skip").disabled = false;
  player.play(score, { real: byId("real").checked, voice: byId("voice").checked, locale: byId("locale").value });
  screen.seek(player.position);
  state();
  document.body.dataset.turns = ++turns;
}

function line(kind, text) {
  const item = document.createElement("li");
  item.className = kind;
  item.textContent = text;
  byId("turns").append(item);
  item.scrollIntoView({ block: "nearest" });
  return item;
}

function speech(score, turn) {
  const item = line("alexa", "");
  score.filter((note) => note.text).forEach((note) => {
    const span = document.createElement("span");
    span.textContent = `${note.text} `;
    span.dataset.at = note.at;
    item.append(span);
  });
  if (!item.childElementCount) item.textContent = turn.speech;
  byId("turns").scrollTop = byId("turns").scrollHeight;
  return item;
}

function follow(position) {
  bubble?.querySelectorAll("span:not(.said)").forEach((span) => {
    if (Number(span.dataset.at) <= position + 0.01) span.className = "said";
  });
}

let spokenTier = null;
function verdict(turn, kind) {
  if (kind === "open" || !turn.tier) spokenTier = turn.tier;
  if (turn.tier && turn.tier !== spokenTier) {
    const item = line("verdict", "");
    const tier = document.createElement("b");
    tier.textContent = turn.card ? turn.card.title : turn.tier;
    item.style.setProperty("--tier", TIERS[turn.tier]);
    item.append(tier, `Tier ${turn.tier}, by rule ${turn.rule}`);
    spokenTier = turn.tier;
  }
}

function state() {
  const now = player.playing ? "speaking" : listening && open ? "listening" : open ? "waiting" : "closed";
  byId("bezel").dataset.state = now;
  if (now === "closed" && !player.playing) screen.clear();
  byId("state").textContent = { speaking: "Speaking", listening: "Listening", waiting: "Waiting", closed: "Not open" }[now];
}

async function change() {
  player.stop();
  open = listening = false;
  await screen.use(byId("device").value === "speaker" ? null : byId("device").value);
  byId("lacking").hidden = !(screen.size && !rendering);
  byId("silence").disabled = true;
  byId("starts").hidden = false;
  state();
}

function choices(select, entries) {
  select.replaceChildren(...entries.map(([value, text]) => new Option(text, value)));
}

let rendering = false;
async function start() {
  const about = await (await fetch("/about")).json();
  rendering = about.renderer;
  choices(byId("device"), [...Object.entries(SIZES).map(([size, { name }]) => [size, name]), ["speaker", "Echo Dot, no screen"]]);
  choices(byId("locale"), about.locales.map((each) => [each, LANGUAGES[each] ?? each]));
  byId("device").value = rendering ? "large" : "speaker";
  byId("starts").replaceChildren(
    ...STARTS.map((words, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      button.onclick = () => (index ? act("say", { words }, words) : act("open", {}, words));
      return button;
    }),
  );
  if (rendering) load().catch(() => line("note", "The screen's renderer could not be loaded."));
  await change();
}

byId("say").onsubmit = (event) => {
  event.preventDefault();
  const words = byId("words").value.trim();
  byId("words").value = "";
  if (words) act("say", { words }, words);
};
window.addEventListener("seek", (event) => screen.seek(event.detail));
byId("silence").onclick = () => act("silence");
byId("skip").onclick = () => player.finish();
byId("device").onchange = change;
byId("locale").onchange = change;
byId("settings").onsubmit = (event) => event.preventDefault();
byId("voice-choice").hidden = !("speechSynthesis" in window);

const Hearing = window.SpeechRecognition ?? window.webkitSpeechRecognition;
byId("listen").hidden = !Hearing;
byId("listen").onclick = () => {
  const hearing = new Hearing();
  hearing.lang = byId("locale").value;
  hearing.onresult = (event) => {
    const words = event.results[0][0].transcript;
    act("say", { words }, words);
  };
  hearing.onerror = (event) => line("note", `The browser did not hear you (${event.error}).`);
  player.stop();
  hearing.start();
};

start();
