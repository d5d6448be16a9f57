// Checks contracts/schemas and contracts/examples with ajv, which shares no code with us.
// Each schema compiles in strict mode, each example is valid by its schema, and each broken variant is refused.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const contracts = fileURLToPath(new URL('../../contracts/', import.meta.url));
const read = path => JSON.parse(readFileSync(contracts + path, 'utf8'));
const suffix = '.v1.schema.json';
const names = readdirSync(contracts + 'schemas').filter(f => f.endsWith(suffix)).map(f => f.slice(0, -suffix.length));

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);

const failures = [];
const say = text => failures.push(text);
const validators = Object.fromEntries(names.map(name => [name, ajv.compile(read(`schemas/${name}${suffix}`))]));

for (const [name, valid] of Object.entries(validators)) {
  if (!valid(read(`examples/${name}.json`)))
    say(`${name}: the example is refused: ${ajv.errorsText(valid.errors)}`);
}

// What the reader refuses (see WireReaderTests), the schema refuses too, and the other way round for unknown fields.
const variants = read('../tests/InfoShare.Tests/Contracts/variants.json');
for (const { what, name, at, value, valid } of variants) {
  const message = read(`examples/${name}.json`);
  const steps = at.split('/');
  const last = steps.pop();
  const target = steps.reduce((node, step) => node[step], message);
  if (value === undefined) delete target[last]; else target[last] = value;
  if (validators[name](message) !== valid)
    say(`${what}: expected ${valid ? 'valid' : 'invalid'}`);
}

for (const failure of failures) console.error(failure);
console.log(`${names.length} schemas, ${names.length} examples, ${variants.length} variants, ${failures.length} failures`);
process.exit(failures.length === 0 && names.length > 0 ? 0 : 1);
