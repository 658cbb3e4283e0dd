// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/v0/websets/{webset}/enrichments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an Enrichment
         * @description Reads one enrichment. After a cancel this is the only way to learn whether the enrichment ended `canceled`
         *     or `completed`.
         */
        get: operations["websets-enrichments-get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v0/websets/{webset}/enrichments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a running Enrichment
         * @description Asks for a running enrichment to be stopped. A canceled enrichment cannot be resumed.
         *
         *     **200 means that the request was taken, not that the enrichment has stopped.** Published, 200 says that the
         *     enrichment is cancelled. Observed, the call answered 200 with `status: pending`, and only a later read of
         *     another cancelled enrichment showed `canceled`. Read the enrichment back to learn how it ended; it can still
         *     end `completed`.
         *
         *     Published, all running enrichments will be canceled. The path names one enrichment all the same, and the
         *     answer holds that one; nothing was observed that would tell of the others in the Webset.
         *
         *     Unknown: what a second cancel of the same enrichment answers, and what a cancel of a completed one answers.
         *     Neither is published, and neither was observed.
         *
         *     Mind the neighbour: `POST /v0/websets/{id}/cancel` stops the whole Webset. An enrichment id of `..` turns
         *     this call into that one wherever the URL is normalised before it is sent.
         */
        post: operations["websets-enrichments-cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description How far the enrichment is: `pending` while it runs, then `canceled` or `completed`. A cancel was observed to
         *     answer while the status was still `pending`. Of 104 observed enrichments 86 were `pending`, 4 `canceled` and
         *     14 `completed`.
         * @enum {string}
         */
        WebsetEnrichmentStatus: "pending" | "canceled" | "completed";
        /** @description One answer to choose from. */
        WebsetEnrichmentOption: {
            /** @description The answer, as it is shown. */
            label: string;
        };
        /**
         * @description An enrichment of a Webset. Open: the API may add fields. All fields but `metadata` are published as required,
         *     and all, `metadata` too, were there in all 104 observed objects.
         */
        WebsetEnrichment: {
            /** @description The id of the enrichment. Opaque; observed as `wenrich_` and 25 or 26 lower-case base-32 characters. */
            id: string;
            /**
             * @description Says what kind of object this is.
             * @constant
             */
            object: "webset_enrichment";
            status: components["schemas"]["WebsetEnrichmentStatus"];
            /**
             * @description The id of the Webset that the enrichment belongs to. Always the id, so it differs from the path when the
             *     call was made with an externalId.
             */
            websetId: string;
            /**
             * @description A short name, written by the API some time after the creation; null until then (observed 54 nulls, 50
             *     strings). The title of a canceled enrichment was observed to become "[Deprecated]".
             */
            title: string | null;
            /** @description What the enrichment asks for, as its creator put it. */
            description: string;
            /**
             * @description The form of the answers. Null is published, never observed; nor are date, number, email and phone.
             * @enum {string|null}
             */
            format: "text" | "date" | "number" | "options" | "email" | "phone" | "url" | null;
            /**
             * @description The answers to choose from, for the format `options`; null for others. Observed as an array 16 times, as
             *     often as that format.
             */
            options: components["schemas"]["WebsetEnrichmentOption"][] | null;
            /**
             * @description What the API tells its own agents to do, written by it some time after the creation; null until then
             *     (observed 54 nulls, 50 strings).
             */
            instructions: string | null;
            /**
             * @description Strings that the creator attached. Published as optional with `{}` for a default; observed always there
             *     and always empty.
             * @default {}
             */
            metadata?: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description When the enrichment was created. Observed in UTC with milliseconds and `Z`.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the enrichment last changed. Observed in UTC with milliseconds and `Z`; for one that was canceled,
             *     7.8 seconds after `createdAt`.
             */
            updatedAt: string;
        };
        /**
         * @description A name for the kind of error. Published as always there, observed to be missing. The set of tags is open, so
         *     this is no enum: branch on the status, and keep the tag as detail.
         * @example INVALID_API_KEY
         * @example NO_MORE_CREDITS
         * @example API_KEY_BUDGET_EXCEEDED
         * @example TEAM_BUDGET_EXCEEDED
         * @example FEATURE_DISABLED
         * @example RATE_LIMIT_EXCEEDED
         * @example SERVICE_OVERLOADED
         */
        ErrorTag: string;
        /**
         * @description An error of the gateway in front of the service: keys, limits, credits. Known by its `requestId`. Published
         *     with `tag` required; observed without it.
         */
        GatewayError: {
            /** @description Names the request when writing to Exa's support. Observed here although not in a header. */
            requestId: string;
            /** @description What went wrong, in words for people. */
            error: string;
            tag?: components["schemas"]["ErrorTag"];
        };
        /** @description An error of the Websets service itself. Not published; observed with 404. Known by its `statusCode`. */
        ServiceError: {
            /** @description The status of the response, once more. */
            statusCode: number;
            /**
             * Format: date-time
             * @description When the error arose. Observed in UTC with milliseconds and `Z`.
             */
            timestamp: string;
            /** @description What went wrong, in words for people. */
            message: string;
            /** @description The reason phrase of the status, such as "Not Found". */
            error: string;
            /** @description The path that was called, without the `/websets` prefix of the server. */
            path: string;
        };
        /**
         * @description The parts of a structured error that the official SDK reads. Which of them are always there is not known; without
         *     a `message` it would say nothing.
         */
        ErrorDetail: {
            /** @description The family of the error. */
            type?: string;
            /** @description A name for the kind of error. */
            code?: string;
            /** @description What went wrong, in words for people. */
            message: string;
            /** @description More about the error. Nothing says of what type it is. */
            detail?: unknown;
        };
        /**
         * @description An error with details of its own. Neither published nor observed: the official SDK parses it, so a client has
         *     to be ready for it. Known by an `error` that is an object.
         */
        StructuredError: {
            /** @description Names the request when writing to Exa's support. */
            requestId?: string;
            error: components["schemas"]["ErrorDetail"];
        };
        /**
         * @description An error that says what went wrong and no more. Has been published for 429. A body with `requestId` or
         *     `statusCode` belongs to the gateway or the service, and has to have the whole shape of theirs.
         */
        BareError: {
            /** @description What went wrong, in words for people. */
            error: string;
        };
        /**
         * @description The body of an error, in one of the shapes below. Published is one shape alone, with `requestId`, `error` and
         *     `tag` all required. Which layer answers does not follow from the status, so each shape is allowed with each
         *     status: branch on the status, and keep the rest as detail.
         *
         *     `anyOf`, since the shapes are open: a body that fits two of them is richer, not wrong. Only the bare shape
         *     gives way to the others, so that a broken error of another layer is not taken for a bare one.
         */
        Error: components["schemas"]["GatewayError"] | components["schemas"]["ServiceError"] | components["schemas"]["StructuredError"] | components["schemas"]["BareError"];
        /**
         * @description The empty object. The API publishes no body for a cancel; this is the only one that a client was observed to
         *     send.
         */
        CancelRequest: Record<string, never>;
    };
    responses: {
        /** @description The request is malformed. Observed also for a key that is not valid, where 401 is published. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description The key is missing or not valid. Published with the tag `INVALID_API_KEY`; a key that is not valid was
         *     observed to answer 400 instead.
         */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Credits or a budget are spent. Published; no observation of it is known. */
        PaymentRequired: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Not allowed on the plan of this key. Published; no observation of it is known. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description No such Webset, or no such enrichment in it. The observed body is an error of the service, not the published
         *     shape.
         */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description The request conflicts with the state of the resource. Published without saying when; no observation of it is
         *     known.
         */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request was understood and refused. Published without saying when; no observation of it is known. */
        UnprocessableContent: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description Too many requests: by default a key may make 10 a second. Wait as long as `Retry-After` says, else back off
         *     exponentially. Has been published with the bare body too. No observation of it is known.
         */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description Something broke on the side of the API. Published; no observation of it is known. Whether a cancel took hold
         *     is unknown: read the enrichment back.
         */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description The gateway got no good answer from the service. Published; no observation of it is known. Whether a cancel
         *     took hold is unknown: read the enrichment back.
         */
        BadGateway: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description Over capacity. The request was **not** processed, so trying again is right. Published; no observation of it is
         *     known.
         */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description The deadline passed before the service answered. Published; no observation of it is known. Whether a cancel
         *     took hold is unknown: read the enrichment back.
         */
        GatewayTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "CF-Ray": components["headers"]["CF-Ray"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /**
         * @description The id of the Webset, or the externalId that its owner gave it. Percent-encode it: an externalId may hold any
         *     character, a slash too.
         *
         *     An externalId is at most 300 characters long (published). That limit is not repeated as `maxLength`, because
         *     this parameter also takes ids, which are opaque and promise no length.
         */
        Webset: string;
        /**
         * @description The id of the enrichment: an opaque string. Observed ids are `wenrich_` and 25 or 26 lower-case base-32
         *     characters, but nothing promises that form.
         *
         *     Never `.` or `..`: those are no ids but path segments, and change which operation is called.
         */
        Enrichment: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Names the request when writing to Exa's support. Published as required; absent from all 224 observed
         *     responses, so optional here.
         * @example 5eed0000c0ffee00000000000000f00d
         */
        "X-Request-Id": string;
        /**
         * @description Cloudflare's name for the request, with the data centre that served it. Not published; observed, and with
         *     `X-Request-Id` absent the only header that names a single request.
         * @example 0123456789abcdef-AMS
         */
        "CF-Ray": string;
        /**
         * @description A weak validator of the body. Not published, observed. Equal values mean an equal body: a cancel was observed
         *     to answer with the ETag of the create before it. Observed on errors too: a 400 of the gateway, and a 404.
         * @example W/"146-0000000000000000000000000000"
         */
        ETag: string;
        /**
         * @description How many seconds to wait before the next try. Published as present only sometimes; no observation of it is
         *     known. Where it is missing, back off exponentially.
         * @example 2
         */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "websets-enrichments-get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the Webset, or the externalId that its owner gave it. Percent-encode it: an externalId may hold any
                 *     character, a slash too.
                 *
                 *     An externalId is at most 300 characters long (published). That limit is not repeated as `maxLength`, because
                 *     this parameter also takes ids, which are opaque and promise no length.
                 */
                webset: components["parameters"]["Webset"];
                /**
                 * @description The id of the enrichment: an opaque string. Observed ids are `wenrich_` and 25 or 26 lower-case base-32
                 *     characters, but nothing promises that form.
                 *
                 *     Never `.` or `..`: those are no ids but path segments, and change which operation is called.
                 */
                id: components["parameters"]["Enrichment"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The enrichment as it stands. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "CF-Ray": components["headers"]["CF-Ray"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebsetEnrichment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    "websets-enrichments-cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the Webset, or the externalId that its owner gave it. Percent-encode it: an externalId may hold any
                 *     character, a slash too.
                 *
                 *     An externalId is at most 300 characters long (published). That limit is not repeated as `maxLength`, because
                 *     this parameter also takes ids, which are opaque and promise no length.
                 */
                webset: components["parameters"]["Webset"];
                /**
                 * @description The id of the enrichment: an opaque string. Observed ids are `wenrich_` and 25 or 26 lower-case base-32
                 *     characters, but nothing promises that form.
                 *
                 *     Never `.` or `..`: those are no ids but path segments, and change which operation is called.
                 */
                id: components["parameters"]["Enrichment"];
            };
            cookie?: never;
        };
        /**
         * @description None is published, and none is needed. A client that sends an empty JSON object is answered with 200 as
         *     well (observed).
         */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /**
             * @description The request to cancel was taken; the body is the enrichment as it stands. Published as "Enrichment
             *     cancelled", observed with `status: pending`.
             */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "CF-Ray": components["headers"]["CF-Ray"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebsetEnrichment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}
