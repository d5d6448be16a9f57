// How fast Cedar itself, as WebAssembly, decides: node cedar-rate.mjs FILE ROUNDS
// FILE is {"policies": TEXT, "questions": [{"principal", "action", "resource", "context", "entities"}, …]}. The policies are parsed
// once; a question crosses into WebAssembly with its entities each time it is decided, as it must. The answer is one line: every
// response, and for each round how many decisions there are in a second of the processor's work.
import { readFileSync } from 'node:fs';
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';

const [file, rounds] = process.argv.slice(2);
const { policies, questions } = JSON.parse(readFileSync(file, 'utf8'));
const parsed = preparsePolicySet('policies', { staticPolicies: policies });
if (parsed.type !== 'success') throw new Error(parsed.errors[0].message);
const calls = questions.map(question => ({ ...question, preparsedPolicySetId: 'policies' }));

const decide = call => {
  const answer = statefulIsAuthorized(call);
  if (answer.type !== 'success') throw new Error(answer.errors[0].message);
  const { decision, diagnostics } = answer.response;
  return { decision, reasons: diagnostics.reason, errors: diagnostics.errors.map(error => error.policyId) };
};

const rate = () => {
  const before = process.cpuUsage();
  calls.forEach(call => statefulIsAuthorized(call));
  const { user, system } = process.cpuUsage(before);
  return calls.length / ((user + system) / 1e6);
};

// Deciding them all once lets the runtime compile what is hot.
const responses = calls.map(decide);
console.log(JSON.stringify({ responses, perSecond: Array.from({ length: Number(rounds) }, rate) }));
