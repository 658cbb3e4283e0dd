// Generated from openapi/ by `npm run generate`. Do not edit.
// src/contract/formats/date-time.ts
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

// scripts/generate/formats.ts
var formats = { "date-time": isDateTime };

// scripts/generate/runtime.ts
function ucs2length(text) {
  let length = 0;
  for (let at = 0; at < text.length; at++, length++) {
    const unit = text.charCodeAt(at);
    const next = unit >= 55296 && unit <= 56319 ? text.charCodeAt(at + 1) : 0;
    if (next >= 56320 && next <= 57343) at++;
  }
  return length;
}

// validators.js
var v0 = validate0;
var schema0 = { "$id": "v0", "type": "string", "minLength": 1, "x-at": { "": "openapi/components/parameters/Webset.yaml:10:1#/schema", "type": "openapi/components/parameters/Webset.yaml:11:3#/schema/type", "minLength": "openapi/components/parameters/Webset.yaml:12:3#/schema/minLength" } };
var func0 = ucs2length;
function validate0(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate0.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func0(data) < 1) {
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema0, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema0.type, parentSchema: schema0, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate0.errors = vErrors;
  return errors === 0;
}
validate0.evaluated = { "dynamicProps": false, "dynamicItems": false };
var v1 = validate1;
var schema1 = { "$id": "v1", "type": "string", "minLength": 1, "x-at": { "": "openapi/components/parameters/Enrichment.yaml:9:1#/schema", "type": "openapi/components/parameters/Enrichment.yaml:10:3#/schema/type", "minLength": "openapi/components/parameters/Enrichment.yaml:11:3#/schema/minLength" } };
function validate1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate1.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func0(data) < 1) {
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema1, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema1.type, parentSchema: schema1, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate1.errors = vErrors;
  return errors === 0;
}
validate1.evaluated = { "dynamicProps": false, "dynamicItems": false };
var v2 = validate2;
var schema2 = { "$id": "v2", "type": "string", "x-at": { "": "openapi/components/headers/X-Request-Id.yaml:5:1#/schema", "type": "openapi/components/headers/X-Request-Id.yaml:6:3#/schema/type" } };
function validate2(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema2.type, parentSchema: schema2, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate2.errors = vErrors;
  return errors === 0;
}
validate2.evaluated = { "dynamicProps": false, "dynamicItems": false };
var v3 = validate3;
var schema3 = { "$id": "v3", "type": "string", "x-at": { "": "openapi/components/headers/CF-Ray.yaml:5:1#/schema", "type": "openapi/components/headers/CF-Ray.yaml:6:3#/schema/type" } };
function validate3(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate3.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema3.type, parentSchema: schema3, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate3.errors = vErrors;
  return errors === 0;
}
validate3.evaluated = { "dynamicProps": false, "dynamicItems": false };
var v4 = validate4;
var schema4 = { "$id": "v4", "type": "string", "x-at": { "": "openapi/components/headers/ETag.yaml:5:1#/schema", "type": "openapi/components/headers/ETag.yaml:6:3#/schema/type" } };
function validate4(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate4.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema4.type, parentSchema: schema4, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate4.errors = vErrors;
  return errors === 0;
}
validate4.evaluated = { "dynamicProps": false, "dynamicItems": false };
var v5 = validate5;
var schema5 = { "$id": "v5", "type": "object", "required": ["id", "object", "status", "websetId", "title", "description", "format", "options", "instructions", "createdAt", "updatedAt"], "properties": { "id": { "type": "string", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:18:3#/properties/id", "type": "openapi/components/schemas/WebsetEnrichment.yaml:19:5#/properties/id/type" } }, "object": { "type": "string", "const": "webset_enrichment", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:22:3#/properties/object", "type": "openapi/components/schemas/WebsetEnrichment.yaml:23:5#/properties/object/type", "const": "openapi/components/schemas/WebsetEnrichment.yaml:24:5#/properties/object/const" } }, "status": { "$ref": "v8" }, "websetId": { "type": "string", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:28:3#/properties/websetId", "type": "openapi/components/schemas/WebsetEnrichment.yaml:29:5#/properties/websetId/type" } }, "title": { "type": ["string", "null"], "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:33:3#/properties/title", "type": "openapi/components/schemas/WebsetEnrichment.yaml:34:5#/properties/title/type" } }, "description": { "type": "string", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:38:3#/properties/description", "type": "openapi/components/schemas/WebsetEnrichment.yaml:39:5#/properties/description/type" } }, "format": { "type": ["string", "null"], "enum": ["text", "date", "number", "options", "email", "phone", "url", null], "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:41:3#/properties/format", "type": "openapi/components/schemas/WebsetEnrichment.yaml:42:5#/properties/format/type", "enum": "openapi/components/schemas/WebsetEnrichment.yaml:44:5#/properties/format/enum" } }, "options": { "type": ["array", "null"], "items": { "$ref": "v14" }, "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:45:3#/properties/options", "type": "openapi/components/schemas/WebsetEnrichment.yaml:46:5#/properties/options/type", "items": "openapi/components/schemas/WebsetEnrichment.yaml:50:5#/properties/options/items" } }, "instructions": { "type": ["string", "null"], "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:52:3#/properties/instructions", "type": "openapi/components/schemas/WebsetEnrichment.yaml:53:5#/properties/instructions/type" } }, "metadata": { "type": "object", "additionalProperties": { "type": "string", "maxLength": 1e3, "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:63:5#/properties/metadata/additionalProperties", "type": "openapi/components/schemas/WebsetEnrichment.yaml:64:7#/properties/metadata/additionalProperties/type", "maxLength": "openapi/components/schemas/WebsetEnrichment.yaml:65:7#/properties/metadata/additionalProperties/maxLength" } }, "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:57:3#/properties/metadata", "type": "openapi/components/schemas/WebsetEnrichment.yaml:58:5#/properties/metadata/type", "additionalProperties": "openapi/components/schemas/WebsetEnrichment.yaml:63:5#/properties/metadata/additionalProperties" } }, "createdAt": { "type": "string", "format": "date-time", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:67:3#/properties/createdAt", "type": "openapi/components/schemas/WebsetEnrichment.yaml:68:5#/properties/createdAt/type", "format": "openapi/components/schemas/WebsetEnrichment.yaml:69:5#/properties/createdAt/format" } }, "updatedAt": { "type": "string", "format": "date-time", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:71:3#/properties/updatedAt", "type": "openapi/components/schemas/WebsetEnrichment.yaml:72:5#/properties/updatedAt/type", "format": "openapi/components/schemas/WebsetEnrichment.yaml:73:5#/properties/updatedAt/format" } } }, "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:1:1#", "type": "openapi/components/schemas/WebsetEnrichment.yaml:1:1#/type", "required": "openapi/components/schemas/WebsetEnrichment.yaml:5:1#/required", "properties": "openapi/components/schemas/WebsetEnrichment.yaml:17:1#/properties" } };
var func2 = Object.prototype.hasOwnProperty;
var schema6 = { "$id": "v8", "type": "string", "enum": ["pending", "canceled", "completed"], "x-at": { "": "openapi/components/schemas/WebsetEnrichmentStatus.yaml:1:1#", "type": "openapi/components/schemas/WebsetEnrichmentStatus.yaml:1:1#/type", "enum": "openapi/components/schemas/WebsetEnrichmentStatus.yaml:6:1#/enum" } };
function validate6(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate6.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema6.type, parentSchema: schema6, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "pending" || data === "canceled" || data === "completed")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema6.enum }, message: "must be equal to one of the allowed values", schema: schema6.enum, parentSchema: schema6, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate6.errors = vErrors;
  return errors === 0;
}
validate6.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema7 = { "$id": "v14", "type": "object", "required": ["label"], "properties": { "label": { "type": "string", "x-at": { "": "openapi/components/schemas/WebsetEnrichmentOption.yaml:6:3#/properties/label", "type": "openapi/components/schemas/WebsetEnrichmentOption.yaml:7:5#/properties/label/type" } } }, "x-at": { "": "openapi/components/schemas/WebsetEnrichmentOption.yaml:1:1#", "type": "openapi/components/schemas/WebsetEnrichmentOption.yaml:1:1#/type", "required": "openapi/components/schemas/WebsetEnrichmentOption.yaml:3:1#/required", "properties": "openapi/components/schemas/WebsetEnrichmentOption.yaml:5:1#/properties" } };
function validate8(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate8.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.label === void 0 || !func2.call(data, "label")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "label" }, message: "must have required property 'label'", schema: schema7.required, parentSchema: schema7, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.label !== void 0 && func2.call(data, "label")) {
      let data0 = data.label;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/label", schemaPath: "#/properties/label/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema7.properties.label.type, parentSchema: schema7.properties.label, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema7.type, parentSchema: schema7, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate8.errors = vErrors;
  return errors === 0;
}
validate8.evaluated = { "props": { "label": true }, "dynamicProps": false, "dynamicItems": false };
var formats0 = formats["date-time"];
function validate5(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate5.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0 || !func2.call(data, "id")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema5.required, parentSchema: schema5, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.object === void 0 || !func2.call(data, "object")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "object" }, message: "must have required property 'object'", schema: schema5.required, parentSchema: schema5, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.status === void 0 || !func2.call(data, "status")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'", schema: schema5.required, parentSchema: schema5, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.websetId === void 0 || !func2.call(data, "websetId")) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "websetId" }, message: "must have required property 'websetId'", schema: schema5.required, parentSchema: schema5, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.title === void 0 || !func2.call(data, "title")) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'", schema: schema5.required, parentSchema: schema5, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.description === void 0 || !func2.call(data, "description")) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "description" }, message: "must have required property 'description'", schema: schema5.required, parentSchema: schema5, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.format === void 0 || !func2.call(data, "format")) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "format" }, message: "must have required property 'format'", schema: schema5.required, parentSchema: schema5, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.options === void 0 || !func2.call(data, "options")) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "options" }, message: "must have required property 'options'", schema: schema5.required, parentSchema: schema5, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.instructions === void 0 || !func2.call(data, "instructions")) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "instructions" }, message: "must have required property 'instructions'", schema: schema5.required, parentSchema: schema5, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.createdAt === void 0 || !func2.call(data, "createdAt")) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "createdAt" }, message: "must have required property 'createdAt'", schema: schema5.required, parentSchema: schema5, data };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.updatedAt === void 0 || !func2.call(data, "updatedAt")) {
      const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "updatedAt" }, message: "must have required property 'updatedAt'", schema: schema5.required, parentSchema: schema5, data };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.id !== void 0 && func2.call(data, "id")) {
      let data0 = data.id;
      if (typeof data0 !== "string") {
        const err11 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema5.properties.id.type, parentSchema: schema5.properties.id, data: data0 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.object !== void 0 && func2.call(data, "object")) {
      let data1 = data.object;
      if (typeof data1 !== "string") {
        const err12 = { instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema5.properties.object.type, parentSchema: schema5.properties.object, data: data1 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if ("webset_enrichment" !== data1) {
        const err13 = { instancePath: instancePath + "/object", schemaPath: "#/properties/object/const", keyword: "const", params: { allowedValue: "webset_enrichment" }, message: "must be equal to constant", schema: "webset_enrichment", parentSchema: schema5.properties.object, data: data1 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.status !== void 0 && func2.call(data, "status")) {
      if (!validate6(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate6.errors : vErrors.concat(validate6.errors);
        errors = vErrors.length;
      }
    }
    if (data.websetId !== void 0 && func2.call(data, "websetId")) {
      let data3 = data.websetId;
      if (typeof data3 !== "string") {
        const err14 = { instancePath: instancePath + "/websetId", schemaPath: "#/properties/websetId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema5.properties.websetId.type, parentSchema: schema5.properties.websetId, data: data3 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.title !== void 0 && func2.call(data, "title")) {
      let data4 = data.title;
      if (typeof data4 !== "string" && data4 !== null) {
        const err15 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema5.properties.title.type }, message: "must be string,null", schema: schema5.properties.title.type, parentSchema: schema5.properties.title, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.description !== void 0 && func2.call(data, "description")) {
      let data5 = data.description;
      if (typeof data5 !== "string") {
        const err16 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema5.properties.description.type, parentSchema: schema5.properties.description, data: data5 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.format !== void 0 && func2.call(data, "format")) {
      let data6 = data.format;
      if (typeof data6 !== "string" && data6 !== null) {
        const err17 = { instancePath: instancePath + "/format", schemaPath: "#/properties/format/type", keyword: "type", params: { type: schema5.properties.format.type }, message: "must be string,null", schema: schema5.properties.format.type, parentSchema: schema5.properties.format, data: data6 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (!(data6 === "text" || data6 === "date" || data6 === "number" || data6 === "options" || data6 === "email" || data6 === "phone" || data6 === "url" || data6 === null)) {
        const err18 = { instancePath: instancePath + "/format", schemaPath: "#/properties/format/enum", keyword: "enum", params: { allowedValues: schema5.properties.format.enum }, message: "must be equal to one of the allowed values", schema: schema5.properties.format.enum, parentSchema: schema5.properties.format, data: data6 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.options !== void 0 && func2.call(data, "options")) {
      let data7 = data.options;
      if (!Array.isArray(data7) && data7 !== null) {
        const err19 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/type", keyword: "type", params: { type: schema5.properties.options.type }, message: "must be array,null", schema: schema5.properties.options.type, parentSchema: schema5.properties.options, data: data7 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      if (Array.isArray(data7)) {
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate8(data7[i0], { instancePath: instancePath + "/options/" + i0, parentData: data7, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate8.errors : vErrors.concat(validate8.errors);
            errors = vErrors.length;
          }
        }
      }
    }
    if (data.instructions !== void 0 && func2.call(data, "instructions")) {
      let data9 = data.instructions;
      if (typeof data9 !== "string" && data9 !== null) {
        const err20 = { instancePath: instancePath + "/instructions", schemaPath: "#/properties/instructions/type", keyword: "type", params: { type: schema5.properties.instructions.type }, message: "must be string,null", schema: schema5.properties.instructions.type, parentSchema: schema5.properties.instructions, data: data9 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0 && func2.call(data, "metadata")) {
      let data10 = data.metadata;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (const key0 of Object.keys(data10)) {
          let data11 = data10[key0];
          if (typeof data11 === "string") {
            if (func0(data11) > 1e3) {
              const err21 = { instancePath: instancePath + "/metadata/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters", schema: 1e3, parentSchema: schema5.properties.metadata.additionalProperties, data: data11 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/metadata/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema5.properties.metadata.additionalProperties.type, parentSchema: schema5.properties.metadata.additionalProperties, data: data11 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema5.properties.metadata.type, parentSchema: schema5.properties.metadata, data: data10 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.createdAt !== void 0 && func2.call(data, "createdAt")) {
      let data12 = data.createdAt;
      if (typeof data12 === "string") {
        if (!formats0(data12)) {
          const err24 = { instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"', schema: "date-time", parentSchema: schema5.properties.createdAt, data: data12 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = { instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema5.properties.createdAt.type, parentSchema: schema5.properties.createdAt, data: data12 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.updatedAt !== void 0 && func2.call(data, "updatedAt")) {
      let data13 = data.updatedAt;
      if (typeof data13 === "string") {
        if (!formats0(data13)) {
          const err26 = { instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"', schema: "date-time", parentSchema: schema5.properties.updatedAt, data: data13 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema5.properties.updatedAt.type, parentSchema: schema5.properties.updatedAt, data: data13 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
  } else {
    const err28 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema5.type, parentSchema: schema5, data };
    if (vErrors === null) {
      vErrors = [err28];
    } else {
      vErrors.push(err28);
    }
    errors++;
  }
  validate5.errors = vErrors;
  return errors === 0;
}
validate5.evaluated = { "props": { "id": true, "object": true, "status": true, "websetId": true, "title": true, "description": true, "format": true, "options": true, "instructions": true, "metadata": true, "createdAt": true, "updatedAt": true }, "dynamicProps": false, "dynamicItems": false };
var v8 = validate6;
var v14 = validate8;
var v21 = validate10;
var schema8 = { "$id": "v21", "anyOf": [{ "$ref": "v22" }, { "$ref": "v23" }, { "$ref": "v24" }, { "$ref": "v25" }], "x-at": { "": "openapi/components/schemas/Error.yaml:1:1#", "anyOf": "openapi/components/schemas/Error.yaml:8:1#/anyOf" } };
var schema9 = { "$id": "v22", "type": "object", "required": ["requestId", "error"], "properties": { "requestId": { "type": "string", "x-at": { "": "openapi/components/schemas/GatewayError.yaml:9:3#/properties/requestId", "type": "openapi/components/schemas/GatewayError.yaml:10:5#/properties/requestId/type" } }, "error": { "type": "string", "x-at": { "": "openapi/components/schemas/GatewayError.yaml:12:3#/properties/error", "type": "openapi/components/schemas/GatewayError.yaml:13:5#/properties/error/type" } }, "tag": { "$ref": "v28" } }, "x-at": { "": "openapi/components/schemas/GatewayError.yaml:1:1#", "type": "openapi/components/schemas/GatewayError.yaml:1:1#/type", "required": "openapi/components/schemas/GatewayError.yaml:5:1#/required", "properties": "openapi/components/schemas/GatewayError.yaml:8:1#/properties" } };
var schema10 = { "$id": "v28", "type": "string", "x-at": { "": "openapi/components/schemas/ErrorTag.yaml:1:1#", "type": "openapi/components/schemas/ErrorTag.yaml:1:1#/type" } };
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate12.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema10.type, parentSchema: schema10, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate12.errors = vErrors;
  return errors === 0;
}
validate12.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate11.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.requestId === void 0 || !func2.call(data, "requestId")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "requestId" }, message: "must have required property 'requestId'", schema: schema9.required, parentSchema: schema9, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.error === void 0 || !func2.call(data, "error")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "error" }, message: "must have required property 'error'", schema: schema9.required, parentSchema: schema9, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.requestId !== void 0 && func2.call(data, "requestId")) {
      let data0 = data.requestId;
      if (typeof data0 !== "string") {
        const err2 = { instancePath: instancePath + "/requestId", schemaPath: "#/properties/requestId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema9.properties.requestId.type, parentSchema: schema9.properties.requestId, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.error !== void 0 && func2.call(data, "error")) {
      let data1 = data.error;
      if (typeof data1 !== "string") {
        const err3 = { instancePath: instancePath + "/error", schemaPath: "#/properties/error/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema9.properties.error.type, parentSchema: schema9.properties.error, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.tag !== void 0 && func2.call(data, "tag")) {
      if (!validate12(data.tag, { instancePath: instancePath + "/tag", parentData: data, parentDataProperty: "tag", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema9.type, parentSchema: schema9, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
validate11.evaluated = { "props": { "requestId": true, "error": true, "tag": true }, "dynamicProps": false, "dynamicItems": false };
var schema11 = { "$id": "v23", "type": "object", "required": ["statusCode", "timestamp", "message", "error", "path"], "properties": { "statusCode": { "type": "integer", "maximum": 599, "minimum": 400, "x-at": { "": "openapi/components/schemas/ServiceError.yaml:10:3#/properties/statusCode", "type": "openapi/components/schemas/ServiceError.yaml:11:5#/properties/statusCode/type", "minimum": "openapi/components/schemas/ServiceError.yaml:12:5#/properties/statusCode/minimum", "maximum": "openapi/components/schemas/ServiceError.yaml:13:5#/properties/statusCode/maximum" } }, "timestamp": { "type": "string", "format": "date-time", "x-at": { "": "openapi/components/schemas/ServiceError.yaml:15:3#/properties/timestamp", "type": "openapi/components/schemas/ServiceError.yaml:16:5#/properties/timestamp/type", "format": "openapi/components/schemas/ServiceError.yaml:17:5#/properties/timestamp/format" } }, "message": { "type": "string", "x-at": { "": "openapi/components/schemas/ServiceError.yaml:19:3#/properties/message", "type": "openapi/components/schemas/ServiceError.yaml:20:5#/properties/message/type" } }, "error": { "type": "string", "x-at": { "": "openapi/components/schemas/ServiceError.yaml:22:3#/properties/error", "type": "openapi/components/schemas/ServiceError.yaml:23:5#/properties/error/type" } }, "path": { "type": "string", "x-at": { "": "openapi/components/schemas/ServiceError.yaml:25:3#/properties/path", "type": "openapi/components/schemas/ServiceError.yaml:26:5#/properties/path/type" } } }, "x-at": { "": "openapi/components/schemas/ServiceError.yaml:1:1#", "type": "openapi/components/schemas/ServiceError.yaml:1:1#/type", "required": "openapi/components/schemas/ServiceError.yaml:3:1#/required", "properties": "openapi/components/schemas/ServiceError.yaml:9:1#/properties" } };
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate15.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.statusCode === void 0 || !func2.call(data, "statusCode")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "statusCode" }, message: "must have required property 'statusCode'", schema: schema11.required, parentSchema: schema11, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.timestamp === void 0 || !func2.call(data, "timestamp")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "timestamp" }, message: "must have required property 'timestamp'", schema: schema11.required, parentSchema: schema11, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.message === void 0 || !func2.call(data, "message")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'", schema: schema11.required, parentSchema: schema11, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.error === void 0 || !func2.call(data, "error")) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "error" }, message: "must have required property 'error'", schema: schema11.required, parentSchema: schema11, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.path === void 0 || !func2.call(data, "path")) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'", schema: schema11.required, parentSchema: schema11, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.statusCode !== void 0 && func2.call(data, "statusCode")) {
      let data0 = data.statusCode;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)))) {
        const err5 = { instancePath: instancePath + "/statusCode", schemaPath: "#/properties/statusCode/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema11.properties.statusCode.type, parentSchema: schema11.properties.statusCode, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data0 == "number") {
        if (data0 > 599 || isNaN(data0)) {
          const err6 = { instancePath: instancePath + "/statusCode", schemaPath: "#/properties/statusCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599", schema: 599, parentSchema: schema11.properties.statusCode, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data0 < 400 || isNaN(data0)) {
          const err7 = { instancePath: instancePath + "/statusCode", schemaPath: "#/properties/statusCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 400 }, message: "must be >= 400", schema: 400, parentSchema: schema11.properties.statusCode, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.timestamp !== void 0 && func2.call(data, "timestamp")) {
      let data1 = data.timestamp;
      if (typeof data1 === "string") {
        if (!formats0(data1)) {
          const err8 = { instancePath: instancePath + "/timestamp", schemaPath: "#/properties/timestamp/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"', schema: "date-time", parentSchema: schema11.properties.timestamp, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/timestamp", schemaPath: "#/properties/timestamp/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.timestamp.type, parentSchema: schema11.properties.timestamp, data: data1 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.message !== void 0 && func2.call(data, "message")) {
      let data2 = data.message;
      if (typeof data2 !== "string") {
        const err10 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.message.type, parentSchema: schema11.properties.message, data: data2 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.error !== void 0 && func2.call(data, "error")) {
      let data3 = data.error;
      if (typeof data3 !== "string") {
        const err11 = { instancePath: instancePath + "/error", schemaPath: "#/properties/error/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.error.type, parentSchema: schema11.properties.error, data: data3 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.path !== void 0 && func2.call(data, "path")) {
      let data4 = data.path;
      if (typeof data4 !== "string") {
        const err12 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.path.type, parentSchema: schema11.properties.path, data: data4 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.type, parentSchema: schema11, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate15.errors = vErrors;
  return errors === 0;
}
validate15.evaluated = { "props": { "statusCode": true, "timestamp": true, "message": true, "error": true, "path": true }, "dynamicProps": false, "dynamicItems": false };
var schema12 = { "$id": "v24", "type": "object", "required": ["error"], "properties": { "requestId": { "type": "string", "x-at": { "": "openapi/components/schemas/StructuredError.yaml:8:3#/properties/requestId", "type": "openapi/components/schemas/StructuredError.yaml:9:5#/properties/requestId/type" } }, "error": { "$ref": "v35" } }, "x-at": { "": "openapi/components/schemas/StructuredError.yaml:1:1#", "type": "openapi/components/schemas/StructuredError.yaml:1:1#/type", "required": "openapi/components/schemas/StructuredError.yaml:5:1#/required", "properties": "openapi/components/schemas/StructuredError.yaml:7:1#/properties" } };
var schema13 = { "$id": "v35", "type": "object", "required": ["message"], "properties": { "type": { "type": "string", "x-at": { "": "openapi/components/schemas/ErrorDetail.yaml:8:3#/properties/type", "type": "openapi/components/schemas/ErrorDetail.yaml:9:5#/properties/type/type" } }, "code": { "type": "string", "x-at": { "": "openapi/components/schemas/ErrorDetail.yaml:11:3#/properties/code", "type": "openapi/components/schemas/ErrorDetail.yaml:12:5#/properties/code/type" } }, "message": { "type": "string", "x-at": { "": "openapi/components/schemas/ErrorDetail.yaml:14:3#/properties/message", "type": "openapi/components/schemas/ErrorDetail.yaml:15:5#/properties/message/type" } }, "detail": { "x-at": { "": "openapi/components/schemas/ErrorDetail.yaml:17:3#/properties/detail" } } }, "x-at": { "": "openapi/components/schemas/ErrorDetail.yaml:1:1#", "type": "openapi/components/schemas/ErrorDetail.yaml:1:1#/type", "required": "openapi/components/schemas/ErrorDetail.yaml:5:1#/required", "properties": "openapi/components/schemas/ErrorDetail.yaml:7:1#/properties" } };
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate18.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.message === void 0 || !func2.call(data, "message")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'", schema: schema13.required, parentSchema: schema13, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type !== void 0 && func2.call(data, "type")) {
      let data0 = data.type;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema13.properties.type.type, parentSchema: schema13.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.code !== void 0 && func2.call(data, "code")) {
      let data1 = data.code;
      if (typeof data1 !== "string") {
        const err2 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema13.properties.code.type, parentSchema: schema13.properties.code, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.message !== void 0 && func2.call(data, "message")) {
      let data2 = data.message;
      if (typeof data2 !== "string") {
        const err3 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema13.properties.message.type, parentSchema: schema13.properties.message, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema13.type, parentSchema: schema13, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate18.errors = vErrors;
  return errors === 0;
}
validate18.evaluated = { "props": { "type": true, "code": true, "message": true, "detail": true }, "dynamicProps": false, "dynamicItems": false };
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate17.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.error === void 0 || !func2.call(data, "error")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "error" }, message: "must have required property 'error'", schema: schema12.required, parentSchema: schema12, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.requestId !== void 0 && func2.call(data, "requestId")) {
      let data0 = data.requestId;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/requestId", schemaPath: "#/properties/requestId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.properties.requestId.type, parentSchema: schema12.properties.requestId, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.error !== void 0 && func2.call(data, "error")) {
      if (!validate18(data.error, { instancePath: instancePath + "/error", parentData: data, parentDataProperty: "error", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema12.type, parentSchema: schema12, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate17.errors = vErrors;
  return errors === 0;
}
validate17.evaluated = { "props": { "requestId": true, "error": true }, "dynamicProps": false, "dynamicItems": false };
var schema14 = { "$id": "v25", "type": "object", "required": ["error"], "propertyNames": { "not": { "pattern": "^(requestId|statusCode)$", "x-at": { "": "openapi/components/schemas/BareError.yaml:12:3#/propertyNames/not", "pattern": "openapi/components/schemas/BareError.yaml:13:5#/propertyNames/not/pattern" } }, "x-at": { "": "openapi/components/schemas/BareError.yaml:11:1#/propertyNames", "not": "openapi/components/schemas/BareError.yaml:12:3#/propertyNames/not" } }, "properties": { "error": { "type": "string", "x-at": { "": "openapi/components/schemas/BareError.yaml:8:3#/properties/error", "type": "openapi/components/schemas/BareError.yaml:9:5#/properties/error/type" } } }, "x-at": { "": "openapi/components/schemas/BareError.yaml:1:1#", "type": "openapi/components/schemas/BareError.yaml:1:1#/type", "required": "openapi/components/schemas/BareError.yaml:5:1#/required", "properties": "openapi/components/schemas/BareError.yaml:7:1#/properties", "propertyNames": "openapi/components/schemas/BareError.yaml:11:1#/propertyNames" } };
var pattern0 = new RegExp("^(requestId|statusCode)$", "u");
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.error === void 0 || !func2.call(data, "error")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "error" }, message: "must have required property 'error'", schema: schema14.required, parentSchema: schema14, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      const _errs2 = errors;
      const _errs3 = errors;
      const _errs4 = errors;
      if (errors === _errs4) {
        if (typeof key0 === "string") {
          if (!pattern0.test(key0)) {
            const err1 = {};
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
      }
      var valid1 = _errs4 === errors;
      if (valid1) {
        const err2 = { instancePath, schemaPath: "#/propertyNames/not", keyword: "not", params: {}, message: "must NOT be valid", schema: schema14.propertyNames.not, parentSchema: schema14.propertyNames, data: key0, propertyName: key0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
      var valid0 = _errs2 === errors;
      if (!valid0) {
        const err3 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 }, message: "property name must be valid", schema: schema14.propertyNames, parentSchema: schema14, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.error !== void 0 && func2.call(data, "error")) {
      let data0 = data.error;
      if (typeof data0 !== "string") {
        const err4 = { instancePath: instancePath + "/error", schemaPath: "#/properties/error/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema14.properties.error.type, parentSchema: schema14.properties.error, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema14.type, parentSchema: schema14, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": { "error": true }, "dynamicProps": false, "dynamicItems": false };
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate10.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate11(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = {};
    props0.requestId = true;
    props0.error = true;
    props0.tag = true;
  }
  const _errs2 = errors;
  if (!validate15(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = props0 || {};
      props0.statusCode = true;
      props0.timestamp = true;
      props0.message = true;
      props0.error = true;
      props0.path = true;
    }
  }
  const _errs3 = errors;
  if (!validate17(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = props0 || {};
      props0.requestId = true;
      props0.error = true;
    }
  }
  const _errs4 = errors;
  if (!validate21(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs4 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = props0 || {};
      props0.error = true;
    }
  }
  if (!valid0) {
    const err0 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf", schema: schema8.anyOf, parentSchema: schema8, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate10.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate10.evaluated = { "dynamicProps": true, "dynamicItems": false };
var v22 = validate11;
var v23 = validate15;
var v24 = validate17;
var v25 = validate21;
var v28 = validate12;
var v35 = validate18;
var v43 = validate23;
var schema15 = { "$id": "v43", "type": "integer", "minimum": 0, "x-at": { "": "openapi/components/headers/Retry-After.yaml:5:1#/schema", "type": "openapi/components/headers/Retry-After.yaml:6:3#/schema/type", "minimum": "openapi/components/headers/Retry-After.yaml:7:3#/schema/minimum" } };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema15.type, parentSchema: schema15, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number") {
    if (data < 0 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema15, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = { "dynamicProps": false, "dynamicItems": false };
var v44 = validate24;
var schema16 = { "$id": "v44", "type": "object", "maxProperties": 0, "x-at": { "": "openapi/components/schemas/CancelRequest.yaml:1:1#", "type": "openapi/components/schemas/CancelRequest.yaml:1:1#/type", "maxProperties": "openapi/components/schemas/CancelRequest.yaml:5:1#/maxProperties" } };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 0) {
      const err0 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 0 }, message: "must NOT have more than 0 properties", schema: 0, parentSchema: schema16, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema16.type, parentSchema: schema16, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "dynamicProps": false, "dynamicItems": false };
var validators = { v0, v1, v2, v3, v4, v5, v8, v14, v21, v22, v23, v24, v25, v28, v35, v43, v44 };
export {
  validators
};
