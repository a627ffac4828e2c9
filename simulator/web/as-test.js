// A conversation as a file of tests/conversations: what was done, and what must come of it again.

export function asTest(turns, settings) {
  const lines = ["# What this shows, in one sentence.", ...world(settings), ""];
  let known = {};
  let tier = null;
  for (const { act, told } of turns) {
    if (act.after !== undefined) lines.push(`wait: ${act.after.toFixed(1)}`);
    lines.push(done(act));
    const { turn } = told;
    if (turn.meaning && turn.meaning !== "open") lines.push(`meaning: ${turn.meaning}`);
    const fresh = Object.entries(turn.answers).filter(([name, answer]) => known[name] !== answer);
    if (fresh.length) lines.push(`answers: ${fresh.map((each) => each.join("=")).join(" ")}`);
    if (turn.tier !== tier) lines.push(`tier: ${turn.tier ?? "none"}`);
    if (turn.asking) lines.push(`asks: ${turn.asking}`);
    if (turn.ended) lines.push("ended");
    known = turn.answers;
    tier = turn.tier;
  }
  return `${lines.join("\n")}\n`;
}

function world({ locale, device, allowed, scopes, store, misroute }) {
  const lines = [];
  if (locale !== "en-US") lines.push(`locale: ${locale}`);
  if (device !== "speaker") lines.push(`device: ${device}`);
  if (allowed.length < scopes) lines.push("permission: ask");
  if (store !== "fine") lines.push(`# The store was ${store}; here it is fine.`);
  if (misroute) lines.push("# Some phrases were misrouted; here none is.");
  return lines;
}

function done(act) {
  if (act.act === "say") return `you: ${act.words.replace(/\s+/g, " ").toLowerCase()}`;
  if (act.act === "touch") return `touch: ${act.arguments.join(" ")}`;
  return act.act;
}
