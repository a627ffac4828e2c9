// The way to the skill: one act at a time, in the order they were made.

let last = Promise.resolve();

export function send(act, settings, kept) {
  last = last.catch(() => {}).then(() => post({ ...act, ...settings, kept }));
  return last;
}

export const rang = (alert) => post({ act: "rang", alert });

async function post(message) {
  const answer = await fetch("/talk", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(message),
  });
  if (!answer.ok) throw new Error(`The simulator answered ${answer.status}`);
  return answer.json();
}
