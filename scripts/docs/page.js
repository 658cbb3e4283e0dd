// Follows the recipe for Playwright: a page cancels an enrichment through a path of its own host, and then loses the connection.
import { chromium } from 'playwright-core';

const simulator = createSimulator({ script: ['ok', 'reset'] });
const { webset, enrichment } = simulator.running;
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.route('http://app.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }));
  await answerFrom(simulator, page);
  await page.goto('http://app.test/');
  const cancel = (path) =>
    page.evaluate(
      (url) =>
        fetch(url, { method: 'POST' }).then(
          (response) => response.status,
          (error) => error.name,
        ),
      path,
    );
  const path = `/websets/v0/websets/${webset}/enrichments/${enrichment}/cancel`;
  console.log(await cancel(path), await cancel(path));
} finally {
  await browser.close();
}
