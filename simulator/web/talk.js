// The way to the skill: one act at a time, in the order they were made.

const room = crypto.randomUUID ? crypto.randomUUID() : String(Math.random()).slice(2);
let last = Promise.resolve();

export function send(act, settings, more = {}) {
  last = last.catch(() => {}).then(() => post({ act, room, ...settings, ...more }));
  return last;
}

async function post(message) {
  const answer = await fetch("/talk", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(message),
  });
  if (!answer.ok) throw new Error(`The simulator answered ${answer.status}`);
  return answer.json();
}
