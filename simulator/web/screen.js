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

export class Screen {
  constructor(view, bezel, onTouch) {
    this.view = view;
    this.bezel = bezel;
    this.onTouch = onTouch;
    this.size = null;
    this.directive = null;
    new ResizeObserver(() => this.fit()).observe(bezel);
  }

  async use(size) {
    this.size = size ? SIZES[size] : null;
    this.bezel.dataset.shape = !this.size ? "speaker" : this.size.round ? "round" : "rectangle";
    this.clear();
    this.fit();
  }

  clear() {
    this.directive = null;
    this.renderer?.destroy();
    this.renderer = null;
    this.view.replaceChildren();
  }

  async show(directive) {
    if (!this.size || !engine) return;
    const { width, height, round } = this.size;
    await engine;
    this.clear();
    this.directive = directive;
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
    this.seek(this.at ?? 0);
  }

  // The picture follows the voice, also where that is skipped or slower than it was thought.
  seek(seconds) {
    this.at = seconds;
    if (this.renderer) this.renderer.startTime = Date.now() - 1000 * seconds;
  }

  fit() {
    if (!this.size) return;
    const room = this.bezel.clientWidth - 32;
    const tallest = Math.min(window.innerHeight * 0.66, 720);
    const scale = Math.min(room / this.size.width, tallest / this.size.height);
    this.view.style.width = `${this.size.width * scale}px`;
    this.view.style.height = `${this.size.height * scale}px`;
    const frame = this.view.firstElementChild;
    if (frame) frame.style.transform = `scale(${scale})`;
    if (frame) frame.style.transformOrigin = "0 0";
  }
}
