// The developer's drawer: each turn, what came in, how it was taken and why, what went out.

const byId = (id) => document.getElementById(id);
const WIDE = 60;

function plain(value) {
  if (value === null || value === undefined || value === "") return "–";
  if (Array.isArray(value)) return value.map(plain).join(", ") || "–";
  if (typeof value !== "object") return String(value);
  return Object.entries(value).map(([name, each]) => `${name}: ${each && typeof each === "object" ? JSON.stringify(each) : each}`).join(", ") || "–";
}

export function history(turns, chosen, choose) {
  byId("history").replaceChildren(
    ...turns.map(({ heard, act, told }, index) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-current", String(index === chosen));
      button.append(piece("b", heard ?? `(${act.act})`), piece("span", [told.turn.meaning, told.turn.asking].filter(Boolean).join(" → ") || "–"));
      button.onclick = () => choose(index);
      item.append(button);
      return item;
    }),
  );
  toChosen();
}

// Within its own list: the page stays where it is.
function toChosen() {
  const list = byId("history");
  const item = list.querySelector("[aria-current=true]")?.parentElement;
  if (item) list.scrollTop = item.offsetTop - list.offsetTop - list.clientHeight / 2;
}
byId("drawer").addEventListener("toggle", toChosen);

export function fill({ turn, score, request, response, why, kept }) {
  facts("facts", {
    request: turn.request,
    intent: turn.intent,
    slots: turn.slots,
    meaning: turn.meaning,
    "now asking": turn.asking,
    findings: turn.answers,
    tier: turn.tier,
    "deciding rule": turn.rule,
    reasons: turn.reasons,
    microphone: turn.ended ? "session over" : turn.listening ? "open" : "shut",
    screen: turn.screen?.name,
    directives: turn.directives,
    "speech, estimated": `${turn.seconds.toFixed(1)} s`,
    handler: `${turn.ms} ms`,
    "response size": `${(JSON.stringify(response).length / 1000).toFixed(1)} kB`,
  });
  facts("why", reasons(why));
  byId("request").textContent = JSON.stringify(request, null, 2);
  byId("response").textContent = JSON.stringify(response, null, 2);
  byId("session").textContent = JSON.stringify(kept.session?.attributes ?? null, null, 2);
  notes(score);
}

function reasons(why) {
  if (!why) return { "decided by": "nothing was said" };
  const { by, words, asking, heard, scores = {}, ...more } = why;
  const heads = Object.entries(scores).map(([head, found]) => [`${head}, by the model`, found.map(([label, share]) => `${label} ${share.toFixed(2)}`).join(" · ")]);
  return { "decided by": by, "words read": words, "open question": asking, heard, ...Object.fromEntries(heads), ...more };
}

function facts(id, entries) {
  byId(id).replaceChildren(
    ...Object.entries(entries).map(([name, value]) => {
      const box = document.createElement("div");
      const said = plain(value);
      box.className = said.length > WIDE ? "wide" : "";
      box.append(piece("dt", name), piece("dd", said));
      return box;
    }),
  );
}

function piece(kind, text) {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
}

function notes(score) {
  const total = score.reduce((most, note) => Math.max(most, note.at + note.seconds + note.pause), 0) || 1;
  byId("notes").replaceChildren(
    ...score.map((note) => {
      const bar = document.createElement("i");
      bar.style.left = `${(100 * note.at) / total}%`;
      bar.style.width = `${(100 * note.seconds) / total}%`;
      bar.title = `${note.at.toFixed(1)} s: ${note.text}`;
      return bar;
    }),
  );
}

export function point(position, total) {
  byId("playhead").style.left = `${total ? (100 * position) / total : 0}%`;
}
