import { describe, expect, it } from '@jest/globals';
import { detectFormat } from './detect.ts';

const COLLECTION = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

describe('detectFormat', () => {
  it.each([
    ['nock definitions', ' \n[{"scope":"https://a.test"}]', 'nock'],
    ['nock definitions whose names were sorted', '[{"body":"","rawHeaders":{},"response":"x"', 'nock'],
    ['no nock definition', '[ ]', 'nock'],
    [
      'the requests of a proxy',
      '[{"status":"COMPLETE","method":"GET","scheme":"https","path":"/"}]',
      undefined,
    ],
    ['a report of requests', '[{"iterationIndex":0,"results":[{"request":{"method":"GET"}}]}]', undefined],
    ['tokens with a scope', '[{"scope":"read"}]', undefined],
    ['a VCR cassette in YAML', '---\nhttp_interactions:\n- request:\n', 'vcr'],
    [
      'a VCR cassette with a comment and a tag',
      '# made by hand\n--- !ruby/object:X\nhttp_interactions: []',
      'vcr',
    ],
    ['a VCR cassette whose version comes first', 'recorded_with: VCR 6.3.1\nhttp_interactions:\n', 'vcr'],
    ['a VCR cassette in JSON', '{"http_interactions":[', 'vcr'],
    ['a cassette of vcrpy in YAML', 'interactions:\n- request:\n    body: null\n', 'vcr'],
    ['a cassette of vcrpy without exchanges', 'interactions: []\nversion: 1\n', 'vcr'],
    ['a cassette of vcrpy whose version comes first', 'version: 1\ninteractions:\n  - request:\n', 'vcr'],
    ['a cassette of vcrpy in JSON', '{"version": 1, "interactions": [{"request"', 'vcr'],
    ['interactions of something else', 'interactions:\n- name: click\n', undefined],
    ['a list of other interactions', '{"version": 2, "interactions": [', undefined],
    ['a HAR', '{\n  "log": {\n    "version"', 'har'],
    ['a HAR with something before its log', '{"comment":"x","log":{"version":"1.2"', 'har'],
    ['HAR entries', '{"startedDateTime":"2026-01-02', 'ndjson'],
    ['HAR entries with a private property first', '{"_initiator":{},"request":{', 'ndjson'],
    ['one HAR entry over several lines', '{\n  "request": {\n    "method": "GET"', undefined],
    [
      "a mapping of WireMock's",
      '{"request":{"method":"GET","url":"/x"},"response":{"status":200}}',
      'wiremock',
    ],
    [
      "a mapping of WireMock's by its path alone",
      '{"request":{"method":"GET","urlPath":"/x"},"response":{"status":200}}',
      'wiremock',
    ],
    [
      "a mapping of WireMock's by a pattern",
      '{"request":{"urlPattern":".*"},"response":{"status":200}}',
      'wiremock',
    ],
    [
      "a list of WireMock's mappings",
      '{\n  "mappings": [ {\n "request" : { "urlPathPattern" : "/.*" }, "response" : { } } ]',
      'wiremock',
    ],
    ['the mappings of an index', '{"mappings":{"properties":{"url":{"type":"keyword"}}}}', undefined],
    [
      'a log of requests with paths',
      '{"level":30,"request":{"method":"GET","url":"/x"},"response":{"status":200}}',
      undefined,
    ],
    ["a report of Newman's", '{"collection":{"_":{"postman_id":"1"},"item":[', 'newman'],
    [
      "a report of Newman's, of a collection without an id",
      '{"collection":{"item":[{"name":"x","request":',
      'newman',
    ],
    ['a collection of something else', '{"collection":{"id":1,"title":"x"}}', undefined],
    ['a Postman collection', `{"info":{"name":"x","schema":"${COLLECTION}"},"item":[`, 'postman'],
    ['an old Postman collection', `{"variables":[],"info":{"name":"x","schema":"${COLLECTION}"}`, 'postman'],
    ['a Postman collection off its API', `{"collection":{"info":{"schema":"${COLLECTION}"}`, 'postman'],
    ['a Postman collection of version 1', '{"id":"1","name":"x","order":[],"requests":[]}', undefined],
    ['info of something else', '{"info":{"name":"x"},"item":[', undefined],
    ['a Pact', '{"consumer":{"name":"a"},"interactions":[{"description"', 'pact'],
    ['a Pact whose provider comes first', '{\n "provider": {"name":"b"}, "interactions": [', 'pact'],
    ['consumers of something else', '{"consumer":{"name":"a"},"orders":[]}', undefined],
    ['lines with a private property', '{"_id":1,"name":"x"}\n{"_id":2', undefined],
    ['a package.json', '{\n  "name": "x"', undefined],
    ['an empty object', '{}', undefined],
    ['YAML that is something else', 'openapi: 3.1.0\n', undefined],
    ['text', '# Recordings\nhttp_interactions are', undefined],
  ])('tells %s', (_, head, format) => {
    expect(detectFormat(head)).toBe(format);
  });
});
