// Decides cases with Cedar itself, as WebAssembly: node cedar-decide.mjs FILE
// FILE has a case a line: {"policies": {ID: TEXT or JSON, …}, "entities": […], "request": {…}}. The answer has a line for each,
// in the same order: the decision, its reasons, the policies that erred, and with --json the policies in Cedar's own JSON.
import { readFileSync } from 'node:fs';
import { isAuthorized, policyToJson } from '@cedar-policy/cedar-wasm/nodejs';

const [file, flag] = process.argv.slice(2);

const asJson = policy => {
  const answer = policyToJson(policy);
  if (answer.type !== 'success') throw new Error(answer.errors[0].message);
  return answer.json;
};

const decide = ({ policies, entities, request }) => {
  const answer = isAuthorized({ ...request, entities, policies: { staticPolicies: policies } });
  if (answer.type !== 'success') throw new Error(answer.errors[0].message);
  const { decision, diagnostics } = answer.response;
  return {
    decision,
    reasons: diagnostics.reason,
    errors: diagnostics.errors.map(error => error.policyId),
    policies: flag === '--json' ? Object.fromEntries(Object.entries(policies).map(([id, policy]) => [id, asJson(policy)])) : undefined,
  };
};

for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  try {
    console.log(JSON.stringify(decide(JSON.parse(line))));
  } catch (error) {
    console.error(`${error.message}\n${line}`);
    process.exit(1);
  }
}
