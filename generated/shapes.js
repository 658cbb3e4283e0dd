// Generated from openapi/ by `npm run generate`. Do not edit.
export const shapes = {
  "v0": {
    "name": "websets-enrichments-get webset",
    "spec": "openapi/components/parameters/Webset.yaml:10:1#/schema",
    "types": [
      "string"
    ]
  },
  "v1": {
    "name": "websets-enrichments-get id",
    "spec": "openapi/components/parameters/Enrichment.yaml:9:1#/schema",
    "types": [
      "string"
    ]
  },
  "v2": {
    "name": "header X-Request-Id",
    "spec": "openapi/components/headers/X-Request-Id.yaml:5:1#/schema",
    "types": [
      "string"
    ]
  },
  "v3": {
    "name": "header CF-Ray",
    "spec": "openapi/components/headers/CF-Ray.yaml:5:1#/schema",
    "types": [
      "string"
    ]
  },
  "v4": {
    "name": "header ETag",
    "spec": "openapi/components/headers/ETag.yaml:5:1#/schema",
    "types": [
      "string"
    ]
  },
  "v6": {
    "name": "WebsetEnrichment.id",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:18:3#/properties/id",
    "types": [
      "string"
    ]
  },
  "v7": {
    "name": "WebsetEnrichment.object",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:22:3#/properties/object",
    "types": [
      "string"
    ],
    "enum": [
      "webset_enrichment"
    ]
  },
  "v9": {
    "name": "WebsetEnrichment.websetId",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:28:3#/properties/websetId",
    "types": [
      "string"
    ]
  },
  "v10": {
    "name": "WebsetEnrichment.title",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:33:3#/properties/title",
    "types": [
      "string",
      "null"
    ]
  },
  "v11": {
    "name": "WebsetEnrichment.description",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:38:3#/properties/description",
    "types": [
      "string"
    ]
  },
  "v12": {
    "name": "WebsetEnrichment.format",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:41:3#/properties/format",
    "types": [
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
  "v13": {
    "name": "WebsetEnrichment.options",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:45:3#/properties/options",
    "types": [
      "array",
      "null"
    ],
    "items": "v14"
  },
  "v15": {
    "name": "WebsetEnrichment.instructions",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:52:3#/properties/instructions",
    "types": [
      "string",
      "null"
    ]
  },
  "v17": {
    "name": "WebsetEnrichment.metadata.*",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:63:5#/properties/metadata/additionalProperties",
    "types": [
      "string"
    ]
  },
  "v16": {
    "name": "WebsetEnrichment.metadata",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:57:3#/properties/metadata",
    "types": [
      "object"
    ],
    "additional": "v17"
  },
  "v18": {
    "name": "WebsetEnrichment.createdAt",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:67:3#/properties/createdAt",
    "types": [
      "string"
    ]
  },
  "v19": {
    "name": "WebsetEnrichment.updatedAt",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:71:3#/properties/updatedAt",
    "types": [
      "string"
    ]
  },
  "v5": {
    "name": "WebsetEnrichment",
    "spec": "openapi/components/schemas/WebsetEnrichment.yaml:1:1#",
    "types": [
      "object"
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
      "instructions": "v15",
      "metadata": "v16",
      "createdAt": "v18",
      "updatedAt": "v19"
    }
  },
  "v8": {
    "name": "WebsetEnrichmentStatus",
    "spec": "openapi/components/schemas/WebsetEnrichmentStatus.yaml:1:1#",
    "types": [
      "string"
    ],
    "enum": [
      "pending",
      "canceled",
      "completed"
    ]
  },
  "v20": {
    "name": "WebsetEnrichmentOption.label",
    "spec": "openapi/components/schemas/WebsetEnrichmentOption.yaml:6:3#/properties/label",
    "types": [
      "string"
    ]
  },
  "v14": {
    "name": "WebsetEnrichmentOption",
    "spec": "openapi/components/schemas/WebsetEnrichmentOption.yaml:1:1#",
    "types": [
      "object"
    ],
    "properties": {
      "label": "v20"
    }
  },
  "v21": {
    "name": "Error",
    "spec": "openapi/components/schemas/Error.yaml:1:1#",
    "some": [
      "v22",
      "v23",
      "v24",
      "v25"
    ]
  },
  "v26": {
    "name": "GatewayError.requestId",
    "spec": "openapi/components/schemas/GatewayError.yaml:9:3#/properties/requestId",
    "types": [
      "string"
    ]
  },
  "v27": {
    "name": "GatewayError.error",
    "spec": "openapi/components/schemas/GatewayError.yaml:12:3#/properties/error",
    "types": [
      "string"
    ]
  },
  "v22": {
    "name": "GatewayError",
    "spec": "openapi/components/schemas/GatewayError.yaml:1:1#",
    "types": [
      "object"
    ],
    "properties": {
      "requestId": "v26",
      "error": "v27",
      "tag": "v28"
    }
  },
  "v29": {
    "name": "ServiceError.statusCode",
    "spec": "openapi/components/schemas/ServiceError.yaml:10:3#/properties/statusCode",
    "types": [
      "integer"
    ]
  },
  "v30": {
    "name": "ServiceError.timestamp",
    "spec": "openapi/components/schemas/ServiceError.yaml:15:3#/properties/timestamp",
    "types": [
      "string"
    ]
  },
  "v31": {
    "name": "ServiceError.message",
    "spec": "openapi/components/schemas/ServiceError.yaml:19:3#/properties/message",
    "types": [
      "string"
    ]
  },
  "v32": {
    "name": "ServiceError.error",
    "spec": "openapi/components/schemas/ServiceError.yaml:22:3#/properties/error",
    "types": [
      "string"
    ]
  },
  "v33": {
    "name": "ServiceError.path",
    "spec": "openapi/components/schemas/ServiceError.yaml:25:3#/properties/path",
    "types": [
      "string"
    ]
  },
  "v23": {
    "name": "ServiceError",
    "spec": "openapi/components/schemas/ServiceError.yaml:1:1#",
    "types": [
      "object"
    ],
    "properties": {
      "statusCode": "v29",
      "timestamp": "v30",
      "message": "v31",
      "error": "v32",
      "path": "v33"
    }
  },
  "v34": {
    "name": "StructuredError.requestId",
    "spec": "openapi/components/schemas/StructuredError.yaml:8:3#/properties/requestId",
    "types": [
      "string"
    ]
  },
  "v24": {
    "name": "StructuredError",
    "spec": "openapi/components/schemas/StructuredError.yaml:1:1#",
    "types": [
      "object"
    ],
    "properties": {
      "requestId": "v34",
      "error": "v35"
    }
  },
  "v37": {
    "name": "BareError",
    "spec": "openapi/components/schemas/BareError.yaml:12:3#/propertyNames/not"
  },
  "v36": {
    "name": "BareError",
    "spec": "openapi/components/schemas/BareError.yaml:11:1#/propertyNames"
  },
  "v38": {
    "name": "BareError.error",
    "spec": "openapi/components/schemas/BareError.yaml:8:3#/properties/error",
    "types": [
      "string"
    ]
  },
  "v25": {
    "name": "BareError",
    "spec": "openapi/components/schemas/BareError.yaml:1:1#",
    "types": [
      "object"
    ],
    "properties": {
      "error": "v38"
    }
  },
  "v28": {
    "name": "ErrorTag",
    "spec": "openapi/components/schemas/ErrorTag.yaml:1:1#",
    "types": [
      "string"
    ]
  },
  "v39": {
    "name": "ErrorDetail.type",
    "spec": "openapi/components/schemas/ErrorDetail.yaml:8:3#/properties/type",
    "types": [
      "string"
    ]
  },
  "v40": {
    "name": "ErrorDetail.code",
    "spec": "openapi/components/schemas/ErrorDetail.yaml:11:3#/properties/code",
    "types": [
      "string"
    ]
  },
  "v41": {
    "name": "ErrorDetail.message",
    "spec": "openapi/components/schemas/ErrorDetail.yaml:14:3#/properties/message",
    "types": [
      "string"
    ]
  },
  "v42": {
    "name": "ErrorDetail.detail",
    "spec": "openapi/components/schemas/ErrorDetail.yaml:17:3#/properties/detail"
  },
  "v35": {
    "name": "ErrorDetail",
    "spec": "openapi/components/schemas/ErrorDetail.yaml:1:1#",
    "types": [
      "object"
    ],
    "properties": {
      "type": "v39",
      "code": "v40",
      "message": "v41",
      "detail": "v42"
    }
  },
  "v43": {
    "name": "header Retry-After",
    "spec": "openapi/components/headers/Retry-After.yaml:5:1#/schema",
    "types": [
      "integer"
    ]
  },
  "v44": {
    "name": "CancelRequest",
    "spec": "openapi/components/schemas/CancelRequest.yaml:1:1#",
    "types": [
      "object"
    ]
  }
};
