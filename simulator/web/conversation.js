// A conversation: every act and what came of it. It outlives a reload, and can be kept as a file.

const FORMAT = "spasm-guide conversation 1";
const KEY = "conversation";

export class Conversation {
  turns = [];

  get last() {
    return this.turns.at(-1)?.told ?? null;
  }

  get open() {
    return Boolean(this.last && !this.last.turn.ended);
  }

  // Where the device stood before the turn.
  before(index) {
    return index > 0 ? this.turns[index - 1].told.kept : null;
  }

  add(act, heard, told) {
    this.turns.push({ act, heard, told });
  }

  // The acts from a turn on; they are to be done again.
  cut(index) {
    return this.turns.splice(index);
  }

  // The screen that is there after a turn: a device keeps it until another comes or the session opens anew.
  shown(index = this.turns.length - 1) {
    for (let at = index; at >= 0; at--) {
      const found = screenOf(this.turns[at].told);
      if (found) return found;
      if (this.turns[at].told.turn.ended) return null;
    }
    return null;
  }

  file(settings) {
    return JSON.stringify({ format: FORMAT, settings, turns: this.turns });
  }

  // Throws for what is no conversation; returns the settings it was held with.
  read(text) {
    const found = JSON.parse(text);
    const sound = found?.format === FORMAT && Array.isArray(found.turns) && found.turns.every((each) => each.act?.act && each.told?.turn && each.told.kept);
    if (!sound) throw new Error("This file holds no conversation of this page.");
    this.turns = found.turns;
    return found.settings ?? {};
  }

  keep(settings) {
    for (let full = 0; full <= this.turns.length; full += 8) {
      try {
        sessionStorage.setItem(KEY, this.slim(full).file(settings));
        return;
      } catch {
        // Too much for the browser: the oldest turns go without their screens.
      }
    }
  }

  slim(count) {
    const other = new Conversation();
    other.turns = this.turns.map((each, index) => (index < count ? { ...each, told: { ...each.told, response: {}, request: {} } } : each));
    return other;
  }

  restore() {
    const kept = sessionStorage.getItem(KEY);
    try {
      return kept ? this.read(kept) : null;
    } catch {
      sessionStorage.removeItem(KEY);
      return null;
    }
  }
}

export function screenOf(told) {
  return (told.response?.response?.directives ?? []).find((each) => each.type === "Alexa.Presentation.APL.RenderDocument") ?? null;
}
