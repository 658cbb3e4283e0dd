export default () => globalThis.closeSimulator();
