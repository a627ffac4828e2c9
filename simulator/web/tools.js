// What can be done with a conversation: kept, shared, run again, made a test of, seen on all devices.

import { asTest } from "./as-test.js";
import { compare } from "./side.js";

const byId = (id) => document.getElementById(id);
const NAME = "conversation.json";

export function tools({ conversation, settings, chosen, position, again, redraw }) {
  const done = (text) => (byId("done").textContent = text);
  const file = () => new File([conversation.file(settings.all())], NAME, { type: "application/json" });
  const on = (id, work) => (byId(id).onclick = async () => {
    try {
      done((await work()) ?? "");
    } catch (failure) {
      if (failure.name !== "AbortError") done(failure.message);
    }
  });

  on("again", async () => {
    const from = chosen();
    if (from < 0) return "Nothing was said yet.";
    await again(from);
    return `Ran again from turn ${from + 1}.`;
  });
  on("test", async () => {
    const text = asTest(conversation.turns, settings.forTest());
    await copy(text);
    return "Copied. It belongs in a folder of tests/conversations.";
  });
  on("compare", async () => {
    const shown = conversation.shown(chosen());
    if (!shown) return "This turn shows no screen; a device with a screen shows one.";
    await compare(byId("beside"), shown, chosen() === conversation.turns.length - 1 ? position() : 0);
  });
  on("save", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file());
    link.download = NAME;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    return `Saved as ${NAME}.`;
  });
  on("share", () => navigator.share({ files: [file()] }));
  byId("share").hidden = !navigator.canShare?.({ files: [file()] });
  on("load", () => byId("file").click());
  byId("file").onchange = async ({ target }) => {
    const [given] = target.files;
    target.value = "";
    if (!given) return;
    try {
      settings.use(conversation.read(await given.text()));
      await redraw();
      done(`Loaded ${given.name}.`);
    } catch (failure) {
      done(failure instanceof SyntaxError ? "This file holds no conversation of this page." : failure.message);
    }
  };
  on("clear", async () => {
    conversation.turns = [];
    await redraw();
  });
}

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  throw new Error("This browser lets nothing be copied.");
}
