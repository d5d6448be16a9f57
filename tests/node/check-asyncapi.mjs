// Checks contracts/asyncapi.yaml with the AsyncAPI project's own parser, which follows its references to the schemas.
// Only errors (severity 0) fail: "a newer AsyncAPI exists" is no fault of ours.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Parser, fromFile } from '@asyncapi/parser';

const contracts = fileURLToPath(new URL('../../contracts/', import.meta.url));
const { document, diagnostics } = await fromFile(new Parser(), contracts + 'asyncapi.yaml').parse();
const failures = diagnostics.filter(d => d.severity === 0).map(d => `${d.path.join('.')}: ${d.message}`);

if (document) {
  const described = document.components().messages().all()
    .map(message => message.payload().json())
    .map(schema => `${schema.title}.v1.schema.json`);
  const checkedIn = readdirSync(contracts + 'schemas');
  for (const file of checkedIn.filter(f => !described.includes(f))) failures.push(`${file}: no message refers to it`);

  const sent = new Set(document.operations().all().flatMap(o => o.messages().all().map(m => m.name())));
  for (const message of document.components().messages().all())
    if (!sent.has(message.name())) failures.push(`${message.name()}: no operation sends or receives it`);
}

for (const failure of failures) console.error(failure);
console.log(`${document?.components().messages().all().length ?? 0} messages, ${document?.operations().all().length ?? 0} operations, ${failures.length} failures`);
process.exit(document && failures.length === 0 ? 0 : 1);
