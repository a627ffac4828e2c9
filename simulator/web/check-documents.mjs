// Reads APL documents as one JSON object by name, and prints what Amazon's suggester finds in them.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const { StaticAplTemplateValidator } = createRequire(import.meta.url)("apl-suggester");
const documents = JSON.parse(await text(process.stdin));
const validator = new StaticAplTemplateValidator();
const found = {};
for (const [name, document] of Object.entries(documents)) {
  found[name] = await validator.validate(document);
}
console.log(JSON.stringify(found));
