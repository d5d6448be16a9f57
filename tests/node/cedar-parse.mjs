// Says of texts whether Cedar itself, as WebAssembly, can read them as policies and templates: node cedar-parse.mjs FILE
// FILE has a text a line, as a JSON string; the answer has a line for each, null or the first error, in the same order.
import { readFileSync } from 'node:fs';
import { policySetTextToParts } from '@cedar-policy/cedar-wasm/nodejs';

for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const answer = policySetTextToParts(JSON.parse(line));
  console.log(JSON.stringify(answer.type === 'success' ? null : answer.errors[0].message));
}
