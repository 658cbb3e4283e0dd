// Generated from openapi/ by `npm run generate`. Do not edit.
export const schemas = {
  "v0": {
    "name": "websets-enrichments-get webset",
    "spec": "openapi/components/parameters/Webset.yaml:10:1#/schema",
    "keywords": {
      "type": [
        "string"
      ],
      "minLength": 1
    },
    "places": {
      "type": "openapi/components/parameters/Webset.yaml:11:3#/schema/type",
      "minLength": "openapi/components/parameters/Webset.yaml:12:3#/schema/minLength"
    },
    "own": true
  },
  "v1": {
    "name": "websets-enrichments-get id",
    "spec": "openapi/components/parameters/Enrichment.yaml:9:1#/schema",
    "keywords": {
      "type": [
        "string"
      ],
      "minLength": 1
    },
    "places": {
      "type": "openapi/components/parameters/Enrichment.yaml:10:3#/schema/type",
      "minLength": "openapi/components/parameters/Enrichment.yaml:11:3#/schema/minLength"
    },
    "own": true
  },
  "v2": {
    "name": "header X-Request-Id",
    "spec": "openapi/components/headers/X-Request-Id.yaml:5:1#/schema",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/headers/X-Request-Id.yaml:6:3#/schema/type"
    },
    "own": true
  },
  "v3": {
    "name": "header CF-Ray",
    "spec": "openapi/components/headers/CF-Ray.yaml:5:1#/schema",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/headers/CF-Ray.yaml:6:3#/schema/type"
    },
    "own": true
  },
  "v4": {
    "name": "header ETag",
    "spec": "openapi/components/headers/ETag.yaml:5:1#/schema",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/headers/ETag.yaml:6:3#/schema/type"
    },
    "own": true
  },
  "v5": {
    "name": "WebsetEnrichment",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:1:1#",
    "keywords": {
      "type": [
        "object"
      ],
      "required": [
        "id",
        "object",
        "status",
        "websetId",
        "title",
        "description",
        "format",
        "options",
        "instructions",
        "createdAt",
        "updatedAt"
      ],
      "properties": {
        "id": "v6",
        "object": "v7",
        "status": "v8",
        "websetId": "v9",
        "title": "v10",
        "description": "v11",
        "format": "v12",
        "options": "v13",
        "instructions": "v14",
        "metadata": "v15",
        "createdAt": "v16",
        "updatedAt": "v17"
      }
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:1:1#/type",
      "required": "openapi/components/schemas/WebsetEnrichment.yaml:5:1#/required",
      "properties": "openapi/components/schemas/WebsetEnrichment.yaml:17:1#/properties"
    },
    "own": true
  },
  "v6": {
    "name": "WebsetEnrichment.id",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:18:3#/properties/id",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:19:5#/properties/id/type"
    }
  },
  "v7": {
    "name": "WebsetEnrichment.object",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:22:3#/properties/object",
    "keywords": {
      "type": [
        "string"
      ],
      "const": "webset_enrichment"
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:23:5#/properties/object/type",
      "const": "openapi/components/schemas/WebsetEnrichment.yaml:24:5#/properties/object/const"
    }
  },
  "v8": {
    "name": "WebsetEnrichmentStatus",
    "spec": "openapi/components/schemas/WebsetEnrichmentStatus.yaml:1:1#",
    "keywords": {
      "type": [
        "string"
      ],
      "enum": [
        "pending",
        "canceled",
        "completed"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichmentStatus.yaml:1:1#/type",
      "enum": "openapi/components/schemas/WebsetEnrichmentStatus.yaml:6:1#/enum"
    },
    "own": true
  },
  "v9": {
    "name": "WebsetEnrichment.websetId",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:28:3#/properties/websetId",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:29:5#/properties/websetId/type"
    }
  },
  "v10": {
    "name": "WebsetEnrichment.title",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:33:3#/properties/title",
    "keywords": {
      "type": [
        "string",
        "null"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:34:5#/properties/title/type"
    }
  },
  "v11": {
    "name": "WebsetEnrichment.description",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:38:3#/properties/description",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:39:5#/properties/description/type"
    }
  },
  "v12": {
    "name": "WebsetEnrichment.format",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:41:3#/properties/format",
    "keywords": {
      "type": [
        "string",
        "null"
      ],
      "enum": [
        "text",
        "date",
        "number",
        "options",
        "email",
        "phone",
        "url",
        null
      ]
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:42:5#/properties/format/type",
      "enum": "openapi/components/schemas/WebsetEnrichment.yaml:44:5#/properties/format/enum"
    }
  },
  "v13": {
    "name": "WebsetEnrichment.options",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:45:3#/properties/options",
    "keywords": {
      "type": [
        "array",
        "null"
      ],
      "items": "v18"
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:46:5#/properties/options/type",
      "items": "openapi/components/schemas/WebsetEnrichment.yaml:50:5#/properties/options/items"
    }
  },
  "v14": {
    "name": "WebsetEnrichment.instructions",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:52:3#/properties/instructions",
    "keywords": {
      "type": [
        "string",
        "null"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:53:5#/properties/instructions/type"
    }
  },
  "v15": {
    "name": "WebsetEnrichment.metadata",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:57:3#/properties/metadata",
    "keywords": {
      "type": [
        "object"
      ],
      "additionalProperties": "v19"
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:58:5#/properties/metadata/type",
      "additionalProperties": "openapi/components/schemas/WebsetEnrichment.yaml:63:5#/properties/metadata/additionalProperties"
    }
  },
  "v16": {
    "name": "WebsetEnrichment.createdAt",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:67:3#/properties/createdAt",
    "keywords": {
      "type": [
        "string"
      ],
      "format": "date-time"
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:68:5#/properties/createdAt/type",
      "format": "openapi/components/schemas/WebsetEnrichment.yaml:69:5#/properties/createdAt/format"
    }
  },
  "v17": {
    "name": "WebsetEnrichment.updatedAt",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:71:3#/properties/updatedAt",
    "keywords": {
      "type": [
        "string"
      ],
      "format": "date-time"
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:72:5#/properties/updatedAt/type",
      "format": "openapi/components/schemas/WebsetEnrichment.yaml:73:5#/properties/updatedAt/format"
    }
  },
  "v18": {
    "name": "WebsetEnrichmentOption",
    "spec": "openapi/components/schemas/WebsetEnrichmentOption.yaml:1:1#",
    "keywords": {
      "type": [
        "object"
      ],
      "required": [
        "label"
      ],
      "properties": {
        "label": "v20"
      }
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichmentOption.yaml:1:1#/type",
      "required": "openapi/components/schemas/WebsetEnrichmentOption.yaml:3:1#/required",
      "properties": "openapi/components/schemas/WebsetEnrichmentOption.yaml:5:1#/properties"
    },
    "own": true
  },
  "v19": {
    "name": "WebsetEnrichment.metadata.*",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:63:5#/properties/metadata/additionalProperties",
    "keywords": {
      "type": [
        "string"
      ],
      "maxLength": 1000
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichment.yaml:64:7#/properties/metadata/additionalProperties/type",
      "maxLength": "openapi/components/schemas/WebsetEnrichment.yaml:65:7#/properties/metadata/additionalProperties/maxLength"
    }
  },
  "v20": {
    "name": "WebsetEnrichmentOption.label",
    "spec": "openapi/components/schemas/WebsetEnrichmentOption.yaml:6:3#/properties/label",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/WebsetEnrichmentOption.yaml:7:5#/properties/label/type"
    }
  },
  "v21": {
    "name": "Error",
    "spec": "openapi/components/schemas/Error.yaml:1:1#",
    "keywords": {
      "anyOf": [
        "v22",
        "v23",
        "v24",
        "v25"
      ]
    },
    "places": {
      "anyOf": "openapi/components/schemas/Error.yaml:8:1#/anyOf"
    },
    "own": true
  },
  "v22": {
    "name": "GatewayError",
    "spec": "openapi/components/schemas/GatewayError.yaml:1:1#",
    "keywords": {
      "type": [
        "object"
      ],
      "required": [
        "requestId",
        "error"
      ],
      "properties": {
        "requestId": "v26",
        "error": "v27",
        "tag": "v28"
      }
    },
    "places": {
      "type": "openapi/components/schemas/GatewayError.yaml:1:1#/type",
      "required": "openapi/components/schemas/GatewayError.yaml:5:1#/required",
      "properties": "openapi/components/schemas/GatewayError.yaml:8:1#/properties"
    },
    "own": true
  },
  "v23": {
    "name": "ServiceError",
    "spec": "openapi/components/schemas/ServiceError.yaml:1:1#",
    "keywords": {
      "type": [
        "object"
      ],
      "required": [
        "statusCode",
        "timestamp",
        "message",
        "error",
        "path"
      ],
      "properties": {
        "statusCode": "v29",
        "timestamp": "v30",
        "message": "v31",
        "error": "v32",
        "path": "v33"
      }
    },
    "places": {
      "type": "openapi/components/schemas/ServiceError.yaml:1:1#/type",
      "required": "openapi/components/schemas/ServiceError.yaml:3:1#/required",
      "properties": "openapi/components/schemas/ServiceError.yaml:9:1#/properties"
    },
    "own": true
  },
  "v24": {
    "name": "StructuredError",
    "spec": "openapi/components/schemas/StructuredError.yaml:1:1#",
    "keywords": {
      "type": [
        "object"
      ],
      "required": [
        "error"
      ],
      "properties": {
        "requestId": "v34",
        "error": "v35"
      }
    },
    "places": {
      "type": "openapi/components/schemas/StructuredError.yaml:1:1#/type",
      "required": "openapi/components/schemas/StructuredError.yaml:5:1#/required",
      "properties": "openapi/components/schemas/StructuredError.yaml:7:1#/properties"
    },
    "own": true
  },
  "v25": {
    "name": "BareError",
    "spec": "openapi/components/schemas/BareError.yaml:1:1#",
    "keywords": {
      "type": [
        "object"
      ],
      "required": [
        "error"
      ],
      "propertyNames": "v36",
      "properties": {
        "error": "v37"
      }
    },
    "places": {
      "type": "openapi/components/schemas/BareError.yaml:1:1#/type",
      "required": "openapi/components/schemas/BareError.yaml:5:1#/required",
      "propertyNames": "openapi/components/schemas/BareError.yaml:11:1#/propertyNames",
      "properties": "openapi/components/schemas/BareError.yaml:7:1#/properties"
    },
    "own": true
  },
  "v26": {
    "name": "GatewayError.requestId",
    "spec": "openapi/components/schemas/GatewayError.yaml:9:3#/properties/requestId",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/GatewayError.yaml:10:5#/properties/requestId/type"
    }
  },
  "v27": {
    "name": "GatewayError.error",
    "spec": "openapi/components/schemas/GatewayError.yaml:12:3#/properties/error",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/GatewayError.yaml:13:5#/properties/error/type"
    }
  },
  "v28": {
    "name": "ErrorTag",
    "spec": "openapi/components/schemas/ErrorTag.yaml:1:1#",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/ErrorTag.yaml:1:1#/type"
    },
    "own": true
  },
  "v29": {
    "name": "ServiceError.statusCode",
    "spec": "openapi/components/schemas/ServiceError.yaml:10:3#/properties/statusCode",
    "keywords": {
      "type": [
        "integer"
      ],
      "maximum": 599,
      "minimum": 400
    },
    "places": {
      "type": "openapi/components/schemas/ServiceError.yaml:11:5#/properties/statusCode/type",
      "maximum": "openapi/components/schemas/ServiceError.yaml:13:5#/properties/statusCode/maximum",
      "minimum": "openapi/components/schemas/ServiceError.yaml:12:5#/properties/statusCode/minimum"
    }
  },
  "v30": {
    "name": "ServiceError.timestamp",
    "spec": "openapi/components/schemas/ServiceError.yaml:15:3#/properties/timestamp",
    "keywords": {
      "type": [
        "string"
      ],
      "format": "date-time"
    },
    "places": {
      "type": "openapi/components/schemas/ServiceError.yaml:16:5#/properties/timestamp/type",
      "format": "openapi/components/schemas/ServiceError.yaml:17:5#/properties/timestamp/format"
    }
  },
  "v31": {
    "name": "ServiceError.message",
    "spec": "openapi/components/schemas/ServiceError.yaml:19:3#/properties/message",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/ServiceError.yaml:20:5#/properties/message/type"
    }
  },
  "v32": {
    "name": "ServiceError.error",
    "spec": "openapi/components/schemas/ServiceError.yaml:22:3#/properties/error",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/ServiceError.yaml:23:5#/properties/error/type"
    }
  },
  "v33": {
    "name": "ServiceError.path",
    "spec": "openapi/components/schemas/ServiceError.yaml:25:3#/properties/path",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/ServiceError.yaml:26:5#/properties/path/type"
    }
  },
  "v34": {
    "name": "StructuredError.requestId",
    "spec": "openapi/components/schemas/StructuredError.yaml:8:3#/properties/requestId",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/StructuredError.yaml:9:5#/properties/requestId/type"
    }
  },
  "v35": {
    "name": "ErrorDetail",
    "spec": "openapi/components/schemas/ErrorDetail.yaml:1:1#",
    "keywords": {
      "type": [
        "object"
      ],
      "required": [
        "message"
      ],
      "properties": {
        "type": "v38",
        "code": "v39",
        "message": "v40",
        "detail": "v41"
      }
    },
    "places": {
      "type": "openapi/components/schemas/ErrorDetail.yaml:1:1#/type",
      "required": "openapi/components/schemas/ErrorDetail.yaml:5:1#/required",
      "properties": "openapi/components/schemas/ErrorDetail.yaml:7:1#/properties"
    },
    "own": true
  },
  "v36": {
    "name": "BareError",
    "spec": "openapi/components/schemas/BareError.yaml:11:1#/propertyNames",
    "keywords": {
      "not": "v42"
    },
    "places": {
      "not": "openapi/components/schemas/BareError.yaml:12:3#/propertyNames/not"
    }
  },
  "v37": {
    "name": "BareError.error",
    "spec": "openapi/components/schemas/BareError.yaml:8:3#/properties/error",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/BareError.yaml:9:5#/properties/error/type"
    }
  },
  "v38": {
    "name": "ErrorDetail.type",
    "spec": "openapi/components/schemas/ErrorDetail.yaml:8:3#/properties/type",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/ErrorDetail.yaml:9:5#/properties/type/type"
    }
  },
  "v39": {
    "name": "ErrorDetail.code",
    "spec": "openapi/components/schemas/ErrorDetail.yaml:11:3#/properties/code",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/ErrorDetail.yaml:12:5#/properties/code/type"
    }
  },
  "v40": {
    "name": "ErrorDetail.message",
    "spec": "openapi/components/schemas/ErrorDetail.yaml:14:3#/properties/message",
    "keywords": {
      "type": [
        "string"
      ]
    },
    "places": {
      "type": "openapi/components/schemas/ErrorDetail.yaml:15:5#/properties/message/type"
    }
  },
  "v41": {
    "name": "ErrorDetail.detail",
    "spec": "openapi/components/schemas/ErrorDetail.yaml:17:3#/properties/detail",
    "keywords": {},
    "places": {}
  },
  "v42": {
    "name": "BareError",
    "spec": "openapi/components/schemas/BareError.yaml:12:3#/propertyNames/not",
    "keywords": {
      "pattern": "^(requestId|statusCode)$"
    },
    "places": {
      "pattern": "openapi/components/schemas/BareError.yaml:13:5#/propertyNames/not/pattern"
    }
  },
  "v43": {
    "name": "header Retry-After",
    "spec": "openapi/components/headers/Retry-After.yaml:5:1#/schema",
    "keywords": {
      "type": [
        "integer"
      ],
      "minimum": 0
    },
    "places": {
      "type": "openapi/components/headers/Retry-After.yaml:6:3#/schema/type",
      "minimum": "openapi/components/headers/Retry-After.yaml:7:3#/schema/minimum"
    },
    "own": true
  },
  "v44": {
    "name": "CancelRequest",
    "spec": "openapi/components/schemas/CancelRequest.yaml:1:1#",
    "keywords": {
      "type": [
        "object"
      ],
      "maxProperties": 0
    },
    "places": {
      "type": "openapi/components/schemas/CancelRequest.yaml:1:1#/type",
      "maxProperties": "openapi/components/schemas/CancelRequest.yaml:5:1#/maxProperties"
    },
    "own": true
  }
};
