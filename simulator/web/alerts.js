// Timers and reminders that are set: they count down, and ring until they are stopped.

import { rang } from "./talk.js";

const LONGEST_RINGING = 60_000;

export class Alerts {
  constructor(list, onRing) {
    this.list = list;
    this.onRing = onRing;
    this.set = new Map();
    setInterval(() => this.tick(), 500);
  }

  // What the skill has set by now; those that it took back are gone.
  update({ timers, reminders }) {
    const now = [...timers.map(timer), ...reminders.map(reminder)];
    const names = new Set(now.map((each) => each.id));
    [...this.set.values()].filter((each) => !names.has(each.id)).forEach((each) => this.remove(each));
    now.filter((each) => !this.set.has(each.id)).forEach((each) => this.add(each));
  }

  add(alert) {
    const item = document.createElement("li");
    const words = document.createElement("span");
    const button = document.createElement("button");
    button.type = "button";
    button.onclick = () => (alert.ringing ? this.stop(alert) : this.ring(alert));
    item.append(words, button);
    this.list.append(item);
    this.set.set(alert.id, Object.assign(alert, { item, words, button, ringing: 0 }));
    this.tick();
  }

  tick() {
    for (const alert of this.set.values()) {
      const left = alert.due - Date.now();
      if (!alert.ringing && left <= 0) this.ring(alert);
      if (alert.ringing && Date.now() - alert.ringing > LONGEST_RINGING) this.stop(alert);
      const said = alert.ringing ? `${alert.name} rings` : `${alert.name}: ${clock(left)}`;
      if (alert.words.textContent !== said) alert.words.textContent = said;
      const does = alert.ringing ? "Stop it" : "Ring now";
      if (alert.button.textContent !== does) alert.button.textContent = does;
    }
  }

  get ringing() {
    return [...this.set.values()].filter((alert) => alert.ringing);
  }

  ring(alert) {
    alert.ringing = Date.now();
    alert.sound = bell();
    alert.item.className = "ringing";
    this.onRing(`${alert.name} rings.`);
    this.tick();
  }

  async stop(alert) {
    this.remove(alert);
    this.update(await rang(alert.id));
  }

  remove(alert) {
    clearInterval(alert.sound);
    const focused = alert.item.contains(document.activeElement);
    alert.item.remove();
    sessionStorage.removeItem(`due ${alert.id}`);
    this.set.delete(alert.id);
    if (focused) document.getElementById("words").focus();
    this.onRing("");
  }
}

function timer({ id, duration, timerLabel }) {
  const [, hours, minutes, seconds] = /PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?/.exec(duration).map((part) => Number(part ?? 0));
  return { id, name: `Timer “${timerLabel}”`, due: kept(id, Date.now() + 1000 * (3600 * hours + 60 * minutes + seconds)) };
}

function reminder({ alertToken, trigger, alertInfo }) {
  return { id: alertToken, name: `Reminder “${alertInfo.spokenInfo.content[0].text}”`, due: kept(alertToken, Date.parse(trigger.scheduledTime)) };
}

// A reload does not wind a timer up again.
function kept(id, due) {
  const known = sessionStorage.getItem(`due ${id}`);
  if (known && Number(known) > Date.now()) return Number(known);
  sessionStorage.setItem(`due ${id}`, due);
  return due;
}

function clock(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function bell() {
  const Context = window.AudioContext;
  if (!Context) return null;
  const context = new Context();
  const strike = () => {
    const [tone, loud] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = 880;
    loud.gain.setValueAtTime(0.15, context.currentTime);
    loud.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.8);
    tone.connect(loud).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + 0.8);
  };
  strike();
  return setInterval(strike, 1200);
}
