/** A record whose members are made when they are first read, and kept. */
export function lazyRecord<T>(keys: Iterable<string>, make: (key: string) => T): Readonly<Record<string, T>> {
  const record: Record<string, T> = Object.create(null);
  for (const key of keys) {
    const get = (): T => {
      const value = make(key);
      Object.defineProperty(record, key, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(record, key, { get, enumerable: true, configurable: true });
  }
  return record;
}
