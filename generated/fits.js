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
var func0 = ucs2length;
function validate0(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (data.length < 2 && (data.length < 1 || func0(data) < 1)) {
        validate0.errors = [{ instancePath, schemaPath: "#/minLength", keyword: "minLength", params: {} }];
        return false;
      }
    } else {
      validate0.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }];
      return false;
    }
  }
  validate0.errors = vErrors;
  return errors === 0;
}
var v1 = validate1;
function validate1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (data.length < 2 && (data.length < 1 || func0(data) < 1)) {
        validate1.errors = [{ instancePath, schemaPath: "#/minLength", keyword: "minLength", params: {} }];
        return false;
      }
    } else {
      validate1.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }];
      return false;
    }
  }
  validate1.errors = vErrors;
  return errors === 0;
}
var v2 = validate2;
function validate2(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    validate2.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }];
    return false;
  }
  validate2.errors = vErrors;
  return errors === 0;
}
var v3 = validate3;
function validate3(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    validate3.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }];
    return false;
  }
  validate3.errors = vErrors;
  return errors === 0;
}
var v4 = validate4;
function validate4(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    validate4.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }];
    return false;
  }
  validate4.errors = vErrors;
  return errors === 0;
}
var v5 = validate5;
var schema5 = { "$id": "v5", "type": "object", "required": ["id", "object", "status", "websetId", "title", "description", "format", "options", "instructions", "createdAt", "updatedAt"], "properties": { "id": { "type": "string", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:18:3#/properties/id", "type": "openapi/components/schemas/WebsetEnrichment.yaml:19:5#/properties/id/type" } }, "object": { "type": "string", "const": "webset_enrichment", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:22:3#/properties/object", "type": "openapi/components/schemas/WebsetEnrichment.yaml:23:5#/properties/object/type", "const": "openapi/components/schemas/WebsetEnrichment.yaml:24:5#/properties/object/const" } }, "status": { "$ref": "v8" }, "websetId": { "type": "string", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:28:3#/properties/websetId", "type": "openapi/components/schemas/WebsetEnrichment.yaml:29:5#/properties/websetId/type" } }, "title": { "type": ["string", "null"], "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:33:3#/properties/title", "type": "openapi/components/schemas/WebsetEnrichment.yaml:34:5#/properties/title/type" } }, "description": { "type": "string", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:38:3#/properties/description", "type": "openapi/components/schemas/WebsetEnrichment.yaml:39:5#/properties/description/type" } }, "format": { "type": ["string", "null"], "enum": ["text", "date", "number", "options", "email", "phone", "url", null], "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:41:3#/properties/format", "type": "openapi/components/schemas/WebsetEnrichment.yaml:42:5#/properties/format/type", "enum": "openapi/components/schemas/WebsetEnrichment.yaml:44:5#/properties/format/enum" } }, "options": { "type": ["array", "null"], "items": { "$ref": "v14" }, "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:45:3#/properties/options", "type": "openapi/components/schemas/WebsetEnrichment.yaml:46:5#/properties/options/type", "items": "openapi/components/schemas/WebsetEnrichment.yaml:50:5#/properties/options/items" } }, "instructions": { "type": ["string", "null"], "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:52:3#/properties/instructions", "type": "openapi/components/schemas/WebsetEnrichment.yaml:53:5#/properties/instructions/type" } }, "metadata": { "type": "object", "additionalProperties": { "type": "string", "maxLength": 1e3, "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:63:5#/properties/metadata/additionalProperties", "type": "openapi/components/schemas/WebsetEnrichment.yaml:64:7#/properties/metadata/additionalProperties/type", "maxLength": "openapi/components/schemas/WebsetEnrichment.yaml:65:7#/properties/metadata/additionalProperties/maxLength" } }, "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:57:3#/properties/metadata", "type": "openapi/components/schemas/WebsetEnrichment.yaml:58:5#/properties/metadata/type", "additionalProperties": "openapi/components/schemas/WebsetEnrichment.yaml:63:5#/properties/metadata/additionalProperties" } }, "createdAt": { "type": "string", "format": "date-time", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:67:3#/properties/createdAt", "type": "openapi/components/schemas/WebsetEnrichment.yaml:68:5#/properties/createdAt/type", "format": "openapi/components/schemas/WebsetEnrichment.yaml:69:5#/properties/createdAt/format" } }, "updatedAt": { "type": "string", "format": "date-time", "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:71:3#/properties/updatedAt", "type": "openapi/components/schemas/WebsetEnrichment.yaml:72:5#/properties/updatedAt/type", "format": "openapi/components/schemas/WebsetEnrichment.yaml:73:5#/properties/updatedAt/format" } } }, "x-at": { "": "openapi/components/schemas/WebsetEnrichment.yaml:1:1#", "type": "openapi/components/schemas/WebsetEnrichment.yaml:1:1#/type", "required": "openapi/components/schemas/WebsetEnrichment.yaml:5:1#/required", "properties": "openapi/components/schemas/WebsetEnrichment.yaml:17:1#/properties" } };
var schema6 = { "$id": "v8", "type": "string", "enum": ["pending", "canceled", "completed"], "x-at": { "": "openapi/components/schemas/WebsetEnrichmentStatus.yaml:1:1#", "type": "openapi/components/schemas/WebsetEnrichmentStatus.yaml:1:1#/type", "enum": "openapi/components/schemas/WebsetEnrichmentStatus.yaml:6:1#/enum" } };
var formats0 = formats["date-time"];
function validate5(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.object === void 0 && (missing0 = "object") || data.status === void 0 && (missing0 = "status") || data.websetId === void 0 && (missing0 = "websetId") || data.title === void 0 && (missing0 = "title") || data.description === void 0 && (missing0 = "description") || data.format === void 0 && (missing0 = "format") || data.options === void 0 && (missing0 = "options") || data.instructions === void 0 && (missing0 = "instructions") || data.createdAt === void 0 && (missing0 = "createdAt") || data.updatedAt === void 0 && (missing0 = "updatedAt")) {
        validate5.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.id !== void 0) {
          const _errs2 = errors;
          if (typeof data.id !== "string") {
            validate5.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" } }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.object !== void 0) {
            let data1 = data.object;
            const _errs5 = errors;
            if (typeof data1 !== "string") {
              validate5.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
            if ("webset_enrichment" !== data1) {
              validate5.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/const", keyword: "const", params: { allowedValue: "webset_enrichment" } }];
              return false;
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.status !== void 0) {
              let data2 = data.status;
              const _errs8 = errors;
              if (typeof data2 !== "string") {
                validate5.errors = [{ instancePath: instancePath + "/status", schemaPath: "v8/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              if (!(data2 === "pending" || data2 === "canceled" || data2 === "completed")) {
                validate5.errors = [{ instancePath: instancePath + "/status", schemaPath: "v8/enum", keyword: "enum", params: { allowedValues: schema6.enum } }];
                return false;
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.websetId !== void 0) {
                const _errs12 = errors;
                if (typeof data.websetId !== "string") {
                  validate5.errors = [{ instancePath: instancePath + "/websetId", schemaPath: "#/properties/websetId/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
                var valid0 = _errs12 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.title !== void 0) {
                  let data4 = data.title;
                  const _errs15 = errors;
                  if (typeof data4 !== "string" && data4 !== null) {
                    validate5.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema5.properties.title.type } }];
                    return false;
                  }
                  var valid0 = _errs15 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.description !== void 0) {
                    const _errs18 = errors;
                    if (typeof data.description !== "string") {
                      validate5.errors = [{ instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                    var valid0 = _errs18 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.format !== void 0) {
                      let data6 = data.format;
                      const _errs21 = errors;
                      if (typeof data6 !== "string" && data6 !== null) {
                        validate5.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/type", keyword: "type", params: { type: schema5.properties.format.type } }];
                        return false;
                      }
                      if (!(data6 === "text" || data6 === "date" || data6 === "number" || data6 === "options" || data6 === "email" || data6 === "phone" || data6 === "url" || data6 === null)) {
                        validate5.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/enum", keyword: "enum", params: { allowedValues: schema5.properties.format.enum } }];
                        return false;
                      }
                      var valid0 = _errs21 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.options !== void 0) {
                        let data7 = data.options;
                        const _errs24 = errors;
                        if (!Array.isArray(data7) && data7 !== null) {
                          validate5.errors = [{ instancePath: instancePath + "/options", schemaPath: "#/properties/options/type", keyword: "type", params: { type: schema5.properties.options.type } }];
                          return false;
                        }
                        if (errors === _errs24) {
                          if (Array.isArray(data7)) {
                            var valid2 = true;
                            const len0 = data7.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              let data8 = data7[i0];
                              const _errs27 = errors;
                              const _errs28 = errors;
                              if (errors === _errs28) {
                                if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                                  let missing1;
                                  if (data8.label === void 0 && (missing1 = "label")) {
                                    validate5.errors = [{ instancePath: instancePath + "/options/" + i0, schemaPath: "v14/required", keyword: "required", params: { missingProperty: missing1 } }];
                                    return false;
                                  } else {
                                    if (data8.label !== void 0) {
                                      if (typeof data8.label !== "string") {
                                        validate5.errors = [{ instancePath: instancePath + "/options/" + i0 + "/label", schemaPath: "v14/properties/label/type", keyword: "type", params: { type: "string" } }];
                                        return false;
                                      }
                                    }
                                  }
                                } else {
                                  validate5.errors = [{ instancePath: instancePath + "/options/" + i0, schemaPath: "v14/type", keyword: "type", params: { type: "object" } }];
                                  return false;
                                }
                              }
                              var valid2 = _errs27 === errors;
                              if (!valid2) {
                                break;
                              }
                            }
                          }
                        }
                        var valid0 = _errs24 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.instructions !== void 0) {
                          let data10 = data.instructions;
                          const _errs34 = errors;
                          if (typeof data10 !== "string" && data10 !== null) {
                            validate5.errors = [{ instancePath: instancePath + "/instructions", schemaPath: "#/properties/instructions/type", keyword: "type", params: { type: schema5.properties.instructions.type } }];
                            return false;
                          }
                          var valid0 = _errs34 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.metadata !== void 0) {
                            let data11 = data.metadata;
                            const _errs37 = errors;
                            if (errors === _errs37) {
                              if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                                for (const key0 in data11) {
                                  let data12 = data11[key0];
                                  const _errs41 = errors;
                                  if (errors === _errs41) {
                                    if (typeof data12 === "string") {
                                      if (data12.length > 1e3 && (data12.length > 2e3 || func0(data12) > 1e3)) {
                                        validate5.errors = [{ instancePath: instancePath + "/metadata/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/additionalProperties/maxLength", keyword: "maxLength", params: {} }];
                                        return false;
                                      }
                                    } else {
                                      validate5.errors = [{ instancePath: instancePath + "/metadata/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/additionalProperties/type", keyword: "type", params: { type: "string" } }];
                                      return false;
                                    }
                                  }
                                  var valid5 = _errs41 === errors;
                                  if (!valid5) {
                                    break;
                                  }
                                }
                              } else {
                                validate5.errors = [{ instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" } }];
                                return false;
                              }
                            }
                            var valid0 = _errs37 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.createdAt !== void 0) {
                              let data13 = data.createdAt;
                              const _errs44 = errors;
                              if (errors === _errs44) {
                                if (errors === _errs44) {
                                  if (typeof data13 === "string") {
                                    if (!formats0(data13)) {
                                      validate5.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/format", keyword: "format", params: { format: "date-time" } }];
                                      return false;
                                    }
                                  } else {
                                    validate5.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: "string" } }];
                                    return false;
                                  }
                                }
                              }
                              var valid0 = _errs44 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.updatedAt !== void 0) {
                                let data14 = data.updatedAt;
                                const _errs47 = errors;
                                if (errors === _errs47) {
                                  if (errors === _errs47) {
                                    if (typeof data14 === "string") {
                                      if (!formats0(data14)) {
                                        validate5.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/format", keyword: "format", params: { format: "date-time" } }];
                                        return false;
                                      }
                                    } else {
                                      validate5.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/type", keyword: "type", params: { type: "string" } }];
                                      return false;
                                    }
                                  }
                                }
                                var valid0 = _errs47 === errors;
                              } else {
                                var valid0 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate5.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate5.errors = vErrors;
  return errors === 0;
}
var v8 = validate6;
function validate6(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    validate6.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }];
    return false;
  }
  if (!(data === "pending" || data === "canceled" || data === "completed")) {
    validate6.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema6.enum } }];
    return false;
  }
  validate6.errors = vErrors;
  return errors === 0;
}
var v14 = validate7;
function validate7(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.label === void 0 && (missing0 = "label")) {
        validate7.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.label !== void 0) {
          if (typeof data.label !== "string") {
            validate7.errors = [{ instancePath: instancePath + "/label", schemaPath: "#/properties/label/type", keyword: "type", params: { type: "string" } }];
            return false;
          }
        }
      }
    } else {
      validate7.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate7.errors = vErrors;
  return errors === 0;
}
var v21 = validate8;
function validate9(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.requestId === void 0 && (missing0 = "requestId") || data.error === void 0 && (missing0 = "error")) {
        validate9.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.requestId !== void 0) {
          const _errs2 = errors;
          if (typeof data.requestId !== "string") {
            validate9.errors = [{ instancePath: instancePath + "/requestId", schemaPath: "#/properties/requestId/type", keyword: "type", params: { type: "string" } }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.error !== void 0) {
            const _errs5 = errors;
            if (typeof data.error !== "string") {
              validate9.errors = [{ instancePath: instancePath + "/error", schemaPath: "#/properties/error/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.tag !== void 0) {
              const _errs8 = errors;
              if (typeof data.tag !== "string") {
                validate9.errors = [{ instancePath: instancePath + "/tag", schemaPath: "v28/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate9.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate9.errors = vErrors;
  return errors === 0;
}
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.error === void 0 && (missing0 = "error")) {
        validate11.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.requestId !== void 0) {
          const _errs2 = errors;
          if (typeof data.requestId !== "string") {
            validate11.errors = [{ instancePath: instancePath + "/requestId", schemaPath: "#/properties/requestId/type", keyword: "type", params: { type: "string" } }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.error !== void 0) {
            let data1 = data.error;
            const _errs5 = errors;
            const _errs6 = errors;
            if (errors === _errs6) {
              if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                let missing1;
                if (data1.message === void 0 && (missing1 = "message")) {
                  validate11.errors = [{ instancePath: instancePath + "/error", schemaPath: "v35/required", keyword: "required", params: { missingProperty: missing1 } }];
                  return false;
                } else {
                  if (data1.type !== void 0) {
                    const _errs9 = errors;
                    if (typeof data1.type !== "string") {
                      validate11.errors = [{ instancePath: instancePath + "/error/type", schemaPath: "v35/properties/type/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                    var valid2 = _errs9 === errors;
                  } else {
                    var valid2 = true;
                  }
                  if (valid2) {
                    if (data1.code !== void 0) {
                      const _errs12 = errors;
                      if (typeof data1.code !== "string") {
                        validate11.errors = [{ instancePath: instancePath + "/error/code", schemaPath: "v35/properties/code/type", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                      var valid2 = _errs12 === errors;
                    } else {
                      var valid2 = true;
                    }
                    if (valid2) {
                      if (data1.message !== void 0) {
                        const _errs15 = errors;
                        if (typeof data1.message !== "string") {
                          validate11.errors = [{ instancePath: instancePath + "/error/message", schemaPath: "v35/properties/message/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                        var valid2 = _errs15 === errors;
                      } else {
                        var valid2 = true;
                      }
                      if (valid2) {
                        if (data1.detail !== void 0) {
                          const _errs18 = errors;
                          var valid2 = _errs18 === errors;
                        } else {
                          var valid2 = true;
                        }
                      }
                    }
                  }
                }
              } else {
                validate11.errors = [{ instancePath: instancePath + "/error", schemaPath: "v35/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate11.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate11.errors = vErrors;
  return errors === 0;
}
var pattern0 = new RegExp("^(requestId|statusCode)$", "u");
function validate8(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate9(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate9.errors : vErrors.concat(validate9.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const _errs2 = errors;
    const _errs3 = errors;
    if (errors === _errs3) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.statusCode === void 0 && (missing0 = "statusCode") || data.timestamp === void 0 && (missing0 = "timestamp") || data.message === void 0 && (missing0 = "message") || data.error === void 0 && (missing0 = "error") || data.path === void 0 && (missing0 = "path")) {
          const err0 = { instancePath, schemaPath: "v23/required", keyword: "required", params: { missingProperty: missing0 } };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        } else {
          if (data.statusCode !== void 0) {
            let data0 = data.statusCode;
            const _errs6 = errors;
            if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)))) {
              const err1 = { instancePath: instancePath + "/statusCode", schemaPath: "v23/properties/statusCode/type", keyword: "type", params: { type: "integer" } };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
            if (errors === _errs6) {
              if (typeof data0 == "number") {
                if (data0 > 599 || isNaN(data0)) {
                  const err2 = { instancePath: instancePath + "/statusCode", schemaPath: "v23/properties/statusCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
                  if (vErrors === null) {
                    vErrors = [err2];
                  } else {
                    vErrors.push(err2);
                  }
                  errors++;
                } else {
                  if (data0 < 400 || isNaN(data0)) {
                    const err3 = { instancePath: instancePath + "/statusCode", schemaPath: "v23/properties/statusCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 400 } };
                    if (vErrors === null) {
                      vErrors = [err3];
                    } else {
                      vErrors.push(err3);
                    }
                    errors++;
                  }
                }
              }
            }
            var valid2 = _errs6 === errors;
          } else {
            var valid2 = true;
          }
          if (valid2) {
            if (data.timestamp !== void 0) {
              let data1 = data.timestamp;
              const _errs9 = errors;
              if (errors === _errs9) {
                if (errors === _errs9) {
                  if (typeof data1 === "string") {
                    if (!formats0(data1)) {
                      const err4 = { instancePath: instancePath + "/timestamp", schemaPath: "v23/properties/timestamp/format", keyword: "format", params: { format: "date-time" } };
                      if (vErrors === null) {
                        vErrors = [err4];
                      } else {
                        vErrors.push(err4);
                      }
                      errors++;
                    }
                  } else {
                    const err5 = { instancePath: instancePath + "/timestamp", schemaPath: "v23/properties/timestamp/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err5];
                    } else {
                      vErrors.push(err5);
                    }
                    errors++;
                  }
                }
              }
              var valid2 = _errs9 === errors;
            } else {
              var valid2 = true;
            }
            if (valid2) {
              if (data.message !== void 0) {
                const _errs12 = errors;
                if (typeof data.message !== "string") {
                  const err6 = { instancePath: instancePath + "/message", schemaPath: "v23/properties/message/type", keyword: "type", params: { type: "string" } };
                  if (vErrors === null) {
                    vErrors = [err6];
                  } else {
                    vErrors.push(err6);
                  }
                  errors++;
                }
                var valid2 = _errs12 === errors;
              } else {
                var valid2 = true;
              }
              if (valid2) {
                if (data.error !== void 0) {
                  const _errs15 = errors;
                  if (typeof data.error !== "string") {
                    const err7 = { instancePath: instancePath + "/error", schemaPath: "v23/properties/error/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err7];
                    } else {
                      vErrors.push(err7);
                    }
                    errors++;
                  }
                  var valid2 = _errs15 === errors;
                } else {
                  var valid2 = true;
                }
                if (valid2) {
                  if (data.path !== void 0) {
                    const _errs18 = errors;
                    if (typeof data.path !== "string") {
                      const err8 = { instancePath: instancePath + "/path", schemaPath: "v23/properties/path/type", keyword: "type", params: { type: "string" } };
                      if (vErrors === null) {
                        vErrors = [err8];
                      } else {
                        vErrors.push(err8);
                      }
                      errors++;
                    }
                    var valid2 = _errs18 === errors;
                  } else {
                    var valid2 = true;
                  }
                }
              }
            }
          }
        }
      } else {
        const err9 = { instancePath, schemaPath: "v23/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    var _valid0 = _errs2 === errors;
    valid0 = valid0 || _valid0;
    if (!valid0) {
      const _errs21 = errors;
      if (!validate11(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs21 === errors;
      valid0 = valid0 || _valid0;
      if (!valid0) {
        const _errs22 = errors;
        const _errs23 = errors;
        if (errors === _errs23) {
          if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing1;
            if (data.error === void 0 && (missing1 = "error")) {
              const err10 = { instancePath, schemaPath: "v25/required", keyword: "required", params: { missingProperty: missing1 } };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            } else {
              for (const key0 in data) {
                const _errs26 = errors;
                const _errs27 = errors;
                const _errs28 = errors;
                if (errors === _errs28) {
                  if (typeof key0 === "string") {
                    if (!pattern0.test(key0)) {
                      const err11 = {};
                      if (vErrors === null) {
                        vErrors = [err11];
                      } else {
                        vErrors.push(err11);
                      }
                      errors++;
                    }
                  }
                }
                var valid5 = _errs28 === errors;
                if (valid5) {
                  const err12 = { instancePath, schemaPath: "v25/propertyNames/not", keyword: "not", params: {}, propertyName: key0 };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                } else {
                  errors = _errs27;
                  if (vErrors !== null) {
                    if (_errs27) {
                      vErrors.length = _errs27;
                    } else {
                      vErrors = null;
                    }
                  }
                }
                var valid4 = _errs26 === errors;
                if (!valid4) {
                  const err13 = { instancePath, schemaPath: "v25/propertyNames", keyword: "propertyNames", params: { propertyName: key0 } };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                  break;
                }
              }
              if (valid4) {
                if (data.error !== void 0) {
                  if (typeof data.error !== "string") {
                    const err14 = { instancePath: instancePath + "/error", schemaPath: "v25/properties/error/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err14];
                    } else {
                      vErrors.push(err14);
                    }
                    errors++;
                  }
                }
              }
            }
          } else {
            const err15 = { instancePath, schemaPath: "v25/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        var _valid0 = _errs22 === errors;
        valid0 = valid0 || _valid0;
      }
    }
  }
  if (!valid0) {
    const err16 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
    validate8.errors = vErrors;
    return false;
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
  validate8.errors = vErrors;
  return errors === 0;
}
var v22 = validate9;
var v23 = validate13;
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.statusCode === void 0 && (missing0 = "statusCode") || data.timestamp === void 0 && (missing0 = "timestamp") || data.message === void 0 && (missing0 = "message") || data.error === void 0 && (missing0 = "error") || data.path === void 0 && (missing0 = "path")) {
        validate13.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.statusCode !== void 0) {
          let data0 = data.statusCode;
          const _errs2 = errors;
          if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)))) {
            validate13.errors = [{ instancePath: instancePath + "/statusCode", schemaPath: "#/properties/statusCode/type", keyword: "type", params: { type: "integer" } }];
            return false;
          }
          if (errors === _errs2) {
            if (typeof data0 == "number") {
              if (data0 > 599 || isNaN(data0)) {
                validate13.errors = [{ instancePath: instancePath + "/statusCode", schemaPath: "#/properties/statusCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } }];
                return false;
              } else {
                if (data0 < 400 || isNaN(data0)) {
                  validate13.errors = [{ instancePath: instancePath + "/statusCode", schemaPath: "#/properties/statusCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 400 } }];
                  return false;
                }
              }
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.timestamp !== void 0) {
            let data1 = data.timestamp;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (errors === _errs5) {
                if (typeof data1 === "string") {
                  if (!formats0(data1)) {
                    validate13.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "#/properties/timestamp/format", keyword: "format", params: { format: "date-time" } }];
                    return false;
                  }
                } else {
                  validate13.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "#/properties/timestamp/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.message !== void 0) {
              const _errs8 = errors;
              if (typeof data.message !== "string") {
                validate13.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.error !== void 0) {
                const _errs11 = errors;
                if (typeof data.error !== "string") {
                  validate13.errors = [{ instancePath: instancePath + "/error", schemaPath: "#/properties/error/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
                var valid0 = _errs11 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.path !== void 0) {
                  const _errs14 = errors;
                  if (typeof data.path !== "string") {
                    validate13.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                  var valid0 = _errs14 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate13.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate13.errors = vErrors;
  return errors === 0;
}
var v24 = validate11;
var v25 = validate14;
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.error === void 0 && (missing0 = "error")) {
        validate14.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        for (const key0 in data) {
          const _errs2 = errors;
          const _errs3 = errors;
          const _errs4 = errors;
          if (errors === _errs4) {
            if (typeof key0 === "string") {
              if (!pattern0.test(key0)) {
                const err0 = {};
                if (vErrors === null) {
                  vErrors = [err0];
                } else {
                  vErrors.push(err0);
                }
                errors++;
              }
            }
          }
          var valid1 = _errs4 === errors;
          if (valid1) {
            const err1 = { instancePath, schemaPath: "#/propertyNames/not", keyword: "not", params: {}, propertyName: key0 };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
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
            const err2 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 } };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
            validate14.errors = vErrors;
            return false;
            break;
          }
        }
        if (valid0) {
          if (data.error !== void 0) {
            if (typeof data.error !== "string") {
              validate14.errors = [{ instancePath: instancePath + "/error", schemaPath: "#/properties/error/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
        }
      }
    } else {
      validate14.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate14.errors = vErrors;
  return errors === 0;
}
var v28 = validate15;
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    validate15.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }];
    return false;
  }
  validate15.errors = vErrors;
  return errors === 0;
}
var v35 = validate16;
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.message === void 0 && (missing0 = "message")) {
        validate16.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.type !== void 0) {
          const _errs2 = errors;
          if (typeof data.type !== "string") {
            validate16.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" } }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.code !== void 0) {
            const _errs5 = errors;
            if (typeof data.code !== "string") {
              validate16.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.message !== void 0) {
              const _errs8 = errors;
              if (typeof data.message !== "string") {
                validate16.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.detail !== void 0) {
                const _errs11 = errors;
                var valid0 = _errs11 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate16.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate16.errors = vErrors;
  return errors === 0;
}
var v43 = validate17;
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)))) {
    validate17.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" } }];
    return false;
  }
  if (errors === 0) {
    if (typeof data == "number") {
      if (data < 0 || isNaN(data)) {
        validate17.errors = [{ instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
        return false;
      }
    }
  }
  validate17.errors = vErrors;
  return errors === 0;
}
var v44 = validate18;
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (Object.keys(data).length > 0) {
        validate18.errors = [{ instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 0 } }];
        return false;
      }
    } else {
      validate18.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate18.errors = vErrors;
  return errors === 0;
}
var fits = { v0, v1, v2, v3, v4, v5, v8, v14, v21, v22, v23, v24, v25, v28, v35, v43, v44 };
export {
  fits
};
