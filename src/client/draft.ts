type Init = RequestInit & { readonly method: string };

/**
 * What openapi-fetch makes in place of a `Request`. The platform's `fetch` makes one of its own in any case, and to make
 * two takes a twelfth of a call; a `fetch` that was given gets one made of this.
 */
export class Draft {
  readonly init: Init;
  /** As the URL parser writes it: where the request would go. */
  readonly url: string;

  constructor(url: string, init: Init) {
    this.url = new URL(url).href;
    this.init = init;
  }

  get method(): string {
    return this.init.method;
  }
}
