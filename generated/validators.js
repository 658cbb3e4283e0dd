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
var schema0 = { "$id": "v0", "type": ["string"], "minLength": 1 };
var func0 = ucs2length;
function validate0(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (func0(data) < 1) {
        validate0.errors = [{ instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } }];
        return false;
      }
    } else {
      validate0.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema0.type } }];
      return false;
    }
  }
  validate0.errors = vErrors;
  return errors === 0;
}
var v1 = validate1;
var schema1 = { "$id": "v1", "type": ["string"], "minLength": 1 };
function validate1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (func0(data) < 1) {
        validate1.errors = [{ instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } }];
        return false;
      }
    } else {
      validate1.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema1.type } }];
      return false;
    }
  }
  validate1.errors = vErrors;
  return errors === 0;
}
var v2 = validate2;
var schema2 = { "$id": "v2", "type": ["string"] };
function validate2(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    validate2.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema2.type } }];
    return false;
  }
  validate2.errors = vErrors;
  return errors === 0;
}
var v3 = validate3;
var schema3 = { "$id": "v3", "type": ["string"] };
function validate3(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    validate3.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema3.type } }];
    return false;
  }
  validate3.errors = vErrors;
  return errors === 0;
}
var v4 = validate4;
var schema4 = { "$id": "v4", "type": ["string"] };
function validate4(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    validate4.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema4.type } }];
    return false;
  }
  validate4.errors = vErrors;
  return errors === 0;
}
var v5 = validate5;
var schema5 = { "$id": "v5", "type": ["object"], "required": ["id", "object", "status", "websetId", "title", "description", "format", "options", "instructions", "createdAt", "updatedAt"], "properties": { "id": { "type": ["string"] }, "object": { "type": ["string"], "const": "webset_enrichment" }, "status": { "$ref": "v8" }, "websetId": { "type": ["string"] }, "title": { "type": ["string", "null"] }, "description": { "type": ["string"] }, "format": { "type": ["string", "null"], "enum": ["text", "date", "number", "options", "email", "phone", "url", null] }, "options": { "type": ["array", "null"], "items": { "$ref": "v18" } }, "instructions": { "type": ["string", "null"] }, "metadata": { "type": ["object"], "additionalProperties": { "type": ["string"], "maxLength": 1e3 } }, "createdAt": { "type": ["string"], "format": "date-time" }, "updatedAt": { "type": ["string"], "format": "date-time" } } };
var schema6 = { "$id": "v8", "type": ["string"], "enum": ["pending", "canceled", "completed"] };
var schema7 = { "$id": "v18", "type": ["object"], "required": ["label"], "properties": { "label": { "type": ["string"] } } };
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
          const _errs1 = errors;
          if (typeof data.id !== "string") {
            validate5.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: schema5.properties.id.type } }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.object !== void 0) {
            let data1 = data.object;
            const _errs3 = errors;
            if (typeof data1 !== "string") {
              validate5.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: schema5.properties.object.type } }];
              return false;
            }
            if ("webset_enrichment" !== data1) {
              validate5.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/const", keyword: "const", params: { allowedValue: "webset_enrichment" } }];
              return false;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.status !== void 0) {
              let data2 = data.status;
              const _errs5 = errors;
              if (typeof data2 !== "string") {
                validate5.errors = [{ instancePath: instancePath + "/status", schemaPath: "v8/type", keyword: "type", params: { type: schema6.type } }];
                return false;
              }
              if (!(data2 === "pending" || data2 === "canceled" || data2 === "completed")) {
                validate5.errors = [{ instancePath: instancePath + "/status", schemaPath: "v8/enum", keyword: "enum", params: { allowedValues: schema6.enum } }];
                return false;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.websetId !== void 0) {
                const _errs8 = errors;
                if (typeof data.websetId !== "string") {
                  validate5.errors = [{ instancePath: instancePath + "/websetId", schemaPath: "#/properties/websetId/type", keyword: "type", params: { type: schema5.properties.websetId.type } }];
                  return false;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.title !== void 0) {
                  let data4 = data.title;
                  const _errs10 = errors;
                  if (typeof data4 !== "string" && data4 !== null) {
                    validate5.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: schema5.properties.title.type } }];
                    return false;
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.description !== void 0) {
                    const _errs12 = errors;
                    if (typeof data.description !== "string") {
                      validate5.errors = [{ instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: schema5.properties.description.type } }];
                      return false;
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.format !== void 0) {
                      let data6 = data.format;
                      const _errs14 = errors;
                      if (typeof data6 !== "string" && data6 !== null) {
                        validate5.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/type", keyword: "type", params: { type: schema5.properties.format.type } }];
                        return false;
                      }
                      if (!(data6 === "text" || data6 === "date" || data6 === "number" || data6 === "options" || data6 === "email" || data6 === "phone" || data6 === "url" || data6 === null)) {
                        validate5.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/enum", keyword: "enum", params: { allowedValues: schema5.properties.format.enum } }];
                        return false;
                      }
                      var valid0 = _errs14 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.options !== void 0) {
                        let data7 = data.options;
                        const _errs16 = errors;
                        if (!Array.isArray(data7) && data7 !== null) {
                          validate5.errors = [{ instancePath: instancePath + "/options", schemaPath: "#/properties/options/type", keyword: "type", params: { type: schema5.properties.options.type } }];
                          return false;
                        }
                        if (errors === _errs16) {
                          if (Array.isArray(data7)) {
                            var valid2 = true;
                            const len0 = data7.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              let data8 = data7[i0];
                              const _errs18 = errors;
                              const _errs19 = errors;
                              if (errors === _errs19) {
                                if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                                  let missing1;
                                  if (data8.label === void 0 && (missing1 = "label")) {
                                    validate5.errors = [{ instancePath: instancePath + "/options/" + i0, schemaPath: "v18/required", keyword: "required", params: { missingProperty: missing1 } }];
                                    return false;
                                  } else {
                                    if (data8.label !== void 0) {
                                      if (typeof data8.label !== "string") {
                                        validate5.errors = [{ instancePath: instancePath + "/options/" + i0 + "/label", schemaPath: "v18/properties/label/type", keyword: "type", params: { type: schema7.properties.label.type } }];
                                        return false;
                                      }
                                    }
                                  }
                                } else {
                                  validate5.errors = [{ instancePath: instancePath + "/options/" + i0, schemaPath: "v18/type", keyword: "type", params: { type: schema7.type } }];
                                  return false;
                                }
                              }
                              var valid2 = _errs18 === errors;
                              if (!valid2) {
                                break;
                              }
                            }
                          }
                        }
                        var valid0 = _errs16 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.instructions !== void 0) {
                          let data10 = data.instructions;
                          const _errs23 = errors;
                          if (typeof data10 !== "string" && data10 !== null) {
                            validate5.errors = [{ instancePath: instancePath + "/instructions", schemaPath: "#/properties/instructions/type", keyword: "type", params: { type: schema5.properties.instructions.type } }];
                            return false;
                          }
                          var valid0 = _errs23 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.metadata !== void 0) {
                            let data11 = data.metadata;
                            const _errs25 = errors;
                            if (errors === _errs25) {
                              if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                                for (const key0 in data11) {
                                  let data12 = data11[key0];
                                  const _errs28 = errors;
                                  if (errors === _errs28) {
                                    if (typeof data12 === "string") {
                                      if (func0(data12) > 1e3) {
                                        validate5.errors = [{ instancePath: instancePath + "/metadata/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 1e3 } }];
                                        return false;
                                      }
                                    } else {
                                      validate5.errors = [{ instancePath: instancePath + "/metadata/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/additionalProperties/type", keyword: "type", params: { type: schema5.properties.metadata.additionalProperties.type } }];
                                      return false;
                                    }
                                  }
                                  var valid5 = _errs28 === errors;
                                  if (!valid5) {
                                    break;
                                  }
                                }
                              } else {
                                validate5.errors = [{ instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: schema5.properties.metadata.type } }];
                                return false;
                              }
                            }
                            var valid0 = _errs25 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.createdAt !== void 0) {
                              let data13 = data.createdAt;
                              const _errs30 = errors;
                              if (errors === _errs30) {
                                if (errors === _errs30) {
                                  if (typeof data13 === "string") {
                                    if (!formats0(data13)) {
                                      validate5.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/format", keyword: "format", params: { format: "date-time" } }];
                                      return false;
                                    }
                                  } else {
                                    validate5.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: schema5.properties.createdAt.type } }];
                                    return false;
                                  }
                                }
                              }
                              var valid0 = _errs30 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.updatedAt !== void 0) {
                                let data14 = data.updatedAt;
                                const _errs32 = errors;
                                if (errors === _errs32) {
                                  if (errors === _errs32) {
                                    if (typeof data14 === "string") {
                                      if (!formats0(data14)) {
                                        validate5.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/format", keyword: "format", params: { format: "date-time" } }];
                                        return false;
                                      }
                                    } else {
                                      validate5.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/type", keyword: "type", params: { type: schema5.properties.updatedAt.type } }];
                                      return false;
                                    }
                                  }
                                }
                                var valid0 = _errs32 === errors;
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
      validate5.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema5.type } }];
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
    validate6.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema6.type } }];
    return false;
  }
  if (!(data === "pending" || data === "canceled" || data === "completed")) {
    validate6.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema6.enum } }];
    return false;
  }
  validate6.errors = vErrors;
  return errors === 0;
}
var v18 = validate7;
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
            validate7.errors = [{ instancePath: instancePath + "/label", schemaPath: "#/properties/label/type", keyword: "type", params: { type: schema7.properties.label.type } }];
            return false;
          }
        }
      }
    } else {
      validate7.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema7.type } }];
      return false;
    }
  }
  validate7.errors = vErrors;
  return errors === 0;
}
var v21 = validate8;
var schema13 = { "$id": "v23", "type": ["object"], "required": ["statusCode", "timestamp", "message", "error", "path"], "properties": { "statusCode": { "type": ["integer"], "maximum": 599, "minimum": 400 }, "timestamp": { "type": ["string"], "format": "date-time" }, "message": { "type": ["string"] }, "error": { "type": ["string"] }, "path": { "type": ["string"] } } };
var schema16 = { "$id": "v25", "type": ["object"], "required": ["error"], "propertyNames": { "not": { "pattern": "^(requestId|statusCode)$" } }, "properties": { "error": { "type": ["string"] } } };
var schema11 = { "$id": "v22", "type": ["object"], "required": ["requestId", "error"], "properties": { "requestId": { "type": ["string"] }, "error": { "type": ["string"] }, "tag": { "$ref": "v28" } } };
var schema12 = { "$id": "v28", "type": ["string"] };
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
          const _errs1 = errors;
          if (typeof data.requestId !== "string") {
            validate9.errors = [{ instancePath: instancePath + "/requestId", schemaPath: "#/properties/requestId/type", keyword: "type", params: { type: schema11.properties.requestId.type } }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.error !== void 0) {
            const _errs3 = errors;
            if (typeof data.error !== "string") {
              validate9.errors = [{ instancePath: instancePath + "/error", schemaPath: "#/properties/error/type", keyword: "type", params: { type: schema11.properties.error.type } }];
              return false;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.tag !== void 0) {
              const _errs5 = errors;
              if (typeof data.tag !== "string") {
                validate9.errors = [{ instancePath: instancePath + "/tag", schemaPath: "v28/type", keyword: "type", params: { type: schema12.type } }];
                return false;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate9.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema11.type } }];
      return false;
    }
  }
  validate9.errors = vErrors;
  return errors === 0;
}
var schema14 = { "$id": "v24", "type": ["object"], "required": ["error"], "properties": { "requestId": { "type": ["string"] }, "error": { "$ref": "v35" } } };
var schema15 = { "$id": "v35", "type": ["object"], "required": ["message"], "properties": { "type": { "type": ["string"] }, "code": { "type": ["string"] }, "message": { "type": ["string"] }, "detail": {} } };
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
          const _errs1 = errors;
          if (typeof data.requestId !== "string") {
            validate11.errors = [{ instancePath: instancePath + "/requestId", schemaPath: "#/properties/requestId/type", keyword: "type", params: { type: schema14.properties.requestId.type } }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.error !== void 0) {
            let data1 = data.error;
            const _errs3 = errors;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                let missing1;
                if (data1.message === void 0 && (missing1 = "message")) {
                  validate11.errors = [{ instancePath: instancePath + "/error", schemaPath: "v35/required", keyword: "required", params: { missingProperty: missing1 } }];
                  return false;
                } else {
                  if (data1.type !== void 0) {
                    const _errs6 = errors;
                    if (typeof data1.type !== "string") {
                      validate11.errors = [{ instancePath: instancePath + "/error/type", schemaPath: "v35/properties/type/type", keyword: "type", params: { type: schema15.properties.type.type } }];
                      return false;
                    }
                    var valid2 = _errs6 === errors;
                  } else {
                    var valid2 = true;
                  }
                  if (valid2) {
                    if (data1.code !== void 0) {
                      const _errs8 = errors;
                      if (typeof data1.code !== "string") {
                        validate11.errors = [{ instancePath: instancePath + "/error/code", schemaPath: "v35/properties/code/type", keyword: "type", params: { type: schema15.properties.code.type } }];
                        return false;
                      }
                      var valid2 = _errs8 === errors;
                    } else {
                      var valid2 = true;
                    }
                    if (valid2) {
                      if (data1.message !== void 0) {
                        const _errs10 = errors;
                        if (typeof data1.message !== "string") {
                          validate11.errors = [{ instancePath: instancePath + "/error/message", schemaPath: "v35/properties/message/type", keyword: "type", params: { type: schema15.properties.message.type } }];
                          return false;
                        }
                        var valid2 = _errs10 === errors;
                      } else {
                        var valid2 = true;
                      }
                    }
                  }
                }
              } else {
                validate11.errors = [{ instancePath: instancePath + "/error", schemaPath: "v35/type", keyword: "type", params: { type: schema15.type } }];
                return false;
              }
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate11.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema14.type } }];
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
            const _errs5 = errors;
            if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)))) {
              const err1 = { instancePath: instancePath + "/statusCode", schemaPath: "v23/properties/statusCode/type", keyword: "type", params: { type: schema13.properties.statusCode.type } };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
            if (errors === _errs5) {
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
            var valid2 = _errs5 === errors;
          } else {
            var valid2 = true;
          }
          if (valid2) {
            if (data.timestamp !== void 0) {
              let data1 = data.timestamp;
              const _errs7 = errors;
              if (errors === _errs7) {
                if (errors === _errs7) {
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
                    const err5 = { instancePath: instancePath + "/timestamp", schemaPath: "v23/properties/timestamp/type", keyword: "type", params: { type: schema13.properties.timestamp.type } };
                    if (vErrors === null) {
                      vErrors = [err5];
                    } else {
                      vErrors.push(err5);
                    }
                    errors++;
                  }
                }
              }
              var valid2 = _errs7 === errors;
            } else {
              var valid2 = true;
            }
            if (valid2) {
              if (data.message !== void 0) {
                const _errs9 = errors;
                if (typeof data.message !== "string") {
                  const err6 = { instancePath: instancePath + "/message", schemaPath: "v23/properties/message/type", keyword: "type", params: { type: schema13.properties.message.type } };
                  if (vErrors === null) {
                    vErrors = [err6];
                  } else {
                    vErrors.push(err6);
                  }
                  errors++;
                }
                var valid2 = _errs9 === errors;
              } else {
                var valid2 = true;
              }
              if (valid2) {
                if (data.error !== void 0) {
                  const _errs11 = errors;
                  if (typeof data.error !== "string") {
                    const err7 = { instancePath: instancePath + "/error", schemaPath: "v23/properties/error/type", keyword: "type", params: { type: schema13.properties.error.type } };
                    if (vErrors === null) {
                      vErrors = [err7];
                    } else {
                      vErrors.push(err7);
                    }
                    errors++;
                  }
                  var valid2 = _errs11 === errors;
                } else {
                  var valid2 = true;
                }
                if (valid2) {
                  if (data.path !== void 0) {
                    const _errs13 = errors;
                    if (typeof data.path !== "string") {
                      const err8 = { instancePath: instancePath + "/path", schemaPath: "v23/properties/path/type", keyword: "type", params: { type: schema13.properties.path.type } };
                      if (vErrors === null) {
                        vErrors = [err8];
                      } else {
                        vErrors.push(err8);
                      }
                      errors++;
                    }
                    var valid2 = _errs13 === errors;
                  } else {
                    var valid2 = true;
                  }
                }
              }
            }
          }
        }
      } else {
        const err9 = { instancePath, schemaPath: "v23/type", keyword: "type", params: { type: schema13.type } };
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
      const _errs15 = errors;
      if (!validate11(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs15 === errors;
      valid0 = valid0 || _valid0;
      if (!valid0) {
        const _errs16 = errors;
        const _errs17 = errors;
        if (errors === _errs17) {
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
                const _errs19 = errors;
                const _errs20 = errors;
                const _errs21 = errors;
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
                var valid5 = _errs21 === errors;
                if (valid5) {
                  const err12 = { instancePath, schemaPath: "v25/propertyNames/not", keyword: "not", params: {}, propertyName: key0 };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                } else {
                  errors = _errs20;
                  if (vErrors !== null) {
                    if (_errs20) {
                      vErrors.length = _errs20;
                    } else {
                      vErrors = null;
                    }
                  }
                }
                var valid4 = _errs19 === errors;
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
                    const err14 = { instancePath: instancePath + "/error", schemaPath: "v25/properties/error/type", keyword: "type", params: { type: schema16.properties.error.type } };
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
            const err15 = { instancePath, schemaPath: "v25/type", keyword: "type", params: { type: schema16.type } };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        var _valid0 = _errs16 === errors;
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
          const _errs1 = errors;
          if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)))) {
            validate13.errors = [{ instancePath: instancePath + "/statusCode", schemaPath: "#/properties/statusCode/type", keyword: "type", params: { type: schema13.properties.statusCode.type } }];
            return false;
          }
          if (errors === _errs1) {
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
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.timestamp !== void 0) {
            let data1 = data.timestamp;
            const _errs3 = errors;
            if (errors === _errs3) {
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (!formats0(data1)) {
                    validate13.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "#/properties/timestamp/format", keyword: "format", params: { format: "date-time" } }];
                    return false;
                  }
                } else {
                  validate13.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "#/properties/timestamp/type", keyword: "type", params: { type: schema13.properties.timestamp.type } }];
                  return false;
                }
              }
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.message !== void 0) {
              const _errs5 = errors;
              if (typeof data.message !== "string") {
                validate13.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: schema13.properties.message.type } }];
                return false;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.error !== void 0) {
                const _errs7 = errors;
                if (typeof data.error !== "string") {
                  validate13.errors = [{ instancePath: instancePath + "/error", schemaPath: "#/properties/error/type", keyword: "type", params: { type: schema13.properties.error.type } }];
                  return false;
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.path !== void 0) {
                  const _errs9 = errors;
                  if (typeof data.path !== "string") {
                    validate13.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: schema13.properties.path.type } }];
                    return false;
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate13.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema13.type } }];
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
          const _errs1 = errors;
          const _errs2 = errors;
          const _errs3 = errors;
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
          var valid1 = _errs3 === errors;
          if (valid1) {
            const err1 = { instancePath, schemaPath: "#/propertyNames/not", keyword: "not", params: {}, propertyName: key0 };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          } else {
            errors = _errs2;
            if (vErrors !== null) {
              if (_errs2) {
                vErrors.length = _errs2;
              } else {
                vErrors = null;
              }
            }
          }
          var valid0 = _errs1 === errors;
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
              validate14.errors = [{ instancePath: instancePath + "/error", schemaPath: "#/properties/error/type", keyword: "type", params: { type: schema16.properties.error.type } }];
              return false;
            }
          }
        }
      }
    } else {
      validate14.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema16.type } }];
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
    validate15.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema12.type } }];
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
          const _errs1 = errors;
          if (typeof data.type !== "string") {
            validate16.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: schema15.properties.type.type } }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.code !== void 0) {
            const _errs3 = errors;
            if (typeof data.code !== "string") {
              validate16.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: schema15.properties.code.type } }];
              return false;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.message !== void 0) {
              const _errs5 = errors;
              if (typeof data.message !== "string") {
                validate16.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: schema15.properties.message.type } }];
                return false;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate16.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema15.type } }];
      return false;
    }
  }
  validate16.errors = vErrors;
  return errors === 0;
}
var v43 = validate17;
var schema21 = { "$id": "v43", "type": ["integer"], "minimum": 0 };
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)))) {
    validate17.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema21.type } }];
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
var schema22 = { "$id": "v44", "type": ["object"], "maxProperties": 0 };
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
      validate18.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema22.type } }];
      return false;
    }
  }
  validate18.errors = vErrors;
  return errors === 0;
}
var validators = { v0, v1, v2, v3, v4, v5, v8, v18, v21, v22, v23, v24, v25, v28, v35, v43, v44 };
export {
  validators
};
