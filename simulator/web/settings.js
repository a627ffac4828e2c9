// How the world is to be, as the controls say it; and the controls, as the world turned out.

const byId = (id) => document.getElementById(id);
const LANGUAGES = { "en-US": "English (US)", "en-GB": "English (UK)", "en-CA": "English (Canada)", "en-AU": "English (Australia)", "en-IN": "English (India)" };
const FLAGS = ["real", "voice", "quiet"];
let scopes = {};

export function offer(about, sizes) {
  scopes = about.scopes;
  choices(byId("device"), [...Object.entries(sizes).map(([size, { name }]) => [size, name]), ["speaker", "Echo Dot, no screen"]]);
  choices(byId("locale"), about.locales.map((each) => [each, LANGUAGES[each] ?? each]));
  choices(byId("store"), about.stores.map((each) => [each, each]));
}

function choices(select, entries) {
  select.replaceChildren(...entries.map(([value, text]) => new Option(text, value)));
}

// What goes to the skill with every act.
export function world() {
  return {
    locale: byId("locale").value,
    device: byId("device").value === "speaker" ? "speaker" : "show",
    store: byId("store").value,
    allowed: Object.entries(scopes).filter(([name]) => byId(name).checked).map(([, scope]) => scope),
    misroute: Number(byId("misroute").value) / 100,
  };
}

export const forTest = () => ({ ...world(), scopes: Object.keys(scopes).length });

// All of it, to be kept with a conversation.
export function all() {
  const flags = Object.fromEntries(FLAGS.map((name) => [name, byId(name).checked]));
  return { ...world(), size: byId("device").value, ...flags };
}

export function use(kept) {
  for (const [id, value] of [["device", kept.size], ["locale", kept.locale], ["store", kept.store]]) {
    if ([...byId(id).options].some((option) => option.value === value)) byId(id).value = value;
  }
  FLAGS.forEach((name) => { if (typeof kept[name] === "boolean") byId(name).checked = kept[name]; });
  if (Array.isArray(kept.allowed)) allowed(kept.allowed);
  if (Number.isFinite(kept.misroute)) byId("misroute").value = 100 * kept.misroute;
  dial();
}

// What the person allowed or took back by word of mouth shows at the switches, too.
export function allowed(granted) {
  Object.entries(scopes).forEach(([name, scope]) => (byId(name).checked = granted.includes(scope)));
}

export function dial() {
  byId("misrouted").textContent = `${byId("misroute").value} %`;
}
