// Plays a score: words by the browser's voice or in silence, pauses as long as they are.

// A voice that ends sooner than this share of its time has said nothing: the time is kept without it.
const LEAST = 0.3;
// Seconds within which a voice must have begun.
const SOON = 1.5;

export class Player {
  constructor(onMove, onEnd) {
    this.onMove = onMove;
    this.onEnd = onEnd;
    this.score = [];
    this.total = 0;
    this.playing = false;
    this.position = 0;
  }

  play(score, { real, voice, locale }) {
    this.load(score);
    this.voice = voice ? locale : null;
    if (!real || !score.length) return this.finish();
    this.position = 0;
    this.playing = true;
    this.start(0);
  }

  // As after its end, so that it can be looked at.
  load(score) {
    this.stop();
    this.score = score;
    this.total = score.reduce((most, note) => Math.max(most, note.at + note.seconds + note.pause), 0);
    this.position = this.total;
    this.onMove(this.position, this.total);
  }

  seek(position) {
    const playing = this.playing;
    this.quiet();
    this.position = Math.min(Math.max(position, 0), this.total);
    if (playing) {
      const index = this.score.findIndex((note) => position < note.at + note.seconds + note.pause);
      this.playing = true;
      this.start(index < 0 ? this.score.length : index, this.position);
    }
    this.onMove(this.position, this.total);
  }

  start(index, from) {
    const note = this.score[index];
    if (!note) return this.finish();
    this.index = index;
    this.began = performance.now();
    this.base = from ?? note.at;
    this.speaking = Boolean(this.voice && note.text && from === undefined);
    if (this.speaking) this.speak(note);
    cancelAnimationFrame(this.frame);
    this.tick();
  }

  speak(note) {
    const said = new SpeechSynthesisUtterance(note.text);
    said.lang = this.voice;
    said.rate = note.rate;
    const asked = performance.now();
    const over = () => {
      if (this.utterance !== said) return;
      this.speaking = false;
      if (performance.now() - asked < 1000 * LEAST * note.seconds) return;
      this.base = note.at + note.seconds;
      this.began = performance.now();
    };
    said.onstart = () => (this.heard = said);
    said.onend = over;
    said.onerror = over;
    this.utterance = said;
    speechSynthesis.speak(said);
  }

  tick() {
    if (!this.playing) return;
    const note = this.score[this.index];
    const gone = (performance.now() - this.began) / 1000;
    const passed = this.base + gone;
    const spoken = note.at + note.seconds;
    if (this.speaking && this.heard !== this.utterance && gone > SOON) this.speaking = false;
    this.position = this.speaking ? Math.min(passed, spoken) : passed;
    if (!this.speaking && passed >= spoken + note.pause) return this.start(this.index + 1);
    this.onMove(this.position, this.total);
    this.frame = requestAnimationFrame(() => this.tick());
  }

  finish() {
    this.quiet();
    this.position = this.total;
    this.onMove(this.position, this.total);
    this.onEnd();
  }

  stop() {
    this.quiet();
    return this.position;
  }

  // The moment in what is said at which it is interrupted, if it is.
  get interrupted() {
    return this.position < this.total - 0.05 ? this.position : undefined;
  }

  quiet() {
    this.playing = false;
    this.utterance = null;
    cancelAnimationFrame(this.frame);
    if ("speechSynthesis" in window) speechSynthesis.cancel();
  }
}
