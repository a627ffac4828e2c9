// The same answer on every device, side by side.

import { Screen, SIZES } from "./screen.js";

export async function compare(dialog, directive, at) {
  const places = Object.entries(SIZES).map(([size, { name }]) => [size, place(name)]);
  dialog.querySelector("#devices").replaceChildren(...places.map(([, { figure }]) => figure));
  dialog.showModal();
  const screens = [];
  for (const [size, { bezel, view }] of places) {
    const screen = new Screen(view, bezel, () => {}, () => 300);
    screens.push(screen);
    await screen.use(size);
    await screen.show(directive);
    screen.seek(at);
  }
  dialog.addEventListener("close", () => screens.forEach((screen) => screen.clear()), { once: true });
}

function place(name) {
  const [figure, bezel, view, caption] = ["figure", "div", "div", "figcaption"].map((kind) => document.createElement(kind));
  bezel.className = "bezel";
  view.className = "view";
  // To be looked at, not touched.
  view.inert = true;
  caption.textContent = name;
  bezel.append(view);
  figure.append(bezel, caption);
  return { figure, bezel, view };
}
