// Generated from openapi/ by `npm run generate`. Do not edit.
// src/contract/formats/date-time.ts
var DATE_TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
var DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function isDateTime(text) {
  if (!DATE_TIME.test(text)) return false;
  const day = Number(text.slice(8, 10));
  if (day > 28 && day > daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)))) return false;
  return !text.startsWith("60", 17) || isLeapSecond(text);
}
function isLeapSecond(text) {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(text);
  const minutes = Number(offset?.[2] ?? 0) * 60 + Number(offset?.[3] ?? 0);
  const local = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
  const utc = offset?.[1] === "-" ? local + minutes : local - minutes;
  return (utc + 2880) % 1440 === 1439;
}
function daysIn(year, month) {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS[month - 1];
}

// scripts/generate/formats.ts
var formats = { "date-time": isDateTime };

// scripts/generate/issues-of.ts
function issuesOf(value, schema, formats2, issues = []) {
  const { type } = schema;
  const refuse = (keyword, message) => issues.push({ instancePath: "", keyword, message: `must ${message}` });
  const judge = (part, name) => {
    const before = issues.length;
    issuesOf(value[name], part, formats2, issues);
    for (let at = before; at < issues.length; at++) {
      const issue = issues[at];
      issue.instancePath = `/${`${name}`.replace(/~/g, "~0").replace(/\//g, "~1")}${issue.instancePath}`;
    }
  };
  const actual = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  if (type && !type.includes(actual)) refuse("type", `be ${type}`);
  if (typeof value === "string") {
    const { maxLength = value.length, format } = schema;
    if (value.length > maxLength && [...value].length > maxLength)
      refuse("maxLength", `NOT have more than ${maxLength} characters`);
    if (format && !formats2[format]?.(value)) refuse("format", `match format "${format}"`);
  }
  if (Array.isArray(value) && schema.items) for (const at of value.keys()) judge(schema.items, at);
  if (actual === "object") {
    const { required = [], properties = {}, additionalProperties } = schema;
    const has = (name) => Object.hasOwn(value, name) && value[name] !== void 0;
    for (const name of required) if (!has(name)) refuse("required", `have required property '${name}'`);
    for (const name in properties) if (has(name)) judge(properties[name], name);
    if (additionalProperties) {
      for (const name of Object.keys(value))
        if (!Object.hasOwn(properties, name)) judge(additionalProperties, name);
    }
  }
  if ("const" in schema && value !== schema.const) refuse("const", "be equal to constant");
  if (schema.enum?.includes(value) === false) refuse("enum", "be equal to one of the allowed values");
  return issues;
}

// validators.js
var schemaOf_validateWebsetEnrichment = { "type": "object", "required": ["id", "object", "status", "websetId", "title", "description", "format", "options", "instructions", "createdAt", "updatedAt"], "properties": { "id": { "type": "string" }, "object": { "type": "string", "const": "webset_enrichment" }, "status": { "type": "string", "enum": ["pending", "canceled", "completed"] }, "websetId": { "type": "string" }, "title": { "type": ["string", "null"] }, "description": { "type": "string" }, "format": { "type": ["string", "null"], "enum": ["text", "date", "number", "options", "email", "phone", "url", null] }, "options": { "type": ["array", "null"], "items": { "type": "object", "required": ["label"], "properties": { "label": { "type": "string" } } } }, "instructions": { "type": ["string", "null"] }, "metadata": { "type": "object", "additionalProperties": { "type": "string", "maxLength": 1e3 } }, "createdAt": { "type": "string", "format": "date-time" }, "updatedAt": { "type": "string", "format": "date-time" } } };
function validateWebsetEnrichment(value) {
  return (validateWebsetEnrichment.errors = issuesOf(value, schemaOf_validateWebsetEnrichment, formats)).length === 0;
}
export {
  validateWebsetEnrichment
};
