// What was said, as it is read: words appear as they are spoken.

const TIERS = new Set(["SELF_CARE", "SOON", "URGENT", "EMERGENCY"]);

export class Bubbles {
  constructor(list) {
    this.list = list;
    this.tier = null;
    this.current = null;
  }

  clear() {
    this.list.replaceChildren();
    this.tier = this.current = null;
  }

  line(kind, text) {
    const item = document.createElement("li");
    item.className = kind;
    item.textContent = text;
    this.list.append(item);
    this.toEnd();
    return item;
  }

  // One turn, whole; `said`: its words are not to be waited for.
  turn({ act, heard, told }, said) {
    const { turn, score, faults } = told;
    if (heard) this.line("you", heard);
    if (act.act === "silence") this.line("note", turn.ended ? "Nothing was said: the session is over." : "Nothing was said.");
    this.current = turn.speech ? this.speech(score, turn) : null;
    this.verdict(turn, act.act);
    (turn.alerts ?? []).forEach((alert) => this.line("note", `Set: ${alert}`));
    faults.forEach((fault) => this.line("note", `The skill failed: ${JSON.stringify(fault)}`));
    if (said) this.follow(Infinity);
    this.toEnd();
  }

  speech(score, turn) {
    const item = this.line("alexa", "");
    score.filter((note) => note.text).forEach((note) => {
      const span = document.createElement("span");
      span.textContent = `${note.text} `;
      span.dataset.at = note.at;
      item.append(span);
    });
    // What Alexa adds herself is in no score.
    const written = score.map((note) => note.text).join(" ");
    if (!item.childElementCount) item.textContent = turn.speech;
    else if (turn.speech.length > written.length + 12) item.append(turn.speech.slice(written.length));
    return item;
  }

  follow(position) {
    this.current?.querySelectorAll("span").forEach((span) => {
      span.className = Number(span.dataset.at) <= position + 0.01 ? "said" : "";
    });
  }

  verdict(turn, act) {
    if (act === "open" || !turn.tier) this.tier = turn.tier;
    if (!turn.tier || turn.tier === this.tier) return;
    const item = this.line("verdict", "");
    const name = document.createElement("b");
    name.textContent = turn.card ? turn.card.title : turn.tier;
    item.dataset.tier = TIERS.has(turn.tier) ? turn.tier : "";
    item.append(name, `Tier ${turn.tier}, by rule ${turn.rule}`);
    this.tier = turn.tier;
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
  }
}
