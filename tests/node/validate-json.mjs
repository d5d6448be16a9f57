// Checks JSON files against a JSON Schema (2020-12) with ajv: node validate-json.mjs SCHEMA FILE...
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const read = path => JSON.parse(readFileSync(path, 'utf8'));
const [schema, ...files] = process.argv.slice(2);
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
addFormats(ajv);

const valid = ajv.compile(read(schema));
const failures = files.filter(file => !valid(read(file)) && (console.error(`${file}: ${ajv.errorsText(valid.errors)}`), true));
console.log(`${files.length} files, ${failures.length} refused`);
process.exit(failures.length === 0 && files.length > 0 ? 0 : 1);
