// The Echo Show's screen, drawn by Amazon's own renderer.

const DP = 160;
let engine;

export const SIZES = {
  large: { name: "Echo Show 8 or 10", width: 1280, height: 800 },
  small: { name: "Echo Show 5", width: 960, height: 480 },
  medium: { name: "Echo Show 7 inch", width: 1024, height: 600 },
  xlarge: { name: "Echo Show 15", width: 1920, height: 1080 },
  portrait: { name: "Echo Show 15, upright", width: 1080, height: 1920 },
  round: { name: "Echo Spot, round", width: 480, height: 480, round: true },
};

// The engine tells only those who ask before it has started: so it is asked as it is loaded.
export function load() {
  engine = new Promise((ready, failed) => {
    // Where its logger looks for its level: it would warn of every half pixel.
    localStorage.setItem("loglevel", "ERROR");
    const script = document.createElement("script");
    script.src = "/renderer.js";
    script.charset = "utf-8";
    script.onerror = failed;
    script.onload = () => {
      const started = window.Module && window.Module.calledRun;
      Promise.all([fonts(), started || window.AplRenderer.initEngine()]).then(ready, failed);
    };
    document.head.append(script);
  });
  return engine;
}

// In place of the device's typeface, which the renderer would fetch from elsewhere: one that is near it.
const WEIGHTS = [300, 400, 500, 600, 700];

function fonts() {
  const style = document.createElement("style");
  style.textContent = WEIGHTS
    .map((weight) => `@font-face{font-family:"amazon-ember-display";font-weight:${weight};src:url("/typeface/${weight}.woff2")}`)
    .join("\n");
  document.head.append(style);
  const loaded = WEIGHTS.map((weight) => document.fonts.load(`${weight} 20px "amazon-ember-display"`));
  return Promise.allSettled(loaded);
}

const TEXT = 8;
const TOUCH = 9;
const PRESSED = 0;

const texts = (component) =>
  component.component.getType() === TEXT ? [component.container.textContent.trim()].filter(Boolean) : component.children.flatMap(texts);

// What can be touched is a button to a keyboard and to a screen reader as well.
function reachable(component) {
  if (component.component.getType() === TOUCH) {
    const button = component.container;
    button.setAttribute("role", "button");
    button.setAttribute("aria-label", texts(component).join(", "));
    button.tabIndex = 0;
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation(); // or the renderer, which listens further out, presses it again
      component.update(PRESSED, 1);
    });
    return;
  }
  component.children.forEach(reachable);
}

export class Screen {
  constructor(view, bezel, onTouch = () => {}, tallest = () => Math.min(window.innerHeight * 0.66, 720)) {
    this.view = view;
    this.bezel = bezel;
    this.onTouch = onTouch;
    this.tallest = tallest;
    this.size = null;
    this.directive = null;
    new ResizeObserver(() => this.fit()).observe(bezel);
  }

  // Another size shows the same again: a device's picture does not change what was said.
  async use(size) {
    this.size = size ? SIZES[size] : null;
    this.bezel.dataset.shape = !this.size ? "speaker" : this.size.round ? "round" : "rectangle";
    const directive = this.directive;
    this.clear();
    this.fit();
    this.directive = directive;
    if (directive && this.size) await this.show(directive);
  }

  clear() {
    this.directive = null;
    this.bezel.dataset.drawn = "";
    this.renderer?.destroy();
    this.renderer = null;
    this.view.replaceChildren();
  }

  async show(directive) {
    if (!this.size || !engine) {
      this.directive = directive;
      return;
    }
    const { width, height, round } = this.size;
    await engine;
    const focused = this.view.contains(document.activeElement);
    this.clear();
    this.directive = directive;
    this.bezel.dataset.drawn = "yes";
    const frame = document.createElement("div");
    frame.className = "frame";
    frame.style.width = `${width}px`;
    frame.style.height = `${height}px`;
    this.view.append(frame);
    this.fit();
    const content = window.AplRenderer.Content.create(JSON.stringify(directive.document));
    content.addData("payload", JSON.stringify(directive.datasources));
    this.renderer = window.AplRenderer.default.create({
      content,
      view: frame,
      environment: { agentName: "spasm-guide", agentVersion: "1", allowOpenUrl: false, disallowVideo: true },
      viewport: { width, height, dpi: DP, isRound: Boolean(round) },
      theme: "dark",
      mode: "HUB",
      developerToolOptions: { mappingKeys: ["id"], writeKeys: [] },
      utcTime: Date.now(),
      localTimeAdjustment: 0,
      onSendEvent: (event) => this.onTouch(event.arguments, directive.token),
    });
    await this.renderer.init();
    reachable(this.renderer.top);
    if (focused) this.view.querySelector("[role=button]")?.focus();
    this.seek(this.at ?? 0);
  }

  // The picture follows the voice, also where that is skipped or slower than it was thought.
  seek(seconds) {
    this.at = seconds;
    if (this.renderer) this.renderer.startTime = Date.now() - 1000 * seconds;
  }

  fit() {
    if (!this.size) return;
    const room = this.bezel.clientWidth - 2 * parseFloat(getComputedStyle(this.bezel).paddingLeft);
    const scale = Math.min(room / this.size.width, this.tallest() / this.size.height);
    this.view.style.width = `${this.size.width * scale}px`;
    this.view.style.height = `${this.size.height * scale}px`;
    const frame = this.view.firstElementChild;
    if (frame) frame.style.transform = `scale(${scale})`;
    if (frame) frame.style.transformOrigin = "0 0";
  }
}
