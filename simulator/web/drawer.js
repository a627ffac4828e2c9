// The developer's drawer: what came in, how it was taken, what decided, what went out.

const byId = (id) => document.getElementById(id);
const plain = (value) =>
  value === null || value === undefined || value === "" ? "–" : typeof value === "object" ? JSON.stringify(value) : String(value);

export function fill({ turn, score, request, response }) {
  const facts = {
    request: turn.request,
    intent: turn.intent,
    slots: turn.slots,
    meaning: turn.meaning,
    "now asking": turn.asking,
    findings: turn.answers,
    tier: turn.tier,
    "deciding rule": turn.rule,
    reasons: turn.reasons,
    "microphone": turn.ended ? "session over" : turn.listening ? "open" : "shut",
    screen: turn.screen?.name,
    directives: turn.directives,
    "speech, estimated": `${turn.seconds} s`,
    handler: `${turn.ms} ms`,
    "response size": `${(JSON.stringify(response).length / 1000).toFixed(1)} kB`,
  };
  byId("facts").replaceChildren(
    ...Object.entries(facts).map(([name, value]) => {
      const box = document.createElement("div");
      const term = document.createElement("dt");
      const detail = document.createElement("dd");
      term.textContent = name;
      detail.textContent = plain(value);
      box.append(term, detail);
      return box;
    }),
  );
  byId("request").textContent = JSON.stringify(request, null, 2);
  byId("response").textContent = JSON.stringify(response, null, 2);
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
