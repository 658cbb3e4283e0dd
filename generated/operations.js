// Generated from openapi/ by `npm run generate`. Do not edit.
export const description = {
  "file": "openapi/openapi.yaml",
  "title": "Exa Websets: cancel an enrichment (unofficial fragment)",
  "version": "0.1.0",
  "sha256": "ad6764e9071434361831990bf0eb048f94025386e9fa45feaba139aac67de130",
  "limitations": [],
  "operations": [
    {
      "operationId": "websets-enrichments-get",
      "method": "GET",
      "path": "/v0/websets/{webset}/enrichments/{id}",
      "servers": [
        {
          "host": "api.exa.ai",
          "basePath": "/websets"
        }
      ],
      "spec": "openapi/paths/websets-enrichments-get.yaml:1:1#/get",
      "parameters": [
        {
          "name": "webset",
          "in": "path",
          "required": true,
          "schema": "v0",
          "spec": "openapi/components/parameters/Webset.yaml:1:1#"
        },
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": "v1",
          "spec": "openapi/components/parameters/Enrichment.yaml:1:1#"
        }
      ],
      "requestBody": null,
      "security": [
        [
          {
            "scheme": "apiKey",
            "in": "header",
            "name": "x-api-key",
            "prefix": null,
            "spec": "openapi/components/securitySchemes/apiKey.yaml:1:1#"
          }
        ],
        [
          {
            "scheme": "bearer",
            "in": "header",
            "name": "authorization",
            "prefix": "bearer",
            "spec": "openapi/components/securitySchemes/bearer.yaml:1:1#"
          }
        ]
      ],
      "responses": {
        "200": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            },
            "etag": {
              "required": false,
              "schema": "v4",
              "spec": "openapi/components/headers/ETag.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v5",
              "spec": "openapi/paths/websets-enrichments-get.yaml:23:9#/get/responses/200/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:13:5#/get/responses/200"
        },
        "400": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            },
            "etag": {
              "required": false,
              "schema": "v4",
              "spec": "openapi/components/headers/ETag.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/BadRequest.yaml:11:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:39:5#/get/responses/400"
        },
        "401": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/Unauthorized.yaml:10:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:41:5#/get/responses/401"
        },
        "402": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/PaymentRequired.yaml:9:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:43:5#/get/responses/402"
        },
        "403": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/Forbidden.yaml:9:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:45:5#/get/responses/403"
        },
        "404": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            },
            "etag": {
              "required": false,
              "schema": "v4",
              "spec": "openapi/components/headers/ETag.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/NotFound.yaml:12:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:47:5#/get/responses/404"
        },
        "409": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/Conflict.yaml:10:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:49:5#/get/responses/409"
        },
        "422": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/UnprocessableContent.yaml:9:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:51:5#/get/responses/422"
        },
        "429": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            },
            "retry-after": {
              "required": false,
              "schema": "v43",
              "spec": "openapi/components/headers/Retry-After.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/TooManyRequests.yaml:12:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:53:5#/get/responses/429"
        },
        "500": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/InternalServerError.yaml:10:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:55:5#/get/responses/500"
        },
        "502": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/BadGateway.yaml:10:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:57:5#/get/responses/502"
        },
        "503": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            },
            "retry-after": {
              "required": false,
              "schema": "v43",
              "spec": "openapi/components/headers/Retry-After.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/ServiceUnavailable.yaml:12:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:59:5#/get/responses/503"
        },
        "504": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/GatewayTimeout.yaml:10:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-get.yaml:61:5#/get/responses/504"
        }
      }
    },
    {
      "operationId": "websets-enrichments-cancel",
      "method": "POST",
      "path": "/v0/websets/{webset}/enrichments/{id}/cancel",
      "servers": [
        {
          "host": "api.exa.ai",
          "basePath": "/websets"
        }
      ],
      "spec": "openapi/paths/websets-enrichments-cancel.yaml:1:1#/post",
      "parameters": [
        {
          "name": "webset",
          "in": "path",
          "required": true,
          "schema": "v0",
          "spec": "openapi/components/parameters/Webset.yaml:1:1#"
        },
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": "v1",
          "spec": "openapi/components/parameters/Enrichment.yaml:1:1#"
        }
      ],
      "requestBody": {
        "required": false,
        "content": {
          "application/json": {
            "schema": "v44",
            "spec": "openapi/paths/websets-enrichments-cancel.yaml:31:7#/post/requestBody/content/application~1json"
          }
        },
        "spec": "openapi/paths/websets-enrichments-cancel.yaml:25:3#/post/requestBody"
      },
      "security": [
        [
          {
            "scheme": "apiKey",
            "in": "header",
            "name": "x-api-key",
            "prefix": null,
            "spec": "openapi/components/securitySchemes/apiKey.yaml:1:1#"
          }
        ],
        [
          {
            "scheme": "bearer",
            "in": "header",
            "name": "authorization",
            "prefix": "bearer",
            "spec": "openapi/components/securitySchemes/bearer.yaml:1:1#"
          }
        ]
      ],
      "responses": {
        "200": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            },
            "etag": {
              "required": false,
              "schema": "v4",
              "spec": "openapi/components/headers/ETag.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v5",
              "spec": "openapi/paths/websets-enrichments-cancel.yaml:50:9#/post/responses/200/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:38:5#/post/responses/200"
        },
        "400": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            },
            "etag": {
              "required": false,
              "schema": "v4",
              "spec": "openapi/components/headers/ETag.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/BadRequest.yaml:11:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:60:5#/post/responses/400"
        },
        "401": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/Unauthorized.yaml:10:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:62:5#/post/responses/401"
        },
        "402": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/PaymentRequired.yaml:9:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:64:5#/post/responses/402"
        },
        "403": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/Forbidden.yaml:9:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:66:5#/post/responses/403"
        },
        "404": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            },
            "etag": {
              "required": false,
              "schema": "v4",
              "spec": "openapi/components/headers/ETag.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/NotFound.yaml:12:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:68:5#/post/responses/404"
        },
        "409": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/Conflict.yaml:10:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:70:5#/post/responses/409"
        },
        "422": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/UnprocessableContent.yaml:9:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:72:5#/post/responses/422"
        },
        "429": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            },
            "retry-after": {
              "required": false,
              "schema": "v43",
              "spec": "openapi/components/headers/Retry-After.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/TooManyRequests.yaml:12:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:74:5#/post/responses/429"
        },
        "500": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/InternalServerError.yaml:10:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:76:5#/post/responses/500"
        },
        "502": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/BadGateway.yaml:10:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:78:5#/post/responses/502"
        },
        "503": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            },
            "retry-after": {
              "required": false,
              "schema": "v43",
              "spec": "openapi/components/headers/Retry-After.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/ServiceUnavailable.yaml:12:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:80:5#/post/responses/503"
        },
        "504": {
          "headers": {
            "x-request-id": {
              "required": false,
              "schema": "v2",
              "spec": "openapi/components/headers/X-Request-Id.yaml:1:1#"
            },
            "cf-ray": {
              "required": false,
              "schema": "v3",
              "spec": "openapi/components/headers/CF-Ray.yaml:1:1#"
            }
          },
          "content": {
            "application/json": {
              "schema": "v21",
              "spec": "openapi/components/responses/GatewayTimeout.yaml:10:3#/content/application~1json"
            }
          },
          "spec": "openapi/paths/websets-enrichments-cancel.yaml:82:5#/post/responses/504"
        }
      }
    }
  ]
};
