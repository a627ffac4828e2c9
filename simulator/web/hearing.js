// The browser's own ears, where it has some.

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

export class Hearing {
  constructor(button, { locale, begin, heard, failed }) {
    this.button = button;
    button.hidden = !Recognition;
    button.onclick = () => (this.listening ? this.listening.abort() : this.listen(locale(), begin, heard, failed));
  }

  listen(locale, begin, heard, failed) {
    begin();
    const listening = new Recognition();
    this.listening = listening;
    listening.lang = locale;
    listening.onresult = (event) => heard(event.results[0][0].transcript);
    listening.onerror = (event) => event.error !== "aborted" && failed(`The browser did not hear you (${event.error}).`);
    listening.onend = () => this.show(null);
    this.show(listening);
    listening.start();
  }

  show(listening) {
    this.listening = listening;
    this.button.textContent = listening ? "Cancel" : "Speak";
    this.button.setAttribute("aria-pressed", String(Boolean(listening)));
    document.getElementById("words").placeholder = listening ? "Listening…" : "Say something";
  }
}
