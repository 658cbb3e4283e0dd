import { describe, expect, it } from '@jest/globals';
import { parseFault } from './parse-fault.ts';

describe('a fault that is typed', () => {
  it.each([
    ['reset', 'reset'],
    ['delay:ms=500,probability=0.2,times=3', { fault: 'delay', ms: 500, probability: 0.2, times: 3 }],
    ['reset:processed=true', { fault: 'reset', processed: true }],
    ['overloaded:times=1', { fault: 'overloaded', times: 1 }],
    ['bad-enum:field=status,value=a=b', { fault: 'bad-enum', field: 'status', value: 'a=b' }],
    ['redirect:location=https://example.com/x', { fault: 'redirect', location: 'https://example.com/x' }],
    ['{"fault":"not-json","value":"a,b"}', { fault: 'not-json', value: 'a,b' }],
    ['delay:ms=soon', { fault: 'delay', ms: 'soon' }],
    ['delay:ms=', { fault: 'delay', ms: '' }],
  ])('%s is %j', (text, rule) => {
    expect(parseFault(text)).toEqual(rule);
  });

  it.each(['delay:ms', 'delay:', 'delay:=5', '{"fault":'])('is refused where it has no form: %s', (text) => {
    expect(() => parseFault(text)).toThrow(/^--fault "/);
  });
});
