// Generated from openapi/ by `npm run generate`. Do not edit.
// src/contract/description/schemas/date-time.ts
var DATE_TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
var TWO = 50;
var SIX = 54;
var NINE = 57;
var DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function isDateTime(text) {
  if (!DATE_TIME.test(text)) return false;
  const mayBeNoDay = text.charCodeAt(8) > TWO || text.charCodeAt(8) === TWO && text.charCodeAt(9) === NINE;
  if (mayBeNoDay && !isDay(text)) return false;
  return text.charCodeAt(17) !== SIX || isLeapSecond(text);
}
function isDay(text) {
  return Number(text.slice(8, 10)) <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
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

// scripts/generate/runtime.ts
var formats = { "date-time": isDateTime };

// scripts/generate/issues-of.ts
function rulesOf(schema) {
  const { type, format, maxLength, required = [], properties = {}, additionalProperties, items } = schema;
  return {
    type: type && `${type}`,
    constant: "const" in schema ? [schema.const] : void 0,
    choices: schema.enum,
    format,
    hasFormat: formats[format ?? ""],
    maxLength,
    required,
    properties: Object.entries(properties).map(([name, part]) => ({ name, rules: rulesOf(part) })),
    additional: additionalProperties && rulesOf(additionalProperties),
    items: items && rulesOf(items)
  };
}
function issuesOf(value, rules, issues = []) {
  const { type, constant, choices } = rules;
  const actual = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  if (type && !type.includes(actual)) refuse(issues, "type", `be ${type}`);
  if (typeof value === "string") judgeText(value, rules, issues);
  if (actual === "object") judgeFields(value, rules, issues);
  if (Array.isArray(value) && rules.items)
    for (const at of value.keys()) judge(value, at, rules.items, issues);
  if (constant && value !== constant[0]) refuse(issues, "const", "be equal to constant");
  if (choices?.includes(value) === false) refuse(issues, "enum", "be equal to one of the allowed values");
  return issues;
}
function judgeText(text, { maxLength, format, hasFormat }, issues) {
  if (maxLength !== void 0 && text.length > maxLength && [...text].length > maxLength)
    refuse(issues, "maxLength", `NOT have more than ${maxLength} characters`);
  if (hasFormat && !hasFormat(text)) refuse(issues, "format", `match format "${format}"`);
}
function judgeFields(fields, { required, properties, additional }, issues) {
  for (const name of required)
    if (!has(fields, name)) refuse(issues, "required", `have required property '${name}'`);
  for (const { name, rules } of properties) if (has(fields, name)) judge(fields, name, rules, issues);
  if (additional) {
    for (const name of Object.keys(fields))
      if (!properties.some((property) => property.name === name)) judge(fields, name, additional, issues);
  }
}
function has(fields, name) {
  return fields[name] !== void 0 && Object.hasOwn(fields, name);
}
function judge(parent, name, rules, issues) {
  let at = issues.length;
  for (issuesOf(parent[name], rules, issues); at < issues.length; at++) {
    const issue = issues[at];
    issue.instancePath = `/${`${name}`.replace(/~/g, "~0").replace(/\//g, "~1")}${issue.instancePath}`;
  }
}
function refuse(issues, keyword, message) {
  issues.push({ instancePath: "", keyword, message: `must ${message}` });
}

// validators.js
var rulesOf_validateWebsetEnrichment = /* @__PURE__ */ rulesOf({ "type": "object", "required": ["id", "object", "status", "websetId", "title", "description", "format", "options", "instructions", "createdAt", "updatedAt"], "properties": { "id": { "type": "string" }, "object": { "type": "string", "const": "webset_enrichment" }, "status": { "type": "string", "enum": ["pending", "canceled", "completed"] }, "websetId": { "type": "string" }, "title": { "type": ["string", "null"] }, "description": { "type": "string" }, "format": { "type": ["string", "null"], "enum": ["text", "date", "number", "options", "email", "phone", "url", null] }, "options": { "type": ["array", "null"], "items": { "type": "object", "required": ["label"], "properties": { "label": { "type": "string" } } } }, "instructions": { "type": ["string", "null"] }, "metadata": { "type": "object", "additionalProperties": { "type": "string", "maxLength": 1e3 } }, "createdAt": { "type": "string", "format": "date-time" }, "updatedAt": { "type": "string", "format": "date-time" } } });
function validateWebsetEnrichment(value) {
  return (validateWebsetEnrichment.errors = issuesOf(value, rulesOf_validateWebsetEnrichment)).length === 0;
}
export {
  validateWebsetEnrichment
};
