// For browsers: the page comes from the server that it is to try, and sends the claims back there.
import { smoke } from '../smoke.ts';

declare const location: { readonly origin: string };

await fetch(`${location.origin}/report`, {
  method: 'POST',
  body: JSON.stringify(await smoke(location.origin)),
});
