// Plays a score: words by the browser's voice or in silence, pauses as long as they are.

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
    this.stop();
    this.score = score;
    this.total = score.reduce((most, note) => Math.max(most, note.at + note.seconds + note.pause), 0);
    this.position = 0;
    if (!real || !score.length) return this.finish();
    this.playing = true;
    this.voice = voice ? locale : null;
    this.start(0);
  }

  start(index) {
    const note = this.score[index];
    if (!note) return this.finish();
    this.index = index;
    this.began = performance.now();
    this.base = note.at;
    this.speaking = Boolean(this.voice && note.text);
    if (this.speaking) this.speak(note);
    cancelAnimationFrame(this.frame);
    this.tick();
  }

  speak(note) {
    const said = new SpeechSynthesisUtterance(note.text);
    said.lang = this.voice;
    said.rate = note.rate;
    const over = () => {
      if (this.utterance !== said) return;
      this.speaking = false;
      this.base = note.at + note.seconds;
      this.began = performance.now();
    };
    said.onend = over;
    said.onerror = over;
    this.utterance = said;
    speechSynthesis.speak(said);
  }

  tick() {
    if (!this.playing) return;
    const note = this.score[this.index];
    const passed = this.base + (performance.now() - this.began) / 1000;
    const spoken = note.at + note.seconds;
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

  quiet() {
    this.playing = false;
    this.utterance = null;
    cancelAnimationFrame(this.frame);
    if ("speechSynthesis" in window) speechSynthesis.cancel();
  }
}
